"""Views as exhibits: the same records, sentences and pictures as on screen, ready for `graph.export`."""
