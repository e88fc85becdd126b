"""Every cache of the app: two-line wrappers, keyed by plain values, over pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from pathlib import Path

import streamlit as st

from graph import openpoints, overview, profile, scene, selection
from graph.dataset import Dataset
from graph.drawn import Drawing
from graph.issue import Report
from graph.load import load
from graph.openpoints import OpenPoint
from graph.overview import Overview
from graph.profile import Profile
from graph.scene import Positions, Scene
from graph.selection import Loosening, Selection

_BY_FINGERPRINT = {Dataset: attrgetter("fingerprint")}

# One entry is a few hundred kilobytes for a region of some hundred elements.
_cache = st.cache_data(max_entries=64, show_spinner=False, hash_funcs=_BY_FINGERPRINT)
_cache_source = st.cache_data(max_entries=8, show_spinner=False)


def folder_report(folder: str) -> Report:
    """Dataset of a folder, read again when one of its files changed."""
    files = sorted(Path(folder).glob("*"))
    return _folder_report(folder, tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files))


@_cache_source
def _folder_report(folder: str, state: tuple[tuple[str, int, int], ...]) -> Report:  # noqa: ARG001  # is a key
    report = load(folder)
    _named(report.dataset)
    return report


@_cache_source
def upload_report(digest: str, _files: Mapping[str, bytes]) -> Report:  # noqa: ARG001  # the digest is a key
    """Dataset of uploaded files; ``digest`` stands for their content."""
    report = load(_files)
    _named(report.dataset)
    return report


@_cache
def part(dataset: Dataset, asked: Selection) -> Dataset:
    """See `graph.selection.select`."""
    return _named(selection.select(dataset, asked))


@_cache
def loosenings(dataset: Dataset, asked: Selection) -> list[Loosening]:
    """See `graph.selection.loosenings`."""
    return selection.loosenings(dataset, asked)


@_cache
def overview_of(dataset: Dataset) -> Overview:
    """See `graph.overview.overview`."""
    return overview.overview(dataset)


@_cache
def profile_of(dataset: Dataset, element: str) -> Profile | None:
    """See `graph.profile.profile`."""
    return profile.profile(dataset, element)


@_cache
def open_points_of(dataset: Dataset) -> tuple[OpenPoint, ...]:
    """See `graph.openpoints.open_points`."""
    return openpoints.open_points(dataset)


@_cache
def positions_of(dataset: Dataset, asked: Scene) -> Positions:
    """See `graph.scene.positions_of`; ask with colour, size and the rest at their defaults to share the result."""
    return scene.positions_of(dataset, asked)


@_cache
def drawing_of(whole: Dataset, shown: Dataset, asked: Scene, selected: str | None = None) -> Drawing:
    """See `graph.scene.drawing_of`."""
    placing = Scene(asked.network, asked.counting, asked.membership, asked.focus, asked.distance)
    return scene.drawing_of(whole, shown, asked, positions_of(whole, placing), selected)


def _named(dataset: Dataset) -> Dataset:
    """Compute the fingerprint now, so that copies taken from the cache carry it."""
    _ = dataset.fingerprint
    return dataset
