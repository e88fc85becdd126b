"""What holds for every format: it is offered, it has words, it takes anything, and nothing in it runs."""

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import openpyxl
import pptx
import pytest

import graph
from graph.export import FORMATS, Content, Exhibit, NoDataError, export
from graph.export.exchange.reader import read_network
from graph.export.exhibit import Figure
from graph.export.formats import file_name
from graph.export.pictures import Decision, Matrix, MatrixRow, Text, TextBlock
from graph.export.plain import clean
from graph.export.table import ExportCell, ExportColumn, ExportTable, ValueKind
from tests.documents import pdf_objects
from tests.exhibits import (
    WORDS,
    all_kinds,
    chart_exhibit,
    drawing_of,
    empty_exhibit,
    network_exhibit,
    network_of,
    portfolio_of,
    text_exhibit,
)
from tests.payloads import HOST, MARK, PAYLOADS
from tests.small_region import actor, project, region, tie

ZIPPED = {"csv", "data_csv"}
HURT = tuple(PAYLOADS.values())


def hostile_region():
    """Every payload as name, short name, type, field, note and description of an actor or project."""
    actors = [
        actor(f"a{n}", text, name=text, short_name=text, kompetenzfelder=(text,), description=text, location=text)
        for n, text in enumerate(HURT)
    ]
    projects = [project("p", *HURT[:3], name=HURT[0], short_name=HURT[1], status="ongoing", description=HURT[2])]
    ties = [tie(f"a{n}", "partner", "p", note=text, reference="s") for n, text in enumerate(HURT)]
    sources = [{"id": "s", "title": HURT[0], "publisher": HURT[1]}]
    return region(actors, projects, ties, sources=sources, title=HURT[0], publisher=HURT[1])


def hostile_exhibits():
    dataset = hostile_region()
    drawing = drawing_of(dataset)
    rows = tuple((ExportCell(text), ExportCell(text, text)) for text in HURT)
    table = ExportTable(
        HURT[0],
        (ExportColumn(HURT[1]), ExportColumn(HURT[2], ValueKind.NUMBER)),
        rows,
        tuple(n.id for n in drawing.nodes),
    )
    shown = replace(
        network_of(drawing, HURT[3]),
        note=HURT[4],
        facts={n.id: ((HURT[5], n.name),) for n in drawing.nodes},
        fields={n.id: (n.name,) for n in drawing.nodes},
    )
    few = drawing_of(region([actor(f"a{n}", text, name=text, short_name=text) for n, text in enumerate(HURT[:30])]))
    matrix = Matrix(HURT[0], HURT[1], HURT[:3], tuple(MatrixRow(t, HURT[3:6], (0, 3, 5)) for t in HURT))
    frame = {"sentence": HURT[7], "source": HURT[8], "filters": HURT[:9], "link": HURT[9], "note": HURT[10]}
    return (
        Exhibit(HURT[0], picture=shown, table=table, mark=HURT[3], **frame),
        Exhibit(HURT[1], picture=network_of(few), **frame),
        Exhibit(HURT[2], picture=matrix, figures=tuple(Figure(t, t, t) for t in HURT[:4]), **frame),
        Exhibit(HURT[3], picture=Text(tuple(TextBlock(t, (t,)) for t in HURT)), **frame),
        Exhibit(HURT[4], picture=Decision(HURT[5], HURT, HURT[:3]), **frame),
        replace(chart_exhibit(HURT), title=HURT[6], **frame),
    )


@pytest.fixture(scope="module")
def hostile():
    """Everything that can be said, said with hostile text."""
    return portfolio_of(
        *hostile_exhibits(),
        title=HURT[0],
        subtitle=HURT[1],
        author=HURT[2],
        licence=HURT[3],
        profile=HURT[4],
        watermark=HURT[5],
        as_of=HURT[6],
        cover=True,
        dataset=hostile_region(),
        canvas_words={"canvas": HURT[0]},
    )


@pytest.fixture(scope="module")
def files(hostile):
    return {name: export(name, hostile).content for name in FORMATS}


def unzipped(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# --- the registry -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_every_kind_of_exhibit(name):
    made = export(name, portfolio_of(*all_kinds()))

    assert made.content
    assert made.name.startswith("2026-11-23_akteursnetz_lenkungsgruppe.")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_an_empty_selection_and_an_empty_portfolio(name):
    nothing = portfolio_of(empty_exhibit(), dataset=region())

    assert export(name, nothing).content
    assert export(name, replace(nothing, exhibits=())).content


@pytest.mark.parametrize("name", [name for name, entry in FORMATS.items() if entry.content is Content.DATA])
def test_a_format_that_carries_data_says_so_when_there_are_none(name):
    with pytest.raises(NoDataError):
        export(name, portfolio_of(text_exhibit(), dataset=None))


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_changes_nothing_it_is_given(name):
    made = portfolio_of(*all_kinds())
    before = made.dataset.fingerprint, repr(made.exhibits)

    export(name, made)

    assert (made.dataset.fingerprint, repr(made.exhibits)) == before


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in {"pptx", "xlsx", "kumu", "data_xlsx"}])
def test_the_same_portfolio_is_the_same_file(name):
    made = portfolio_of(*all_kinds())

    assert export(name, made).content == export(name, made).content


