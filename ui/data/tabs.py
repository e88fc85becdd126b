"""The parts of the page Daten & Methodik, one function a tab."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from graph.issue import Report
from graph.openpoints import DOUBTS
from graph.schema import TABLES
from ui import controls, pieces, query, uploading, view
from ui.editing import record, region_copy
from views import loaded
from views.data import answer, coverage, downloads, tables
from views.data import words as wording
from views.data.words import METHODS
from views.elements import profile_tables as profiles
from views.evidence import answer as evidence
from views.evidence import tables as evidence_tables
from views.evidence import words as evidence_words
from views.language.words import plain
from views.view import View

_HEIGHT = 640
_PATIENCE = 1.0  # seconds a page waits before it shows how far it is


def sources(seen: View) -> None:
    """Show where the facts come from."""
    if licence := seen.whole.about.get("licence"):
        st.markdown(seen.t("daten.licence", licence=plain(licence)))
    pieces.open_table(seen.t, profiles.sources(seen, list(seen.whole.sources["id"])), key="sources")


def open_points(seen: View) -> None:
    """Show what is uncertain or missing, by kind."""
    t = seen.t
    points = answer.open_points_of(seen.part)
    counts = Counter(point.doubt for point in points)
    st.markdown(t.count("daten.open.sentence", len(points)))
    doubts = [doubt for doubt in DOUBTS if counts[doubt]]
    controls.pick(
        "wahl",
        label=t("daten.open.which"),
        options={doubt: f"{t(f'daten.doubt.{doubt}')} ({t.number(counts[doubt])})" for doubt in doubts},
    )
    chosen = [point for point in points if not seen.query.wahl or point.doubt in seen.query.wahl]
    pieces.open_table(t, tables.open_points(seen, chosen), key="open_points")


def carrying(seen: View) -> None:
    """Show on which sources most answers hang, or how far the check is."""
    job = controls.job("carrying", seen.part.fingerprint, partial(evidence.hanging, seen.part))
    found = job.wait(_PATIENCE)
    if found is None:
        _checking(seen)
        return
    st.markdown(evidence_words.carrying_sentence(seen, found))
    pieces.open_table(seen.t, evidence_tables.carrying(seen, found), key="carrying")
    st.markdown(seen.t("evidence.carrying.note"))


@st.fragment(run_every=1.0)
def _checking(seen: View) -> None:
    job = controls.job("carrying", seen.part.fingerprint, partial(evidence.hanging, seen.part))
    if job.wait(0) is not None:
        st.rerun()
    t = seen.t
    st.progress(job.share, t("evidence.carrying.checking", done=t.number(job.done), of=t.number(job.of)))


def covered(seen: View) -> None:
    """Show what the data cover, by source and by field, type, place and year, and what registers do not hold."""
    t = seen.t
    st.markdown(f"{coverage.sentence(seen)} {t('coverage.text')}")
    controls.pick(
        "wahl", label=t("coverage.which"), options={part: t(f"coverage.part.{part}") for part in coverage.PARTS}
    )
    for part, shown in coverage.parts(seen).items():
        pieces.open_table(t, shown, key=f"coverage_{part}", max_height=_HEIGHT)
    if lines := coverage.lacking(seen):
        pieces.section(t("coverage.lacking"))
        st.markdown("\n".join(f"- {line}" for line in lines))


def own_files(seen: View) -> None:
    """Take in a visitor's files, show the check, and replace the data for this session."""
    t = seen.t
    st.markdown(t("daten.own.text"))
    files = uploading.tables(seen, "upload")
    if files:
        report = loaded.report_of(files)
        _checked(seen, report)
        if len(report.dataset.actors) + len(report.dataset.projects):
            st.button(t("daten.own.use"), on_click=query.use_files, args=(files,), type="primary", key="use_files")
    _downloads(seen)
    if not files:
        pieces.section(t("daten.own.check"))
        _checked(seen, view.report(seen.present))


def _checked(seen: View, report: Report) -> None:
    t = seen.t
    usable = len(report.dataset.actors) + len(report.dataset.projects)
    st.markdown(f"{t.count('daten.own.good', usable)} {wording.checked(t, report.issues)}")
    pieces.open_table(t, tables.findings(t, report.issues), key="findings", max_height=_HEIGHT)


def _downloads(seen: View) -> None:
    t = seen.t
    pieces.section(t("daten.own.templates"))
    with st.container(horizontal=True):
        for name, offered in downloads.OFFERED.items():
            _download(seen, name, offered)
    pieces.section(t("daten.own.states"))
    st.markdown(t("daten.own.states_text"))
    with st.container(horizontal=True):
        _download(seen, "save_state", downloads.state())
        pieces.open_button(t("daten.own.compare"), "veraenderungen", key="to_changes", reiter="")


def _download(seen: View, name: str, offered: downloads.Download) -> None:
    st.download_button(
        seen.t(f"daten.own.{name}"),
        data=partial(offered.make, seen.t, seen.whole),
        file_name=offered.file_name,
        mime=offered.mime,
        on_click="ignore",
        key=f"download_{name}",
    )


def columns(seen: View) -> None:
    """Explain the columns of each file."""
    t = seen.t
    names = {name: t(f"daten.table.{name}") for name in TABLES}
    controls.pick("wahl", label=t("daten.column.which"), options=names)
    for name, title in names.items():
        if not seen.query.wahl or name in seen.query.wahl:
            pieces.section(title)
            pieces.open_table(t, tables.columns(t, name), key=f"columns_{name}")


def methods(seen: View) -> None:
    """Explain how figures and pictures are made."""
    for name in METHODS:
        pieces.section(seen.t(f"daten.method.{name}.term"))
        st.markdown(seen.t(f"daten.method.{name}.text"))


# Tab in the address -> what it shows; the first is the default.
TABS: Mapping[str, Callable[[View], None]] = {
    "quellen": sources,
    "offen": open_points,
    "belege": carrying,
    "abdeckung": covered,
    "eigene": own_files,
    "bearbeiten": region_copy.show,
    "aenderungen": record.show,
    "spalten": columns,
    "methodik": methods,
}
