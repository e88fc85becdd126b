"""German places and counties: where a recorded place lies, and the outlines of the counties.

See ``data/README.md`` for sources and terms.
"""
