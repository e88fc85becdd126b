"""What a link asks for that is not in the data or on the page: who exports without a screen must not overlook it."""

from __future__ import annotations

from collections.abc import Iterator

from graph.answers.scenario import AddPartnership, Change, EndProject, RemoveActor
from graph.answers.scenario_link import from_text
from views.exhibit.offered import not_offered
from views.exhibit.pages import EDITING, TABS
from views.fields.question import profiles_named
from views.view import View, unknown_in_answers

_IDS = ("fokus", "id", "partnervon")


def unknown_asked(view: View) -> tuple[str, ...]:
    """List as ``name=value`` all that a view asks for and that there is not, each once, in the order of a reader."""
    answers = unknown_in_answers(view.query, view.whole)
    return tuple(dict.fromkeys((*view.unknown, *answers, *_of_page(view), *not_offered(view))))


def _of_page(view: View) -> Iterator[str]:
    asked = view.query
    known = {**dict.fromkeys(_IDS, view.names), "id": profiles_named(view)}
    yield from (f"{name}={value}" for name in _IDS if (value := getattr(asked, name)) and value not in known[name])
    projects = {*view.whole.projects["id"]}
    yield from (f"ohne={value}" for value in asked.ohne if value not in projects)
    tabs = {*TABS.get(view.page, {}), *EDITING.get(view.page, ())}
    if asked.reiter and asked.reiter not in tabs:
        yield f"reiter={asked.reiter}"
    scenario, unreadable = from_text(asked.szenario)
    gone = (element for change in scenario.changes for element in _elements(change) if element not in view.names)
    yield from (f"szenario={part}" for part in (*unreadable, *gone))


def _elements(change: Change) -> tuple[str, ...]:
    """Ids that a change is about; a project that is made up has none yet."""
    if isinstance(change, RemoveActor):
        return (change.actor,)
    if isinstance(change, EndProject):
        return (change.project,)
    return (change.a, change.b) if isinstance(change, AddPartnership) else ()
