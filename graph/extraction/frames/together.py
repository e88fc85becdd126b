"""Who works with whom: organisations that a clause names as partners of one another, or of the project it speaks of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from graph.extraction.entities import Entity
from graph.extraction.frames.clauses import SpokenClause, clauses_of
from graph.extraction.frames.themes import is_carried_out
from graph.extraction.frames.ties import FoundTie, fitting, is_possible
from graph.extraction.mention import What
from graph.extraction.scenes import MaskedSentence
from graph.extraction.status import states, status_of
from graph.extraction.topics import Topics

_FILE = tomllib.loads(Path(__file__).with_name("german_default.toml").read_text(encoding="utf-8"))["together"]
_WORDS, _MUTUAL, _OTHER, _THEREBY = (re.compile(_FILE[name]) for name in ("words", "mutual", "other", "thereby"))
_WITH = frozenset(("mit",))


def together(scene: MaskedSentence, topics: Topics, lists: Iterator[int]) -> Iterator[FoundTie]:
    """Yield who works with whom by the clauses of a sentence; a person must look.

    Parameters
    ----------
    scene
        The sentence.
    topics
        What each passage speaks of.
    lists
        Numbers of lists of names; each takes the next.
    """
    if not _WORDS.search(scene.text):
        return
    for clause in clauses_of(scene, topics.places):
        said = clause.text
        if _WORDS.search(said) and states(said) and not _OTHER.search(said):
            yield from _of_clause(clause, scene, topics, next(lists))


def _of_clause(clause: SpokenClause, scene: MaskedSentence, topics: Topics, group: int) -> Iterator[FoundTie]:
    start, end = scene.copy_place(clause.start), scene.copy_place(clause.end)
    pairs = list(_pairs(clause))
    about = _about(clause, start, topics) if pairs else None
    kind = "partner" if about else "cooperates_with"
    if about:
        pairs = [(one, about) for one in {e.number: e for pair in pairs for e in pair}.values()]
    for source, target in pairs:
        if is_possible(source, target, kind):
            yield FoundTie(
                source, target, fitting(kind, target), start, end, "role_together", status_of(clause.text), group,
                sure=False,
            )  # fmt: skip


def _pairs(clause: SpokenClause) -> Iterator[tuple[Entity, Entity]]:
    """Yield who is named with whom: "zwischen A und B", "A arbeitet mit B zusammen", "A und B schließen einen Vertrag"."""
    groups = [(one.cue, _actors(one.places)) for one in clause.groups]
    between = next((actors for cue, actors in groups if cue == "zwischen" and len(actors) > 1), [])
    subject = next((actors for cue, actors in groups if cue in ("", "acc") and actors), [])
    others = [actor for cue, actors in groups if cue in _WITH for actor in actors]
    if between:
        yield from ((between[0], other) for other in between[1:])
    elif others:
        yield from product(subject, others)
    elif len(subject) > 1 and _MUTUAL.search(clause.text):
        yield from ((subject[0], other) for other in subject[1:])


def _actors(places: Sequence[object]) -> list[Entity]:
    found = [place.entity for place in places]  # type: ignore[attr-defined]
    return [entity for entity in found if entity.what is What.ACTOR and not entity.collective]


def _about(clause: SpokenClause, start: int, topics: Topics) -> Entity | None:
    """Return the project that the clause names, or that "dabei" and the like point at."""
    named = [place.entity for one in clause.groups for place in one.places]
    own = next((one for one in named if is_carried_out(one)), None)
    return own or (topics.subject_at(start) if _THEREBY.match(clause.text) else None)
