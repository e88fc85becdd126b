"""A view shown to a room: large, without navigation, one slide after the other."""
