"""How firmly an answer stands: what it would be, were one source wrong."""
