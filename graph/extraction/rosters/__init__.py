"""Lists of organisations: a heading or sentence leads them in and says what all of them have in common."""

from graph.extraction.rosters.funded import funded_ties
from graph.extraction.rosters.names import find_listed
from graph.extraction.rosters.roster import Roster, rosters_of
from graph.extraction.rosters.ties import roster_ties, without_inner

__all__ = ["Roster", "find_listed", "funded_ties", "roster_ties", "rosters_of", "without_inner"]
