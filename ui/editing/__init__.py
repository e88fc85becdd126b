"""Editing together: forms, checks while typing, conflicts side by side, undo. What is saved is in the store."""
