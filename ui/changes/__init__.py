"""How the page on changes shows its answers."""
