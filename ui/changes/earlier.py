"""The earlier state a visitor compares the data with: a saved one beside the data, or a file of their own.

Saved states stand in the folder ``states`` beside the data, as a folder or as the archive the page Daten & Methodik
offers; their names begin with the day, ``2021-05-04`` or ``2021-05-04_akteursnetz_daten.zip``. A store holds states
that people gave a name; their short ids stand in the address as the days of the others do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from graph.dataset import Dataset
from graph.issue import Report
from store import region
from ui import query, view
from views import loaded as views_loaded
from views.changes import answer
from views.changes.states import Earlier, chosen_of, held
from views.loaded import Saved, read_state, state_of, states_beside
from views.view import View


def saved(seen: View) -> Mapping[str, Saved]:
    """Return saved states by day or id, the earliest first; none beside a visitor's own data: they are of others."""
    return {} if query.own_files() else {**states_beside(view.data_folder()), **held(seen)}


def chosen(seen: View) -> str:
    """Day or id of the saved state that is asked for, else of the last that differs; ``""`` when there is none."""
    return chosen_of(seen, saved(seen))


def earlier(seen: View) -> Earlier | None:
    """Return the state to compare with, ``None`` when nothing is chosen."""
    report = _report(seen)
    if report is None:
        return None
    return Earlier(report, answer.changes_since(seen, report.dataset))


def in_brief(seen: View) -> tuple[str, str] | None:
    """Return the day or name of the state to compare with, and in a few words what changed since."""
    report = _report(seen)
    if report is None:
        return None
    return answer.called(report.dataset), answer.in_brief(report.dataset, seen.whole, seen.selection, seen.t.language)


def states(seen: View) -> Callable[[str], Dataset | None]:
    """Return what finds the state a link compares with, also where there is no visitor: beside the page."""
    if files := query.earlier_files():
        return lambda _: views_loaded.report_of(files).dataset
    return partial(state_of, saved(seen), now=seen.present, address=region.address())


def with_earlier(seen: View) -> View:
    """Return the view with the state it is compared with, for files."""
    report = _report(seen)
    return replace(seen, older=report.dataset) if report else seen


def _report(seen: View) -> Report | None:
    if files := query.earlier_files():
        return views_loaded.report_of(files)
    known = saved(seen)
    key = chosen_of(seen, known)
    return read_state(known[key], seen.present, region.address()) if key else None
