"""UCINET DL: full matrix, edge list and node list, labels in a list or embedded, one mode or two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.intake.networks.web import MOST_NODES, Edge, Node, UnreadableWebError, Web

_SETTING = re.compile(r"\b(nr|nc|nm|n|format|diagonal)\s*=\s*([\w]+)", re.IGNORECASE)
_SECTION = re.compile(
    r"^\s*(row labels embedded|column labels embedded|col labels embedded|labels embedded|row labels|column labels|"
    r"col labels|labels|level labels|matrix labels|data)\s*:?\s*(.*)$",
    re.IGNORECASE,
)
_WORD = re.compile(r'"([^"]*)"|([^\s,]+)')


@dataclass(frozen=True, slots=True)
class _Stated:
    """What stands before the data."""

    labels: dict[str, list[str]]
    embedded: bool
    rows: int
    columns: int
    two: bool
    form: str = "fullmatrix"
    has_diagonal: bool = True

    @property
    def is_half(self) -> bool:
        """Whether a matrix has one half only, so that its ties have no direction."""
        return self.form.startswith(("lowerhalf", "upperhalf"))

    def cells(self) -> Iterator[tuple[int, int]]:
        """Yield row and column of the values of a matrix, in their order."""
        for row in range(self.rows):
            first = row if self.form.startswith("upperhalf") else 0
            last = row + 1 if self.form.startswith("lowerhalf") else self.columns
            yield from ((row, column) for column in range(first, last) if self.has_diagonal or column != row)


def read_dl(text: str) -> Web:
    """Read the network of a DL file."""
    lines = text.splitlines()
    settings: dict[str, str] = {}
    labels: dict[str, list[str]] = {"labels": [], "row labels": [], "column labels": []}
    embedded, section, data = False, "", []
    for number, row in enumerate(lines, 1):
        found = _SECTION.match(row) if section != "data" else None
        if found:
            section = found[1].casefold().replace("col ", "column ")
            rest = found[2]
            embedded = embedded or "embedded" in section
        else:
            rest = row
        if not section or (found is None and section == "" and "=" in row):
            settings |= {key.casefold(): value.casefold() for key, value in _SETTING.findall(row)}
        elif section in labels:
            labels[section] += _words(rest)
        elif section == "data" and rest.strip():
            data.append((number, _words(rest)))
    if not data:
        raise UnreadableWebError("network-broken", "data:")
    rows, columns = _size(settings)
    if rows > MOST_NODES or columns > MOST_NODES:
        raise UnreadableWebError("network-too-large", str(MOST_NODES))
    form = settings.get("format", "fullmatrix")
    two = columns != rows or "nr" in settings
    stated = _Stated(labels, embedded, rows, columns, two, form, settings.get("diagonal") != "absent")
    return _lists(form, data, stated) if form.startswith(("edgelist", "nodelist")) else _matrix(data, stated)


def _words(text: str) -> list[str]:
    return [quoted or bare for quoted, bare in _WORD.findall(text)]


def _size(settings: dict[str, str]) -> tuple[int, int]:
    try:
        rows = int(settings.get("nr", settings.get("n", "0")))
        return rows, int(settings.get("nc", settings.get("n", str(rows))))
    except ValueError as error:
        raise UnreadableWebError("network-broken", str(settings)) from error


def _lists(form: str, data: Sequence[tuple[int, list[str]]], stated: _Stated) -> Web:
    labels, embedded, rows = stated.labels, stated.embedded, stated.rows
    columns = stated.columns if stated.two else 0
    web = Web(directed=not columns, declared=True)
    first = labels["row labels"] or labels["labels"]
    other = labels["column labels"] if columns else first
    known = _Nodes(web, two=bool(columns))
    if not embedded:
        known.declare(first, rows, "row")
        if columns:
            known.declare(other, columns, "column")
    else:
        for label in first:
            known.key(label, "row")
    for line, words in data:
        ends = words[1:2] if form.startswith("edgelist") else words[1:]
        for end in ends:
            start_key = known.of(words[0], first, "row", embedded=embedded)
            end_key = known.of(end, other, "column" if columns else "row", embedded=embedded)
            attributes = {"weight": words[2]} if form.startswith("edgelist") and len(words) > 2 else {}
            web.add_edge(Edge(start_key, end_key, attributes, line))
    return web


def _matrix(data: Sequence[tuple[int, list[str]]], stated: _Stated) -> Web:
    labels, rows, columns, two = stated.labels, stated.rows, stated.columns, stated.two
    lines = list(data)
    across = labels["column labels"] or labels["labels"]
    down = labels["row labels"] or labels["labels"]
    if stated.embedded:
        across = lines.pop(0)[1]
        down = [words[0] for _, words in lines]
        lines = [(line, words[1:]) for line, words in lines]
    values = [(line, word) for line, words in lines for word in words]
    web = Web(directed=not two and not stated.is_half)
    known = _Nodes(web, two=two)
    known.declare(down, rows, "row")
    if two:
        known.declare(across, columns, "column")
    for (row, column), (line, value) in zip(stated.cells(), values, strict=False):
        if value not in ("0", "0.0", ".", "-"):
            start = known.of(str(row + 1), down, "row", embedded=False)
            end = known.of(str(column + 1), across if two else down, "column" if two else "row", embedded=False)
            web.add_edge(Edge(start, end, {"weight": value} if value != "1" else {}, line))
    return web


class _Nodes:
    """Nodes by label, of one mode or two; labels are compared without case, as UCINET does."""

    def __init__(self, web: Web, *, two: bool) -> None:
        self._web, self._two = web, two
        self._keys: dict[tuple[str, str], str] = {}

    def declare(self, labels: Sequence[str], count: int, side: str) -> None:
        for number in range(max(count, len(labels))):
            self.key(labels[number] if number < len(labels) else str(number + 1), side)

    def of(self, word: str, labels: Sequence[str], side: str, *, embedded: bool) -> str:
        """Return the key of a node that data name by label or by number."""
        if not embedded and word.isdecimal():
            number = int(word) - 1
            word = labels[number] if number < len(labels) else word
        return self.key(word, side)

    def key(self, label: str, side: str) -> str:
        found = (side if self._two else "", label.casefold())
        if found not in self._keys:
            key = f"{found[0]}:{label}" if self._two else label
            mode = {"mode": "project" if side == "column" else "actor"} if self._two else {}
            self._keys[found] = key
            self._web.add_node(Node(key, label, mode))
        return self._keys[found]
