"""The address of a view: its parameters, and its form in a link."""
