"""Where the money goes, and what ends soon."""
