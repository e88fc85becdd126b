"""What each view says: its question, its answer, its words, its tables and its exhibit. Nothing here knows a screen."""
