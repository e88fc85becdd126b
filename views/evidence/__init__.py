"""How firmly the answer of a view stands: which source it hangs on, and what it would be without."""
