"""Every network and table file this program writes reads back in as the same region."""

import csv
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graph
from graph.export import FORMATS
from graph.export.csv_table import table_csv
from graph.export.dataset_workbook import dataset_workbook
from graph.export.exchange.gexf import gexf
from graph.export.exchange.graphml import graphml
from graph.export.exchange.kumu import kumu
from graph.export.exchange.node_link import node_link
from graph.export.sheets import tables_of as exhibit_tables
from graph.export.step import no_step
from graph.export.table import ExportCell, ExportColumn, ExportTable, ValueKind
from graph.intake.convert import convert
from graph.intake.files import tables_of
from graph.tables import write_tables
from graph.view_csv import is_of_view
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.portfolio import portfolio


def archive(dataset):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for name, content in write_tables(dataset).items():
            packed.writestr(name, content)
    return written.getvalue()


WRITERS = {
    "graphml": graphml,
    "gexf": gexf,
    "node-link": node_link,
    "kumu": kumu,
    "workbook": dataset_workbook,
    "archive": archive,
}


@pytest.mark.parametrize("name", WRITERS)
def test_what_was_written_reads_back_whatever_it_is_called(name, repository):
    dataset = graph.load(repository / "data").dataset

    translation = convert({"datei": WRITERS[name](dataset)})
    again = graph.load(tables_of(translation))

    assert translation.is_settled
    assert again.errors == []
    read = again.dataset
    assert (len(read.actors), len(read.projects), len(read.ties)) == (151, 260, 928)
    assert set(read.actors["id"]) == set(dataset.actors["id"])
    assert read.ties["amount_eur"].dropna().sum() == dataset.ties["amount_eur"].dropna().sum()


# formats that are not read in, and why
ONLY_TO_LOOK_AT = {
    "pptx": "slides for people: pictures and sentences",
    "pdf": "a handout for people: pictures and sentences",
    "a3": "a poster for people: a picture and sentences",
    "a0": "a poster for people: a picture and sentences",
    "html": "a page for people: pictures and sentences",
    "svg": "a picture",
    "png": "a picture",
    "xlsx": "the tables of one view: names as they are shown, no ids and not all columns",
    "ods": "the tables of one view: names as they are shown, no ids and not all columns",
    "csv": "the tables of one view: names as they are shown, no ids and not all columns",
    "jsonld": "for the web of data: without the table of sources; the same data leave as package and GraphML",
}


@pytest.fixture(scope="module")
def taken_away(repository):
    dataset = graph.load(repository / "data").dataset
    return {
        link: portfolio(view := view_of(dataset, link), [exhibit_of(view)]) for link in ("/verzeichnis", "/netzwerk")
    }


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ONLY_TO_LOOK_AT])
def test_every_format_that_carries_data_reads_back_in_on_its_own(name, taken_away):
    translation = convert(dict(FORMATS[name].files(taken_away["/verzeichnis"], no_step)))
    read = graph.load(tables_of(translation)).dataset

    assert translation.is_settled
    assert (len(read.actors), len(read.projects), len(read.ties)) == (151, 260, 928)


@pytest.mark.parametrize("name", ["csv", "xlsx", "ods"])
@pytest.mark.parametrize("link", ["/verzeichnis", "/netzwerk"])
def test_the_tables_of_one_view_are_not_taken_for_a_register(name, link, taken_away):
    translation = convert(dict(FORMATS[name].files(taken_away[link], no_step)))

    assert not translation.is_settled
    assert [sheet.name for sheet in translation.reading.sheets if sheet.rows] == []


@pytest.mark.parametrize("name", ["xlsx", "ods"])
@pytest.mark.parametrize("link", ["/foerderung?reiter=klippe", "/rollen?reiter=gruppen", "/verzeichnis?liste=projekte"])
def test_a_workbook_of_views_is_refused_with_a_way_to_take_data(repository, name, link):
    dataset = graph.load(repository / "data").dataset
    taken = portfolio(view := view_of(dataset, link), [exhibit_of(view)])

    translation = convert(dict(FORMATS[name].files(taken, no_step)))

    assert [issue.code for issue in translation.issues] == ["tables-of-views"]
    assert [sheet.name for sheet in translation.reading.sheets if sheet.rows] == []


