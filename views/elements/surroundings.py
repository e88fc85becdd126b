"""The network around the element of a profile, small enough that every name is written."""

from __future__ import annotations

from dataclasses import replace

from graph import surroundings
from graph.dataset import Dataset
from graph.export import Exhibit
from graph.picture.drawn import Drawing
from graph.profile import Profile
from graph.selection import Selection
from views.address.parameters import Query
from views.elements.answer import profile_of
from views.exhibit.frame import framed
from views.keeping import cached
from views.network import exhibit as network
from views.network import picture as pictures
from views.network import words as network_words
from views.view import View

MOST = 25  # elements, so that all names find room


@cached
def around(dataset: Dataset, element: str) -> Dataset:
    """See `graph.surroundings.surroundings`."""
    return surroundings.surroundings(dataset, element, MOST)


def surroundings_view(view: View, element: str) -> View:
    """Return the view of the network that holds an element and what is nearest to it, whatever the filters."""
    near = around(view.whole, element)
    query = Query(lang=view.query.lang, fokus=element, umkreis="2")
    return replace(view, query=query, whole=near, part=near, selection=Selection(), page="netzwerk")


def drawing(view: View, shown: Profile) -> Drawing | None:
    """Draw the surroundings of an element; ``None`` when it is tied to nothing."""
    near = surroundings_view(view, shown.id)
    return pictures.told_apart(view, pictures.drawing_of(near)) if len(near.part.ties) else None


def sentence(view: View, shown: Profile, drawn: Drawing) -> str:
    """Say what is near the element, and how much of it the picture shows.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    shown
        The actor or project.
    drawn
        Its surroundings.
    """
    near = network_words.near(replace(view, query=Query(lang=view.query.lang, fokus=shown.id), part=view.whole))
    drawn_ids = {node.id for node in drawn.nodes}
    if {*(partner.id for partner in shown.partners), *shown.taking_part} <= drawn_ids:
        return near
    return f"{near} {view.t('steckbrief.surroundings.some', n=view.t.number(len(drawn.nodes) - 1))}"


def exhibit(view: View, element: str) -> Exhibit | None:
    """Return the surroundings of an element as an exhibit of their own; ``None`` when it is tied to nothing."""
    shown = profile_of(view.whole, element)
    drawn = drawing(view, shown) if shown else None
    if shown is None or drawn is None:
        return None
    near, said = surroundings_view(view, element), sentence(view, shown, drawn)
    picture = network.drawn_network(near, drawn, said, arranged=True)
    title = view.t("steckbrief.surroundings.title", name=view.short_names[element])
    return framed(near, title, said, picture=picture)
