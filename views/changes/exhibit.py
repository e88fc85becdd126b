"""What changed since an earlier state of the data, as exhibits."""

from __future__ import annotations

from collections.abc import Callable

from graph.dataset import Dataset
from graph.export import Exhibit
from graph.export.pictures import Picture, Text, TextBlock
from graph.history.change import ChangeKind, Diff
from graph.history.renames import suggested_renames
from views import loaded
from views.changes import answer, tables
from views.changes import words as wording
from views.changes.answer import changes_since
from views.exhibit.frame import PROMPT, framed
from views.exhibit.tables import exported
from views.language.words import Words
from views.network.exhibit import drawn_network
from views.network.few import few_said
from views.speaking import speech
from views.table import Table
from views.view import View

KINDS = (ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.ENDED, ChangeKind.REMOVED)
_ENTRIES = 6  # of a kind of change that a slide can hold


def entries(view: View) -> Exhibit:
    """Return the actors and projects that are new, changed, ended or removed."""
    return _since(view, lambda older, found: [tables.entries(view, older, found, kind) for kind in KINDS], listed=True)


def lists_of(t: Words, found: Diff) -> Text:
    """Name the first actors and projects of each kind of change, and count the others."""
    blocks = []
    for kind in KINDS:
        changed = [change for table in wording.MAIN_TABLES for change in found.of(table, kind)]
        names = [str(change.row.get("short_name") or change.row["name"]) for change in changed]
        points = names[:_ENTRIES] or [t("export.changes.none")]
        if len(names) > _ENTRIES:
            points.append(t("export.changes.more", n=t.number(len(names) - _ENTRIES)))
        blocks.append(TextBlock(f"{t(f'change.kind.{kind}').capitalize()} ({t.number(len(names))})", tuple(points)))
    return Text(tuple(blocks))


def others(view: View) -> Exhibit:
    """Return what changed in links, dates and sources."""
    names = ("ties", "events", "sources", "identifiers")
    return _since(view, lambda older, found: [tables.others(view, older, found, name) for name in names])


def picture(view: View) -> Exhibit:
    """Return new and gone collaborations in one picture, and every change of a link."""
    return _since(view, lambda older, found: [tables.others(view, older, found, "ties")], drawn=True)


def _since(
    view: View, lists: Callable[[Dataset, Diff], list[Table]], *, drawn: bool = False, listed: bool = False
) -> Exhibit:
    t, older = view.t, view.older
    if older is None:
        return framed(view, t("veraenderungen.title"), t("veraenderungen.prompt"), picture=PROMPT)
    found = changes_since(view, older)
    sentence = wording.sentence(t, found)
    shown: Picture | None = lists_of(t, found) if listed else None
    if drawn:
        drawing = answer.states_drawing(view.whole, loaded.part(older, view.selection), view.part)
        shown = drawn_network(view, drawing, sentence)
    return framed(
        view,
        _counted(view, found),
        sentence,
        picture=shown,
        tables=[exported(table) for table in lists(older, found) if table.rows],
        remarks=[
            *(few_said(view, "changed") if drawn else ()),
            *wording.details(speech(view), found, suggested_renames(found)),
        ],
    )


def _counted(view: View, found: Diff) -> str:
    """Say how much is new and how much has ended."""
    kinds = (ChangeKind.NEW, ChangeKind.ENDED)
    said = {str(kind): view.t.count(f"change.{kind}", wording.entries(found, kind)) for kind in kinds}
    return view.t("exhibit.title.changes", since=wording.since(view.t, found.older), **said)
