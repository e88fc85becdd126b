"""Lists of organisations: a heading or sentence leads them in and says what all of them have in common."""

from graph.extraction.rosters.names import find_listed
from graph.extraction.rosters.roster import Roster, rosters_of
from graph.extraction.rosters.ties import roster_ties

__all__ = ["Roster", "find_listed", "roster_ties", "rosters_of"]
