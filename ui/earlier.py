"""The earlier state a visitor compares the data with: a saved one beside the data, or a file of their own.

Saved states stand in the folder ``states`` beside the data, as a folder or as the archive the page Daten & Methodik
offers; their names begin with the day, ``2021-05-04`` or ``2021-05-04_akteursnetz_daten.zip``. A store holds states
that people gave a name; their short ids stand in the address as the days of the others do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from graph.dataset import Dataset
from graph.history.change import Diff
from graph.issue import Report
from store import NO_STORE, Present, State
from ui import query, region, view
from ui.clock import today
from views import loaded
from views import loaded as views_loaded
from views.changes import answer
from views.changes.words import NAMED
from views.language.words import plain
from views.view import View

Saved = Path | State


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier state and what changed since, as far as it fits the filters."""

    report: Report
    diff: Diff

    @property
    def dataset(self) -> Dataset:
        """Tables of the earlier state."""
        return self.report.dataset


def saved(seen: View) -> Mapping[str, Saved]:
    """Return saved states by day or id, the earliest first; none beside a visitor's own data: they are of others."""
    return {} if query.own_files() else {**saved_in(view.data_folder()), **held(seen)}


def held(seen: View) -> Mapping[str, State]:
    """Return the named states of the store by id, the earliest first."""
    return {state.id: state for state in reversed(seen.present.states)}


def saved_in(data: Path) -> Mapping[str, Path]:
    """Return the states saved beside data by day, the earliest first."""
    folder = data / "states"
    if not folder.is_dir():
        return {}
    found = {match[0]: path for path in sorted(folder.iterdir()) if (match := re.match(r"\d{4}-\d\d-\d\d", path.name))}
    return {day: path for day, path in found.items() if path.is_dir() or path.suffix == ".zip"}


def chosen(seen: View) -> str:
    """Day or id of the saved state that is asked for, else of the last that differs; ``""`` when there is none."""
    return _chosen_of(seen, saved(seen))


def _chosen_of(seen: View, known: Mapping[str, Saved]) -> str:
    if seen.query.stand in known:
        return seen.query.stand
    now = seen.present.revision
    return next((key for key, each in reversed(known.items()) if isinstance(each, Path) or each.revision < now), "")


def label(seen: View, key: str) -> str:
    """Return what `views.changes.words.day` makes words of: the day of a saved state, or its name."""
    state = held(seen).get(key)
    return f"{NAMED}{state.name}" if state else key


def footnote(seen: View) -> str:
    """Say which named state is shown, or how much changed since the last one; ``""`` when there is none."""
    if query.own_files() or not seen.present.states:
        return ""
    last = seen.present.states[0]
    return seen.t.count("bearbeiten.state.since", seen.present.revision - last.revision, name=plain(last.name))


def earlier(seen: View) -> Earlier | None:
    """Return the state to compare with, ``None`` when nothing is chosen."""
    report = _report(seen)
    if report is None:
        return None
    return Earlier(report, changes_since(seen, report.dataset))


def states(seen: View) -> Callable[[str], Dataset | None]:
    """Return what finds the state a link compares with, also where there is no visitor: beside the page."""
    if files := query.earlier_files():
        return lambda _: views_loaded.report_of(files).dataset
    return partial(state_of, saved(seen), now=seen.present)


def state_of(known: Mapping[str, Saved], day: str, now: Present = NO_STORE) -> Dataset | None:
    """Return the saved state of a day, else the last one; ``None`` when there is none."""
    found = known.get(day) or next(reversed(known.values()), None)
    return _read(found, now).dataset if found else None


def _read(state: Saved, now: Present) -> Report:
    if isinstance(state, Path):
        return loaded.folder_report(str(state))
    return views_loaded.state_report(region.address(), state, now)


def with_earlier(seen: View) -> View:
    """Return the view with the state it is compared with, for files."""
    report = _report(seen)
    return replace(seen, older=report.dataset) if report else seen


def changes_since(seen: View, older: Dataset) -> Diff:
    """Return what changed since an earlier state, as far as it fits the filters."""
    diff = answer.changes_between(older, seen.whole)
    if name := older.about.get(views_loaded.STATE):
        diff = replace(diff, older=f"{NAMED}{name}", newer=today().date().isoformat())
    return _fitting(seen, older, diff) if seen.selection.active else diff


def _report(seen: View) -> Report | None:
    if files := query.earlier_files():
        return views_loaded.report_of(files)
    known = saved(seen)
    key = _chosen_of(seen, known)
    return _read(known[key], seen.present) if key else None


def _fitting(seen: View, older: Dataset, diff: Diff) -> Diff:
    """Keep the changes of what fits the filters in either state."""
    states = (seen.part, loaded.part(older, seen.selection))
    fitting = {key for state in states for table in (state.actors, state.projects) for key in table["id"]}
    return replace(diff, changes=tuple(change for change in diff.changes if not fitting.isdisjoint(change.elements)))
