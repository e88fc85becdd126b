"""Who could be a partner, for an actor or for a planned project, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.answers.candidate import Candidate, Exclusion, Search
from graph.answers.fit import Facts, gather, has_something_in_common, judge, left_out, parts_of
from graph.answers.similarity import total_points
from graph.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Found:
    """The answer of a partner search.

    Attributes
    ----------
    candidates
        Best first, at most ``limit``.
    remembered
        All remembered candidates, best first, also those beyond the limit.
    considered
        Number of candidates before the limit.
    left_out
        Number of actors per reason for leaving them out.
    kompetenzfelder
        The fields that were searched for.
    """

    candidates: tuple[Candidate, ...]
    remembered: tuple[Candidate, ...]
    considered: int
    left_out: Mapping[Exclusion, int]
    kompetenzfelder: tuple[str, ...]


def find_partners(dataset: Dataset, search: Search, *, limit: int = 10) -> Found:
    """Rank possible partners by an explainable score.

    Equal scores are ordered by experience in the wanted fields (number of projects), then by id. Remembered
    actors stay even if nothing speaks for them, but not if they are left out for another reason.

    Parameters
    ----------
    dataset
        Tables of the data.
    search
        What a partner is wanted for.
    limit
        How many candidates at most.
    """
    facts = gather(dataset, search)
    ranked, verdicts, nothing = _ranked(facts)
    shown = {actor: judge(facts, actor) for actor in {*ranked[: max(limit, 0)], *_remembered(facts, ranked)}}
    counts = Counter(verdict for verdict in verdicts if verdict is not None)
    counts[Exclusion.NOTHING_IN_COMMON] += nothing
    return Found(
        candidates=tuple(shown[actor] for actor in ranked[: max(limit, 0)]),
        remembered=tuple(shown[actor] for actor in _remembered(facts, ranked)),
        considered=len(ranked),
        left_out={code: counts[code] for code in Exclusion if counts[code]},
        kompetenzfelder=tuple(sorted(facts.wanted)),
    )


def best_partners(dataset: Dataset, search: Search, *, limit: int = 10) -> tuple[str, ...]:
    """Return those of `find_partners` that share the best score, without the reasons.

    Parameters
    ----------
    dataset
        Checked tables.
    search
        The question.
    limit
        How many are proposed at most.
    """
    facts = gather(dataset, search)
    shown = _ranked(facts)[0][: max(limit, 0)]
    scores = {actor: total_points(parts_of(facts, actor)) for actor in shown}
    return tuple(actor for actor in shown if scores[actor] == scores[shown[0]])


def _ranked(facts: Facts) -> tuple[list[str], list[Exclusion | None], int]:
    """Rank the actors that fit; also the reason each actor is left out for, and how many share nothing."""
    verdicts = {actor: left_out(facts, actor) for actor in sorted(facts.actors)}
    parts = {actor: parts_of(facts, actor) for actor, verdict in verdicts.items() if verdict is None}
    kept = facts.search.remembered
    fitting = [actor for actor, own in parts.items() if actor in kept or has_something_in_common(facts, own)]
    scores = {actor: -total_points(parts[actor]) for actor in fitting}
    ranked = sorted(fitting, key=lambda actor: (scores[actor], -facts.experience(actor), actor))
    return ranked, list(verdicts.values()), len(parts) - len(fitting)


def _remembered(facts: Facts, ranked: Iterable[str]) -> list[str]:
    return [actor for actor in ranked if actor in facts.search.remembered]
