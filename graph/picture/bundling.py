"""Ties of a network become lines: one for each pair, and one more where money flows beside another tie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from typing import Any

import networkx as nx

from graph.ledger.amounts import omission, total
from graph.picture.drawn import DrawnEdge, LineRole
from graph.picture.encoding import HUB, OTHER_WIDTH, ROLE_WIDTHS, amount_class, weight_class
from graph.vocabulary import AmountBasis, Certainty


def bundled(network: nx.Graph, drawn: Set[str], dimmed: Set[str] = frozenset()) -> list[DrawnEdge]:
    """Draw one line per pair of nodes, and one more when money flows between them beside another tie.

    Parameters
    ----------
    network
        The ties.
    drawn, dimmed
        Nodes that are drawn, and those of them that are pale.
    """
    bundles: dict[tuple[str, str, bool], list[Mapping[str, Any]]] = {}
    for a, b, attributes in network.edges(data=True):
        if a in drawn and b in drawn and a != b:
            money = attributes.get("kind") == "funds"
            bundles.setdefault((*_ends(network, a, b), money), []).append(attributes)
    lines_of_pair = Counter(frozenset((a, b)) for a, b, _ in bundles)
    return [
        _edge((a, b), bundle, dimmed=a in dimmed or b in dimmed, curved=lines_of_pair[frozenset((a, b))] > 1)
        for (a, b, _), bundle in sorted(bundles.items(), key=lambda item: item[0])
    ]


def _ends(network: nx.Graph, a: str, b: str) -> tuple[str, str]:
    """Directed lines keep their direction, others run from actor to project, then by id."""
    if network.is_directed():
        return a, b
    first, second = sorted((a, b), key=lambda node: (str(network.nodes[node].get("mode", "")), node))
    return first, second


def _edge(ends: tuple[str, str], bundle: list[Mapping[str, Any]], *, dimmed: bool, curved: bool) -> DrawnEdge:
    """One line for several ties of a pair; the strongest role is shown."""
    first = min(bundle, key=_strength)
    kind = str(first.get("kind") or "cooperation")
    amount = total(attributes.get("amount_eur") for attributes in bundle if _counts(attributes))
    width_class, width = amount_class(amount) if kind == "funds" else _width(kind, first)
    certainties = {str(attributes.get("certainty") or Certainty.CONFIRMED) for attributes in bundle}
    return DrawnEdge(
        id=">".join((*ends, kind) if curved and kind == "funds" else ends),
        source=ends[0],
        target=ends[1],
        kind=kind,
        width_class=width_class,
        width=width,
        line=_line(kind, first.get("change")),
        dashed=Certainty.CONFIRMED not in certainties,
        arrow=kind == "funds",
        curved=curved and kind == "funds",
        ties=sum(_ties(attributes) for attributes in bundle),
        amount_eur=amount,
        dimmed=dimmed,
        weight=float(first["weight"]) if "weight" in first else None,
    )


def _line(kind: str, change: str | None) -> LineRole:
    if change:
        return LineRole(change)
    return _LINE_OF.get(kind, LineRole.TIE)


_LINE_OF = {"funds": LineRole.FUNDING, HUB: LineRole.FIELD}


def _strength(attributes: Mapping[str, Any]) -> int:
    roles = list(ROLE_WIDTHS)
    kind = attributes.get("kind")
    return roles.index(kind) if kind in roles else len(roles)


def _width(kind: str, attributes: Mapping[str, Any]) -> tuple[str, float]:
    if "weight" in attributes:
        return weight_class(attributes["weight"])
    return (kind, ROLE_WIDTHS[kind]) if kind in ROLE_WIDTHS else ("", OTHER_WIDTH)


def _counts(attributes: Mapping[str, Any]) -> bool:
    """Whether the amount of a tie may be added up; an edge of `graph.funding` already holds such a sum."""
    if "omission" in attributes:
        return attributes["omission"] is None
    basis = attributes.get("amount_basis") or AmountBasis.GRANTED
    return omission(attributes.get("amount_eur"), basis, attributes.get("status") or "") is None


def _ties(attributes: Mapping[str, Any]) -> int:
    if "weight" in attributes:
        return len(attributes.get("projects", ())) + len(attributes.get("bodies", ()))
    return len(attributes.get("ties", ())) or 1
