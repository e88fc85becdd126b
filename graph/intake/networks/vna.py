"""VNA of NetDraw: ``*Node data``, ``*Node properties`` and ``*Tie data``, tables with a header each."""

from __future__ import annotations

import re

from graph.intake.networks.web import Edge, Node, UnreadableWebError, Web

_WORD = re.compile(r'"([^"]*)"|([^\s,]+)')


def read_vna(text: str) -> Web:
    """Read the network of a VNA file; properties, which are looks, are passed over."""
    web = Web(directed=True)
    section = ""
    header: list[str] = []
    known: set[str] = set()
    for line, row in enumerate(text.splitlines(), 1):
        if row.lstrip().startswith("*"):
            section, header = " ".join(row.strip().lstrip("*").casefold().split()), []
            continue
        words = [quoted or bare for quoted, bare in _WORD.findall(row)]
        if not words:
            continue
        if not header:
            header = [word.casefold() for word in words]
        elif section == "node data":
            cells = dict(zip(header[1:], words[1:], strict=False))
            known.add(words[0])
            web.add_node(Node(words[0], words[0], cells, line))
        elif section == "tie data":
            if len(words) < 2:
                raise UnreadableWebError("network-broken", row[:80], line)
            web.add_edge(Edge(words[0], words[1], dict(zip(header[2:], words[2:], strict=False)), line))
    web.declared = bool(known)
    return web
