"""An order for a report, profiles or a council: made beside the page, with progress, redacted, or refused."""

import io
import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from graph.errors import NobodyHiddenError, UnusableTemplateError
from graph.export.report.document import Heading
from graph.load import load
from graph.redaction import Redaction
from store import Editor, Role
from tests.small_region import actor, project, region, tie
from views.address.parameters import Query
from views.background import Job
from views.exhibit.links import view_of
from views.exhibit.order import GoneError, redaction_of
from views.language.words import words
from views.publishing.site import NoWebAddressError
from views.report.booklet import UnknownElementError
from views.report.order import KINDS, ReportOrder, carried_out, kinds_for, ordered_document, why_not
from views.report.words import progress_sentence, scope_sentence

DATA = Path(__file__).parent.parent / "data"
SMALL = region(
    actors=[
        actor("a", "Unternehmen") | {"name": "Alpha GmbH"},
        actor("b", "Verein") | {"name": "Beta-Verein"},
        actor("f", "Land"),
        actor("g", "Land"),
    ],
    projects=[project("p", "Holz", start="2025", end="2026-12")],
    ties=[
        tie("a", "leads", "p"),
        tie("b", "partner", "p"),
        tie("f", "funds", "p", 10),
        tie("g", "funds", "p", certainty="uncertain"),
    ],
    as_of="2026-01-22",
)
BANKS = redaction_of(frozenset({"companies"}), "de", "w", {"Bank"})  # there are none
COMPANIES = redaction_of(frozenset({"companies"}), "de", "wort", {"Unternehmen"})


def text_of(file):
    document = docx.Document(io.BytesIO(file.content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(line.text for line in document.paragraphs), *cells])


@pytest.mark.parametrize(
    ("kind", "ending"), [(name, ending) for name, kind in KINDS.items() for ending in kind.formats]
)
def test_every_kind_becomes_a_file_of_every_format_twice_the_same_bytes(kind, ending):
    order = ReportOrder(kind, ending)

    file = carried_out(order, SMALL)

    assert file.content == carried_out(order, SMALL).content
    assert file.name.startswith("2026-01-22_akteursnetz_")
    assert file.name.endswith(f".{ending}")


def test_the_chapter_on_changes_compares_with_the_earlier_state_that_is_asked_for():
    before = region(actors=[actor("a", "Unternehmen") | {"name": "Alpha GmbH"}], as_of="2025-01-22")
    states = {"2025-01-22": before}.get
    order = ReportOrder(query=Query(stand="2025-01-22"), sections=("veraenderungen",), states=states)

    assert "Beta-Verein" in text_of(carried_out(order, SMALL))
    assert "Beta-Verein" not in text_of(carried_out(replace(order, query=Query(stand="2024-01-22")), SMALL))


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_what_is_written_on_the_picture_stands_with_it_in_the_report(ending):
    order = ReportOrder("bericht", ending, Query(notiz="Mit Alpha GmbH reden"), sections=("stand",))

    assert "Mit Alpha GmbH reden" in written_in(carried_out(order, SMALL))
    assert "Mit Unternehmen 1 reden" in written_in(carried_out(replace(order, redaction=COMPANIES), SMALL))


def written_in(file):
    """All words of a document, whatever its format."""
    if file.name.endswith(".docx"):
        return text_of(file)
    with ZipFile(io.BytesIO(file.content)) as archive:
        return re.sub(r"<[^>]+>", "", archive.read("content.xml").decode())


def test_progress_counts_the_chapters_and_the_writing_of_the_file():
    told = []

    carried_out(ReportOrder(sections=("geld", "offen")), SMALL, lambda *at: told.append(at))

    assert told == [(0, 3), (1, 3), (2, 3)]


def test_progress_is_said_in_words():
    t, order = words("de"), ReportOrder(sections=("offen", "geld"))

    assert [progress_sentence(t, order, done, 3) for done in range(3)] == [
        "Abschnitt 1 von 2: Geld und Förderklippe",
        "Abschnitt 2 von 2: Offene Punkte und Datenlage",
        "Die Datei wird geschrieben",
    ]
    assert progress_sentence(t, ReportOrder("steckbriefe"), 4, 10) == "Teil 5 von 9 wird geschrieben"
    assert [progress_sentence(t, ReportOrder("webseite"), done, 4) for done in (0, 1, 2, 3)] == [
        "Seite 1 von 2 wird zusammengestellt",
        "Seite 2 von 2 wird zusammengestellt",
        "Seite 1 von 2 wird geschrieben",
        "Seite 2 von 2 wird geschrieben",
    ]
    assert progress_sentence(t, order, 0, 0) == "Die Daten werden gelesen"


