"""Pajek: ``*Vertices``, then ``*Arcs``, ``*Edges``, ``*Arcslist``, ``*Edgeslist`` or ``*Matrix``; two-mode too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.intake.networks.web import MOST_NODES, Edge, Node, UnreadableWebError, Web

_WORD = re.compile(r'"([^"]*)"|(\S+)')
_LABEL = re.compile(r'\bl\s+"([^"]*)"')


def read_pajek(text: str) -> Web:
    """Read the network of a Pajek file."""
    reader = _Reader()
    for line, row in enumerate(text.splitlines(), 1):
        words = [quoted or bare for quoted, bare in _WORD.findall(row)]
        if words and not row.lstrip().startswith("%"):
            reader.take(words, row, line)
    return reader.web


class _Reader:
    """A network on its way, section by section."""

    def __init__(self) -> None:
        self.web = Web()
        self._section = ""
        self._relation = ""  # what the ties of a section are, as of several in one file
        self._rows = 0  # of a matrix

    def take(self, words: Sequence[str], row: str, line: int) -> None:
        """Take one line."""
        if words[0].startswith("*"):
            self._start(words, line)
        elif self._section == "vertices":
            _name(self.web, words, row, line)
        elif self._section in ("arcs", "edges"):
            _tie(self.web, words, row, line, directed=self._section == "arcs", relation=self._relation)
        elif self._section in ("arcslist", "edgeslist"):
            for end in words[1:]:
                _tie(self.web, [words[0], end], "", line, directed=self._section == "arcslist")
        elif self._section == "matrix":
            self._rows += 1
            for column, value in enumerate(words, 1):
                if value not in ("0", "0.0"):
                    _tie(self.web, [str(self._rows), str(column), value], "", line, directed=True)

    def _start(self, words: Sequence[str], line: int) -> None:
        self._section = words[0][1:].casefold()
        self._relation = words[2] if len(words) > 2 and words[1].startswith(":") else ""
        self._rows = 0
        self.web.directed = self.web.directed or self._section.startswith("arcs")
        if self.web.nodes and self._section in ("network", "vertices"):
            raise UnreadableWebError("several-networks", line=line)
        if self._section == "vertices":
            count = _number(words[1:2], line)
            _declare(self.web, count, _number(words[2:3], line) if len(words) > 2 else count, line)


def _number(words: Sequence[str], line: int) -> int:
    try:
        return int(words[0])
    except (IndexError, ValueError) as error:
        raise UnreadableWebError("network-broken", " ".join(words), line) from error


def _declare(web: Web, count: int, first: int, line: int) -> None:
    """Vertices without a line of their own exist too; those after the first group are the other mode."""
    if count > MOST_NODES:
        raise UnreadableWebError("network-too-large", str(MOST_NODES), line)
    for number in range(1, count + 1):
        mode = {} if first == count else {"mode": "actor" if number <= first else "project"}
        web.add_node(Node(str(number), "", mode, line))


def _name(web: Web, words: Sequence[str], row: str, line: int) -> None:
    if not words[0].isdecimal() or not 0 < int(words[0]) <= len(web.nodes):
        raise UnreadableWebError("network-broken", row[:80], line)
    place = int(words[0]) - 1
    web.nodes[place] = Node(words[0], words[1] if len(words) > 1 else "", web.nodes[place].attributes, line)


def _tie(web: Web, words: Sequence[str], row: str, line: int, *, directed: bool, relation: str = "") -> None:
    if len(words) < 2:
        raise UnreadableWebError("network-broken", row[:80], line)
    attributes = {"weight": words[2]} if len(words) > 2 else {}
    if label := _LABEL.search(row):
        attributes["label"] = label[1]
    elif relation:
        attributes["label"] = relation
    web.add_edge(Edge(words[0], words[1].lstrip("-"), attributes, line, directed))
