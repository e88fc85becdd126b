"""How the page on funding shows its answers."""
