"""The report says what the views say, and has something to say of poor data too."""

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from graph.export.report.document import Bullets, Heading, Illustration, Listing, NewPage, Paragraph
from graph.export.report.docx import word_document
from graph.export.report.odt import open_document
from graph.export.report.pdf import pdf_document
from graph.load import load
from graph.selection import Selection, select
from tests.small_region import actor, project, region, tie
from views.evidence.exhibit import marked
from views.exhibit.links import exhibit_of, view_of
from views.loaded import state_of, states_beside
from views.report.blocks import linked
from views.report.booklet import UnknownElementError, booklet
from views.report.chapters import CHAPTERS, USUAL
from views.report.document import ReportRequest, UnknownSectionError, document_of
from views.report.motion import motion

ADDRESS = "https://netz.example"
DATA = Path(__file__).parent.parent / "data"
SHIPPED = load(DATA).dataset
STATES = partial(state_of, states_beside(DATA))

POOR = {
    "nothing": region(),
    "no project": region(actors=[actor("a", "Verein")]),
    "one actor": region(actors=[actor("a")], projects=[project("p")], ties=[tie("a", "leads", "p")]),
    "no money": region(projects=[project("p", "Holz")], ties=[tie("a", "leads", "p"), tie("b", "partner", "p")]),
    "no date": region(projects=[project("p", "Holz")], ties=[tie("f", "funds", "p", 10), tie("a", "leads", "p")]),
    "no field": region(projects=[project("p", start="2020")], ties=[tie("a", "leads", "p"), tie("b", "partner", "p")]),
    "one of each": region(
        projects=[project("p", "Holz", start="2025", end="2026-12")],
        ties=[tie("a", "leads", "p"), tie("b", "partner", "p"), tie("f", "funds", "p", 1)],
        as_of="2026-01-22",
    ),
    "only unconfirmed": region(
        projects=[project("p", "Holz")],
        ties=[tie(who, "partner", "p", certainty="unconfirmed") for who in "ab"],
    ),
    "only one source": region(
        projects=[project("p", "Holz", reference="s")],
        ties=[tie(who, "partner", "p", reference="s") for who in "ab"],
        sources=[{"id": "s", "title": "Bericht"}],
    ),
    "only applied for": region(
        projects=[project("p", "Holz", status="applied")],
        ties=[tie("a", "leads", "p"), tie("f", "funds", "p", 5, status="applied")],
    ),
}


def report_on(dataset, language="de", **rest):
    return document_of(ReportRequest(view_of(dataset, "ueberblick", language, STATES), **rest))


def texts(document):
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        if isinstance(block, Bullets):
            yield from (point.text for point in block.points)
        if isinstance(block, Heading):
            yield block.text


def test_the_numbers_of_a_sentence_lead_to_their_view():
    runs = linked("Von 1.234,5 Mio. € sind 12 % bekannt.", "https://netz.example/x").runs

    assert [(run.text, bool(run.link)) for run in runs] == [
        ("Von ", False),
        ("1.234,5 Mio. €", True),
        (" sind ", False),
        ("12 %", True),
        (" bekannt.", False),
    ]


def test_every_usual_chapter_is_there_in_its_order():
    document = report_on(SHIPPED)

    assert [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1] == [
        "Kurzfassung",
        "Wo wir stehen",
        "Was sich geändert hat",
        "Geld und Förderklippe",
        "Rollen und Lücken",
        "Kompetenzfelder",
        "Offene Punkte und Datenlage",
        "Methode und Quellen",
    ]
    assert document.title == "Netzwerkbericht Ostwürttemberg"


def runs_of(document):
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from block.runs
        if isinstance(block, Bullets):
            yield from (run for point in block.points for run in point.runs)


def said_behind(dataset, link):
    """Everything that the view behind a link says."""
    path = link.removeprefix(f"{ADDRESS}/")
    view = view_of(dataset, path, states=STATES)
    shown = marked(path.partition("?")[0].replace("-", "_"), view, exhibit_of(view, path))
    cells = (cell.text for table in shown.tables for row in table.rows for cell in row)
    figures = (text for figure in shown.figures for text in (figure.label, figure.value, figure.note))
    lists = (point for block in getattr(shown.picture, "blocks", ()) for point in block.points)
    return " ".join(
        (shown.title, shown.sentence, shown.source, *shown.remarks, *shown.filters, *figures, *cells, *lists)
    )


@pytest.mark.parametrize("name", ["shipped", *POOR])
def test_every_linked_number_is_found_again_in_the_view_behind_it(name):
    dataset = SHIPPED if name == "shipped" else POOR[name]
    behind, missing, checked = {}, [], 0
    for run in runs_of(report_on(dataset, address=ADDRESS)):
        if not run.link or not re.match(r"€?\d", run.text):
            continue
        behind.setdefault(run.link, said_behind(dataset, run.link))
        checked += 1
        missing += [(run.text, run.link)] if run.text not in behind[run.link] else []

    assert missing == []
    assert checked > (0 if name == "nothing" else 10)


