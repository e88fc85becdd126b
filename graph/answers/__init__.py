"""Answers to the questions of working groups: comparison, chains, partners, gaps, what-if."""
