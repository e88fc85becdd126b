"""A scenario as one short text for a link, and back; nothing in a link is ever executed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import quote, unquote

from graph.answers.scenario import AddPartnership, AddProject, Change, EndProject, RemoveActor, Scenario
from graph.graphemes import limited

MOST_CHANGES = 50
LONGEST_NAME = 200

_CHANGES, _FIELDS, _ITEMS = ";", ":", ","


def to_text(scenario: Scenario) -> str:
    """Text of a scenario, such as ``name:Ohne%20WiRO;remove:wiro;link:a:b``; ``""`` for the empty one."""
    named = [_joined("name", [scenario.name])] if scenario.name else []
    return _CHANGES.join([*named, *(_written(change) for change in scenario.changes)])


def from_text(text: str) -> tuple[Scenario, tuple[str, ...]]:
    """Scenario of a text, and the parts that could not be read; never raises."""
    changes: list[Change] = []
    unreadable: list[str] = []
    name = ""
    for part in filter(None, text.split(_CHANGES)):
        verb, *cells = part.split(_FIELDS)
        if verb == "name" and len(cells) == 1:
            name = _name(cells[0])
        elif (change := _read(verb, cells)) is not None and len(changes) < MOST_CHANGES:
            changes.append(change)
        else:
            unreadable.append(limited(part, LONGEST_NAME))
    return Scenario(tuple(changes), name), tuple(unreadable)


def _name(cell: str) -> str:
    return limited(unquote(cell), LONGEST_NAME)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(unquote(item) for item in cell.split(_ITEMS) if item)


# verb -> number of cells, and the change they make
_READERS: Mapping[str, tuple[int, Callable[[Sequence[str]], Change]]] = {
    "remove": (1, lambda cells: RemoveActor(unquote(cells[0]))),
    "end": (1, lambda cells: EndProject(unquote(cells[0]))),
    "link": (2, lambda cells: AddPartnership(unquote(cells[0]), unquote(cells[1]))),
    "plan": (
        4,
        lambda cells: AddProject(_name(cells[0]), _list(cells[2]), unquote(cells[1]), _list(cells[3])),
    ),
}


def _read(verb: str, cells: Sequence[str]) -> Change | None:
    number, reader = _READERS.get(verb, (-1, None))
    return reader(cells) if reader and len(cells) == number else None


def _written(change: Change) -> str:
    match change:
        case RemoveActor(actor):
            return _joined("remove", [actor])
        case EndProject(project):
            return _joined("end", [project])
        case AddPartnership(a, b):
            return _joined("link", [a, b])
        case AddProject(name, partners, lead, fields):
            return _joined("plan", [name, lead, partners, fields])


def _joined(verb: str, cells: Iterable[str | Sequence[str]]) -> str:
    texts = (_quoted(cell) if isinstance(cell, str) else _ITEMS.join(map(_quoted, cell)) for cell in cells)
    return _FIELDS.join([verb, *texts])


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="replace")
