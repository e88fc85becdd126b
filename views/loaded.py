"""The data as they were read, and the part that fits the filters; read once and kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import store
from graph import selection
from graph.dataset import Dataset
from graph.issue import Report
from graph.load import load
from graph.reading.apart import load_apart
from graph.reading.limits import OWNER
from graph.selection import Loosening, Selection
from store import NO_STORE, Present, State, is_address
from store.home import home
from views import visitor
from views.keeping import cached, cached_source, forget_before, shared_part, shared_source

if TYPE_CHECKING:
    from store import ImportPreview


def folder_report(folder: str) -> Report:
    """Dataset of a folder or archive, read again when one of its files changed; an empty one of what is not there."""
    files = sorted(Path(folder).glob("*")) if Path(folder).is_dir() else [Path(folder)] * Path(folder).exists()
    return _folder_report(folder, tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files))


@shared_source
def _folder_report(folder: str, state: tuple[tuple[str, int, int], ...]) -> Report:  # noqa: ARG001  # is a key
    return load(folder)


def store_report(address: str, now: Present) -> Report:
    """Dataset of a store at its present revision."""
    forget_before(address, now.last_erasure)
    return _store_report(address, now.revision, now.last_erasure)


@shared_source
def _store_report(address: str, revision: int, erased: int) -> Report:  # noqa: ARG001  # is a key
    return load(store.shared_store(address).files(revision), OWNER)


@shared_source
def upload_report(digest: str, _files: Mapping[str, bytes]) -> Report:  # noqa: ARG001  # the digest is a key
    """Dataset of uploaded files, read in a process of its own; ``digest`` stands for their content."""
    return load_apart(_files, visitor.is_there)


@shared_part
def part(dataset: Dataset, asked: Selection) -> Dataset:
    """See `graph.selection.select`."""
    return selection.select(dataset, asked)


@cached
def loosenings(dataset: Dataset, asked: Selection) -> list[Loosening]:
    """See `graph.selection.loosenings`."""
    return selection.loosenings(dataset, asked)


Saved = Path | State  # beside the data, or a named one of the store
STATE = "state"  # fact on a dataset: the name of the state it is


def state_report(address: str, state: State, now: Present) -> Report:
    """Dataset of a store in a state; its name stands among the facts on it.

    Parameters
    ----------
    address
        Address of the store, as `store.open_store` takes it.
    state
        The named state.
    now
        How far the data have come.
    """
    return _state_report(address, state.revision, state.name, now.last_erasure)


@shared_source
def _state_report(address: str, revision: int, name: str, erased: int) -> Report:  # noqa: ARG001  # is a key
    report = load(store.shared_store(address).files(revision), OWNER)
    return replace(report, dataset=replace(report.dataset, about={**report.dataset.about, STATE: name}))


@cached_source
def import_preview(address: str, revision: int, files: dict[str, bytes]) -> ImportPreview:  # noqa: ARG001  # is a key
    """See `store.Store.preview_import`; what takes too much to be read is not read here either.

    Parameters
    ----------
    address
        Address of the store, as `store.open_store` takes it.
    revision
        Number of the last change of the store.
    files
        Contents by file name.
    """
    report = report_of(files)
    if {issue.code for issue in report.issues} & {"reading-too-long", "reading-too-large"}:
        return replace(store.shared_store(address).preview_import({}), issues=tuple(report.issues))
    return store.shared_store(address).preview_import(files)


SHIPPED = home() / "data"


def report_of(files: Mapping[str, bytes]) -> Report:
    """Return data and findings of uploaded files."""
    return upload_report(_digest(files), files)


def _digest(files: Mapping[str, bytes]) -> str:
    digest = sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def states_beside(data: Path) -> Mapping[str, Path]:
    """Return the states saved beside data by day, the earliest first."""
    folder = data / "states"
    if not folder.is_dir():
        return {}
    found = {match[0]: path for path in sorted(folder.iterdir()) if (match := re.match(r"\d{4}-\d\d-\d\d", path.name))}
    return {day: path for day, path in found.items() if path.is_dir() or path.suffix == ".zip"}


def data_at(source: str) -> Dataset:
    """Return the data of a folder, a file, or the store at an address such as ``sqlite:///var/region.db``.

    Raises
    ------
    StoreError
        When the store cannot be reached.
    """
    if is_address(source):
        return store_report(source, store.shared_store(source).present).dataset
    return folder_report(source).dataset


def saved_at(source: str) -> Mapping[str, Saved]:
    """Earlier states of a folder by day, or named states of a store by name, the earliest first."""
    if is_address(source):
        return {state.name: state for state in reversed(store.shared_store(source).present.states)}
    return states_beside(Path(source))


def read_state(state: Saved, now: Present, address: str) -> Report:
    """Return an earlier state: of a folder or archive, or of the store at an address.

    Parameters
    ----------
    state
        A saved state of the data.
    now
        How far the data have come.
    address
        Address of the store, as `store.open_store` takes it.
    """
    if isinstance(state, Path):
        return folder_report(str(state))
    return state_report(address, state, now)


def state_of(known: Mapping[str, Saved], day: str, *, now: Present = NO_STORE, address: str = "") -> Dataset | None:
    """Return a saved state, else the last one; ``None`` when there is none.

    Parameters
    ----------
    known
        Saved states by day or id, the earliest first.
    day
        Day or id of the state.
    now, address
        How far the store has come, and where it is; only needed for its own states.
    """
    found = known.get(day) or next(reversed([*known.values()]), None)
    return read_state(found, now, address).dataset if found else None
