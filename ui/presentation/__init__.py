"""A view in presentation mode: large, without navigation, one slide after the other."""
