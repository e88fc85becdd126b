"""Akteursnetz: who works with whom, and where the money comes from."""
