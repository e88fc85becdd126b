"""Cached states of a store that people gave a name."""

from dataclasses import replace

from graph.issue import Report
from graph.load import load
from store import ImportPreview, Present, State, shared_store
from ui.cache.store import cached_source, shared_source

STATE = "state"  # fact on a dataset: the name of the state it is


def state_report(address: str, state: State, now: Present) -> Report:
    """Dataset of a store in a state; its name stands among the facts on it."""
    return _state_report(address, state.revision, state.name, now.last_erasure)


@shared_source
def _state_report(address: str, revision: int, name: str, erased: int) -> Report:  # noqa: ARG001  # is a key
    report = load(shared_store(address).files(revision))
    return replace(report, dataset=replace(report.dataset, about={**report.dataset.about, STATE: name}))


@cached_source
def import_preview(address: str, revision: int, files: dict[str, bytes]) -> ImportPreview:  # noqa: ARG001  # is a key
    """See `store.Store.preview_import`."""
    return shared_store(address).preview_import(files)
