"""What changed and what is to come, for feeds and calendars."""
