"""What happened and what is to come, for readers of feeds and calendars."""
