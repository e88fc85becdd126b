"""The picture in groups: which groups, which of them are open, what they are called."""

from __future__ import annotations

from dataclasses import replace

from graph.dataset import Dataset
from graph.picture import folding, grouped
from graph.picture.drawn import Drawing
from graph.picture.folding import REST, Bubble, By, Folding
from graph.picture.grouped import Folds
from graph.picture.scene import MOST_COMPLETE, Scene
from views.address.codec import slug
from views.address.slugs import home_counties
from views.evidence.expected import drawn_pairs
from views.keeping import cached
from views.language.words import Words
from views.network import answer
from views.roles.answer import groups_of
from views.view import View, narrow_of, scene_of

UNPROMPTED = 60  # elements drawn one by one without being asked for; of more the groups come first

_BY = {"feld": By.FIELD, "typ": By.TYPE, "ort": By.PLACE, "kreis": By.COUNTY, "netz": By.NET}
GROUPINGS = (*_BY.values(),)
_NAMED = 2  # members after whom a group in the network is called


def drawing_of(view: View) -> Drawing:
    """Return the picture that a view asks for: of its elements, or of their groups."""
    by = groups_by(view)
    if by is None:
        return answer.drawing_of(view.whole, view.part, scene_of(view.query))
    found = folding_of(view, by)
    names = tuple((key, *both) for key, both in labels(view, by).items())
    asked = replace(scene_of(view.query), hubs=False)  # a field is a group, or what groups share
    return _drawing_of(view.whole, view.part, asked, Folds(by, names, opened(view, found)))


def groups_by(view: View) -> By | None:
    """Decide what the groups of a view are; ``None`` where its elements are drawn one by one."""
    asked = view.query
    if asked.form == "karte":
        return None
    count = _drawn(view)
    if asked.gruppen in _BY:
        return _BY[asked.gruppen]
    if asked.fokus or asked.rest == "blass":
        return None
    if count > MOST_COMPLETE:
        return _first(view.part)
    asked_for = asked.ganz or asked.gruppen == "aus" or asked.zwischen or view.selection.active
    return None if asked_for or count <= UNPROMPTED else _first(view.part)


def _drawn(view: View) -> int:
    """Count what would be drawn one by one: everything, or the actors of a network of what stands out."""
    if view.query.ansicht == "kooperation" and narrow_of(view.query).rate:
        return len({actor for pair in drawn_pairs(view) for actor in pair})
    return len(view.part.actors) + len(view.part.projects)


def _first(dataset: Dataset) -> By | None:
    """Choose the grouping that says most: by field, else by type, where any is recorded."""
    if any(dataset.projects["kompetenzfelder"]) or any(dataset.actors["kompetenzfelder"]):
        return By.FIELD
    return By.TYPE if any(dataset.actors["type"]) else By.NET


def name_of(by: By) -> str:
    """Value of the address for a grouping."""
    return next(name for name, value in _BY.items() if value is by)


def folding_of(view: View, by: By) -> Folding:
    """Return the groups of a view."""
    return _folding_of(view.part, by, _home(view.whole, by))


def _home(whole: Dataset, by: By) -> frozenset[str]:
    return home_counties(whole) if by is By.COUNTY else frozenset()


@cached
def _folding_of(dataset: Dataset, by: By, home: frozenset[str]) -> Folding:
    """See `graph.picture.folding.fold`."""
    return folding.fold(dataset, by, home=home)


@cached
def _drawing_of(whole: Dataset, part: Dataset, asked: Scene, folds: Folds) -> Drawing:
    return grouped.draw_groups(whole, part, asked, _folding_of(part, folds.by, _home(whole, folds.by)), folds)


def slug_of(key: str) -> str:
    """Name of a group in the address; the small ones together and those without a group have one, too."""
    return {REST: "uebrige", "": "ohne"}.get(key) or slug(key)


def opened(view: View, found: Folding) -> frozenset[str]:
    """Keys of the groups that are open."""
    return frozenset(bubble.key for bubble in found.bubbles if slug_of(bubble.key) in view.query.offen)


def with_opened(view: View, clicked: str) -> tuple[str, ...] | None:
    """Return the open groups of the address after a click on a bubble; ``None`` where it is none."""
    by = groups_by(view)
    key = grouped.opened_by(folding_of(view, by), clicked) if by else None
    return None if key is None else (*view.query.offen, slug_of(key))


def labels(view: View, by: By) -> dict[str, tuple[str, str]]:
    """Name of each group, and its label: the name above what is in it."""
    found = folding_of(view, by)
    named = {bubble.key: name(view, by, bubble, found.merged) for bubble in found.bubbles}
    return {
        bubble.key: (
            f"{named[bubble.key]}: {contents(view.t, bubble)}",
            f"{named[bubble.key]}\n{_contents_in_brief(view.t, bubble)}",
        )
        for bubble in found.bubbles
    }


def name(view: View, by: By, bubble: Bubble, merged: int = 0) -> str:
    """Name of a group: as recorded, or what it lacks, or after its best connected members.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    by
        What the groups are made by.
    bubble
        The group.
    merged
        How many elements the group stands for.
    """
    t = view.t
    if bubble.key == REST:
        return t("gruppen.rest", what=t.count(f"gruppen.kinds.{name_of(by)}", merged))
    if not bubble.key:
        return t(f"gruppen.none.{name_of(by)}")
    if by is not By.NET:
        return t.recorded(bubble.key) if by is By.TYPE else bubble.key
    members = {str(group.number): group.members for group in groups_of(view.part).groups}
    first = members.get(bubble.key, bubble.actors)[:_NAMED]
    return t("gruppen.around", names=t.names([view.short_names[member] for member in first]))


def counted(view: View, by: By, drawing: Drawing) -> str:
    """Say of which kind the groups are and how many: those that have a name, those without, the rest; and who is open.

    Parameters
    ----------
    view
        What is asked.
    by
        What the groups are made by.
    drawing
        The picture, in which groups may be open.
    """
    t, kind, found = view.t, name_of(by), folding_of(view, by)
    drawn = {node.id for node in drawing.nodes}
    keys = [bubble.key for bubble in found.bubbles]
    is_open = sum(bubble.id not in drawn for bubble in found.bubbles)
    if is_open == len(keys):
        return t("gruppen.all_open" if keys else "gruppen.no_group")
    named = sum(key not in ("", REST) for key in keys)
    said = [
        t.count(f"gruppen.kinds.{kind}", named) if named else "",
        t(f"gruppen.without.{kind}") if "" in keys else "",
        t.count("gruppen.merged", found.merged) if REST in keys else "",
    ]
    groups = t.names(part for part in said if part)
    return t.count("gruppen.with_open", is_open, groups=groups) if is_open else groups


def contents(t: Words, bubble: Bubble) -> str:
    """Say how many actors and projects are in a group."""
    return _with_projects(t, t.count("count.actors", len(bubble.actors)), bubble)


def _contents_in_brief(t: Words, bubble: Bubble) -> str:
    """Say it where room is scarce: in the label of the group on the picture."""
    return _with_projects(t, t.count("gruppen.brief_actors", len(bubble.actors)), bubble)


def _with_projects(t: Words, actors: str, bubble: Bubble) -> str:
    return f"{actors}, {t.count('count.projects', len(bubble.projects))}" if bubble.projects else actors
