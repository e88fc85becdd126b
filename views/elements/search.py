"""What the search finds, in the order in which equally good hits stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.dataset import Dataset
from graph.memory import remembered_of_one
from graph.pairs import cooperations
from graph.picture.scene import projects_by_actor
from views.address.codec import slug
from views.fields.question import field_ids
from views.keeping import cached
from views.names import names_of
from views.rows import rows_of
from views.view import View


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """An actor, project or field of competence to be found.

    Attributes
    ----------
    id
        Its id, as the address of its profile has it.
    label, hint
        Full name, and short name where that says more; of a field that it is one.
    names
        All names it is found by: full, short and other ones.
    """

    id: str
    label: str
    hint: str
    names: tuple[str, ...]


@cached
def entries(dataset: Dataset) -> tuple[SearchEntry, ...]:
    """All actors and projects: actors first, those with most partners and projects before others, then by name."""
    partners, projects = cooperations(dataset).partners, projects_by_actor(dataset)
    members = dataset.ties["to_id"].value_counts()
    ties = {actor: partners[actor] + projects.get(actor, 0) for actor in dataset.actors["id"]}
    actors = sorted(rows_of(dataset.actors), key=lambda row: (-ties[row.id], slug(row.name)))
    others = sorted(rows_of(dataset.projects), key=lambda row: (-int(members.get(row.id, 0)), slug(row.name)))
    names = names_of(dataset)
    return tuple(_entry(row, names) for row in (*actors, *others))


def findable(view: View) -> list[list[object]]:
    """Everything the search finds: fields of competence, few and short, before actors and projects.

    Each as the browser gets it: id, label, hint and the names other than the label.
    """
    return [*map(_row, _fields(view)), *_rows(entries(view.whole))]


@remembered_of_one(8)
def _rows(found: tuple[SearchEntry, ...]) -> list[list[object]]:
    return [*map(_row, found)]


def _row(entry: SearchEntry) -> list[object]:
    return [entry.id, entry.label, entry.hint, [name for name in entry.names if name != entry.label]]


def _fields(view: View) -> tuple[SearchEntry, ...]:
    hint = view.t("publishing.field")
    return tuple(SearchEntry(key, field, hint, (field,)) for field, key in field_ids(view).items())


def _entry(row: object, names: Mapping[str, str]) -> SearchEntry:
    key, name, short, aliases = (getattr(row, column) for column in ("id", "name", "short_name", "aliases"))
    hint = short if short and short not in name else ""
    found_by = dict.fromkeys(part for part in (names[key], name, short, *aliases) if part)
    return SearchEntry(key, names[key], hint, tuple(found_by))
