"""Tests that take minutes: run by hand, their figures are in the documents."""
