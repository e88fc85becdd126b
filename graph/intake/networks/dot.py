"""DOT of Graphviz, as far as networks use it: statements of nodes and of edges, chains too."""

from __future__ import annotations

import re
from itertools import pairwise

from graph.intake.networks.web import Edge, Node, UnreadableWebError, Web

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(->|--|[{}\[\];,=])|([^\s{}\[\];,="]+?(?=->|--|[\s{}\[\];,="]|$))')
_COMMENT = re.compile(r"//[^\n]*|#[^\n]*|/\*.*?\*/", re.DOTALL)
_LONGEST = 2_000_000  # characters; each becomes a token of its own in the worst case
_WORDS = frozenset({"graph", "digraph", "node", "edge", "strict", "subgraph"})


def read_dot(text: str) -> Web:
    """Read the nodes and edges of a DOT file; subgraphs, ports and looks are passed over."""
    if len(text) > _LONGEST:
        raise UnreadableWebError("network-too-large", str(len(text)))
    tokens = [
        (q if s == w == "" and q is not None else s or w, bool(s)) for q, s, w in _TOKEN.findall(_COMMENT.sub("", text))
    ]
    opening = next((place for place, (token, sign) in enumerate(tokens) if sign and token == "{"), -1)
    if opening < 0:
        raise UnreadableWebError("network-broken", "{")
    web = Web(directed=any(token.casefold() == "digraph" for token, _ in tokens[:opening]))
    labels: dict[str, str] = {}
    statement: list[str] = []
    cells: dict[str, str] = {}
    inside, key = False, ""
    for token, sign in [*tokens[opening + 1 :], (";", True)]:
        if sign and token in "[]":
            inside, key = token == "[", ""
        elif inside:
            if sign:
                continue
            key = "" if key and cells.setdefault(key, token) else token.casefold()
        elif sign and token in ("->", "--"):
            statement.append(token)
        elif sign:
            _say(web, labels, statement, cells)
            statement, cells = [], {}
        elif statement and statement[-1] not in ("->", "--"):
            _say(web, labels, statement, cells)
            statement, cells = [token], {}
        else:
            statement.append(token)
    web.nodes = [Node(key, label) for key, label in labels.items()]
    return web


def _say(web: Web, labels: dict[str, str], statement: list[str], cells: dict[str, str]) -> None:
    names = [word for word in statement if word not in ("->", "--")]
    if not names or names[0].casefold() in _WORDS:
        return
    for name in names:
        labels.setdefault(name, name)
    if len(names) == 1 and "label" in cells:
        labels[names[0]] = cells["label"]
    for start, end in pairwise(names):
        web.add_edge(Edge(start, end, dict(cells)))
