"""The dialog in which a file of views is ordered, and the buttons of every view."""
