"""The place where something else, such as a local model, may add proposals. None is shipped.

An adder is given the text and what the rules found, and returns more. It can neither change nor remove: what it returns is
kept only when its place lies in the text, when it names no person and when the rules did not find it themselves; it is never
sure. An adder registers itself: ``ADDING["name"] = adder``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from graph.extraction.proposals import Proposal

Adder = Callable[[str, Sequence[Proposal]], Iterable[Proposal]]

ADDING: dict[str, Adder] = {}
LONGEST_SPAN = 400  # characters


def added(text: str, found: Sequence[Proposal], persons: Sequence[tuple[int, int]]) -> Iterator[Proposal]:
    """Yield the further proposals of all adders.

    Parameters
    ----------
    text
        The text as given.
    found
        What the rules proposed.
    persons
        Where persons are named; nothing there is ever proposed.
    """
    known = {_what(proposal) for proposal in found}
    for name, adder in ADDING.items():
        for proposal in adder(text, tuple(found)):
            start, end = proposal.span
            inside = 0 <= start < end <= len(text) and end - start <= LONGEST_SPAN
            free = not any(start < stop and begin < end for begin, stop in persons)
            if inside and free and _what(proposal) not in known:
                known.add(_what(proposal))
                yield replace(proposal, sure=False, rule=name)


def _what(proposal: Proposal) -> tuple[object, ...]:
    return (
        proposal.kind,
        proposal.text.casefold(),
        proposal.source,
        proposal.target,
        proposal.type,
        proposal.edtf,
        proposal.value_eur,
        proposal.of,
    )
