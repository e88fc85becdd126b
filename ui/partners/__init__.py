"""How the page on comparison and partners shows its answers."""
