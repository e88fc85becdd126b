"""Time: when things are active, how the network changes, what differs between two states of the data."""