def test_one_picture_is_a_file_and_several_are_an_archive():
    one = export("svg", portfolio_of(text_exhibit()))
    several = export("svg", portfolio_of(text_exhibit(), chart_exhibit()))

    assert (one.name, one.mime) == ("2026-11-23_akteursnetz_neu.svg", "image/svg+xml")
    assert (several.name, several.mime) == ("2026-11-23_akteursnetz_lenkungsgruppe.svg.zip", "application/zip")
    assert list(unzipped(several.content)) == ["01_neu.svg", "02_wasserstoff-hat-die-meisten-projekte.svg"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Wasserstoff", "2026-11-23_akteursnetz_wasserstoff.pptx"),
        ("Akteursnetz Ostwürttemberg", "2026-11-23_akteursnetz_ostwuerttemberg.pptx"),
        ("../../etc/passwd", "2026-11-23_akteursnetz_etc-passwd.pptx"),
        ("", "2026-11-23_akteursnetz.pptx"),
        ("中文", "2026-11-23_akteursnetz.pptx"),
        ("x" * 200, f"2026-11-23_akteursnetz_{'x' * 60}.pptx"),
        ("Wort " * 20, f"2026-11-23_akteursnetz_{'-'.join(['wort'] * 12)}.pptx"),
    ],
)
def test_a_file_is_named_after_its_day_and_subject(title, name):
    assert file_name(portfolio_of(network_exhibit(), text_exhibit(), title=title), "pptx") == name


def test_progress_is_told_for_each_exhibit():
    for name in ("pptx", "pdf", "svg"):
        seen = []
        export(
            name, portfolio_of(text_exhibit(), chart_exhibit()), lambda number, of, seen=seen: seen.append((number, of))
        )
        assert seen == [(1, 2), (2, 2)]


# --- hostile text -----------------------------------------------------------------------------------------------------


def test_there_are_enough_payloads():
    assert len(PAYLOADS) >= 40


def test_svg_holds_hostile_text_as_text(files):
    allowed = {
        "svg",
        "title",
        "desc",
        "g",
        "rect",
        "circle",
        "path",
        "polygon",
        "text",
        "tspan",
        "line",
        "defs",
        "clipPath",
    }
    said = ""
    for content in unzipped(files["svg"]).values():
        root = ET.fromstring(content)
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= allowed
        names = {name for element in root.iter() for name in element.attrib}
        assert not [name for name in names if name.startswith("on") or "href" in name]
        said += "".join(root.itertext())
    assert "<script>" in said


def test_pdf_holds_no_script_no_file_and_no_address(files):
    objects = pdf_objects(files["pdf"])

    for forbidden in ("/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/URI", "/SubmitForm", "/OpenAction"):
        assert not re.search(rf"{forbidden}\b", objects)
    assert "root:" not in objects


def test_slides_hold_hostile_text_as_text_and_no_address(files):
    parts = unzipped(files["pptx"])
    outside = [
        name for name, content in parts.items() if name.endswith(".rels") and b'TargetMode="External"' in content
    ]
    words = "\n".join(
        shape.text_frame.text
        for slide in pptx.Presentation(io.BytesIO(files["pptx"])).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )

    assert outside == []
    assert [name for name in parts if "vba" in name.lower() or "macro" in name.lower()] == []
    assert "<script>" in words
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(content)


@pytest.mark.parametrize("name", ["xlsx", "kumu", "data_xlsx"])
def test_no_cell_is_a_formula_or_a_link(files, name):
    book = openpyxl.load_workbook(io.BytesIO(files[name]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert [cell for cell in cells if cell.hyperlink] == []


def test_a_table_of_payloads_comes_back_from_excel_as_it_was(files):
    sheet = openpyxl.load_workbook(io.BytesIO(files["xlsx"])).worksheets[0]

    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [clean(text) for text in HURT]


def test_no_cell_of_a_csv_file_begins_like_a_formula(files):
    for name in ZIPPED:
        for content in unzipped(files[name]).values():
            text = content.decode("utf-8-sig")
            rows = csv.reader(io.StringIO(text), delimiter=";" if name == "csv" else ",")
            assert [cell for row in rows for cell in row if cell[:1] in tuple("=+-@＝＋－＠\t\r")] == []


@pytest.mark.parametrize("name", ["graphml", "gexf", "json"])
def test_names_come_back_from_a_network_as_they_were(files, hostile, name):
    expected = graph.load(export_tables(hostile.dataset)).dataset.actors["name"].tolist()

    assert graph.load(read_network(files[name])).dataset.actors["name"].tolist() == expected


def export_tables(dataset):
    return unzipped(export("data_csv", portfolio_of(text_exhibit(), dataset=dataset)).content)


def test_the_page_holds_hostile_text_as_text(files):
    text = files["html"].decode()
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)[1])

    assert HURT[0] in json.dumps(data, ensure_ascii=False).replace('\\"', '"')
    # markup that is not our own: what a payload would have made
    tags = set(re.findall(r"<([a-zA-Z]+)", re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)))
    assert tags <= {
        "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "p", "nav", "ol", "ul", "li",
        "button", "main", "section", "dl", "dt", "dd", "div", "figure", "img", "label", "input", "select", "option",
        "aside", "span", "table", "caption", "thead", "tbody", "tr", "th", "td", "footer",
    }  # fmt: skip
    assert not re.search(r"<[^>]* on[a-z]+=", re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL))


def test_no_format_asks_for_the_host_of_a_payload(files):
    """Addresses are written out as text, never as something a program follows."""
    html = re.sub(r"<script.*?</script>", "", files["html"].decode(), flags=re.DOTALL)

    assert not re.search(rf'(?:src|href|action|data)="[^"]*{re.escape(HOST)}', html)
    assert MARK


def test_words_of_the_tests_are_those_the_formats_need():
    assert set(WORDS) == set(graph_keys())


def graph_keys():
    from graph.export import KEYS

    return KEYS


def test_what_only_files_need_is_not_loaded_before_there_is_one():
    loaded = "import sys, ui.export.dialog, ui.data.tabs; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()

    assert {"pptx", "typst", "vl_convert", "xlsxwriter", "openpyxl", "PIL"} & set(modules) == set()
