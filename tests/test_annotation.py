"""A note on the picture stays with the view and goes into every file; a redaction treats it as text somebody wrote."""

import io
import zipfile
from dataclasses import replace

import networkx as nx
import pytest
from lxml import html
from pypdfium2 import PdfDocument

from graph.export import export
from graph.export.exchange.reader import read_network
from graph.export.plain import clean
from graph.redaction import Redaction
from tests.payloads import PAYLOADS
from tests.small_region import actor, project, region, tie
from views.address.parameters import LONGEST_NOTE
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.mappe import Mappe, added
from views.exhibit.mappe import view_of as kept_view
from views.exhibit.order import Order, carried_out
from views.exhibit.portfolio import portfolio
from views.progress import no_progress

NETWORKS = ("graphml", "gexf", "json", "network_csv", "kumu")
NOTE = "Hier fehlt Zimmerei Zirbel noch"


@pytest.fixture
def data():
    return region(
        [actor("uni", "Hochschule"), actor("zirbel", "Unternehmen", name="Zimmerei Zirbel")],
        [project("p")],
        [tie("uni", "leads", "p"), tie("zirbel", "partner", "p")],
    )


def noted(data):
    view = view_of(data, f"netzwerk?notiz={NOTE}")
    return view, exhibit_of(view)


def text_of(name, content):
    if name in {"pdf", "a3"}:
        return " ".join(page.get_textpage().get_text_bounded() for page in PdfDocument(io.BytesIO(content)))
    if name in {"pptx", "xlsx", "network_csv", "kumu", "package", "data_csv"}:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return " ".join(packed.read(part).decode(errors="replace") for part in packed.namelist())
    return content.decode()


@pytest.mark.parametrize("name", [*("svg", "html", "pptx", "pdf", "a3", "xlsx"), *NETWORKS])
def test_the_note_stands_in_every_kind_of_file(data, name):
    view, made = noted(data)

    assert NOTE in " ".join(text_of(name, export(name, portfolio(view, [made])).content).split())


def test_a_picture_without_a_note_says_nothing(data):
    assert exhibit_of(view_of(data, "netzwerk")).annotation == ""


def test_the_note_is_one_line_of_limited_length_and_a_link_with_more_says_so(data):
    assert view_of(data, f"netzwerk?notiz={'a' * LONGEST_NOTE}").query.notiz == "a" * LONGEST_NOTE
    for wrong in ("a" * (LONGEST_NOTE + 1), "a%0Ab"):
        view = view_of(data, f"netzwerk?notiz={wrong}")

        assert (view.query.notiz, len(view.unknown)) == ("", 1)


def test_whatever_it_holds_is_only_text(data):
    view, made = noted(data)
    texts = [text for text in map(clean, PAYLOADS.values()) if text == " ".join(text.split())]
    page = export("html", portfolio(view, [replace(made, annotation=text) for text in texts])).content.decode()

    assert [each.text for each in html.fromstring(page).xpath('//p[@class="annotation"]')] == texts


def test_a_redaction_takes_names_out_of_the_note_as_out_of_every_text(data):
    order = Order(
        added(Mappe("Test"), kept_view("netzwerk", {"notiz": NOTE}, "")),
        "svg",
        redaction=Redaction(anonymous_types=frozenset({"Unternehmen"})),
    )
    said = carried_out(order, data, no_progress).content.decode()

    assert "Zirbel" not in said
    assert "Hier fehlt Unternehmen" in said


@pytest.mark.parametrize("name", ["graphml", "gexf", "json"])
def test_a_network_file_read_back_has_no_fact_more_because_of_the_note(data, name):
    view, made = noted(data)
    tables = read_network(export(name, portfolio(view, [made])).content)

    assert NOTE not in b" ".join(tables.values()).decode()


def test_a_program_finds_the_note_among_the_attributes_of_the_graph(data):
    view, made = noted(data)
    network = nx.read_graphml(io.BytesIO(export("graphml", portfolio(view, [made])).content))

    assert network.graph["picture_note"] == NOTE


@pytest.mark.parametrize("name", ["jsonld", "package", "data_csv"])
def test_the_data_alone_hold_no_view_and_so_no_note(data, name):
    view, made = noted(data)

    said = text_of(name, export(name, portfolio(view, [made])).content)

    assert "Zimmerei Zirbel" in said
    assert NOTE not in said


def test_the_place_of_a_view_is_readable_and_leaves_the_note_out():
    kept = kept_view("netzwerk", {"notiz": NOTE, "feld": "holz,mint", "suche": "Düsen & Co"}, "")

    assert kept.place == "netzwerk?feld=holz,mint&suche=Düsen+%26+Co"
    assert kept.link == "netzwerk?feld=holz%2Cmint&notiz=Hier+fehlt+Zimmerei+Zirbel+noch&suche=D%C3%BCsen+%26+Co"


def test_a_printed_address_has_letters_and_the_link_behind_it_is_whole(data):
    view, made = noted(data)
    link = "https://netz.example/netzwerk?notiz=Kleine+Br%C3%BCder%2C+100%25"
    shown = export("pdf", portfolio(view, [replace(made, link=link)])).content

    assert "netzwerk?notiz=Kleine+Brüder,+100%25" in text_of("pdf", shown).replace("\r\n", "").replace("\ufffe", "")
    assert link.encode() in shown
