"""What a visitor takes away: one view or the whole portfolio, in any format, with less in it if so wished."""
