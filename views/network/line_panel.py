"""What the panel of a line, or of a field, shows; at an end of a line is an element, group, place or field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.dataset import Dataset
from graph.picture import mapped
from graph.picture.behind import LineEnds, SharedProject, behind, ends_of
from graph.picture.folding import PREFIX, Bubble, By, Folding
from views.fields.profile_words import in_brief
from views.fields.question import field_ids
from views.language.words import plain
from views.network import between, groups, hubs, maps
from views.network.picture import drawing_of
from views.view import View

MOST = 12  # things behind a line that the panel shows; more would be a page


@dataclass(frozen=True, slots=True)
class LineItem:
    """A thing behind a line: id and name of its profile, both empty for a direct tie, and facts, safe as Markdown."""

    element: str
    name: str
    facts: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class LineWay:
    """A way onwards: label, page and what changes in its address, and whether it is the one mostly taken."""

    label: str
    page: str
    changes: Mapping[str, Any]
    primary: bool = False


@dataclass(frozen=True, slots=True)
class LinePanel:
    """What the panel of a line, or of a field of competence, says, and where it leads."""

    title: str
    sentence: str
    items: tuple[LineItem, ...]
    more: str
    ways: tuple[LineWay, ...]


def panel_of(view: View, clicked: str | None) -> LinePanel | None:
    """Return what the panel of a clicked line or field says; ``None`` for an element, and where nothing was clicked."""
    if field := hubs.clicked_field(view, clicked):
        return _field(view, field)
    if line := between.line_of(view, clicked):
        items = [LineItem(one.element, _name(view, one.element), between.facts(view, one)) for one in line.reasons]
        ways = tuple(_way(view, end, _name(view, end)) for end in (line.source, line.target))
        return _panel(view, between.title(view, line), between.sentence(view, line), items, ways)
    if not clicked or ">" not in clicked:
        return None
    if ends := hubs.clicked_line(view, clicked):
        return _of_field(view, *ends)
    return _of_groups(view, clicked)


def _field(view: View, field: str) -> LinePanel:
    t, slug = view.t, view.field_slugs[field]
    profile = LineWay(t("netzwerk.panel.profile"), "steckbrief", {"id": field_ids(view)[field]}, primary=True)
    only = LineWay(t("netzwerk.hubs.only"), "netzwerk", {"feld": (slug,)})
    return LinePanel(field, in_brief(view, field), (), "", (profile, only))


def _of_field(view: View, field: str, element: str) -> LinePanel:
    """Say where it stands that an element carries a field: nobody ties the two, the entry names the field."""
    t, name = view.t, _name(view, element)
    title = t("netzwerk.line.title", one=field, other=name)
    ways = (LineWay(t("netzwerk.line.first", name=field), "steckbrief", {"id": field_ids(view)[field]}),)
    item = LineItem("", "", hubs.line_facts(view, element))
    sentence = plain(t("netzwerk.line.field", name=name, field=field))
    return _panel(view, title, sentence, [item], (*ways, _way(view, element, name)))


def _of_groups(view: View, clicked: str) -> LinePanel | None:
    by = maps.placed(view).by if maps.is_map(view) else groups.groups_by(view)
    if by is None:
        return None
    part, folding, prefix = _folded(view, by)
    bubbles = {f"{prefix}{bubble.key}": bubble for bubble in folding.bubbles}
    drawn = frozenset(node.id for node in drawing_of(view).nodes)
    ends = ends_of(clicked, bubbles, drawn)
    if ends is None:
        return None
    one, other = (_end_name(view, by, bubbles.get(end), folding.merged, end) for end in (ends.source, ends.target))
    names = one, other
    found = behind(part, bubbles, ends, drawn)
    items = [LineItem(one.project, _name(view, one.project), _facts(view, part, one, names)) for one in found[:MOST]]
    title = view.t("netzwerk.line.title", one=names[0], other=names[1])
    ways = tuple(_way(view, end, name) for end, name in zip((ends.source, ends.target), names, strict=True))
    return _panel(view, title, _sentence(view, ends, found), items, ways, count=len(found))


def _folded(view: View, by: By) -> tuple[Dataset, Folding, str]:
    if maps.is_map(view):
        return maps.shown_part(view), maps.placed(view).folding, mapped.PREFIX
    return view.part, groups.folding_of(view, by), PREFIX


def _end_name(view: View, by: By, bubble: Bubble | None, merged: int, end: str) -> str:
    if bubble is None:
        return _name(view, end)
    return bubble.key if maps.is_map(view) else groups.name(view, by, bubble, merged)


def _sentence(view: View, ends: LineEnds, found: tuple[SharedProject, ...]) -> str:
    """Say how many projects, or actors of the project at one end, the number on the line counts."""
    if {ends.source, ends.target} & set(view.whole.projects["id"]):
        return view.t.count("gruppen.line_actors", sum(len(one.of_source) + len(one.of_target) for one in found))
    return view.t.count("gruppen.line", len(found))


def _facts(view: View, part: Dataset, one: SharedProject, names: tuple[str, str]) -> list[tuple[str, str]]:
    """Who of either end takes part in a project and as what, when, with whose money, and what says so."""
    reason = between.taking_part_of(part, one.project, tuple(dict.fromkeys((*one.of_source, *one.of_target))))
    sides = zip(names, (one.of_source, one.of_target), strict=True)
    return between.facts(view, reason, [(name, actors) for name, actors in sides if actors])


def _way(view: View, end: str, name: str) -> LineWay:
    """Open the group, filter by the place, or show the profile of the element at an end."""
    t = view.t
    if end in view.names:
        return LineWay(t("netzwerk.line.first", name=name), "steckbrief", {"id": end})
    if maps.is_map(view):
        return LineWay(t("gruppen.line_only", name=name), "netzwerk", maps.filter_for(view, end) or {})
    return LineWay(t("gruppen.line_open", name=name), "netzwerk", {"offen": groups.with_opened(view, end) or ()})


def _panel(
    view: View, title: str, sentence: str, items: list[LineItem], ways: tuple[LineWay, ...], *, count: int = 0
) -> LinePanel:
    left = (count or len(items)) - MOST
    more = view.t("netzwerk.line.more", n=view.t.number(left)) if left > 0 else ""
    return LinePanel(title, sentence, tuple(items[:MOST]), more, ways)


def _name(view: View, element: str) -> str:
    return view.short_names.get(element, element)
