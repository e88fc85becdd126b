"""No text is smaller than 8 pt on paper and 12 pt on slides, save the source line there with 10 pt; of every view."""

import base64
import io
import re
import zipfile
from functools import cache, partial
from pathlib import Path
from xml.etree import ElementTree as ET

import pdfplumber
import pypdfium2
import pytest
from defusedxml.ElementTree import fromstring

import graph
from graph.export import export
from graph.export.pictures import Chart, DrawnNetwork
from graph.export.report.illustrations import WIDTH, svg_of
from graph.export.svg.element import element, text_element
from graph.export.svg.printed import POINTS, smallest_text, with_texts_of
from tests.small_region import actor, project, region, tie
from tests.test_exhibits_of_pages import VIEWS, link_of
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.portfolio import portfolio
from views.loaded import state_of, states_beside

PAPER, SLIDE, SOURCE = 8.0, 12.0, 10.0  # pt
FULL = 0.75  # of the height of a page on which a list is cut
FURTHER = (
    "netzwerk?ganz=ja",
    "netzwerk?ansicht=kooperation&ganz=ja",
    "netzwerk?ansicht=foerderung&ganz=ja",
    "zeitverlauf?reiter=projekte&gruppierung=aus",
    "kompetenzfelder?wert=euro",
    "foerderung?reiter=balken&nach=year",
)
LINKS = [*(link_of(page, tab) for page, tab in VIEWS), *FURTHER]


def small():
    return region(
        [actor("hof", "Unternehmen", kompetenzfelder=("Bau",)), actor("rat", "Kommune"), actor("land", "Land")],
        [project("weg", "Bau", status="ongoing", start="2021/2027"), project("fest", status="unknown")],
        [
            *(tie("hof", "leads", "weg"), tie("rat", "partner", "weg"), tie("rat", "leads", "fest")),
            *(tie("land", "funds", "weg", 700), tie("land", "funds", "fest", 50, certainty="unconfirmed")),
        ],
        as_of="2026-01-31",
    )


DATA = {
    "shipped": lambda: graph.load("data").dataset,
    "small": small,
}
by_data = pytest.mark.parametrize("name", DATA)


@cache
def collected(name):
    """One portfolio of all views."""
    data = DATA[name]()
    states = partial(state_of, states_beside(Path("data")))
    shown = [exhibit_of(view_of(data, link, "de", states), link) for link in LINKS]
    return portfolio(view_of(data, LINKS[0], "de", states), shown, title="Alles")


def written_size(sign):
    """Size of a letter of a PDF in pt, also of one that stands upright; slanted ones are measured by nothing here."""
    across, up = sign["matrix"][:2]
    return sign["size"] if abs(up) < 1e-3 else sign["width"] if abs(across) < 1e-3 else PAPER


@cache
def written(name, form):
    return export(form, collected(name)).content


@by_data
def test_a_handout_has_at_most_two_pages_a_view_and_cuts_no_list_while_there_is_room(name):
    """The page on which rows are left out is full; what could not be set is counted."""
    with pypdfium2.PdfDocument(written(name, "pdf")) as file:
        pages = [(page.get_textpage().get_text_bounded(), last_line(page)) for page in file]

    cut = {text.partition("\n")[0]: low for text, low in pages if re.search(r"… und \d+ weitere Zeile", text)}
    assert len(pages) <= 2 * len(LINKS)
    assert all(f"Seite {number} von {len(pages)}" in text for number, (text, _) in enumerate(pages, 1))
    assert {title: low for title, low in cut.items() if low < FULL} == {}


def last_line(page):
    """Where the last line above the foot of a page ends, as part of its height."""
    text, high = page.get_textpage(), page.get_height()
    bottoms = [1 - text.get_rect(place)[1] / high for place in range(text.count_rects())]
    return max(low for low in bottoms if low < 0.925)


@by_data
def test_on_paper_no_text_is_smaller_than_8_pt(name):
    with pdfplumber.open(io.BytesIO(written(name, "pdf"))) as file:
        too_small = {
            (number, round(written_size(sign), 1), sign["text"])
            for number, page in enumerate(file.pages, 1)
            for sign in page.chars
            if sign["text"].strip() and written_size(sign) < PAPER - 0.05
        }

    assert too_small == set()


@by_data
def test_on_slides_no_text_is_smaller_than_12_pt_save_the_source_line(name):
    too_small = []
    with zipfile.ZipFile(io.BytesIO(export("pptx", collected(name)).content)) as file:
        for part in file.namelist():
            if re.match(r"ppt/(?:slides/slide|charts/chart)\d+\.xml", part):
                too_small += [(part, *each) for each in small_runs(fromstring(file.read(part)))]

    assert too_small == []


def small_runs(part):
    """Sizes and texts of runs below 12 pt that are neither the source nor the number of the slide."""
    for paragraph in part.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p"):
        sizes = [float(run.get("sz")) / 100 for run in paragraph.iter() if run.get("sz")]
        said = "".join(paragraph.itertext())
        least = SOURCE if said.startswith(("Quelle: ", "Seite ", "Entwurf")) else SLIDE
        if min(sizes, default=SLIDE) < least:
            yield min(sizes), said


@by_data
def test_pictures_of_the_web_page_and_of_the_report_can_be_read_on_paper(name):
    page = export("html", collected(name)).content.decode()
    on_paper = re.findall(r'<img src="data:image/svg\+xml;base64,([^"]+)"[^>]*class="still(?: on-paper)?"', page)
    sizes = {round(smallest_text([drawing(base64.b64decode(each))])[0] * POINTS, 2) for each in on_paper}

    assert len(on_paper) > 3
    assert {size for size in sizes if size < PAPER} == set()
    for shown in (each.picture for each in collected(name).exhibits):
        if isinstance(shown, Chart | DrawnNetwork):
            svg, _ = svg_of(shown, collected(name).words)
            assert smallest_text([drawing(svg)])[0] * 17 / 2.54 * 72 / WIDTH >= PAPER


def drawing(svg):
    """A picture without the names that SVG puts before its tags."""
    made = fromstring(svg)
    for part in made.iter():
        part.tag = part.tag.split("}")[-1]
    return made


def test_the_smallest_text_of_a_picture_is_measured_as_it_is_drawn():
    words = element("g", text_element("text", "A", font_size=12), transform="translate(3 4) scale(0.5)")

    assert smallest_text([words, text_element("text", "B", font_size=8)]) == (6.0, 12.0)
    assert smallest_text([ET.Element("g")])[0] == float("inf")


def test_a_chart_with_larger_texts_keeps_room_for_them():
    spec = {
        "height": {"step": 12},
        "data": {"values": [{"fontSize": 3}]},
        "layer": [{"mark": {"type": "text", "fontSize": 9, "dx": 10}}, {"mark": {"type": "text", "dx": -280}}],
        "config": {"axis": {"labelFontSize": 20}},
    }

    made = with_texts_of(spec, 16, 1.5)

    assert made["height"] == {"step": 20}
    assert made["data"] == spec["data"]
    assert made["layer"] == [
        {"mark": {"type": "text", "fontSize": 16, "dx": 15}},
        {"mark": {"type": "text", "dx": -280}},
    ]
    assert made["config"]["axis"] == {"labelFontSize": 20, "titleFontSize": 16}
    assert spec["height"] == {"step": 12}
