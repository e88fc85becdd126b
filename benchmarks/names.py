"""How well names of registers are matched: labelled pairs and queries, against the aims.

    python -m benchmarks names FOLDER [--wrong]

FOLDER holds ``given.csv`` (a, city_a, b, city_b, same, kind), ``queries_given.csv`` (query, city, answer, kind) and
``distractors.csv`` (id, name, location); the answers are actors of the shipped data.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd

import graph
from graph.dataset import Dataset
from graph.intake.judging import judge, place_words
from graph.intake.naming import name_of
from views.loaded import SHIPPED

# measure -> (aim, whether at least or at most)
AIMS = {
    "pairs: precision": (0.98, "at least"),
    "pairs: recall": (0.75, "at least"),
    "other bodies never offered as the same": (0.98, "at least"),
    "queries: first proposal right": (0.98, "at least"),
    "queries: found": (0.85, "at least"),
    "queries: right one among the first three": (0.95, "at least"),
    "queries without an answer: something proposed": (0.03, "at most"),
}
_OTHER_BODIES = ("part", "group", "namesake", "near", "kommune")
Row = dict[str, str]
Near = Sequence[tuple[str, bool]]  # candidates, best first: actor, and whether it is proposed as the same


def main(arguments: Sequence[str]) -> None:
    """Print each measure beside its aim."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="labelled names; without it nothing is measured")
    parser.add_argument("--wrong", action="store_true", help="print what is judged wrongly, too")
    options = parser.parse_args(arguments)
    if options.folder is None:
        print("no folder of labelled names given")
        return
    pairs, queries = (list(_rows(options.folder / name)) for name in ("given.csv", "queries_given.csv"))
    judged = [(row, _is_same(row)) for row in pairs if row["same"]]
    found = _proposals(queries, _index(options.folder))
    for name, value in (*measured_pairs(judged), *measured_queries(queries, found)):
        aim, direction = AIMS[name]
        print(f"{name:48} {value:6.3f} ({direction} {aim})")
    if options.wrong:
        for row, same in judged:
            if same != (row["same"] == "1"):
                print(f"{row['kind']:10} {row['a']} ({row['city_a']}) – {row['b']} ({row['city_b']})")


def measured_pairs(judged: Sequence[tuple[Row, bool]]) -> Iterator[tuple[str, float]]:
    """Yield how many of the pairs that are called the same are, how many that are were found, and who was spared.

    Parameters
    ----------
    judged
        Each labelled pair, and whether it is called the same.
    """
    right = sum(same and row["same"] == "1" for row, same in judged)
    yield "pairs: precision", right / max(sum(same for _, same in judged), 1)
    yield "pairs: recall", right / max(sum(row["same"] == "1" for row, _ in judged), 1)
    others = [same for row, same in judged if row["same"] == "0" and row["kind"] in _OTHER_BODIES]
    yield "other bodies never offered as the same", 1 - sum(others) / max(len(others), 1)


def measured_queries(queries: Sequence[Row], found: Sequence[Near]) -> Iterator[tuple[str, float]]:
    """Yield how good the proposals for some names are.

    Parameters
    ----------
    queries
        Names with the actor that is the answer, or ``none``.
    found
        The candidates of each.
    """
    asked = list(zip(queries, found, strict=True))
    proposed = [(row, own) for row, near in asked for own, same in near[:1] if same]
    answered = [(row, near) for row, near in asked if row["answer"] != "none"]
    right = sum(row["answer"] == own for row, own in proposed)
    none = len(asked) - len(answered)
    yield "queries: first proposal right", right / max(len(proposed), 1)
    yield "queries: found", right / max(len(answered), 1)
    among = sum(row["answer"] in [own for own, _ in near[:3]] for row, near in answered)
    yield "queries: right one among the first three", among / max(len(answered), 1)
    wrong = sum(row["answer"] == "none" for row, _ in proposed)
    yield "queries without an answer: something proposed", wrong / max(none, 1)


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _is_same(row: Row) -> bool:
    one, other = name_of(row["a"]), name_of(row["b"])
    return judge(one, place_words(row["city_a"]), other, place_words(row["city_b"])).same


def _index(folder: Path) -> Dataset:
    """Return the shipped actors, with others beside them that are no answer."""
    shipped = graph.load(SHIPPED).dataset.actors[["id", "name", "short_name", "aliases", "location"]]
    actors = shipped.assign(aliases=shipped["aliases"].map("; ".join))
    others = pd.read_csv(folder / "distractors.csv", dtype=str, keep_default_na=False)[["id", "name", "location"]]
    table = pd.concat([actors, others]).fillna("").to_csv(index=False).encode()
    return graph.load({"actors.csv": table, "projects.csv": b"id,name\n"}).dataset


def _proposals(queries: Sequence[Row], dataset: Dataset) -> list[list[tuple[str, bool]]]:
    """Return the candidates of each query, best first."""
    found = graph.match([row["query"] for row in queries], [row["city"] for row in queries], dataset)
    near: list[list[tuple[str, bool]]] = [[] for _ in queries]
    for query, actor, same in found[["query", "actor", "same"]].itertuples(index=False):
        near[query].append((actor, bool(same)))
    return near
