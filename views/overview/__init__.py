"""Where the region stands."""