def test_the_progress_of_a_website_ends_with_its_last_page():
    told = []

    carried_out(ReportOrder("webseite", "zip"), SMALL, lambda done, of: told.append((done, of)))

    assert told == [(number, len(told)) for number in range(len(told))]


def test_a_website_has_no_name_that_must_go():
    file = carried_out(ReportOrder("webseite", "zip", redaction=COMPANIES, address="https://netz.example/"), SMALL)

    with ZipFile(io.BytesIO(file.content)) as site:
        pages = {name: site.read(name) for name in site.namelist() if name.endswith(".html")}
    assert [name for name, page in pages.items() if b"Alpha" in page or b"https://netz.example/" in page] == []


def test_who_may_only_look_is_offered_no_website():
    assert kinds_for(Editor("", "", "", Role.VIEWER)) == ("bericht", "steckbriefe", "vorlage", "tabellen")
    assert kinds_for(Editor("", "", "", Role.EDITOR)) == ("bericht", "steckbriefe", "vorlage", "tabellen", "webseite")


def test_a_report_that_is_given_up_ends_without_a_file():
    job: Job = Job(partial(carried_out, ReportOrder("steckbriefe", "pdf"), load(DATA).dataset))
    job.stop()

    assert job.wait(30) is None


def test_the_scope_is_said_in_words():
    view = view_of(load(DATA).dataset, "mappe?feld=wasserstoff")

    assert scope_sentence(view, "bericht") == (
        "Ein Bericht mit Kurzfassung, Bildern und Tabellen. Umfang nach den Filtern: Wasserstoff."
    )
    assert scope_sentence(view_of(SMALL, "mappe", "en"), "vorlage").endswith("Scope: all data.")


def test_the_filters_are_the_scope():
    text = text_of(carried_out(ReportOrder(query=Query(typ=("verein",)), sections=("anhang",)), SMALL))

    assert "Beta-Verein" in text
    assert "Alpha GmbH" not in text


def test_the_scope_keeps_what_is_meant_under_new_names():
    with_others = region(
        actors=[actor("a", "Unternehmen") | {"name": "Alpha GmbH"}, actor("f", "Land")],
        projects=[project("alpha-gmbh-neu", "Holz"), project("p", "Holz"), project("q", "Holz")],
        ties=[tie("a", "funds", "alpha-gmbh-neu"), tie("a", "funds", "p"), tie("f", "funds", "q")],
        as_of="2026-01-22",
    )
    scope = Query(geber=("a",), ohne=("alpha-gmbh-neu",))
    document = ordered_document(ReportOrder("steckbriefe", query=scope, redaction=COMPANIES), with_others)

    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert headings == ["p", "Unternehmen 1 (Unternehmen)"]  # the project named after it has got its new name, too


def test_selected_profiles_keep_their_place_under_new_names():
    file = carried_out(ReportOrder("steckbriefe", ids=("a",), redaction=COMPANIES), SMALL)

    assert "Alpha" not in text_of(file)
    assert "Unternehmen" in text_of(file)


def test_a_proposal_loses_the_names_that_must_go():
    order = ReportOrder("vorlage", proposals=("Die Alpha GmbH wird beauftragt.",), redaction=COMPANIES)

    text = text_of(carried_out(order, SMALL))
    assert "Alpha" not in text
    assert "wird beauftragt" in text


def test_amounts_that_are_left_out_are_not_called_unknown():
    document = ordered_document(ReportOrder(sections=("geld",), redaction=Redaction(amounts=True)), SMALL)

    assert "10 €" not in str(document.blocks)
    assert "in dieser Fassung" in str(document.blocks)


@pytest.mark.parametrize(
    ("order", "error"),
    [
        (ReportOrder("webseite", "zip", site="netz.example.de"), NoWebAddressError),
        (
            ReportOrder("webseite", "zip", redaction=BANKS),
            NobodyHiddenError,
        ),
        (ReportOrder(template=b"no file of Word"), UnusableTemplateError),
        (ReportOrder(redaction=BANKS), NobodyHiddenError),
        (ReportOrder("steckbriefe", ids=("g",), redaction=Redaction(confirmed_only=True)), GoneError),
        (ReportOrder(query=Query(geber=("g",)), redaction=Redaction(confirmed_only=True)), GoneError),
    ],
    ids=["web address", "nobody on the site", "template", "nobody", "profile gone", "scope gone"],
)
def test_what_cannot_be_is_refused_with_a_sentence(order, error):
    with pytest.raises(error) as refused:
        carried_out(order, SMALL)

    assert why_not(words("de"), refused.value).endswith(".")


def test_profiles_that_are_not_in_the_data_are_named():
    with pytest.raises(UnknownElementError, match="niemand"):
        carried_out(ReportOrder("steckbriefe", ids=("a", "niemand")), SMALL)
