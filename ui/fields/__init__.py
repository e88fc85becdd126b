"""How the page on fields of competence shows its answers."""
