"""How the page on the data shows its answers."""
