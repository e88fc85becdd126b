"""The project in the title of a report, which its sections speak of as "das Vorhaben"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.entities import Entity
from graph.extraction.mention import What
from graph.extraction.place import MentionPlace

_TITLED = re.compile(r"(?:Projekt|Vorhaben|Verbundvorhaben|Verbundprojekt)s? [„\"»]?$")
_TITLE = 170  # characters of a paper that may be its title
_BEGINS = 8  # characters of a line before the noun


def titled_project(text: str, named: Sequence[MentionPlace], place: int) -> Entity | None:
    """Return the project in the title of a report where a line begins with "Das Vorhaben": its parts are no such thing.

    Parameters
    ----------
    text
        The copy.
    named
        Places of names in their order.
    place
        Where the article of the noun stands.
    """
    begin = text.rfind("\n", 0, place) + 1
    titled = next((one for one in named if one.entity.what is What.PROJECT and one.start < _TITLE), None)
    if place - begin > _BEGINS or titled is None:
        return None
    return titled.entity if _TITLED.search(text[: titled.start][-24:]) else None
