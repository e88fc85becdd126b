"""Actors and projects: their directory and profiles."""
