"""Who could be a partner, for an actor or for a planned project, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.answers.candidate import Candidate, Exclusion, Search
from graph.answers.fit import gather, has_something_in_common, judge, left_out
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
    verdicts = {actor: left_out(facts, actor) for actor in sorted(facts.actors)}
    judged = [judge(facts, actor) for actor, verdict in verdicts.items() if verdict is None]
    fitting = [c for c in judged if c.remembered or has_something_in_common(facts, c)]
    ranked = sorted(fitting, key=lambda c: (-round(c.score, 12), -facts.experience(c.id), c.id))
    counts = Counter(verdict for verdict in verdicts.values() if verdict is not None)
    counts[Exclusion.NOTHING_IN_COMMON] += len(judged) - len(fitting)
    return Found(
        candidates=tuple(ranked[: max(limit, 0)]),
        remembered=tuple(candidate for candidate in ranked if candidate.remembered),
        considered=len(ranked),
        left_out={code: counts[code] for code in Exclusion if counts[code]},
        kompetenzfelder=tuple(sorted(facts.wanted)),
    )
