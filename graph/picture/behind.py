"""What a line of a picture in groups, or of a map, is made of: the projects that its number counts."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from graph.build import participations
from graph.dataset import Dataset, unpacked
from graph.picture.folding import Bubble


@dataclass(frozen=True, slots=True)
class SharedProject:
    """A project behind a line, and who of either end takes part in it, by id, sorted.

    An actor that belongs to both groups stands at both ends.
    """

    project: str
    of_source: tuple[str, ...]
    of_target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineEnds:
    """Ids of both ends of a line, of which one at least is a group."""

    source: str
    target: str


def ends_of(line: str, groups: Mapping[str, Bubble], elements: Set[str]) -> LineEnds | None:
    """Read the id of a line with a group at one end at least; ``None`` where it is none.

    Parameters
    ----------
    line
        Such as ``gruppe:MINT>gruppe:Automotive``; the name of a group may hold the sign between them too.
    groups
        The groups by the ids of their nodes.
    elements
        Ids of all nodes.
    """
    for place in (place for place, sign in enumerate(line) if sign == ">"):
        ends = line[:place], line[place + 1 :]
        if all(end in elements for end in ends) and any(end in groups for end in ends):
            return LineEnds(*ends)
    return None


def behind(
    dataset: Dataset, groups: Mapping[str, Bubble], ends: LineEnds, inside: Set[str]
) -> tuple[SharedProject, ...]:
    """Collect the projects that a line stands for, by id.

    Parameters
    ----------
    dataset
        What was folded.
    groups
        The groups by the ids of their nodes.
    ends
        Of the line.
    inside
        Elements that are drawn one by one; a closed group is what it has beside them.
    """
    taking_part = participations(dataset)[["from_id", "to_id"]].drop_duplicates()
    of_project: dict[str, set[str]] = {}
    for actor, project in unpacked(taking_part, "from_id", "to_id"):
        of_project.setdefault(project, set()).add(actor)
    if not {ends.source, ends.target} & set(of_project):
        return _of_actors(groups, ends, of_project, inside)
    element, group = (ends.source, ends.target) if ends.source in of_project else (ends.target, ends.source)
    members = of_project[element] & _actors(groups, group, inside)
    both = ((), tuple(sorted(members))) if element == ends.source else (tuple(sorted(members)), ())
    return (SharedProject(element, *both),) if members else ()


def _of_actors(
    groups: Mapping[str, Bubble], ends: LineEnds, of_project: Mapping[str, set[str]], inside: Set[str]
) -> tuple[SharedProject, ...]:
    """Projects with actors of both ends; between two groups those of either only, as the number on the line counts."""
    both = [groups[end] for end in (ends.source, ends.target) if end in groups]
    open_too = inside if len(both) == 1 else frozenset()
    source, target = (_actors(groups, end, open_too) for end in (ends.source, ends.target))
    own = {project for bubble in both for project in bubble.projects} if len(both) > 1 else set(of_project)
    return tuple(
        SharedProject(project, tuple(sorted(actors & source)), tuple(sorted(actors & target)))
        for project, actors in sorted(of_project.items())
        if project in own and actors & source and actors & target
    )


def _actors(groups: Mapping[str, Bubble], end: str, inside: Set[str]) -> set[str]:
    """Actors of a group that are not drawn one by one, or the actor itself."""
    return set(groups[end].actors) - inside if end in groups else {end}
