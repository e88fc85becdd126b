"""What a clause says of who is named beside a project where neither frames nor roles know its verb: a person must look.

The words of the clause decide the kind, by classes of words and not by their order; see ``german_default.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from graph.extraction.entities import Entity
from graph.extraction.frames.clauses import NameRow, SpokenClause, clauses_of
from graph.extraction.frames.themes import is_carried_out
from graph.extraction.frames.ties import FoundTie, fitting, is_possible
from graph.extraction.mention import What
from graph.extraction.scenes import MaskedSentence
from graph.extraction.status import states, status_of
from graph.extraction.topics import Topics

_FILE = tomllib.loads(Path(__file__).with_name("german_default.toml").read_text(encoding="utf-8"))
_KINDS = {kind: re.compile(pattern) for kind, pattern in _FILE["kind"].items()}
_OTHER = re.compile(_FILE["other"]["pattern"])
_OWN_CUES = frozenset(_FILE["cues"]["own"].split()) | {""}
_GIVERS, _ONLY_GIVE = (frozenset(_FILE["classes"][name].split()) for name in ("give", "only_give"))
DEFAULT = "role_default"  # name of what is read here


def default_ties(
    scene: MaskedSentence, topics: Topics, told: Collection[int], lists: Iterator[int], said: Collection[str] = ()
) -> Iterator[FoundTie]:
    """Yield a tie for each organisation of a sentence that stands in a clause with a project and is in no tie of the sentence.

    Parameters
    ----------
    scene
        The sentence.
    topics
        What each passage speaks of.
    told
        Numbers of what the ties of the sentence name.
    lists
        Numbers of lists of names; each takes the next.
    said
        Kinds of its ties: who stands beside the one that leads takes part.
    """
    for clause in clauses_of(scene, topics.places):
        if not states(clause.text) or _OTHER.search(clause.text):
            continue
        target = _target(clause)
        if target is None:
            continue
        kind, group = _kind(clause.text), next(lists)
        if not kind:
            continue
        kind = "partner" if kind == "leads" and kind in said else kind
        kind = "leads" if kind == "partner" and _is_means(clause) else kind
        start, end = scene.copy_place(clause.start), scene.copy_place(clause.end)
        for one in clause.groups:
            for source in _sources(one, target, told):
                as_whom = _kind_of(source, kind)
                if as_whom and is_possible(source, target, as_whom):
                    yield FoundTie(
                        source, target, fitting(as_whom, target), start, end, DEFAULT,
                        status_of(clause.text), group, sure=False,
                    )  # fmt: skip


def _is_means(clause: SpokenClause) -> bool:
    """Whether the only organisation of a clause does something with its project: "Mit ⟦P1⟧ will die ⟦A2⟧ ..."."""
    actors = [p for one in clause.groups for p in one.places if p.entity.what is What.ACTOR]
    by_means = any(one.cue == "mit" and any(is_carried_out(p.entity) for p in one.places) for one in clause.groups)
    return by_means and len(actors) == 1


def _kind_of(source: Entity, kind: str) -> str:
    """Return the kind for this organisation: a ministry funds or does nothing with a project, a firm or club that money is about gets it."""
    if kind == "funds" and source.kind not in _GIVERS:
        return "partner"
    return "" if kind == "partner" and source.kind in _ONLY_GIVE else kind


def _kind(text: str) -> str:
    said = next((kind for kind, pattern in _KINDS.items() if pattern.search(text)), "partner")
    return str(_FILE["meaning"].get(said, said))


def _target(clause: SpokenClause) -> Entity | None:
    """Return the project of a clause, or nothing."""
    return next((p.entity for one in clause.groups for p in one.places if is_carried_out(p.entity)), None)


def _sources(one: NameRow, target: Entity, told: Collection[int]) -> Sequence[Entity]:
    if one.cue not in _OWN_CUES:
        return []
    actors = [place.entity for place in one.places if place.entity.what is What.ACTOR]
    return [e for e in actors if e.number not in told and not e.collective and e.number != target.number]
