"""Rows of links.csv must make sense as ties: two different ends, a kind that fits them, no circles of parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from graph.issue import Issue
from graph.reading.rows import Rows, Tables
from graph.vocabulary import Mode

_ANY = frozenset({(start, end) for start in Mode for end in Mode})
_A_A, _A_P = (Mode.ACTOR, Mode.ACTOR), (Mode.ACTOR, Mode.PROJECT)
_P_A, _P_P = (Mode.PROJECT, Mode.ACTOR), (Mode.PROJECT, Mode.PROJECT)

# kind -> modes of the ends it may join, from -> to
FITTING: Mapping[str, frozenset[tuple[Mode, Mode]]] = {
    "leads": frozenset({_A_P}),
    "partner": frozenset({_A_P}),
    "supports": frozenset({_A_P, _A_A}),
    "funds": _ANY,  # a funding programme is a project that funds
    "awarded": frozenset({_A_P, _P_P}),
    "shareholder_of": frozenset({_A_A}),
    "member_of": frozenset({_A_A, _A_P, _P_A}),
    "part_of": _ANY,
    "cooperates_with": frozenset({_A_A, _P_P}),
    "continues": _ANY,
    "submitted_to": frozenset({_P_A, _P_P, _A_A}),
    "related_to": _ANY,
}

_SHOWN = 8  # elements of a circle

Found = Iterator[tuple[int, Issue | None]]  # row to leave out, and why, where it is not said already


def check_links(tables: Tables) -> tuple[Tables, list[Issue]]:
    """Leave out links that are no ties, rule by rule, so that a row is reported for one reason only."""
    links, issues = tables["links"], []
    modes = dict.fromkeys(tables["actors"].columns["id"], Mode.ACTOR)
    modes |= dict.fromkeys(tables["projects"].columns["id"], Mode.PROJECT)
    for rule in _RULES:
        found = dict(rule(links, modes))
        issues += [issue for issue in found.values() if issue]
        links = links.without(found)
    return {**tables, "links": links}, issues


def _without_kind(links: Rows, _modes: Mapping[str, Mode]) -> Found:
    yield from ((row, None) for row, kind in enumerate(links.columns["kind"]) if not kind)


def _self_ties(links: Rows, _modes: Mapping[str, Mode]) -> Found:
    for row, (start, end, _) in enumerate(_ends(links)):
        if start == end:
            yield row, links.finding("self-tie", row, "to_id", value=end)


def _unfitting(links: Rows, modes: Mapping[str, Mode]) -> Found:
    """Find kinds that cannot join their ends; the hint is the tie the other way round when that would fit."""
    for row, (start, end, kind) in enumerate(_ends(links)):
        if (modes[start], modes[end]) not in FITTING[kind]:
            turned = f"{end}>{kind}>{start}" if (modes[end], modes[start]) in FITTING[kind] else ""
            yield row, links.finding("kind-does-not-fit", row, "kind", value=f"{start}>{kind}>{end}", hint=turned)


def _repeats(links: Rows, _modes: Mapping[str, Mode]) -> Found:
    """Find rows that say the same as an earlier one in every cell."""
    first: dict[tuple[object, ...], int] = {}
    for row, cells in enumerate(zip(*links.columns.values(), strict=True)):
        if first.setdefault(cells, row) != row:
            value = ">".join(links.columns[column][row] for column in ("from_id", "kind", "to_id"))
            yield row, links.finding("repeated-tie", row, value=value, hint=str(links.lines[first[cells]]))


def _circles(links: Rows, _modes: Mapping[str, Mode]) -> Found:
    """Find rows that close a circle of ``part_of``, with the circle: ``a -> b -> a``.

    Depth-first search with its own stack, one visit per element: a file may be made to be slow.
    """
    wholes: dict[str, list[tuple[int, str]]] = {}
    for row, (part, whole, kind) in enumerate(_ends(links)):
        if kind == "part_of":
            wholes.setdefault(part, []).append((row, whole))
    done: set[str] = set()
    for start, above in wholes.items():
        path, place = [start], {start: 0}  # elements on the way up, and how many steps up each is
        waiting = [iter(above)] if start not in done else []
        while waiting:
            row, whole = next(waiting[-1], (-1, ""))
            if row < 0:
                waiting.pop()
                done.add(path.pop())
            elif whole in place and place[whole] < len(path) and path[place[whole]] == whole:
                yield row, links.finding("cycle-in-part-of", row, "to_id", value=_circle(path[place[whole] :], whole))
            elif whole not in done:
                place[whole] = len(path)
                path.append(whole)
                waiting.append(iter(wholes.get(whole, ())))


def _circle(way: list[str], back: str) -> str:
    shown = way if len(way) <= _SHOWN else [*way[:_SHOWN], "…"]
    return " -> ".join([*shown, back])


def _ends(links: Rows) -> Iterator[tuple[str, str, str]]:
    columns = links.columns
    return zip(columns["from_id"], columns["to_id"], columns["kind"], strict=True)


_RULES: tuple[Callable[[Rows, Mapping[str, Mode]], Found], ...] = (
    _without_kind,
    _self_ties,
    _unfitting,
    _repeats,
    _circles,
)
