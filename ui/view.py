"""What a page works on: the visitor's query, the words, the whole data and the part that fits the filters."""

from __future__ import annotations

import os
from contextvars import ContextVar
from pathlib import Path

from graph.issue import Report
from store import Editor, Present, region
from ui import query
from ui.clock import today
from ui.evidence import mark
from views import loaded
from views.language.words import words
from views.loaded import SHIPPED, report_of
from views.view import View, selection_of
from views.view import unknown_in_answers as _unknown_in_answers

_SEEN: ContextVar[View] = ContextVar("seen")


def begin(person: Editor, page: str) -> View:
    """Make the view of this visitor on a page; once a run, by the frame of the pages."""
    seen = mark.with_known(_made(person), page)
    _SEEN.set(seen)
    return seen


def current() -> View:
    """Return the view of this run, which frame and page share."""
    return _SEEN.get()


def _made(person: Editor) -> View:
    asked, present = query.current(), region.present()
    whole = report(present).dataset
    selection, unknown = selection_of(asked, whole)
    return View(
        query=asked,
        t=words(asked.lang),
        whole=whole,
        part=loaded.part(whole, selection),
        selection=selection,
        unknown=query.unknown_parameters() + unknown + _unknown_in_answers(asked, whole),
        present=present,
        person=person,
        today=today().date(),
    )


def report(now: Present) -> Report:
    """Return data and findings: of the visitor's own files if there are any, else of the store or the folder."""
    files = query.own_files()
    return report_of(files) if files else stored(now)


def stored(now: Present) -> Report:
    """Return data and findings of the store or the folder of this server."""
    if address := region.address():
        return loaded.store_report(address, now)
    return loaded.folder_report(str(data_folder()))


def data_folder() -> Path:
    """Folder of the data the server was started with."""
    return Path(os.environ.get("AKTEURSNETZ_DATA") or SHIPPED)