VIEWS = ("/foerderung?reiter=klippe", "/kompetenzfelder?reiter=gremien", "/zeitverlauf?reiter=projekte", "/verzeichnis")


@pytest.mark.parametrize("link", VIEWS)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_table_of_a_view_alone_is_refused_by_every_reader_with_a_way_to_take_data(repository, link, lang):
    dataset = graph.load(repository / "data").dataset
    view = view_of(dataset, f"{link}{'&' if '?' in link else '?'}lang={lang}")
    files = FORMATS["csv"].files(portfolio(view, [exhibit_of(view)]), no_step)
    alone = {"projects.csv": next(content for name, content in files.items() if name.startswith(("daten", "data")))}

    assert [issue.code for issue in convert(alone).issues] == ["tables-of-views"]
    assert "tables-of-views" in [issue.code for issue in graph.load(alone).issues]


SAVED_AGAIN = {
    "ansi": lambda text: text.encode("cp1252", "replace"),
    "utf-16": lambda text: text.replace(";", "\t").encode("utf-16"),
    "title": lambda text: f"Auswertung;;\n\n{text}".encode("utf-8-sig"),
    "sep": lambda text: f"sep=;\r\n{text}".encode("utf-8-sig"),
    "quoted": lambda text: "\n".join(
        ";".join(f'"{cell}"' for cell in row) for row in csv.reader(text.splitlines(), delimiter=";")
    ).encode(),
    "no mark": lambda text: text.encode(),
}
READ_AS_FACTS = (
    "/vergleich?reiter=gemeinsam&vergleich=hochschule-aalen,wiro",
    "/vergleich?reiter=verbindung&vergleich=hochschule-aalen,voith",
    "/foerderung?reiter=klippe",
    "/kompetenzfelder?reiter=gremien",
    "/verzeichnis",
)


@pytest.mark.parametrize("link", READ_AS_FACTS)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_table_of_a_view_that_a_spreadsheet_saved_again_is_no_list_of_facts(repository, link, lang):
    dataset = graph.load(repository / "data").dataset
    exhibit = exhibit_of(view_of(dataset, f"{link}{'&' if '?' in link else '?'}lang={lang}"))
    rows = csv.reader(io.StringIO(table_csv(exhibit_tables(exhibit)[0], "en").decode("utf-8-sig"), newline=""))
    written = io.StringIO()
    csv.writer(written, delimiter=";", lineterminator="\n").writerows(
        [[cell.replace("\n", " ") for cell in row] for row in rows]
    )

    found = {name: convert({"Mappe1.csv": save(written.getvalue())}) for name, save in SAVED_AGAIN.items()}

    assert {name: [issue.code for issue in each.issues] for name, each in found.items()} == {
        name: ["tables-of-views"] for name in SAVED_AGAIN
    }


@pytest.mark.parametrize("header", ["Projekt;Beteiligte;Betrag;Ende", "Ende;Projekt;Beteiligte;Betrag;Bemerkung"])
def test_a_list_of_ones_own_with_similar_columns_is_read(header):
    cells = {"Projekt": "Radweg", "Beteiligte": "Stadt Lindenau; Wegebau AG", "Ende": "2025-12-31"}
    rows = f"{header}\n" + ";".join(f'"{cells.get(name, "")}"' for name in header.split(";")) + "\n"

    assert convert({"liste.csv": rows.encode()}).report.recipe == "projektliste"


