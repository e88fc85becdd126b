"""How the page on roles shows its answers."""
