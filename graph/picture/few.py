"""What is drawn of a network too large to be drawn whole: the actors a picture is about, and the best connected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import chain

import numpy as np

from graph.dataset import Dataset
from graph.pairs import cooperations
from graph.picture.scene import MOST_COMPLETE, STRONGEST
from graph.selection import only


def few_of(dataset: Dataset, first: Mapping[str, int] | None = None) -> Dataset:
    """Keep some hundred actors of a very large network, with all projects; a smaller one stays as it is.

    Parameters
    ----------
    dataset
        Checked tables.
    first
        How much a picture is about an actor; who has most comes before the best connected.
    """
    if len(dataset.actors) <= MOST_COMPLETE:
        return dataset
    wanted = first or {}
    order = sorted(cooperations(dataset).best_connected, key=lambda actor: -wanted.get(actor, 0))
    return only(dataset, {*order[:STRONGEST], *dataset.projects["id"]})


def few_of_states(older: Dataset, newer: Dataset) -> tuple[Dataset, Dataset]:
    """Keep those with most new and gone ties of two states of a very large network, then the best connected."""
    if max(len(older.actors), len(newer.actors)) <= MOST_COMPLETE:
        return older, newer
    changed = _changed(older, newer)
    few = [set(few_of(state, changed).actors["id"]) for state in (newer, older)]
    shown = few[0] | (few[1] & {actor for actor, _ in changed.most_common(STRONGEST)})
    return tuple(only(state, {*shown, *state.projects["id"]}) for state in (older, newer))  # type: ignore[return-value]


def _changed(older: Dataset, newer: Dataset) -> Counter[str]:
    """Count the ties of each actor that only one state has."""
    ids = {actor: place for place, actor in enumerate({*older.actors["id"], *newer.actors["id"]})}
    coded = []
    for found in (cooperations(older), cooperations(newer)):
        places = np.array([ids[actor] for actor in found.actors], dtype=np.int64)
        ends = np.sort(np.stack((places[found.one], places[found.other])), axis=0)
        coded.append(ends[0] * len(ids) + ends[1])
    pairs, names = np.setxor1d(*coded), list(ids)
    return Counter(names[place] for place in chain((pairs // len(ids)).tolist(), (pairs % len(ids)).tolist()))
