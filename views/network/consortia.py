"""Which large consortia carry the number of cooperations, in words."""

from __future__ import annotations

from graph import consortia
from graph.consortia import Carrying
from graph.dataset import Dataset
from views.keeping import cached
from views.speaking import speech
from views.view import View


@cached
def carrying_of(dataset: Dataset) -> tuple[Carrying, ...]:
    """See `graph.consortia.carrying`."""
    return consortia.carrying(dataset)


def carried(view: View) -> str:
    """Say how many cooperations exist only through large consortia; ``""`` when none carries the figure."""
    t, found, say = view.t, carrying_of(view.part), speech(view)
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
    return t("netzwerk.carried.sentence", pairs=t.number(found[0].pairs), what="; ".join(said))
