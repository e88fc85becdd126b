"""Identifiers of actors among the entries: a program that does not know them refuses the store instead of failing.

Its rows are entries like all others, so no table of the database changes.
"""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Leave everything as it is: only the number of the form changes."""
