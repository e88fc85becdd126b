"""When what happens."""
