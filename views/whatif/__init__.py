"""What would be if somebody left or something ended."""
