"""``akteursnetz report`` and ``akteursnetz profiles``."""

import io
import re
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import docx
import odfdo
import openpyxl
import pytest
from pypdfium2 import PdfDocument

import graph
from commands.__main__ import main
from graph.export import Exhibit, Portfolio, sheets
from graph.export.table import ExportCell, ExportColumn, ExportTable
from views.exhibit.links import view_of
from views.report.all_tables import places, sheet_key

DATA = str(Path(__file__).parent.parent / "data")


@pytest.fixture
def small(tmp_path):
    """Folder with a small region of companies and others."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "actors.csv").write_text(
        "id,name,type,kompetenzfelder\na,Alpha GmbH,Unternehmen,Holz\nb,Beta-Verein,Verein,\nf,Land,Land,\n", "utf-8"
    )
    (folder / "projects.csv").write_text(
        "id,name,kompetenzfelder,status,start,end,lead,partners,funders\n"
        "p,Waldhaus mit Alpha GmbH,Holz,ongoing,2025,2026-12,a,b,f\n",
        "utf-8",
    )
    (folder / "about.csv").write_text("key,value\nregion,Waldland\nas_of,2026-01-22\n", "utf-8")
    return folder


def text_of(file):
    document = docx.Document(file)
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(line.text for line in document.paragraphs), *cells])


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf"])
def test_a_report_is_written_in_each_format(small, tmp_path, ending, capsys):
    target = tmp_path / f"bericht.{ending}"

    assert main(["report", str(small), "--to", str(target)]) == 0
    assert target.stat().st_size > 5000
    assert str(target) in capsys.readouterr().out


def test_a_report_names_its_region_and_can_be_cut_to_chapters(small, tmp_path):
    target = tmp_path / "bericht.docx"
    main(["report", str(small), "--to", str(target), "--sections", "offen,kurzfassung", "--language", "en"])

    headings = [line.text for line in docx.Document(target).paragraphs if line.style.name in ("Title", "Heading 1")]
    assert headings == ["Network report Waldland", "Summary", "Open points and quality of the data"]


def test_names_that_must_go_are_nowhere_in_the_report(small, tmp_path):
    target = tmp_path / "bericht.docx"
    assert main(["report", str(small), "--to", str(target), "--anonymous-companies", "--sections", "stand,anhang"]) == 0

    text = text_of(target)
    assert "Alpha" not in text
    assert "Beta-Verein" in text
    assert "Fassung:" in docx.Document(target).sections[0].footer.paragraphs[0].text


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--to", "x.txt"], "Die Endung „.txt“ ist für einen Bericht nicht möglich. Möglich sind: .docx, .odt, .pdf."),
        (
            ["--to", "x.pdf", "--field", "Meer"],
            "Das Kompetenzfeld „Meer“ gibt es in diesen Daten nicht.",
        ),
        (["--to", "x.pdf", "--since", "2020-01-01"], "Den Stand „2020-01-01“ gibt es nicht. Möglich sind: keiner."),
        (["--to", "x.pdf", "--sections", "wetter"], "Den Abschnitt „wetter“ gibt es nicht."),
    ],
)
def test_what_cannot_be_is_refused_with_what_is_possible(small, monkeypatch, capsys, arguments, sentence):
    monkeypatch.chdir(small)

    assert main(["report", str(small), *arguments]) == 1
    assert sentence in capsys.readouterr().err
    assert list(small.glob("x.*")) == []


def test_a_template_that_is_no_word_file_is_refused(small, tmp_path, capsys):
    wrong = tmp_path / "vorlage.docx"
    wrong.write_bytes(b"no file of Word")

    assert main(["report", str(small), "--to", str(tmp_path / "b.docx"), "--template", str(wrong)]) == 1
    assert "vorlage.docx lässt sich nicht als Word-Datei (.docx) öffnen." in capsys.readouterr().err


def test_a_folder_without_data_is_refused(tmp_path, capsys):
    assert main(["report", str(tmp_path), "--to", str(tmp_path / "b.pdf")]) == 1
    assert "wurde nichts gefunden, weder Akteure noch Projekte" in capsys.readouterr().err


def test_a_report_on_a_store_reads_the_store(small, tmp_path):
    address = f"sqlite:///{tmp_path}/region.db"
    main(["import", str(small), "--into", address])
    target = tmp_path / "bericht.docx"

    assert main(["report", address, "--to", str(target), "--sections", "anhang"]) == 0
    assert "Waldhaus" in text_of(target)


def test_profiles_become_a_booklet_in_the_order_of_the_alphabet(tmp_path):
    target = tmp_path / "steckbriefe.pdf"

    assert main(["profiles", DATA, "--to", str(target), "--ids", "wiro,eura"]) == 0
    pages = [page.get_textpage().get_text_bounded() for page in PdfDocument(io.BytesIO(target.read_bytes()))]
    assert "EurA AG" in pages[0]
    assert any("Wirtschaftsförderungsgesellschaft" in page for page in pages[1:])


def test_ids_that_are_not_in_the_data_are_named(tmp_path, capsys):
    assert main(["profiles", DATA, "--to", str(tmp_path / "s.pdf"), "--ids", "wiro,niemand"]) == 1
    assert "Diese Kennungen gibt es in den Daten nicht: niemand." in capsys.readouterr().err


def test_a_draft_for_a_council_holds_what_is_proposed(small, tmp_path):
    target = tmp_path / "vorlage.docx"
    assert main(["motion", str(small), "--to", str(target), "--proposal", "Die Mittel werden bereitgestellt."]) == 0

    headings = [line.text for line in docx.Document(target).paragraphs if line.style.name in ("Title", "Heading 1")]
    assert headings == [
        "Vorlage",
        "Beschlussvorschlag",
        "Sachverhalt",
        "Finanzielle Auswirkungen",
        "Anlagen",
    ]
    assert "Die Mittel werden bereitgestellt." in text_of(target)


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_all_tables_become_one_workbook_with_numbers_and_days(small, tmp_path, ending):
    target = tmp_path / f"tabellen.{ending}"
    assert main(["tables", str(small), "--to", str(target)]) == 0

    tables = sheets_of(target)
    actors = tables["Akteure"]
    assert [row[0] for row in actors[1:]] == ["Alpha GmbH", "Beta-Verein", "Land"]
    assert [row[-1] for row in actors[1:]] == [1, 1, 0]  # partners: numbers, not text
    assert ["Stand 22.01.2026"] in [[text for text in row if text] for row in tables["Angaben"]]
    assert all(len(name) <= 31 for name in tables)
    names = list(tables)
    assert names[:3] == ["Inhalt", "Überblick", "Netzwerk"]
    listed = dict(zip(names[1:-1], tables["Inhalt"][1:], strict=True))
    assert listed["Akteure"][1::2] == ["3 Akteure", 3]
    assert [name for name, row in listed.items() if name not in row[0]] == []


@pytest.mark.parametrize(
    ("ending", "part", "target"),
    [("xlsx", "xl/worksheets/sheet1.xml", "'Akteure'!A1"), ("ods", "content.xml", "#'Akteure'.A1")],
)
def test_the_contents_of_a_workbook_lead_to_its_sheets(small, tmp_path, ending, part, target):
    file = tmp_path / f"tabellen.{ending}"
    assert main(["tables", str(small), "--to", str(file)]) == 0

    with ZipFile(file) as parts:
        assert target in parts.read(part).decode()


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_sheet_has_a_short_name_of_its_own(language):
    view = view_of(graph.load(DATA).dataset, "ueberblick", language)
    names = [view.t(sheet_key(page, asked)) for page, asked in places(replace(view, older=view.whole))]

    assert len({name.casefold() for name in names}) == len(names)
    assert [name for name in names if len(name) > 28 or re.search(r"[\d,.:]", name)] == []


def test_sheets_of_the_same_name_are_counted():
    table = ExportTable("x", (ExportColumn("A"),), ((ExportCell("1"),),))
    shown = Exhibit(
        "Lang", sheet="Gruppen und ihre besten Brücken", further=(table, replace(table, caption="y"), table)
    )
    words = {"contents": "Inhalt", "sheet_about": "Angaben"}

    assert [
        sheet.name for sheet in sheets.sheets_of(Portfolio("T", (shown, replace(shown, sheet="inhalt")), words))
    ] == [
        "Gruppen und ihre besten Brücken",
        "Gruppen und ihre besten Brück 2",
        "Gruppen und ihre besten Brück 3",
        "inhalt 2",
        "inhalt 3",
        "inhalt 4",
    ]


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_names_that_must_go_are_in_no_byte_of_the_workbook(small, tmp_path, ending):
    target = tmp_path / f"tables.{ending}"
    assert main(["tables", str(small), "--to", str(target), "--anonymous-companies", "--language", "en"]) == 0

    with ZipFile(target) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist())
    assert b"Alpha" not in everything
    assert b"Beta-Verein" in everything


def test_a_workbook_with_another_ending_is_refused_with_those_that_are_possible(small, tmp_path, capsys):
    assert main(["tables", str(small), "--to", str(tmp_path / "t.pdf")]) == 1
    expected = "Die Endung „.pdf“ ist für eine Arbeitsmappe nicht möglich. Möglich sind: .xlsx, .ods."
    assert expected in capsys.readouterr().err


def sheets_of(file):
    if file.suffix == ".xlsx":
        return {sheet.title: [list(row) for row in sheet.values] for sheet in openpyxl.load_workbook(file)}
    return {table.name: [list(row) for row in table.iter_values()] for table in odfdo.Document(file).body.tables}
