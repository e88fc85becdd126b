"""What every exhibit says besides its own: source line and filters, as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.export import Exhibit, Figure
from graph.export.pictures import Picture, Text
from graph.export.table import ExportTable
from graph.ledger.amounts import Omission
from graph.overview import funding_total
from views.address.filters import active_filters
from views.address.hints import hints
from views.exhibit import source
from views.language.words import unmarked
from views.view import View

PROMPT = Text(())  # picture of a view that first asks something: its sentence says what


def framed(
    view: View,
    title: str,
    sentence: str,
    *,
    picture: Picture | None = None,
    figures: tuple[Figure, ...] = (),
    tables: Iterable[ExportTable] = (),
    remarks: Iterable[str] = (),
) -> Exhibit:
    """Frame what a view shows with its filters and source line.

    Parameters
    ----------
    view
        What is asked.
    title
        The finding in a few words, as plain text.
    sentence
        The answer as on screen, as Markdown.
    picture, figures
        What shows it; the notes of figures as Markdown.
    tables
        The table for the picture, then further ones.
    remarks
        What must be known to read it, as Markdown; empty ones are left out.
    """
    listed = [*tables]
    return Exhibit(
        title=title,
        sentence=unmarked(sentence),
        picture=picture,
        figures=tuple(replace(figure, note=unmarked(figure.note)) for figure in figures),
        table=listed[0] if listed else None,
        further=tuple(table for table in listed[1:] if table.rows),
        remarks=tuple(unmarked(remark) for remark in (*remarks, *(hint.text for hint in hints(view))) if remark),
        source=source_line(view),
        filters=filters(view),
    )


def source_line(view: View) -> str:
    """Source, date, what part of the data is shown, what is uncertain and what is unknown."""
    t, uncertain = view.t, source.uncertain(view)
    unknown = funding_total(view.part).left_out.get(Omission.UNKNOWN, 0)
    parts = (
        t("shell.source", source=source.publisher(view)),
        t("shell.as_of", date=source.as_of(view)),
        source.shown(view),
        t.count("shell.uncertain", uncertain),
        t("export.source.dashed") if uncertain else "",
        t.count("export.source.unknown", unknown) if unknown else "",
    )
    return " · ".join(part for part in parts if part)


def filters(view: View) -> tuple[str, ...]:
    """Each active filter in words."""
    return tuple(shown for _, _, shown in active_filters(view))
