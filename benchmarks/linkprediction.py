"""Held-out check of the partner search: later cooperations predicted from earlier years of Horizon 2020.

    python -m benchmarks.linkprediction --cordis FOLDER

FOLDER (or the environment variable AKTEURSNETZ_CORDIS) holds ``h2020_participations.csv.gz`` with the columns
``rcn, pic, type, start_year`` and ``programme_parts.csv.gz`` with ``rcn, programme_part``; without it the check is
left out. What is ranked, for a sample of organisations, is every organisation that is no partner yet; what counts as
right is who became one in the later years. The programme parts of its projects stand for an organisation's fields.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import os
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.stats import rankdata

from graph.answers.similarity import WEIGHTS, jaccard, neighbourhood

FILES = ("h2020_participations.csv.gz", "programme_parts.csv.gz")
SHOWN = 10  # as many as the page shows
BOOTSTRAPS = 2000
BASELINE, OURS = "common partners alone", "our score"
OTHER_TYPE = 0.5  # value of the cross-sector part for a type that is not missing, as in graph.answers.fit


class Participation(NamedTuple):
    """An organisation in a project."""

    project: str
    organisation: str
    type: str
    year: int


@dataclass(frozen=True)
class State:
    """What is known up to a year."""

    strengths: Mapping[str, Mapping[str, float]]  # organisation -> partner -> shared projects
    fields: Mapping[str, frozenset[str]]
    types: Mapping[str, str]


@dataclass(frozen=True)
class Quality:
    """How good one ranking is."""

    precision: float  # share of right ones among the first ten
    hit: float  # 1 when at least one of the first ten is right
    reciprocal_rank: float  # 1 / place of the first right one
    auc: float  # chance that a right one stands before a wrong one


def read(folder: Path) -> tuple[list[Participation], dict[str, frozenset[str]]]:
    """Participations with a year, and the programme parts of each project."""
    parts: dict[str, set[str]] = defaultdict(set)
    for row in _rows(folder / FILES[1]):
        parts[row["rcn"]].add(row["programme_part"])
    participations = [
        Participation(row["rcn"], row["pic"], row["type"], int(row["start_year"]))
        for row in _rows(folder / FILES[0])
        if row["start_year"].isdigit()
    ]
    return participations, {project: frozenset(own) for project, own in parts.items()}


def known_until(year: int, participations: Iterable[Participation], parts: Mapping[str, frozenset[str]]) -> State:
    """Cooperations, fields and types by the projects that started up to a year."""
    earlier = [p for p in participations if p.year <= year]
    strengths: dict[str, dict[str, float]] = {p.organisation: defaultdict(float) for p in earlier}
    for a, b in _pairs(earlier):
        strengths[a][b] += 1
        strengths[b][a] += 1
    fields: dict[str, frozenset[str]] = defaultdict(frozenset)
    for p in earlier:
        fields[p.organisation] |= parts.get(p.project, frozenset())
    return State(strengths, fields, {p.organisation: p.type for p in earlier})


def new_partners(state: State, later: Iterable[Participation]) -> dict[str, set[str]]:
    """Who became a partner of whom, among organisations that were there before."""
    new: dict[str, set[str]] = defaultdict(set)
    for a, b in _pairs(p for p in later if p.organisation in state.strengths):
        if b not in state.strengths[a]:
            new[a].add(b)
            new[b].add(a)
    return new


def _common_partners(state: State, asking: str) -> dict[str, float]:
    counts: dict[str, float] = defaultdict(float)
    for partner in state.strengths[asking]:
        for candidate in state.strengths[partner]:
            counts[candidate] += 1
    return counts


def _parts(state: State, asking: str) -> dict[str, Mapping[str, float]]:
    near = neighbourhood(state.strengths, [asking], state.strengths[asking].keys())
    own, own_type = state.fields[asking], state.types[asking]
    present = {state.types[partner] for partner in state.strengths[asking]}
    return {
        "adamic_adar": near.adamic_adar,
        "resource_allocation": near.resource_allocation,
        "shared_fields": {o: jaccard(own, state.fields[o]) or 0.0 for o in state.strengths},
        "cross_sector": {
            o: 0.0 if kind == own_type else OTHER_TYPE if kind in present else 1.0 for o, kind in state.types.items()
        },
    }


def rankings(state: State, asking: str) -> dict[str, Mapping[str, float]]:
    """Score of every organisation by each of the compared rankings; who is missing has none."""
    parts = _parts(state, asking)
    return {
        BASELINE: _common_partners(state, asking),
        OURS: {o: sum(w * parts[code].get(o, 0.0) for code, w in WEIGHTS.items()) for o in state.strengths},
        **{f"only {code}": parts[code] for code in ("adamic_adar", "resource_allocation", "shared_fields")},
    }


def quality(state: State, asking: str, right: set[str], scores: Mapping[str, float]) -> Quality:
    """Compare a ranking with what happened; equal scores are ordered by id."""
    candidates = [o for o in sorted(state.strengths) if o != asking and o not in state.strengths[asking]]
    values = np.array([scores.get(o, 0.0) for o in candidates])
    is_right = np.array([o in right for o in candidates])
    ordered = is_right[np.argsort(-values, kind="stable")]
    positives = int(is_right.sum())
    above = rankdata(values)[is_right].sum() - positives * (positives + 1) / 2
    return Quality(
        precision=float(ordered[:SHOWN].mean()),
        hit=float(ordered[:SHOWN].any()),
        reciprocal_rank=1 / (1 + int(ordered.argmax())),
        auc=float(above / (positives * (len(candidates) - positives))),
    )


def check(state: State, later: Iterable[Participation], sample: int, seed: int) -> dict[str, list[Quality]]:
    """Quality of every ranking for the same sample of organisations that found new partners."""
    new = new_partners(state, later)
    asking = sorted(o for o in new if state.strengths[o])
    chosen = random.Random(seed).sample(asking, min(sample, len(asking)))
    found: dict[str, list[Quality]] = defaultdict(list)
    for organisation in chosen:
        for name, scores in rankings(state, organisation).items():
            found[name].append(quality(state, organisation, new[organisation], scores))
    return found


def table(found: Mapping[str, list[Quality]], seed: int) -> str:
    """Markdown table of means, with the gain of our score over common partners."""
    names = ("precision", "hit", "reciprocal_rank", "auc")
    rows = ["| ranking | right among ten | hit in ten | 1/place of first | AUC |", "|---|---|---|---|---|"]
    for name, qualities in found.items():
        means = (np.mean([getattr(q, n) for q in qualities]) for n in names)
        rows.append(f"| {name} | " + " | ".join(f"{mean:.3f}" for mean in means) + " |")
    base, ours = (found[name] for name in (BASELINE, OURS))
    gains = (_gain([getattr(a, n) - getattr(b, n) for a, b in zip(ours, base, strict=True)], seed) for n in names)
    return "\n".join([*rows, "| gain, 95 % interval | " + " | ".join(gains) + " |"])


def _gain(differences: list[float], seed: int) -> str:
    """Mean of paired differences with its bootstrap interval."""
    drawn = np.random.default_rng(seed).choice(differences, (BOOTSTRAPS, len(differences)))
    low, high = np.percentile(drawn.mean(axis=1), [2.5, 97.5])
    return f"{np.mean(differences):+.3f} ({low:+.3f} to {high:+.3f})"


def _pairs(participations: Iterable[Participation]) -> Iterable[tuple[str, str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for p in participations:
        members[p.project].add(p.organisation)
    return (pair for own in members.values() for pair in combinations(sorted(own), 2))


def _rows(path: Path) -> Iterable[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cordis", type=Path, default=os.environ.get("AKTEURSNETZ_CORDIS"), metavar="FOLDER")
    parser.add_argument("--until", type=int, default=2017, help="last year that is known (default: 2017)")
    parser.add_argument("--later", type=int, default=3, help="number of later years to predict (default: 3)")
    parser.add_argument("--sample", type=int, default=1000, help="organisations to ask for (default: 1000)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if options.cordis is None or not all(Path(options.cordis, name).is_file() for name in FILES):
        print("Partner search: left out, because the CORDIS files are not there (see --cordis).")
        return
    participations, parts = read(Path(options.cordis))
    state = known_until(options.until, participations, parts)
    later = [p for p in participations if options.until < p.year <= options.until + options.later]
    found = check(state, later, options.sample, options.seed)
    print(f"Known until {options.until}: {len(state.strengths)} organisations; asked for: {len(found[OURS])}\n")
    if found:
        print(table(found, options.seed))


if __name__ == "__main__":
    main()
