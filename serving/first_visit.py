"""What the first visitor would wait for is asked when the server starts: data, landing page, network, its fields.

Answers are kept by the content of the data, so whoever comes is given them. What two libraries do once in a process,
when they are first asked, is done here, too.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from importlib import import_module

from streamlit import env_util

from graph.dataset import Dataset
from graph.picture.scene import MOST_COMPLETE
from store import region
from ui.view import data_folder, stored
from views.address.filter_choices import offered_everywhere
from views.address.parameters import Query
from views.address.slugs import slugs_of
from views.changes import answer as changes
from views.changes.states import chosen_of, held
from views.data.answer import open_points_of
from views.elements.search import findable
from views.exhibit.links import exhibit_of, view_asked
from views.funding.answer import coverage_of
from views.loaded import Saved, part, read_state, states_beside
from views.network.canvas_words import worded
from views.network.picture import drawing_of
from views.news import soon
from views.overview.welcome import ways
from views.view import View

log = logging.getLogger("akteursnetz")


def prepare() -> None:
    """Ask for all of it; a server whose data cannot be read starts nevertheless, and says so to whoever comes."""
    env_util.is_repl()  # looks for the file of every module there is: 70 ms
    import_module("streamlit.emojis")  # asked by the logo whether it is one: 120 ms
    try:
        data = stored(region.present()).dataset
        landing_page(replace(view_asked(data, "ueberblick", Query()), present=region.present()))
        network(data)
        fields(data)
    except Exception as fault:  # whatever the visitor will be told
        log.warning("nothing is prepared for the first visitor: %s", type(fault).__name__)


def landing_page(view: View) -> None:
    """Ask what the landing page and the bar above every page show."""
    exhibit_of(view)
    part(view.whole, view.selection)
    coverage_of(view.part)
    findable(view)
    ways(view)
    open_points_of(view.part)
    soon.ending(view)
    soon.unchecked(view)
    offered_everywhere(view)
    known: dict[str, Saved] = {**states_beside(data_folder()), **held(view)}
    if key := chosen_of(view, known):
        older = read_state(known[key], view.present, region.address()).dataset
        changes.in_brief(older, view.whole, view.selection, view.t.language)


def network(data: Dataset) -> None:
    """Draw the network as it opens first, and with all elements where they are ever drawn one by one."""
    few = len(data.actors) + len(data.projects) <= MOST_COMPLETE
    for asked in (Query(), Query(ganz="ja")) if few else (Query(),):
        view = view_asked(data, "netzwerk", asked)
        worded(drawing_of(view), view.t.entries)


def fields(data: Dataset) -> None:
    """Draw what each field of competence leaves, which is the filter asked for first, of data drawn one by one."""
    if len(data.actors) + len(data.projects) > MOST_COMPLETE:
        return
    for field in slugs_of(data, "feld"):
        view = view_asked(data, "netzwerk", Query(feld=(field,)))
        part(view.whole, view.selection)
        exhibit_of(view)
        worded(drawing_of(view), view.t.entries)
