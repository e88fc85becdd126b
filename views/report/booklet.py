"""Profiles of actors, projects and fields of competence as one booklet, by the alphabet or by field."""

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
from views.fields.question import field_ids, profiles_named
from views.report.blocks import blocks_of
from views.report.chapters import ReportScope
from views.report.document import ReportRequest, frame
from views.view import View

_ROWS = 12  # of each list of a profile


class UnknownElementError(AkteursnetzError, ValueError):
    """A booklet was asked for with an actor, project or field that is not in the data."""


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
        Actors, projects and fields (``feld:`` and the short name); all actors and projects that fit the filters when
        empty.
    by_field
        Group them by their first field of competence instead of the alphabet; without ``ids`` a group begins with the
        profile of its field.
    step
        Called before each profile with its number, from 1, and the number of all; raise in it to stop.

    Raises
    ------
    UnknownElementError
        When an id is not in the data.
    """
    unknown = [key for key in ids if key not in profiles_named(asked.view)]
    if unknown:
        raise UnknownElementError(", ".join(unknown))
    title = asked.view.t("bericht.booklet.title")
    return replace(frame(asked, title), blocks=tuple(_blocks(asked, ids, by_field, step)))


def _blocks(
    asked: ReportRequest, ids: Sequence[str], by_field: bool, step: Callable[[int, int], None]
) -> Iterator[Block]:
    view, scope = asked.view, ReportScope(asked.view, asked.address)
    order = _ordered(view, ids or _fitting(view, with_fields=by_field), by_field)
    if not order:
        yield Paragraph((Run(view.t("bericht.booklet.none")),))
    group = ""
    for number, (key, field) in enumerate(order, 1):
        step(number, len(order))
        if number > 1:
            yield NewPage()
        if by_field and field != group:
            group = field
            if key not in field_ids(view).values():
                yield Heading(field)
        yield from _profile(scope, key, 2 if by_field and key in view.names else 1)


def _profile(scope: ReportScope, key: str, level: int) -> Iterator[Block]:
    """Yield a profile with the picture of its surroundings between the facts and the lists."""
    said = list(blocks_of(scope.view.t, scope.exhibit("steckbrief", id=key), level=level, rows=_ROWS))
    lists = next((place for place, block in enumerate(said) if isinstance(block, Listing)), len(said))
    yield from said[:lists]
    if (near := surroundings.exhibit(scope.view, key)) is not None:
        yield Paragraph((Run(near.sentence),))
        yield from (block for block in blocks_of(scope.view.t, near) if isinstance(block, Illustration))
    yield from said[lists:]


def _fitting(view: View, *, with_fields: bool) -> tuple[str, ...]:
    """Actors and projects that fit the filters, and the fields some of them stand under."""
    elements = (*view.part.actors["id"], *view.part.projects["id"])
    first = _first_fields(view)
    under = {first[key] for key in elements} if with_fields else set()
    return (*(key for field, key in field_ids(view).items() if field in under), *elements)


def _first_fields(view: View) -> dict[str, str]:
    """Field that each actor and project stands under, ``""`` for none."""
    tables = (view.whole.actors, view.whole.projects)
    return {
        key: (cell[0] if cell else "") for table in tables for key, cell in unpacked(table, "id", "kompetenzfelder")
    }


def _ordered(view: View, ids: Sequence[str], by_field: bool) -> list[tuple[str, str]]:
    """Ids with the field they stand under, sorted: a field before what stands under it, those without a field last."""
    fields = {**_first_fields(view), **{key: field for field, key in field_ids(view).items()}}
    named, names = view.t("bericht.booklet.without_field"), profiles_named(view)
    pairs = [(key, fields[key] or named) for key in dict.fromkeys(ids)]
    if by_field:
        return sorted(
            pairs,
            key=lambda pair: (pair[1] == named, slug(pair[1]), pair[0] in view.names, slug(names[pair[0]])),
        )
    return sorted(pairs, key=lambda pair: (slug(names[pair[0]]), pair[0]))
