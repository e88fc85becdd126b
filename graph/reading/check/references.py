"""What cells refer to must exist; the nearest known id is proposed where it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.issue import Issue
from graph.reading.cells import parts
from graph.reading.check.identity import fold
from graph.reading.nearest import nearest
from graph.reading.rows import Rows, Tables
from graph.ties import LISTED_KINDS

_PROPOSALS = (
    100  # ids of a table for which the nearest known one is looked up; more are a wrong file, not typing errors
)
_ENDS = ("from_id", "to_id")


class Directory:
    """Ids that can be referred to, found whatever their case, and by name for proposals."""

    def __init__(self, *tables: Rows) -> None:
        self._ids = {name for rows in tables for name in rows.columns["id"]}
        self._by_fold = {fold(name): name for rows in reversed(tables) for name in reversed(rows.columns["id"])}
        self._by_name = {fold(word): name for rows in reversed(tables) for name, word in _words(rows)}
        self._words = tuple({**self._by_name, **self._by_fold})
        self._proposed: dict[str, str] = {}

    def find(self, reference: str) -> str:
        """Return the id a reference means, ``""`` when there is none."""
        return reference if reference in self._ids else self._by_fold.get(fold(reference), "")

    def propose(self, reference: str) -> str:
        """Return the id that is probably meant: by name, by a forgotten separator, else the nearest."""
        if reference not in self._proposed:
            many = len(self._proposed) >= _PROPOSALS
            self._proposed[reference] = self._by_name.get(fold(reference), "") if many else self._proposal(reference)
        return self._proposed[reference]

    def _proposal(self, reference: str) -> str:
        several = [self.find(part.strip()) for part in reference.split(",")]
        if len(several) > 1 and all(several):
            return ";".join(several)
        word = fold(reference)
        word = word if word in self._by_name else nearest(word, self._words)
        return self._by_fold.get(word, "") or self._by_name.get(word, "")


def _words(rows: Rows) -> Iterator[tuple[str, str]]:
    """Yield id and each name of a row, short names and aliases too, as far as the table has them."""
    names = [rows.columns[column] for column in ("name", "short_name") if column in rows.columns]
    aliases = rows.columns.get("aliases", [()] * len(rows))
    for own, *words, others in zip(rows.columns["id"], *names, aliases, strict=True):
        yield from ((own, word) for word in (*words, *others) if word)


def resolve(tables: Tables) -> tuple[Tables, list[Issue]]:
    """Replace references by the ids they mean; leave out those that mean none."""
    actors, projects = Directory(tables["actors"]), Directory(tables["projects"])
    anything = Directory(tables["actors"], tables["projects"])
    listed, issues = _lists(tables["projects"], actors)
    links, ends = _ends(tables["links"], anything, _ENDS, "unknown-reference-target")
    events, dates = _ends(tables["events"], projects, ("project_id",), "unknown-project")
    links, wholes = _within(links, projects)
    own, called = _ends(tables["identifiers"], actors, ("actor_id",), "unknown-identified")
    resolved = {**tables, "projects": listed, "links": links, "events": events, "identifiers": own}
    return resolved, [*issues, *ends, *wholes, *dates, *called, *_sources(resolved)]


def _lists(projects: Rows, actors: Directory) -> tuple[Rows, list[Issue]]:
    """Resolve the lists of actors; an unknown one is left out of its list."""
    issues = []
    columns: dict[str, list[tuple[str, ...]]] = {column: [] for column in LISTED_KINDS}
    for column, resolved in columns.items():
        for row, references in enumerate(projects.columns[column]):
            found = {reference: actors.find(reference) for reference in references}
            resolved.append(tuple(dict.fromkeys(name for name in found.values() if name)))
            issues += [
                projects.finding("unknown-actor", row, column, value=reference, hint=actors.propose(reference))
                for reference, name in found.items()
                if not name
            ]
    return projects.having(columns), issues


def _ends(rows: Rows, directory: Directory, columns: Sequence[str], code: str) -> tuple[Rows, list[Issue]]:
    """Resolve columns with one id each; a row with an unknown one is left out."""
    found: Mapping[str, list[str]] = {
        column: [directory.find(text) for text in rows.columns[column]] for column in columns
    }
    issues = [
        rows.finding(code, row, column, value=text, hint=directory.propose(text))
        for column in columns
        for row, text in enumerate(rows.columns[column])
        if not found[column][row]
    ]
    dropped = {row for column in columns for row, name in enumerate(found[column]) if not name}
    return rows.having(found).without(dropped), issues


def _within(links: Rows, projects: Directory) -> tuple[Rows, list[Issue]]:
    """Resolve the projects in which actors are funded; an unknown one is not recorded."""
    texts = links.columns["within"]
    found = [projects.find(text) if text else "" for text in texts]
    issues = [
        links.finding("unknown-within", row, "within", value=text, hint=projects.propose(text))
        for row, text in enumerate(texts)
        if text and not found[row]
    ]
    return links.having({"within": found}), issues


def _sources(tables: Tables) -> Iterator[Issue]:
    """Report sources nobody lists; without a list of sources a reference is any text."""
    if not len(tables["sources"]):
        return
    directory = Directory(tables["sources"].having({"name": tables["sources"].columns["title"]}))
    for rows in tables.values():
        for row, text in enumerate(rows.columns.get("reference", ())):
            for reference in parts(text):
                if not directory.find(reference):
                    hint = directory.propose(reference)
                    yield rows.finding("unknown-source", row, "reference", value=reference, hint=hint)
