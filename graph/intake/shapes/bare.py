"""Ties without a header: two or three columns, or SIF of Cytoscape, where more ends follow what is between them.

Nothing says what the columns are, so only what can be nothing else is taken: who stands on one side stands on the
other, too, or both sides are names of organisations, and the first row is one of the others' kind and no header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import dropwhile, islice

from graph.intake.answers import Answers
from graph.intake.draft import Draft
from graph.intake.grid import Grid, Row
from graph.intake.header import Header, clean
from graph.intake.networks.web import Edge, Node, Web
from graph.intake.organisations import is_person
from graph.intake.recipe import Part, Recipe
from graph.intake.recognise import Guess, RecognisedTable
from graph.intake.report import TranslationReport
from graph.intake.shapes.web import weave
from graph.intake.wording import says_organisation

_LOOKED_AT = 400  # rows by which the form is told
_BLANKS = re.compile(r'"([^"]*)"|(\S+)')
_WEIGHT = re.compile(r"'weight':\s*([0-9.]+)")  # of the attributes that NetworkX writes
_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?(?:e-?[0-9]+)?", re.IGNORECASE)
_COUNT = re.compile(r"[0-9]{1,12}")
_MOST_KINDS = 0.5  # different words between the ends, of all rows
_ORGANISATIONS = 0.6  # of the ends on each side
_SCATTERED = 1.5  # ends for each tie: more is a list of words, and no network


def found(grid: Grid) -> Guess | None:
    """Return how ties without a header are read, ``None`` when a table may be something else."""
    for form in ("cells", "blanks"):
        rows = [cells for _, cells in islice(_rows(grid, form), _LOOKED_AT)]
        if len(rows) > 1 and (places := _places(rows, form)):
            recipe = Recipe("ohne-kopfzeile", "bare", {"ties": Part({"from": ()})}, {"form": form})
            return Guess(
                recipe, (RecognisedTable("ties", grid, Header(("",) * (1 + max(places.values())), places, 0, 0)),), 1.0
            )
    return None


def translate(guess: Guess, answers: Answers, draft: Draft, report: TranslationReport) -> None:
    """Translate ties without a header.

    Parameters
    ----------
    guess
        The recipe and its tables.
    answers
        Where to cut.
    draft, report
        Get the rows of the contract, and what became of those of the file.
    """
    for table in guess.tables:
        web = Web(declared=False)
        alone = sum(
            _take(web, cells, line, table.header.places)
            for line, cells in _rows(table.grid, str(guess.recipe.rules["form"]))
        )
        report.rows.add(alone)
        weave(web, table.grid.file, draft, report, answers=answers)


def _take(web: Web, cells: Sequence[str], line: int, places: Mapping[str, int]) -> int:
    """Take one row; return how many nodes without a tie it names."""
    if len(cells) == 1:
        web.add_node(Node(cells[0], cells[0], {}, line))
        return 1
    told = {
        name: cells[places[name]]
        for name in ("kind", "weight")
        if places.get(name, len(cells)) < len(cells) and cells[places[name]]
    }
    last = len(cells) if _is_sif(places) else places["to"] + 1
    for end in cells[places["to"] : last]:
        if end:
            web.add_edge(Edge(cells[places["from"]], end, told, line))
    return 0


def _rows(grid: Grid, form: str) -> Iterator[Row]:
    """Yield the rows below the remarks, without empty cells at their end."""
    below = dropwhile(lambda row: row[1][0].lstrip().startswith(("#", "%")), grid.rows())
    for line, cells in below:
        parted = [clean(cell) for cell in cells] if form == "cells" else _at_blanks(cells)
        while parted and not parted[-1]:
            parted.pop()
        if parted:
            yield line, parted


def _at_blanks(cells: Sequence[str]) -> list[str]:
    """Return the words of a row; attributes that NetworkX writes behind them are their weight."""
    text = ",".join(cells).strip()
    attributes = text.rfind("{") if text.endswith("}") else len(text)
    words = [quoted or bare for quoted, bare in _BLANKS.findall(text[:attributes])]
    return words + _WEIGHT.findall(text[attributes:])[:1]


def _is_sif(places: Mapping[str, int]) -> bool:
    return places.get("kind") == 1


def _places(rows: Sequence[Sequence[str]], form: str) -> dict[str, int]:
    """Return what the columns of ties are; empty when they may be anything else."""
    widths = {len(cells) for cells in rows}
    ties = [cells for cells in rows if len(cells) > 1]
    if len(ties) < 2 or (form == "blanks" and sum(is_person(" ".join(cells)) for cells in rows) > len(rows) / 4):
        return {}
    candidates = []
    if widths <= {2, 3} and all(len(cells) < 3 or _NUMBER.fullmatch(cells[2]) for cells in ties):
        candidates.append({"from": 0, "to": 1, "weight": 2})
    elif 2 not in widths:
        candidates.append({"from": 0, "to": 2, "kind": 1})
        if widths == {3}:
            candidates.append({"from": 0, "to": 1, "kind": 2})
    return next((places for places in candidates if _are_ties(ties, places, form)), {})


def _are_ties(ties: Sequence[Sequence[str]], places: Mapping[str, int], form: str) -> bool:
    pairs = [
        (cells[places["from"]], end)
        for cells in ties
        for end in (cells[places["to"] :] if _is_sif(places) else [cells[places["to"]]])
    ]
    left, right = {start for start, _ in pairs}, {end for _, end in pairs}
    kinds = {cells[place] for cells in ties if (place := places.get("kind", len(cells))) < len(cells)}
    if not all(map(_is_name, left | right)) or kinds & (left | right) or any(map(_NUMBER.fullmatch, kinds)):
        return False
    if len(kinds) > max(2, _MOST_KINDS * len(ties)):
        return False
    if _crosses(pairs, left, right) and _recurs(pairs):
        return form == "cells" or len(left | right) <= _SCATTERED * len(pairs) + 1
    return form == "cells" and _name_organisations(pairs)


def _is_name(end: str) -> bool:
    """Whether an end is a word or a count; what has a fraction, and a cell of nothing, is no name."""
    return bool(end) and (not _NUMBER.fullmatch(end) or bool(_COUNT.fullmatch(end)))


def _crosses(pairs: Sequence[tuple[str, str]], left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    """Whether somebody stands on both sides, in different rows."""
    both = left & right
    return any(start in both and start != end for start, end in pairs)


def _recurs(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether the first row names somebody whom others name, too, or is a pair of numbers: it is no header then."""
    others = {end for pair in pairs[1:] for end in pair}
    return any(end in others for end in pairs[0]) or all(map(_COUNT.fullmatch, pairs[0]))


def _name_organisations(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether both sides name organisations, in the first row by more than one word each."""
    sides = ([start for start, _ in pairs], [end for _, end in pairs])
    if any(len(end.split()) < 2 or not says_organisation(end) for end in pairs[0]):
        return False
    return all(sum(map(says_organisation, side)) >= _ORGANISATIONS * len(side) for side in sides)
