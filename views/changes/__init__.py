"""What changed since an earlier state."""