def test_without_an_address_nothing_is_linked():
    assert [run.link for run in runs_of(report_on(SHIPPED)) if run.link] == []


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", POOR)
def test_poor_data_give_a_report_without_empty_headings(name, language):
    blocks = report_on(POOR[name], language, sections=tuple(CHAPTERS)).blocks

    alone = [
        block.text
        for block, after in zip(blocks, (*blocks[1:], None), strict=True)
        if isinstance(block, Heading)
        and (after is None or isinstance(after, NewPage) or (isinstance(after, Heading) and after.level <= block.level))
    ]
    assert alone == []


@pytest.mark.parametrize("name", POOR)
def test_poor_data_are_counted_in_the_singular_where_there_is_one(name):
    wrong = re.compile(r"\b1 (?:Akteure|Projekte|Kooperationen|Förderungen|Quellen|Elemente|Partnern|Einträge)\b")

    assert [text for text in texts(report_on(POOR[name])) if wrong.search(text)] == []


@pytest.mark.parametrize("write", [word_document, open_document, pdf_document], ids=["docx", "odt", "pdf"])
@pytest.mark.parametrize("name", ["nothing", "one of each"])
def test_poor_reports_become_files(name, write):
    document = report_on(POOR[name])

    assert write(document) == write(document)


def test_pictures_have_a_caption_and_say_what_they_show():
    pictures = [block for block in report_on(SHIPPED).blocks if isinstance(block, Illustration)]

    assert len(pictures) >= 4
    assert [block for block in pictures if not block.caption or not block.alternative] == []


def test_tables_say_how_many_rows_they_leave_out():
    document = report_on(SHIPPED, sections=["methode"])
    listing = next(block for block in reversed(document.blocks) if isinstance(block, Listing))

    assert len(listing.table.rows) == 30
    assert f"… und {len(SHIPPED.sources) - 30} weitere Zeilen in der Ansicht" in list(texts(document))


def test_the_scope_of_a_report_is_that_of_its_filters():
    view = view_of(SHIPPED, "ueberblick?feld=wasserstoff", "de", STATES)
    document = document_of(ReportRequest(view, sections=["kurzfassung"]))

    part = select(SHIPPED, Selection(kompetenzfelder={"Wasserstoff"}))
    assert f"{len(part.projects)} Projekte" in " ".join(texts(document))


def test_without_an_earlier_state_the_report_says_so():
    document = document_of(ReportRequest(view_of(POOR["one of each"], "ueberblick"), sections=["veraenderungen"]))

    assert any(text.startswith("Es ist kein früherer Stand") for text in texts(document))


def test_unknown_chapters_are_refused_and_the_usual_ones_known():
    with pytest.raises(UnknownSectionError, match="wetter"):
        report_on(SHIPPED, sections=["geld", "wetter"])
    assert set(USUAL) < set(CHAPTERS)


def test_long_work_tells_how_far_it_is_and_can_be_given_up():
    told = []
    document_of(
        ReportRequest(view_of(POOR["one of each"], "ueberblick"), sections=["geld", "offen"]),
        lambda *at: told.append(at),
    )

    assert told == [(1, 2), (2, 2)]


def test_a_booklet_has_a_profile_a_page_in_the_order_of_the_alphabet():
    made = booklet(ReportRequest(view_of(SHIPPED, "verzeichnis")), ["wiro", "eura"])

    assert [block.text for block in made.blocks if isinstance(block, Heading)] == [
        "EurA AG",
        "Wirtschaftsförderungsgesellschaft mbH Region Ostwürttemberg",
    ]
    assert sum(isinstance(block, NewPage) for block in made.blocks) == 1


def test_a_booklet_by_field_begins_each_field_once():
    made = booklet(ReportRequest(view_of(POOR["one of each"], "verzeichnis")), by_field=True)

    headings = [block.text for block in made.blocks if isinstance(block, Heading) and block.level == 1]
    assert headings == ["Holz", "Ohne Kompetenzfeld"]


def test_a_booklet_names_ids_that_are_not_in_the_data():
    with pytest.raises(UnknownElementError, match="niemand"):
        booklet(ReportRequest(view_of(SHIPPED, "verzeichnis")), ["wiro", "niemand"])


def test_a_booklet_of_nothing_says_so():
    assert list(texts(booklet(ReportRequest(view_of(POOR["nothing"], "verzeichnis"))))) == [
        "Zu dieser Auswahl gibt es keine Steckbriefe."
    ]


def test_a_draft_for_a_council_has_its_four_parts_and_says_that_it_is_one():
    made = motion(ReportRequest(view_of(SHIPPED, "ueberblick")), ["Der Kreistag nimmt den Bericht zur Kenntnis."])

    assert [block.text for block in made.blocks if isinstance(block, Heading)] == [
        "Beschlussvorschlag",
        "Sachverhalt",
        "Finanzielle Auswirkungen",
        "Anlagen",
    ]
    assert made.watermark == "Entwurf"
    assert replace(made, blocks=()).contents is False
