"""What a picture shows of very many actors, kept and said."""

from __future__ import annotations

from graph.dataset import Dataset
from graph.picture import few
from graph.picture.scene import MOST_COMPLETE, STRONGEST
from views.keeping import shared_part
from views.view import View


@shared_part
def few_of(dataset: Dataset) -> Dataset:
    """See `graph.picture.few.few_of`."""
    return few.few_of(dataset)


def few_said(view: View, order: str = "connected") -> list[str]:
    """Say whom a picture shows where there are too many actors to draw them all.

    Parameters
    ----------
    view
        The view.
    order
        Who comes first: ``connected``, or ``changed`` where a picture is about changes.
    """
    actors = len(view.part.actors)
    if actors <= MOST_COMPLETE:
        return []
    return [view.t(f"rollen.drawn.{order}", n=view.t.number(STRONGEST), of=view.t.number(actors))]
