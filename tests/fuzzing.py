"""Whatever may stand in files, and everything that is done with what of it loads: nothing of it may raise."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from graph.build import multiplex
from graph.dataset import Dataset
from graph.export import FORMATS, export
from graph.measures import measure_table, network_summary
from graph.projection import cooperation
from graph.schema import TABLES
from graph.selection import Selection, select
from graph.vocabulary import Status
from views.address.codec import path
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.pages import COMPARING, TABS
from views.exhibit.portfolio import portfolio
from views.report.booklet import booklet
from views.report.chapters import CHAPTERS
from views.report.document import ReportRequest, document_of
from views.report.files import FORMATS as DOCUMENTS
from views.report.motion import motion

DAY = date(2026, 11, 23)
VIEWS = [(page, tab) for page, tabs in TABS.items() if page and page not in COMPARING for tab in tabs]
COMPARED = [(page, tab) for page in COMPARING for tab in TABS[page]]
WRITTEN = {
    "report": lambda asked: document_of(replace(asked, sections=tuple(CHAPTERS))),
    "booklet": booklet,
    "motion": motion,
}
IDS = ("a", "b", "c", "p", "q")
_ODD = (
    *("", "0", "-1", "1e9", "NaN", "..", "/", "XXXX", "9999", "0000", "31.12.9999", "2021-23", "2021/..", "2021?"),
    *("=1+1", "<r>x</r>", "[x](http://x)", "a;b;p", "\ue000\uf8ff", "\u0301\u0301", "👩‍👩‍👧", "x" * 300, "\u202eabc"),
    *("1,5 Mio. €", "999999999999999999999999", "0,001", "ja", "nein", "leads", "funds", "granted", "ongoing"),
    *("\u0300", "ﷺ" * 9, "ẞ", "İ", "𝕏", "\U000e0041", "a\nb", "\u200b"),
)
_TEXTS = st.one_of(st.sampled_from(_ODD), st.text(st.characters(exclude_categories=("Cs",)), max_size=9))
_CELLS = st.one_of(_TEXTS, st.sampled_from(IDS))
_REQUIRED = {
    "actors": {"id": st.sampled_from(IDS[:3]), "name": _TEXTS},
    "projects": {"id": st.sampled_from(IDS[3:]), "name": _TEXTS, "lead": st.sampled_from(IDS), "partners": _CELLS},
    "links": {
        "from_id": st.sampled_from(IDS),
        "to_id": st.sampled_from(IDS),
        "kind": st.sampled_from(["leads", "partner", "funds", "member_of", "cooperates_with", "part_of", "x"]),
        "amount_eur": st.one_of(_TEXTS, st.integers(0, 10**12).map(str)),
        "amount_basis": st.sampled_from(["", "granted", "ceiling", "x"]),
    },
    "sources": {"id": _CELLS, "title": _TEXTS},
    "events": {"project_id": st.sampled_from(IDS), "start": _TEXTS, "label": _TEXTS},
    "identifiers": {
        "actor_id": st.sampled_from(IDS[:3]),
        "scheme": st.sampled_from(["pic", "ror", "name@cordis", "x"]),
        "value": _TEXTS,
        "says": st.sampled_from(["", "is", "is-not", "ist nicht", "x"]),
    },
    "about": {"key": st.sampled_from(["as_of", "title", "places", "x"]), "value": _TEXTS},
}


def tables() -> st.SearchStrategy[dict[str, bytes]]:
    """Files with rows of every table; most cells are odd, most references lead somewhere."""
    return st.fixed_dictionaries({f"{name}.csv": _table(name) for name in TABLES})


def _table(name: str) -> st.SearchStrategy[bytes]:
    others = {column: _CELLS for column in TABLES[name].names if column not in _REQUIRED[name]}
    row = st.fixed_dictionaries(_REQUIRED[name], optional={**others, "extra": _TEXTS})
    return st.lists(row, max_size=4).map(lambda rows: _written([*TABLES[name].names, "extra"], rows))


def _written(columns: list[str], rows: list[dict[str, str]]) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode()


def analyse(dataset: Dataset) -> None:
    """Select, and compute every measure on every network."""
    for selection in (Selection(), Selection(statuses=frozenset({Status.ONGOING})), Selection(types=frozenset({""}))):
        select(dataset, selection)
    for network in (cooperation(dataset), multiplex(dataset)):
        measure_table(network)
        network_summary(network)


def show(dataset: Dataset, page: str, tab: str, formats: list[str], older: Dataset | None = None) -> None:
    """Make the exhibit of a view, which may compare with an earlier state, and write it in formats."""
    element = next(iter([*dataset.actors["id"], *dataset.projects["id"]]), "a")
    asked = f"{path(page)}?reiter={tab}&id={element}&fokus={element}&vergleich=a,b&partnervon={element}"
    view = view_of(dataset, asked, "de", lambda _: older)
    made = portfolio(view, [exhibit_of(view)], day=DAY)
    for name in formats:
        export(name, made)


def hand_out(dataset: Dataset, written: str, formats: list[str], older: Dataset) -> None:
    """Write the report with every chapter, the booklet of profiles or the draft for a council, in formats."""
    view = view_of(dataset, "ueberblick", "de", lambda _: older)
    document = WRITTEN[written](ReportRequest(view))
    for name in formats:
        DOCUMENTS[name].write(document)


ALL_FORMATS = tuple(FORMATS)
