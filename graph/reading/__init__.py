"""From bytes to checked rows: what a file holds, and everything that is wrong with it."""
