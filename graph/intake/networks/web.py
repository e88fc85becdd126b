"""The one form of every network that is read: nodes and ties with text attributes, each on its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import AkteursnetzError

MOST_NODES = 100_000
MOST_TIES = 200_000


class UnreadableWebError(AkteursnetzError, ValueError):
    """A network cannot be read; ``code`` is the code of the finding, ``value`` what was found."""

    def __init__(self, code: str, value: str = "", line: int = 0) -> None:
        super().__init__(code)
        self.code, self.value, self.line = code, value, line


@dataclass(frozen=True, slots=True)
class Node:
    """One node: its key within the file, what it is called, and whatever else is said."""

    key: str
    label: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """One tie between two keys; ``directed`` is ``None`` where the file does not say it of the tie itself."""

    start: str
    end: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    line: int = 0
    directed: bool | None = None


@dataclass(slots=True)
class Web:
    """A network.

    Attributes
    ----------
    nodes, edges
        Everything, in the order of the file.
    directed
        What holds for ties that do not say it themselves.
    declared
        The nodes are listed: a tie whose end is no node is left out, else its ends are nodes.
    keeps_keys
        Keys are ids of the contract, as in files of our own.
    is_temporal
        The network changes over time, and all of it is read at once.
    """

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    directed: bool = False
    declared: bool = True
    keeps_keys: bool = False
    is_temporal: bool = False

    def add_node(self, node: Node) -> None:
        """Add a node.

        Raises
        ------
        UnreadableWebError
            When there are more than any region has.
        """
        if len(self.nodes) >= MOST_NODES:
            raise UnreadableWebError("network-too-large", str(MOST_NODES))
        self.nodes.append(node)

    def add_edge(self, edge: Edge) -> None:
        """Add a tie.

        Raises
        ------
        UnreadableWebError
            When there are more than any region has.
        """
        if len(self.edges) >= MOST_TIES:
            raise UnreadableWebError("network-too-large", str(MOST_TIES))
        self.edges.append(edge)


def text_of(value: object) -> str:
    """Return a plain value as text; lists are separated by ``;``, structures within are left out."""
    if value is None or isinstance(value, Mapping):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return ";".join(text for each in value if not isinstance(each, list | tuple) and (text := text_of(each)))
    return str(value).strip()
