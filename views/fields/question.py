"""What is asked about the matrix of actors."""

from __future__ import annotations

MOST = 120  # rows; more are no longer read, and the browser would hold some 15,000 cells
SORTING_OF = {"gruppe": "group", "typ": "type", "name": "name"}
