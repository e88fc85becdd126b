"""How lists of elements are shown."""
