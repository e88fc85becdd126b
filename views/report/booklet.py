"""Profiles of actors and projects as one booklet, in the order of the alphabet or by field of competence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from graph.dataset import unpacked
from graph.errors import AkteursnetzError
from graph.export.report.document import (
    Block,
    Heading,
    Illustration,
    Listing,
    NewPage,
    Paragraph,
    ReportDocument,
    Run,
)
from views.address.codec import slug
from views.elements import surroundings
from views.report.blocks import blocks_of
from views.report.chapters import ReportScope
from views.report.document import ReportRequest, frame
from views.view import View

_ROWS = 12  # of each list of a profile


class UnknownElementError(AkteursnetzError, ValueError):
    """A booklet was asked for with an actor or project that is not in the data."""


def booklet(
    asked: ReportRequest,
    ids: Sequence[str] = (),
    *,
    by_field: bool = False,
    step: Callable[[int, int], None] = lambda *_: None,
) -> ReportDocument:
    """Collect profiles, each on a page of its own.

    Parameters
    ----------
    asked
        The data and how the file is handed out; its chapters are not looked at.
    ids
        Actors and projects; all that fit the filters when empty.
    by_field
        Group them by their first field of competence instead of the alphabet.
    step
        Called before each profile with its number, from 1, and the number of all; raise in it to stop.

    Raises
    ------
    UnknownElementError
        When an id is not in the data.
    """
    unknown = [key for key in ids if key not in asked.view.names]
    if unknown:
        raise UnknownElementError(", ".join(unknown))
    title = asked.view.t("bericht.booklet.title")
    return replace(frame(asked, title), blocks=tuple(_blocks(asked, ids, by_field, step)))


def _blocks(
    asked: ReportRequest, ids: Sequence[str], by_field: bool, step: Callable[[int, int], None]
) -> Iterator[Block]:
    view, scope = asked.view, ReportScope(asked.view, asked.address)
    order = _ordered(view, ids or _fitting(view), by_field)
    if not order:
        yield Paragraph((Run(view.t("bericht.booklet.none")),))
    group = ""
    for number, (key, field) in enumerate(order, 1):
        step(number, len(order))
        if number > 1:
            yield NewPage()
        if by_field and field != group:
            group = field
            yield Heading(field)
        yield from _profile(scope, key, 2 if by_field else 1)


def _profile(scope: ReportScope, key: str, level: int) -> Iterator[Block]:
    """Yield a profile with the picture of its surroundings between the facts and the lists."""
    said = list(blocks_of(scope.view.t, scope.exhibit("steckbrief", id=key), level=level, rows=_ROWS))
    lists = next((place for place, block in enumerate(said) if isinstance(block, Listing)), len(said))
    yield from said[:lists]
    if (near := surroundings.exhibit(scope.view, key)) is not None:
        yield Paragraph((Run(near.sentence),))
        yield from (block for block in blocks_of(scope.view.t, near) if isinstance(block, Illustration))
    yield from said[lists:]


def _fitting(view: View) -> tuple[str, ...]:
    return (*view.part.actors["id"], *view.part.projects["id"])


def _ordered(view: View, ids: Sequence[str], by_field: bool) -> list[tuple[str, str]]:
    """Ids with the field they stand under, sorted; those without a field last."""
    tables = (view.whole.actors, view.whole.projects)
    fields = {
        key: (cell[0] if cell else "") for table in tables for key, cell in unpacked(table, "id", "kompetenzfelder")
    }
    named = view.t("bericht.booklet.without_field")
    pairs = [(key, fields[key] or named) for key in dict.fromkeys(ids)]
    if by_field:
        return sorted(pairs, key=lambda pair: (pair[1] == named, slug(pair[1]), slug(view.names[pair[0]])))
    return sorted(pairs, key=lambda pair: (slug(view.names[pair[0]]), pair[0]))
