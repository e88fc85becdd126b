"""How the page on time shows its answers."""
