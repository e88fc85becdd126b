"""Files of strangers are loaded in a process of its own, with limits, as long as somebody waits."""

import time

import pandas as pd
import pytest

import graph
from graph.reading import apart
from graph.reading.apart import NobodyWaitsError, load_apart
from tests.hostile_files import whole_workbook, zipped

pytest.importorskip("resource", reason="limits of a process are set on Unix only")

ACTORS = b"id,name\nhs,Hochschule Lindenau\nweg,Wegebau\n"
PROJECTS = b"id,name,lead,partners\np,Zukunft,hs,weg\n"
ARCHIVE = {"daten.zip": zipped({"actors.csv": ACTORS, "projects.csv": PROJECTS})}
# within all limits of the format, and more than a moment's work
SLOW = {"langsam.xlsx": whole_workbook("".join(f'<row r="{n}"><c r="A{n}"/></row>' for n in range(1, 400_000)))}


def test_a_report_comes_back_as_if_it_were_read_here():
    apart_report, report = load_apart(ARCHIVE), graph.load(ARCHIVE)

    pd.testing.assert_frame_equal(apart_report.dataset.ties, report.dataset.ties)
    assert apart_report.dataset.fingerprint == report.dataset.fingerprint
    assert (apart_report.issues, apart_report.tables) == (report.issues, report.tables)


def test_short_text_needs_no_process(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(apart, "_answer", None)

    assert load_apart({"actors.csv": ACTORS, "projects.csv": PROJECTS}).tables == ("actors", "projects")


def test_what_takes_too_long_is_given_up_with_a_finding(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(apart, "SECONDS", 0)

    report = load_apart(SLOW)

    assert [(issue.code, issue.file) for issue in report.issues] == [("reading-too-long", "langsam.xlsx")]
    assert (len(report.dataset.actors), report.tables) == (0, ())


def test_what_takes_too_much_memory_is_given_up_with_a_finding(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(apart, "MEGABYTES", 8)

    assert [issue.code for issue in load_apart(SLOW).issues] == ["reading-too-large"]


def test_when_nobody_waits_the_work_ends():
    start = time.monotonic()

    with pytest.raises(NobodyWaitsError):
        load_apart(SLOW, wanted=lambda: False)

    assert time.monotonic() - start < 5
