"""The steps by which a store came to its present form; a released step is never changed."""
