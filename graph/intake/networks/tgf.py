"""Trivial Graph Format, as yEd writes it: ``key label`` a node, a line with ``#`` alone, ``key key label`` a tie."""

from __future__ import annotations

import re
from itertools import islice

from graph.intake.networks.web import Edge, Node, UnreadableWebError, Web

_PARTED = re.compile(r"^[ \t]*#[ \t]*\r?$", re.MULTILINE)
_LOOKED_AT = 50  # ties by which the format is told
_LEAST_KNOWN = 0.6  # of them; a tie to somebody who is not listed is no other format


def is_tgf(text: str) -> bool:
    """Whether a text is a list of nodes and one of ties that name them, with a sign between both."""
    parted = _PARTED.search(text)
    if parted is None:
        return False
    keys = {words[0] for line in text[: parted.start()].split("\n") if (words := line.split(maxsplit=1))}
    ties = (words for line in text[parted.end() :].split("\n") if (words := line.split(maxsplit=2)))
    first = list(islice(ties, _LOOKED_AT))
    known = sum(len(words) > 1 and keys >= set(words[:2]) for words in first)
    return bool(first) and known >= _LEAST_KNOWN * len(first)


def read_tgf(text: str) -> Web:
    """Read the network of a TGF file."""
    web = Web(directed=True)
    is_tie = False
    for line, row in enumerate(text.splitlines(), 1):
        if not is_tie and row.strip() == "#":
            is_tie = True
        elif is_tie and (words := row.split(maxsplit=2)):
            if len(words) < 2:
                raise UnreadableWebError("network-broken", row[:80], line)
            label = {"label": words[2].strip()} if len(words) > 2 else {}
            web.add_edge(Edge(words[0], words[1], label, line))
        elif words := row.split(maxsplit=1):
            web.add_node(Node(words[0], words[1].strip() if len(words) > 1 else "", {}, line))
    return web
