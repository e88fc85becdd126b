"""What changed since an earlier state of the data, as exhibits."""

from __future__ import annotations

from collections.abc import Callable

from graph.dataset import Dataset
from graph.export import Exhibit
from graph.history.change import ChangeKind, Diff
from graph.history.renames import suggested_renames
from ui import cache
from ui.answers import speech
from ui.cache import times
from ui.earlier import changes_since
from ui.exhibits.frame import PROMPT, framed
from ui.exhibits.network import drawn_network
from ui.exhibits.tables import exported
from ui.table import Table
from ui.tables import changes as tables
from ui.view import View
from ui.wording import changes as wording

_KINDS = (ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.ENDED, ChangeKind.REMOVED)


def entries(view: View) -> Exhibit:
    """Return the actors and projects that are new, changed, ended or removed."""
    return _since(view, lambda older, found: [tables.entries(view, older, found, kind) for kind in _KINDS])


def others(view: View) -> Exhibit:
    """Return what changed in links, dates and sources."""
    names = ("ties", "events", "sources")
    return _since(view, lambda older, found: [tables.others(view, older, found, name) for name in names])


def picture(view: View) -> Exhibit:
    """Return new and gone collaborations in one picture, and every change of a link."""
    return _since(view, lambda older, found: [tables.others(view, older, found, "ties")], drawn=True)


def _since(view: View, lists: Callable[[Dataset, Diff], list[Table]], *, drawn: bool = False) -> Exhibit:
    t, older = view.t, view.older
    if older is None:
        return framed(view, t("veraenderungen.title"), t("veraenderungen.prompt"), picture=PROMPT)
    found = changes_since(view, older)
    sentence = wording.sentence(t, found)
    drawing = times.states_drawing(view.whole, cache.part(older, view.selection), view.part) if drawn else None
    return framed(
        view,
        _counted(view, found),
        sentence,
        picture=drawn_network(view, drawing, sentence) if drawing else None,
        tables=[exported(table) for table in lists(older, found) if table.rows],
        remarks=wording.details(speech(view), found, suggested_renames(found)),
    )


def _counted(view: View, found: Diff) -> str:
    """Say how much is new and how much has ended."""
    new, ended = (wording.entries(found, kind) for kind in (ChangeKind.NEW, ChangeKind.ENDED))
    since = wording.day(view.t, found.older)
    return view.t("exhibit.title.changes", since=since, new=view.t.number(new), ended=view.t.number(ended))
