"""What chance alone would give: expected numbers of shared projects, and ties that are more or less than that."""
