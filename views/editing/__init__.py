"""Changes to the data."""
