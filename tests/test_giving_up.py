"""Long work is given up within one picture or table, in every format, not only before the next exhibit."""

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest

from graph.export import FORMATS, export
from graph.export.pdf import typesetting
from graph.export.pdf.typesetting import typeset
from graph.export.png import rendered
from graph.export.program import answer
from graph.export.report.document import Heading, Illustration, Listing, ReportDocument
from graph.export.table import ExportCell, ExportColumn, ExportTable, ValueKind
from graph.giving_up import asked_by, ensure_wanted
from tests.exhibits import drawing_of, network_exhibit, portfolio_of
from tests.small_region import actor, project, region, tie
from views.background import Job
from views.language.words import words
from views.report.document import document_words
from views.report.files import FORMATS as DOCUMENTS

ROWS, ACTORS = 600, 120
ONE_LINE = str(Path(__file__).parent / "one_line.typ")
AT_MOST_MORE = 5  # looks of a library that closes what it has begun


class NobodyWaitsError(Exception):
    """Raised by the test when the work looks whether somebody waits."""


def one_large_exhibit():
    actors = [actor(f"a{n}", "Hochschule", name=f"Hochschule {n}", short_name=f"HS {n}") for n in range(ACTORS)]
    data = region(actors, [project("p", "Photonik")], [tie(f"a{n}", "partner", "p") for n in range(ACTORS)])
    shown = network_exhibit(drawing_of(data))
    return replace(portfolio_of(replace(shown, table=long_table())), dataset=data)


def long_table():
    rows = tuple((ExportCell(f"Vorhaben {n}"), ExportCell(str(n), n)) for n in range(ROWS))
    return ExportTable("Vorhaben", (ExportColumn("Name"), ExportColumn("Zahl", ValueKind.NUMBER)), rows)


def one_large_document():
    picture = one_large_exhibit().exhibits[0].picture
    return ReportDocument(
        title="Bericht",
        subtitle="",
        blocks=(Heading("Netz"), Illustration(picture, "Netz", "Netz"), Listing(long_table())),
        words=document_words(words("de")),
        language="de",
    )


class Looks:
    """Counts how often the work looks, and ends it at one of the looks."""

    def __init__(self, last=None):
        self.count, self.last = 0, last

    def __call__(self):
        self.count += 1
        if self.last and self.count >= self.last:
            raise NobodyWaitsError


def written(name):
    """What writes one large exhibit, or a document with it, in a format; not begun yet."""
    if name in FORMATS:
        made = one_large_exhibit()
        return lambda: export(name, made)
    document = one_large_document()
    return lambda: DOCUMENTS[name.removeprefix("document ")].write(document)


@pytest.mark.parametrize("name", [*FORMATS, *(f"document {name}" for name in DOCUMENTS)])
def test_work_on_one_exhibit_ends_at_the_look_at_which_nobody_waits(name):
    write, all_looks = written(name), Looks()
    with asked_by(all_looks):
        write()

    assert all_looks.count > ACTORS
    for part in (0.02, 0.5, 0.98):
        looks = Looks(last=max(int(all_looks.count * part), 1))
        with pytest.raises(NobodyWaitsError), asked_by(looks):
            write()
        assert looks.count <= looks.last + AT_MOST_MORE


def test_nobody_is_asked_where_somebody_waits_for_the_result():
    ensure_wanted()

    with asked_by(Looks(last=1)), pytest.raises(NobodyWaitsError):
        ensure_wanted()

    ensure_wanted()


def test_another_thread_goes_on():
    ended = Event()

    def other():
        ensure_wanted()
        ended.set()

    with asked_by(Looks(last=1)):
        thread = Thread(target=other)
        thread.start()
        thread.join(5)

    assert ended.is_set()


def a_large_picture():
    lines = "".join(f'<path d="M0 {n}L900 {n + 1}" stroke="#000"/>' for n in range(20_000))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">{lines}</svg>'
    return lambda: rendered(svg)


def a_long_handout():
    document = {"title": "Vorhaben " * 200_000, "lang": "de"}
    return lambda: typeset(ONE_LINE, document, date(2026, 1, 1))


@pytest.mark.parametrize("large", [a_large_picture, a_long_handout])
def test_the_program_that_draws_or_sets_ends_with_the_work(monkeypatch, large):
    started = []

    class Noted(subprocess.Popen):
        def __init__(self, *rest, **more):
            super().__init__(*rest, **more)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)

    with pytest.raises(NobodyWaitsError), asked_by(Looks(last=1)):
        large()()

    assert [program.returncode for program in started] == [-9]


def test_a_long_document_is_set_in_a_process_of_its_own_as_a_short_one_is(monkeypatch):
    document, day = {"title": "Bericht", "lang": "de"}, date(2026, 1, 1)
    at_once = typeset(ONE_LINE, document, day)

    monkeypatch.setattr(typesetting, "_AT_ONCE", 0)

    assert typeset(ONE_LINE, document, day) == at_once


def test_what_the_standards_refuse_is_set_without_them_in_a_process_of_its_own_too(monkeypatch):
    document = {"title": "\ue000", "lang": "de"}
    monkeypatch.setattr(typesetting, "_AT_ONCE", 0)

    assert typeset(ONE_LINE, document, date(2026, 1, 1)).startswith(b"%PDF")


def test_a_job_that_is_stopped_ends_within_the_exhibit_it_is_at():
    begun, go_on, written_rows = Event(), Event(), []

    def compute(_):
        begun.set()
        go_on.wait(5)
        for row in range(ROWS):
            ensure_wanted()
            written_rows.append(row)

    job = Job(compute)
    begun.wait(5)
    job.stop()
    go_on.set()

    assert job.wait(5) is None
    assert written_rows == []


def test_a_program_that_begins_late_is_given_all_of_a_large_picture(tmp_path):
    late = tmp_path / "late.py"
    late.write_text("import sys, time; time.sleep(0.3); sys.stdout.write(str(len(sys.stdin.buffer.read())))")

    assert answer(late, {}, bytes(1_000_000)) == b"1000000"
