"""What the data hold, and how sure they are."""