@pytest.mark.parametrize(
    "content",
    [
        '\ufeffName;Ort\n"A";"B"\n"C";"D"\n',  # everything but the header in quotation marks
        '\ufeff"Name";"Ort"\nA;B\n"C";"D"\n',
        'Name;Ort\nA;B\n"C";"D"\n',
        "\ufeffName;Ort\nA;B\nC;D\n",
        '\ufeffName;Ort\nA;B\n"C; und Co";D\n',
        "\ufeff",
        '\ufeff\n"',
    ],
    ids=range(7),
)
def test_what_others_write_is_no_table_of_a_view(content):
    assert not is_of_view(content.encode())


@given(
    rows=st.lists(st.lists(st.text(max_size=6), min_size=2, max_size=2), min_size=1, max_size=4),
    language=st.sampled_from(["de", "en"]),
)
def test_every_table_of_a_view_says_what_it_is_and_has_the_same_cells(rows, language):
    columns = (ExportColumn("Name", ValueKind.TEXT), ExportColumn("Zahl", ValueKind.NUMBER))
    table = ExportTable("T", columns, tuple((ExportCell(name), ExportCell("", 2.0)) for name, _ in rows))

    content = table_csv(table, language)

    assert is_of_view(content)
    assert is_of_view(content + b"\nAngaben;\nTitel;T\n")
    cells = list(
        csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";" if language == "de" else ",")
    )
    assert [cell for _, cell in cells] == ["Zahl", *["2"] * len(rows)]


@pytest.mark.parametrize("name", ["graphml", "gexf", "json", "kumu", "network_csv", "data_xlsx", "data_csv", "package"])
def test_every_network_and_table_keeps_the_project_within_which_a_partner_gets_an_amount(name):
    files = {
        "actors.csv": b"id,name\nu,Hochschule Lindenau\nw,Wegebau AG\nb,Bund\n",
        "projects.csv": b"id,name\np,Radweg\nq,Steg\n",
        "links.csv": b"from_id,to_id,kind,amount_eur,amount_basis,within\n"
        b"b,w,funds,1000.5,granted,p\nb,w,funds,30,granted,q\nw,p,partner,,,\nw,q,partner,,,\nu,p,leads,,,\n",
    }
    dataset = graph.load(files).dataset

    taken = portfolio(view := view_of(dataset, "/verzeichnis"), [exhibit_of(view)])
    read = graph.load(tables_of(convert(dict(FORMATS[name].files(taken, no_step))))).dataset

    within = read.ties[read.ties["kind"] == "funds"]
    assert sorted(zip(map(str, within["amount_eur"]), within["within"], strict=True)) == [("1000.5", "p"), ("30", "q")]


def test_a_number_of_partners_is_no_list_of_members():
    counted = convert({"liste.csv": b"Name;Ort;Partner\nHochschule Lindenau;Lindenau;3\nWegebau AG;Talheim;12\n"})
    named = convert({"liste.csv": b"Name;Ort;Partner\nArbeitskreis;Lindenau;Wegebau AG\nBeirat;Talheim;Holzbau KG\n"})

    assert not counted.is_settled
    assert named.is_settled


def test_a_format_has_a_reason_for_not_being_read_only_while_it_exists():
    assert ONLY_TO_LOOK_AT.keys() <= FORMATS.keys()


@pytest.mark.parametrize("name", ["graphml", "gexf", "json", "kumu", "network_csv"])
def test_a_picture_of_groups_reads_back_as_the_groups_and_lines_it_shows(name, taken_away):
    drawing = taken_away["/netzwerk"].exhibits[0].picture.drawing

    translation = convert(dict(FORMATS[name].files(taken_away["/netzwerk"], no_step)))
    read = graph.load(tables_of(translation)).dataset

    assert len(read.actors) + len(read.projects) == len(drawing.nodes)


def test_the_description_of_a_data_package_is_no_table_of_its_own():
    translation = convert({"datapackage.json": b'{"name": "region", "resources": [{"path": "actors.csv"}]}'})

    assert not translation.is_settled
    assert [issue.code for issue in translation.issues] == ["no-table"]
