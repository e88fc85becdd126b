"""Comparison, contacts, partner search and consortium."""
