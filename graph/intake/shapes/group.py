"""A row is a network and its members, in columns of their own or in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.intake.answers import Answers
from graph.intake.draft import Draft, RowOrigin, own_id
from graph.intake.header import Header, clean
from graph.intake.organisations import named
from graph.intake.recognise import Guess, RecognisedTable
from graph.intake.report import TranslationReport, left_out_names
from graph.intake.shapes.names_in_cells import CLEAR, COMMAS, separator_of
from graph.intake.shapes.regional import OUTSIDE, lies_in
from graph.reading.codes import finding

_NUMBERED = re.compile(r"^(?P<stem>.*?[^\W\d_])[\s._-]*(?P<number>[0-9]{1,3})$")


def translate(guess: Guess, answers: Answers, draft: Draft, report: TranslationReport) -> None:
    """Translate lists of members: each network is an actor, and its members are members of it.

    Parameters
    ----------
    guess
        The recipe and its tables.
    answers
        Where to cut.
    draft, report
        Get the rows of the contract, and what became of those of the files.
    """
    for table in guess.tables:
        names: dict[str, str] = {}
        separator = _separator(table, draft)
        for line, cells in table.grid.rows():
            if line <= table.header.last:
                continue
            texts = [clean(cell) for cell in cells]
            if _is_inside(texts, answers, separator):
                members = [member for member in _members(table.header, texts, separator) if member]
                names |= _row(table, RowOrigin(table.grid.file, line), (texts, members), draft, report)
            else:
                report.rows.add(1, OUTSIDE)
        report.names = report.names.plus(left_out_names(names))


def _separator(table: RecognisedTable, draft: Draft) -> re.Pattern[str]:
    """Return what separates members in one cell; that commas do is told."""
    place = table.header.places.get("members")
    if place is None or wide_columns(table.header.texts):
        return CLEAR
    rows = (cells for line, cells in table.grid.rows() if line > table.header.last and place < len(cells))
    separator = separator_of(cells[place] for cells in rows)
    if separator is COMMAS:
        draft.issues.append(finding("names-by-commas", table.grid.file, column=table.header.texts[place]))
    return separator


def _is_inside(cells: Sequence[str], answers: Answers, separator: re.Pattern[str]) -> bool:
    """Whether a network touches the region: by the place or the name of one that is in it."""
    if answers.region is None:
        return True
    found = [(part.strip(), named(part)) for cell in cells for part in separator.split(cell) if part.strip()]
    names = [name for text, each in found for name in (text, each.name)]
    return lies_in(answers.region, [each.place for _, each in found], names)


def _row(
    table: RecognisedTable,
    place: RowOrigin,
    said: tuple[list[str], list[str]],
    draft: Draft,
    report: TranslationReport,
) -> dict[str, str]:
    """Add a network and its members; return the names of the members and why some are left out."""
    names: dict[str, str] = {}
    cells, members = said
    name = cells[table.header.places["group"]] if len(cells) > table.header.places["group"] else ""
    if not name:
        report.rows.add(1, "without-name")
        return names
    network = own_id(name)
    draft.add("actors", network, {"id": network, "name": name, "type": "Verein/Netzwerk"}, place)
    for member in members:
        found = named(member)
        names[member] = "" if found.name else str(found.kind)
        if not found.name:
            report.ties.add(1, str(found.kind))
            continue
        own = own_id(found.name)
        draft.add("actors", own, {"id": own, "name": found.name, "location": found.place}, place)
        is_new = own != network and draft.tie(own, network, "member_of", place)
        report.ties.add(1, "" if is_new else "repeated")
    report.rows.add(1)
    return names


def _members(header: Header, cells: list[str], separator: re.Pattern[str]) -> list[str]:
    """Return the names of the members of a row."""
    group = header.places["group"]
    if "members" in header.places and not wide_columns(header.texts):
        place = header.places["members"]
        return [part.strip() for part in separator.split(cells[place] if place < len(cells) else "")]
    return [cells[place] for place in wide_columns(header.texts) if place < len(cells) and place != group]


def wide_columns(texts: tuple[str, ...]) -> list[int]:
    """Return the places of columns that are numbered under one name, such as ``Mitglied1`` and ``Mitglied2``."""
    stems: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        if found := _NUMBERED.match(text.strip()):
            stems.setdefault(found["stem"].casefold(), []).append(place)
    return max(stems.values(), key=len, default=[]) if any(len(places) > 1 for places in stems.values()) else []
