"""An order for a file: what it holds, and that nothing hidden gets into it by title, note or link."""

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

import graph
from graph.export import FORMATS
from graph.redaction import Redaction
from graph.redaction.redact import COMPANIES
from tests.payloads import PAYLOADS
from views.exhibit.committee import standard_views
from views.exhibit.links import exhibit_of
from views.exhibit.links import view_of as view_of_link
from views.exhibit.mappe import Mappe, added, asked_view, decision_of, edited, view_of
from views.exhibit.offers import fitting
from views.exhibit.order import Order, carried_out, exhibit, redaction_of, with_what_can_leave, without_what_is_hidden
from views.progress import no_progress

SHOWN = view_of("netzwerk", {"fokus": "zeiss", "suche": "ZEISS"}, "Netzwerk um ZEISS")


@pytest.fixture(scope="module")
def shipped():
    return graph.load("data").dataset


def company(dataset):
    """Id and name of a company that takes part in something."""
    companies = dataset.actors[dataset.actors["type"].isin(COMPANIES)]
    tied = companies[companies["id"].isin(dataset.ties["from_id"])].iloc[0]
    return tied["id"], tied["name"]


def text_of(file):
    """All text of an Office file or an archive."""
    with ZipFile(BytesIO(file.content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_the_standard_portfolio_with_a_decision_leaves_as_pages_tables_and_data(shipped):
    view = view_of_link(shipped, "")
    mappe = added(Mappe("Lenkungsgruppe"), *standard_views(view), decision_of("Wir treten bei.", "Es kostet nichts."))

    for name in ("pptx", "csv", "gexf"):
        file = carried_out(Order(mappe, name, whole=True), shipped, no_progress)
        assert "_akteursnetz_lenkungsgruppe." in file.name
        assert file.content


def test_the_first_half_of_the_progress_prepares_and_the_second_writes(shipped):
    told = []
    mappe = added(Mappe(), view_of("ueberblick", {}, ""), view_of("foerderung", {}, ""))

    carried_out(Order(mappe, "pptx"), shipped, lambda done, of: told.append((done, of)))

    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_only_a_confirmed_title_replaces_that_of_the_view(shipped):
    mappe = added(Mappe(), view_of("foerderung", {}, "veraltet"), view_of("foerderung", {}, ""))
    text = text_of(carried_out(Order(edited(mappe, 2, title="Viel Geld", note=""), "pptx"), shipped, no_progress))

    assert "veraltet" not in text
    assert "Viel Geld" in text


def test_suggested_titles_are_marked_in_a_portfolio_but_not_in_a_single_view(shipped):
    mappe = added(Mappe(), view_of("foerderung", {}, ""))

    assert "Vorschlag" in text_of(carried_out(Order(mappe, "pptx", whole=True), shipped, no_progress))
    assert "Vorschlag" not in text_of(carried_out(Order(mappe, "pptx"), shipped, no_progress))


@pytest.mark.parametrize("profile", ["companies", "types"])
def test_a_hidden_name_is_in_no_title_note_search_or_link(shipped, profile):
    actor, name = company(shipped)
    kept = view_of("netzwerk", {"fokus": actor, "suche": name}, "")
    mappe = edited(added(Mappe(f"Alles über {name}"), kept), 1, title=f"Was macht {name}?", note=f"{name} fragen.")
    order = Order(
        added(mappe, decision_of(f"{name} wird gefragt.")),
        "",
        redaction=redaction_of(frozenset({profile}), "de", "geheim"),
        whole=True,
        address="https://netz.example/",
    )

    hidden, left = without_what_is_hidden(order, shipped)

    assert name not in repr(hidden.mappe)
    assert hidden.mappe.views[0].parameters["fokus"] in set(left.actors["id"])
    assert set(left.about) == set(shipped.about)
    for file in ("pptx", "xlsx"):
        text = text_of(carried_out(Order(**{**vars(order), "format": file}), shipped, no_progress))
        assert name not in text
        assert "netz.example" not in text


def test_amounts_are_taken_out_of_what_a_person_wrote_too(shipped):
    mappe = edited(added(Mappe(), view_of("foerderung", {}, "")), 1, title="Es geht um 17,5 Mio. Euro", note="")

    hidden, _ = without_what_is_hidden(Order(mappe, "pptx", redaction=Redaction(amounts=True)), shipped)

    assert hidden.mappe.views[0].title == "Es geht um …"


def test_the_link_of_a_view_stands_in_the_file_when_nobody_is_hidden(shipped):
    mappe = added(Mappe(), view_of("ueberblick", {"feld": "wasserstoff"}, ""))
    file = carried_out(Order(mappe, "xlsx", address="https://netz.example/"), shipped, no_progress)

    about = openpyxl.load_workbook(BytesIO(file.content)).worksheets[-1]
    cells = [str(cell) for row in about.iter_rows(values_only=True) for cell in row]
    assert "https://netz.example/?feld=wasserstoff" in cells


def test_views_of_the_same_filters_carry_that_part_of_the_data_and_others_everything(shipped):
    def projects(*views):
        file = carried_out(Order(added(Mappe(), *views), "json"), shipped, no_progress)
        return file.content.count(b'"mode": "project"') or file.content.count(b'"project"')

    hydrogen = view_of("netzwerk", {"feld": "wasserstoff"}, "")
    everything = view_of("foerderung", {}, "")

    assert projects(hydrogen) == projects(hydrogen, hydrogen) < projects(hydrogen, everything) == projects(everything)


def test_dragged_elements_leave_where_they_were_put(shipped):
    mappe = added(Mappe(), view_of("netzwerk", {"fokus": "wiro"}, ""))
    view = view_of_link(shipped, mappe.views[0].link)

    shown = exhibit(Order(mappe, "svg", places={"wiro": (12.5, -40.0)}), mappe.views[0], view)

    (wiro,) = (node for node in shown.picture.drawing.nodes if node.id == "wiro")
    assert (wiro.x, wiro.y) == (12.5, -40.0)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_selection_is_a_sentence_and_no_broken_file(shipped, name):
    mappe = added(Mappe(), view_of("netzwerk", {"suche": "gibt es nicht"}, ""))

    assert carried_out(Order(mappe, name), shipped, no_progress).content


def test_a_portfolio_of_decisions_alone_leaves_too(shipped):
    order = Order(added(Mappe(), decision_of("Ja?")), "pdf", whole=True)

    assert carried_out(order, shipped, no_progress).content.startswith(b"%PDF")


def test_hostile_words_of_a_visitor_stay_text(shipped):
    kept = [decision_of(payload, payload) for payload in PAYLOADS.values()]
    file = carried_out(Order(added(Mappe("<script>"), *kept), "html", whole=True), shipped, no_progress)

    assert b"<script>top." not in file.content
    assert b"<img src=x" not in file.content


@pytest.mark.parametrize(
    ("page", "parameters", "missing"),
    [
        ("ueberblick", {}, set()),
        ("netzwerk", {"fokus": "wiro"}, set()),
        ("verzeichnis", {}, {"a3", "a0", "svg", "png"}),
    ],
)
def test_only_formats_that_would_not_be_empty_are_offered(shipped, page, parameters, missing):
    kept = view_of(page, parameters, "")
    offered = fitting(exhibit_of(view_of_link(shipped, kept.link), kept.link))

    assert {*FORMATS} - {*offered} == missing | {"data_xlsx", "data_csv"}


def test_places_without_anything_to_take_away_are_left_out(shipped):
    views = (view_of("rechte", {}, "Rechte"), view_of("daten", {"reiter": "bearbeiten"}, "Bearbeiten"), SHOWN)
    order = Order(Mappe("Lenkungsgruppe", views), "html", whole=True)

    assert [kept.title for kept in with_what_can_leave(order).mappe.views] == ["Netzwerk um ZEISS"]
    assert carried_out(order, shipped, no_progress).content


def test_a_view_on_screen_leaves_without_being_read_from_its_own_address(shipped, monkeypatch):
    asked = view_of_link(shipped, "foerderung?reiter=klippe&feld=wasserstoff").query
    order = Order(Mappe(views=(asked_view("foerderung", asked, ""),)), "csv", "en")
    monkeypatch.setattr("views.address.codec.decode", lambda _: pytest.fail("the address was taken apart"))

    assert "Wasserstoff" in text_of(carried_out(order, shipped, no_progress))
