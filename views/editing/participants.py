"""Who takes part in a new project: a list that grows name by name, and the edits that save it with the project."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from store import Edit
from views.editing.draft import EntryDraft, filled, free_id

# kind of tie -> column of projects.csv that lists it; the others get rows of their own
LISTED = {"leads": "lead", "partner": "partners", "funds": "funders"}
ROLES = ("leads", "partner", "supports", "funds")


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor and the role it has.

    Attributes
    ----------
    actor
        Id of an actor, ``""`` for one that is not in the data yet.
    name
        Name as it was typed or found.
    """

    actor: str
    name: str
    role: str

    @property
    def is_new(self) -> bool:
        """Whether the actor is created with the project."""
        return not self.actor


def added(listed: Sequence[Participant], actor: str, name: str) -> tuple[Participant, ...]:
    """Return the list with one more; the first leads, the others are partners, nobody stands there twice.

    Parameters
    ----------
    listed
        Who takes part so far.
    actor
        Id of the actor, ``""`` for a new one.
    name
        Name as it was typed.
    """
    known = {one.actor or one.name.casefold() for one in listed}
    if not name.strip() or (actor or name.strip().casefold()) in known:
        return tuple(listed)
    return (*listed, Participant(actor, " ".join(name.split()), "partner" if listed else "leads"))


def with_role(listed: Sequence[Participant], place: int, role: str) -> tuple[Participant, ...]:
    """Return the list with another role at one place.

    Parameters
    ----------
    listed
        Who takes part so far.
    place
        Place in the list, from 0.
    role
        Role in the project.
    """
    return tuple(replace(one, role=role) if at == place else one for at, one in enumerate(listed))


def without(listed: Sequence[Participant], place: int) -> tuple[Participant, ...]:
    """Return the list without one place."""
    return tuple(one for at, one in enumerate(listed) if at != place)


def edits_of(project: EntryDraft, listed: Sequence[Participant], taken: Collection[str]) -> list[Edit]:
    """Return the edits that save a project with everybody who takes part, actors that are new included.

    Parameters
    ----------
    project
        With its id.
    listed
        Who takes part.
    taken
        Ids of all actors and projects.
    """
    ids = _ids(listed, {*taken, project.cells.get("id", "")})
    new = [
        Edit("actors", id, 0, {"id": id, "name": one.name}) for id, one in zip(ids, listed, strict=True) if one.is_new
    ]
    for role, column in LISTED.items():
        project = filled(project, column, ";".join(_of(role, ids, listed)))
    supporters = [
        Edit("links", "", 0, {"from_id": id, "to_id": project.cells["id"], "kind": "supports"})
        for id in _of("supports", ids, listed)
    ]
    return [*new, project.edit, *supporters]


def _ids(listed: Iterable[Participant], taken: set[str]) -> list[str]:
    ids: list[str] = []
    for one in listed:
        ids.append(one.actor or free_id(one.name, {*taken, *ids}))
    return ids


def _of(role: str, ids: Iterable[str], listed: Iterable[Participant]) -> list[str]:
    return [id for id, one in zip(ids, listed, strict=True) if one.role == role]
