"""What the review screen is told of each proposal: its facts, its stroke, and what the data hold already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from graph.extraction import Proposal, Proposed
from graph.extraction.matching import Alike
from views.language.words import Words
from views.papers.words import opposed, reason

_NAMED = (Proposed.ACTOR, Proposed.PROJECT)


def card(t: Words, one: Proposal) -> dict[str, Any]:
    """Return what the screen is told of a proposal itself."""
    value = "" if one.value_eur is None else t.number(one.value_eur, 0 if one.value_eur == int(one.value_eur) else 2)
    return {
        "kind": str(one.kind),
        "span": list(one.span),
        "spans": [list(one.span), *[list(span) for span in one.spans if span != one.span]],
        "text": one.text if one.kind in _NAMED else "",
        "words": " ".join(one.text.split()),
        "type": one.type,
        "status": one.status,
        "collective": one.collective,
        "source": one.source,
        "target": one.target,
        "value": value,
        "basis": one.basis,
        "edtf": one.edtf,
        "of": one.of,
        "sure": one.sure,
        "why": reason(t, one),
        "picks": _picks(one),
    }


def _picks(one: Proposal) -> dict[str, Any] | None:
    """Return the end of a tie that may mean several, and the names to choose from, the nearest first."""
    if not one.choices or not one.open_end:
        return None
    return {"end": one.open_end, "names": [getattr(one, one.open_end), *one.choices]}


def beside(t: Words, meant: Alike | None, against: Any) -> dict[str, Any]:  # noqa: ANN401 - of either kind, or None
    """Return what the data hold already: whom the name may mean, and what they say otherwise.

    Parameters
    ----------
    t
        Words of the screen.
    meant
        See `graph.extraction.matching.alike`.
    against
        See `graph.extraction.matching.contradictions`.
    """
    shown: dict[str, Any] = {}
    if meant is not None:
        shown["alike"] = {"id": meant.id, "name": meant.name, "all": entries(meant)}
        if meant.sure and not meant.others:
            shown["same"] = meant.id  # one entry has this very name: to accept it is to mean that one
    if against is not None:
        shown["against"] = opposed(t, against)
    return shown


def entries(meant: Alike) -> list[list[str]]:
    """Return id, name and what is shown of each entry to choose from; one that is likely and alone needs no choice."""
    known = [(meant.id, meant.name), *meant.others]
    names = Counter(name for _, name in known)
    shown = [[id, name, name if names[name] == 1 else f"{name} ({id})"] for id, name in known]
    return shown if meant.others or not meant.likely else []


def strokes_of(proposals: Sequence[Proposal]) -> dict[int, int]:
    """Return for proposals of a list the number of its stroke: ties of one frame, and the names they list."""
    groups: dict[int, list[Proposal]] = {}
    for one in proposals:
        if one.group:
            groups.setdefault(one.group, []).append(one)
    listed = {}
    for number, ties in groups.items():
        for ends in ({tie.source for tie in ties}, {tie.target for tie in ties}):
            if len(ends) > 2:
                listed.update(dict.fromkeys(ends, number))
    return {
        place: one.group or listed.get(one.text, 0)
        for place, one in enumerate(proposals)
        if one.group or (one.kind in _NAMED and one.text in listed)
    }
