"""How the page on scenarios shows its answers."""
