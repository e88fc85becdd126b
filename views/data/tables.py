"""Open points, findings and column help as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.issue import Issue
from graph.openpoints import OpenPoint
from graph.profile import references
from graph.schema import TABLES
from graph.schema import CellKind as Kind
from graph.vocabulary import VOCABULARIES
from views.elements.tables import profile_link
from views.language.words import Words
from views.rows import rows_of
from views.table import Cell, Column, Look, Table, date_cell, number_cell
from views.view import View


def open_points(view: View, points: Sequence[OpenPoint]) -> Table:
    """List what is uncertain or missing: its entry, its sources, how old they are and who answers for them."""
    t = view.t
    looks = {"kind": Look.TEXT, "element": Look.LINK, "entry": Look.TEXT, "note": Look.TEXT, "source": Look.TEXT}
    looks |= {"date": Look.DATE, "responsible": Look.TEXT}
    ties = view.whole.ties.set_index("id")["kind"]
    sources = {source.id: source for source in rows_of(view.whole.sources)}
    return Table(
        t.count("daten.open.caption", len(points)),
        tuple(Column(t(f"daten.open.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                t(f"daten.doubt.{point.doubt}"),
                profile_link(view, point.elements[0]),
                _entry(view, point, str(ties.get(point.id, ""))),
                point.note,
                *_origin(t, point.reference, sources),
            )
            for point in points
        ),
    )


def _origin(t: Words, reference: str, sources: Mapping[str, Any]) -> tuple[str, Cell, str]:
    """Titles of the sources of an entry, the date of the latest, and their publishers."""
    named = references(reference)
    known = [sources[key] for key in named if key in sources]
    titles = [str(sources[key].title) if key in sources else key for key in named]
    publishers = dict.fromkeys(str(source.publisher) for source in known if source.publisher)
    return (
        "; ".join(titles),
        date_cell(t, max((str(source.date) for source in known), default="")),
        "; ".join(publishers) or t("format.missing.text"),
    )


def _entry(view: View, point: OpenPoint, kind: str) -> str:
    if point.table != "ties":
        return view.t("format.missing.none")
    return f"{view.t.term('tie_kind', kind)} {view.names.get(point.elements[1], point.elements[1])}"


def findings(t: Words, issues: Sequence[Issue]) -> Table:
    """List what the check found, errors first, with what to do."""
    order = ("error", "warning", "info")
    names = ("severity", "file", "line", "column", "value", "text")
    ordered = sorted(issues, key=lambda issue: (order.index(issue.severity), issue.file, issue.line))
    return Table(
        t.count("daten.issue.caption", len(issues)),
        tuple(Column(t(f"daten.issue.{name}"), Look.NUMBER if name == "line" else Look.TEXT) for name in names),
        tuple(
            (
                t(f"daten.issue.{issue.severity}"),
                issue.file,
                number_cell(t, issue.line or None),
                issue.column,
                issue.value,
                finding(t, issue),
            )
            for issue in ordered
        ),
    )


def finding(t: Words, issue: Issue) -> str:
    """Say what is wrong and what to do; a hint the words do not use is proposed after them."""
    key = f"findings.{issue.code}"
    text = t(key, file=issue.file, column=issue.column, value=issue.value, hint=issue.hint)
    if not issue.hint or "{hint}" in t.entries[key]:
        return text
    return f"{text} {t('findings.command.proposal', hint=issue.hint)}"


def columns(t: Words, name: str) -> Table:
    """List the columns of a file: names, what goes in, whether it must be there."""
    heads = ("name", "headers", "cell", "required")
    return Table(
        t("daten.column.caption", table=t(f"daten.table.{name}")),
        tuple(Column(t(f"daten.column.{head}")) for head in heads),
        tuple(
            (
                column.name,
                ", ".join(column.headers),
                _content(t, column.cell, column.vocabulary),
                t("daten.column.yes" if column.required else "daten.column.no"),
            )
            for column in TABLES[name].columns
        ),
    )


def _content(t: Words, cell: Kind, vocabulary: str) -> str:
    if cell is not Kind.CODE:
        return t(f"daten.cell.{cell}")
    codes = sorted(set(VOCABULARIES[vocabulary].values()))
    term = "tie_role" if vocabulary == "tie_kind" else vocabulary
    return t("daten.cell.code", words=", ".join(f"{code} ({t.term(term, code)})" for code in codes))
