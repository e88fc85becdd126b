"""The whole dataset as a network file that other programs read, and back again."""
