"""Which large consortia carry the number of cooperations, in words."""

from __future__ import annotations

from collections.abc import Sequence

from graph import consortia
from graph.consortia import Carrying
from graph.dataset import Dataset
from graph.picture.drawn import Drawing
from views.keeping import cached
from views.network.picture import shows_elements
from views.speaking import speech
from views.view import View


@cached
def carrying_of(dataset: Dataset, pairs: frozenset[tuple[str, str]] | None = None) -> tuple[Carrying, ...]:
    """See `graph.consortia.carrying`.

    Parameters
    ----------
    dataset
        Tables of the data.
    pairs
        Only these are counted; all by default.
    """
    return consortia.carrying(dataset, pairs)


def carrying_shown(view: View, drawing: Drawing) -> tuple[Carrying, ...]:
    """Return those that carry what the picture shows: around a focus or of strong ties a part, of groups none."""
    if not shows_elements(view):
        return ()
    lines = (line for line in drawing.edges if not line.dimmed)
    return carrying_of(
        view.part, frozenset((min(one.source, one.target), max(one.source, one.target)) for one in lines)
    )


def carried(view: View) -> str:
    """Say how many cooperations exist only through large consortia; ``""`` when none carries the figure."""
    return through(view, carrying_of(view.part))


def through(view: View, found: Sequence[Carrying], sentence: str = "netzwerk.carried.sentence") -> str:
    """Say how many cooperations exist only through these consortia; ``""`` when there are none.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    found
        The consortia, the most carrying first.
    sentence
        Key of the words that say which cooperations are counted.
    """
    t, say = view.t, speech(view)
    if not found:
        return ""
    said = (
        t.count(
            "netzwerk.carried.through",
            each.only,
            name=say.name(each.project),
            of=t.number(each.members),
            declared=t.count("netzwerk.carried.declared", each.declared) if each.declared else "",
        )
        for each in found
    )
    return t(sentence, pairs=t.number(found[0].pairs), what="; ".join(said))
