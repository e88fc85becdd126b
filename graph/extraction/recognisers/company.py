"""Centres, houses and laboratories that stand among organisations act as one: "gemeinsam mit dem Schulzentrum Au", "die Hochschule Au, das Zentrum für Holz"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from graph.extraction.mention import Mention, What
from graph.extraction.tables.roles import ColumnRole
from graph.extraction.tables.table import PaperTable

_WITH = re.compile(
    r"\b(?:[Gg]emeinsam|[Zz]usammen|Zusammenarbeit|Kooperation|Abstimmung|kooperier\w+|arbeitet) mit (?:dem|der|den) $"
)
_LISTED = re.compile(r"(?: \([^()\n]{2,20}\))?(?: in [A-ZÄÖÜ][\w-]+)?(?:,| und| sowie) (?:das|die|der|dem|den) ")
_NEAR = 50  # characters before a name


def acting(text: str, mentions: Sequence[Mention], tables: Sequence[PaperTable]) -> list[Mention]:
    """Return the mentions, with those of institutions that stand behind "gemeinsam mit" or in a row of organisations as actors.

    Parameters
    ----------
    text
        The copy.
    mentions
        What the recognisers found.
    tables
        Tables of the paper; who stands in a column of organisations is one.
    """
    ends = sorted(one.end for one in mentions if one.what is What.ACTOR and not one.collective)
    cells = sorted(
        (cell.start, cell.end)
        for table in tables
        for row in table.rows
        for cell in row.others
        if cell.role in (ColumnRole.LEAD, ColumnRole.PARTNER)
    )
    return [replace(one, what=What.ACTOR) if _acts(text, one, ends, cells) else one for one in mentions]


def _acts(text: str, one: Mention, ends: Sequence[int], cells: Sequence[tuple[int, int]]) -> bool:
    if one.rule != "project_head" or one.kind != "Einrichtung":
        return False
    cell = bisect_right(cells, (one.start, len(text))) - 1
    if cell >= 0 and one.end <= cells[cell][1]:
        return True
    last = bisect_right(ends, one.start) - 1
    listed = last >= 0 and one.start - ends[last] < _NEAR and _LISTED.fullmatch(text[ends[last] : one.start])
    return bool(listed) or _WITH.search(text[max(0, one.start - _NEAR) : one.start]) is not None
