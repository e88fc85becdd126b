"""What a view gives to take away, and how it leaves."""
