"""What may be searched for, with what the data hold: to begin with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from graph.answers.gaps import Gaps
from views.address.slugs import slugs_of
from views.elements.answer import best_connected
from views.fields.answer import gaps_of
from views.view import View

_ACTORS, _CELLS = 2, 2  # examples of each kind


class Example(NamedTuple):
    """A search in words, and what it sets in the address."""

    text: str
    asked: Mapping[str, Any]


def partner_searches(view: View) -> tuple[Example, ...]:
    """Offer partners for those who have most, and the types and fields with most actors."""
    t = view.t
    actors = [
        Example(t("vergleich.example.actor", name=view.short_names[actor]), {"partnervon": actor})
        for actor in best_connected(view.part)[:_ACTORS]
    ]
    cells = [
        Example(t("vergleich.example.wanted", type=t.recorded(kind), field=field), _wanted(view, [field], [kind]))
        for field, kind in _largest_cells(gaps_of(view.part))
    ]
    return (*actors, *cells)


def consortium_searches(view: View) -> tuple[Example, ...]:
    """Offer to cover neighbouring ones of the largest fields and types."""
    gaps = gaps_of(view.part)
    pairs = zip(_neighbours(gaps.fields), _neighbours(gaps.types), strict=False)
    return tuple(_covering(view, fields, types) for fields, types in islice(pairs, _CELLS))


def _covering(view: View, fields: Sequence[str], types: Sequence[str]) -> Example:
    t = view.t
    words = t(
        "vergleich.example.cover", fields=t.names(fields), types=t.names([t.recorded_amid(kind) for kind in types])
    )
    return Example(words, _wanted(view, fields, types))


def _neighbours(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the first two, the next two, and so on; a single one by itself."""
    known = [name for name in names if name]
    yield from (known[start : start + 2] for start in range(0, len(known), 2))


def _largest_cells(gaps: Gaps) -> list[tuple[str, str]]:
    """Fields and types with most actors, every field and every type once."""
    cells = sorted((cell for cell in gaps.cells if not gaps.cells[cell].is_empty), key=lambda cell: _size(gaps, cell))
    found: list[tuple[str, str]] = []
    for field, kind in cells:
        if kind and not any(field == other or kind == another for other, another in found):
            found.append((field, kind))
    return found[:_CELLS]


def _size(gaps: Gaps, cell: tuple[str, str]) -> tuple[int, tuple[str, str]]:
    return -len(gaps.cells[cell].actors), cell


def _wanted(view: View, fields: Sequence[str], types: Sequence[str]) -> Mapping[str, Any]:
    """Return what asks for fields and types, by their names in an address."""
    wanted = {"suchfeld": fields, "suchtyp": types}
    return {
        name: tuple(key for key, value in slugs_of(view.whole, name).items() if value in values)
        for name, values in wanted.items()
    }
