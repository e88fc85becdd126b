"""DOT of Graphviz, as far as networks use it: statements of nodes and edges, chains, and groups in braces."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, product

from graph.intake.networks.web import Edge, Node, UnreadableWebError, Web

_TOKEN = re.compile(
    r'\s+|//[^\n]*|^\#[^\n]*|/\*.*?\*/|"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<sign>->|--|[{}\[\];,=:<+])|'
    r'(?P<word>(?:(?!->|--)[^\s{}\[\];,=":<])+)',
    re.DOTALL | re.MULTILINE,
)
_BRACKETS = re.compile(r"[<>]")
_TAG = re.compile(r"<[^<>]*>")
_LONGEST = 2_000_000  # characters; each becomes a token of its own in the worst case
_DEEPEST = 100  # braces within braces
_DEFAULTS = frozenset({"graph", "node", "edge"})
_EDGES = frozenset({"->", "--"})
_Token = tuple[str, str]  # sign, word or quoted text, and which of them it is


@dataclass(slots=True)
class _Block:
    """What stands in braces, and its statement on the way."""

    members: dict[str, None] = field(default_factory=dict)
    chain: list[list[str]] = field(default_factory=list)
    cells: dict[str, str] = field(default_factory=dict)
    is_joined: bool = False
    is_node: bool = False


def read_dot(text: str) -> Web:
    """Read the nodes and edges of a DOT file; looks and ports are passed over, groups are their nodes."""
    if len(text) > _LONGEST:
        raise UnreadableWebError("network-too-large", str(len(text)))
    tokens = list(_tokens(text))
    opening = next((place for place, token in enumerate(tokens) if token == ("{", "sign")), -1)
    if opening < 0:
        raise UnreadableWebError("network-broken", "{")
    web = Web(directed=any(token.casefold() == "digraph" for token, _ in tokens[:opening]))
    _Reading(web, tokens).read(opening + 1)
    return web


def _tokens(text: str) -> Iterator[_Token]:
    place = 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            place += 1
        elif found["sign"] == "<":
            end = _end_of_html(text, place)
            yield " ".join(html.unescape(_TAG.sub(" ", text[place + 1 : end - 1])).split()), "quoted"
            place = end
        else:
            if kind := found.lastgroup:
                yield found[kind], kind
            place = found.end()


def _end_of_html(text: str, start: int) -> int:
    """Return where a text in angle brackets ends."""
    depth = 0
    for sign in _BRACKETS.finditer(text, start):
        depth += 1 if sign[0] == "<" else -1
        if not depth:
            return sign.end()
    return len(text)


class _Reading:
    """Statements one after the other; braces are kept on a stack.

    Parameters
    ----------
    web
        Gets nodes and edges.
    tokens
        All of the file.
    """

    def __init__(self, web: Web, tokens: list[_Token]) -> None:
        self._web, self._tokens, self._labels = web, tokens, dict[str, str]()

    def read(self, place: int) -> None:
        """Read from a token on."""
        stack = [_Block()]
        while stack and place < len(self._tokens):
            place = self._step(stack, place)
        for block in stack:
            self._say(block)
        for key, label in self._labels.items():
            self._web.add_node(Node(key, label))

    def _step(self, stack: list[_Block], place: int) -> int:
        """Take one token, and return where the next one is."""
        token, kind = self._tokens[place]
        block = stack[-1]
        if kind != "sign":
            return self._word(block, place)
        if token == "{":
            if len(stack) > _DEEPEST:
                raise UnreadableWebError("network-broken", token)
            stack.append(_Block())
        elif token == "}":
            self._say(stack.pop())
            if stack:
                self._take(stack[-1], list(block.members), is_node=False)
        elif token == "[":
            return self._attributes(block.cells, place + 1)
        elif token in _EDGES:
            block.is_joined = bool(block.chain)
        elif token == ":":
            return place + 2  # a port
        elif token in ";,":
            self._say(block)
        return place + 1

    def _word(self, block: _Block, place: int) -> int:
        token, kind = self._tokens[place]
        after = self._tokens[place + 1] if place + 1 < len(self._tokens) else ("", "")
        if after == ("=", "sign"):
            return place + 3  # an attribute of the graph
        if kind == "word" and token.casefold() in _DEFAULTS and after == ("[", "sign"):
            return self._attributes({}, place + 2)
        if kind == "word" and token.casefold() == "subgraph":
            return place + 1 + (after[1] != "sign")
        self._take(block, [_unescaped(token)], is_node=True)
        return place + 1

    def _take(self, block: _Block, names: list[str], *, is_node: bool) -> None:
        """Add nodes to a statement, or begin one with them."""
        if not block.is_joined:
            self._say(block)
        for name in names:
            self._labels.setdefault(name, name)
        block.members.update(dict.fromkeys(names))
        block.chain.append(names)
        block.is_joined, block.is_node = False, is_node

    def _attributes(self, cells: dict[str, str], place: int) -> int:
        """Read what stands in square brackets, and return where it ends."""
        while place < len(self._tokens) and self._tokens[place] != ("]", "sign"):
            token, kind = self._tokens[place]
            if kind != "sign" and self._tokens[place + 1 : place + 2] == [("=", "sign")]:
                value = self._tokens[place + 2] if place + 2 < len(self._tokens) else ("", "sign")
                if value[1] != "sign":
                    cells.setdefault(token.casefold(), _unescaped(value[0]))
                    place += 2
            place += 1
        return place + 1

    def _say(self, block: _Block) -> None:
        """Finish a statement: an edge between each two that follow one another, or a node with its label."""
        for starts, ends in pairwise(block.chain):
            for start, end in product(starts, ends):
                self._web.add_edge(Edge(start, end, dict(block.cells)))
        if len(block.chain) == 1 and block.is_node and "label" in block.cells:
            self._labels[block.chain[0][0]] = block.cells["label"].replace("\\N", block.chain[0][0])
        block.chain, block.cells, block.is_joined = [], {}, False


def _unescaped(text: str) -> str:
    """Return a quoted text as it is meant; ends of lines are blanks."""
    if "\\" not in text:
        return text
    return re.sub(r'\\(["\\])', r"\1", re.sub(r"\\[nlr]|\\\n", " ", text)).strip()
