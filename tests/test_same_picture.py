"""A program that compares one picture in all files: where elements stand, what they are called, which groups it has."""

import io
import json
import re
from datetime import date
from itertools import combinations
from xml.etree import ElementTree as ET

import pptx
import pypdfium2 as pdfium
import pytest
from PIL import Image
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.enum.text import PP_ALIGN

import graph
from graph.export import export
from graph.export.pptx.network import NATIVE
from graph.picture.beside import LINE
from graph.picture.encoding import Fill, Shape
from graph.picture.forms import LONG, SHORTER, forms
from graph.picture.message import message
from graph.picture.names import FEW, FIRST
from tests.slides import every_shape, groups_within
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.portfolio import portfolio
from views.network import picture as pictures

SVG = "{http://www.w3.org/2000/svg}"
VIEWS = {
    "elements": "netzwerk?feld=automotive",
    "cooperation": "netzwerk?feld=fachkraefte&ansicht=kooperation",
    "groups": "netzwerk?gruppen=feld",
    "open group": "netzwerk?gruppen=typ&offen=hochschule",
    "columns": "netzwerk?fokus=hochschule-aalen&form=spalten",
    "columns with full names": "netzwerk?feld=automotive&form=spalten",
    "map": "netzwerk?form=karte",
    "hubs": "netzwerk?feld=mint&feldknoten=ja",
}


@pytest.fixture(scope="module")
def shipped():
    return graph.load("data").dataset


@pytest.fixture(scope="module", params=VIEWS.values(), ids=VIEWS)
def asked(request, shipped):
    view = view_of(shipped, request.param)
    return view, exhibit_of(view, request.param), pictures.drawing_of(view), {}


def file_of(asked, name):
    view, exhibit, _, files = asked
    if name not in files:
        files[name] = export(name, portfolio(view, [exhibit], day=date(2026, 11, 23))).content
    return files[name]


def middles(root):
    """Middle of each node of an SVG by its id, in units of the drawing."""
    zoomed = next(group for group in root.iter(f"{SVG}g") if group.get("data-zoom"))
    return {
        group.get("data-id"): middle(next(e for e in group if e.tag != f"{SVG}title"))
        for group in zoomed.iter(f"{SVG}g")
        if group.get("data-id")
    }


def middle(shape):
    if shape.get("cx"):
        return float(shape.get("cx")), float(shape.get("cy"))
    if shape.get("width"):
        at = [float(shape.get(name)) for name in ("x", "y", "width", "height")]
        return at[0] + at[2] / 2, at[1] + at[3] / 2
    if shape.get("d"):  # a diamond, from its upper corner down
        x, top, half = [float(number) for number in re.findall(r"-?\d+\.?\d*", shape.get("d"))][:3]
        return x, top + half
    corners = [float(number) for number in re.findall(r"-?\d+\.?\d*", shape.get("points"))]
    return tuple((min(values) + max(values)) / 2 for values in (corners[::2], corners[1::2]))


def written(root):
    """Name of each node as it is written in an SVG."""
    return {
        text.get("data-label"): [line.text for line in text.findall(f"{SVG}tspan")] or [text.text]
        for text in root.iter(f"{SVG}text")
        if text.get("data-label")
    }


def in_proportion(places, expected):
    """Check that places are the expected ones after one enlargement and one move; give the enlargement."""
    scales = []
    for axis in (0, 1):
        low, high = (pick(expected, key=lambda key: expected[key][axis]) for pick in (min, max))
        scale = (places[high][axis] - places[low][axis]) / (expected[high][axis] - expected[low][axis])
        scales.append(scale)
        for key, place in expected.items():
            assert places[key][axis] == pytest.approx(
                places[low][axis] + scale * (place[axis] - expected[low][axis]), abs=abs(scale) * 2
            ), key
    assert scales[0] == pytest.approx(scales[1], rel=0.02)


def test_vector_pictures_have_every_element_where_the_screen_has_it(asked):
    root = ET.fromstring(file_of(asked, "svg"))
    drawing = asked[2]

    assert middles(root) == {node.id: pytest.approx((node.x, node.y), abs=0.6) for node in drawing.shown}
    assert written(root) == {node.id: list(node.written.lines) for node in drawing.shown if node.label_shown}


def test_the_web_page_gets_what_the_canvas_gets(asked):
    data = json.loads(re.search(r'id="data">(.*?)</script>', file_of(asked, "html").decode(), re.DOTALL)[1])

    assert data["networks"][0]["message"] == json.loads(json.dumps(message(asked[2])))


def test_slides_have_every_element_where_the_screen_has_it_and_names_the_first(asked):
    drawing = asked[2]
    shapes = pptx.Presentation(io.BytesIO(file_of(asked, "pptx"))).slides[0].shapes
    if len(drawing.shown) > NATIVE:
        assert any(shape.shape_type == MSO_SHAPE_TYPE.PICTURE for shape in shapes)
        return
    group = next(s for s in shapes if s.shape_type == MSO_SHAPE_TYPE.GROUP and s.name == "Bild")
    nodes = [s for s in every_shape(group.shapes) if s.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE]
    order = [node.id for node in reversed(drawing.nodes) if not node.listed]
    places = {key: (s.left + s.width / 2, s.top + s.height / 2) for key, s in zip(order, nodes, strict=True)}
    boxes = [s for s in every_shape(group.shapes) if s.shape_type == MSO_SHAPE_TYPE.TEXT_BOX]
    texts = {" ".join(s.text_frame.text.split()) for s in boxes}

    in_proportion(places, {node.id: (node.x, node.y) for node in drawing.shown})
    first = sorted(drawing.shown, key=lambda node: -node.neighbours)[:FIRST]
    texts = spelled(texts)
    missing = [node for node in first if node.neighbours and not texts & forms_of(node)]
    assert len(missing) <= 1, "names are larger on a slide: one that finds no place is left out"
    if len(nodes) > FEW:
        outlines = {s.name: (s.left, s.top, s.left + s.width, s.top + s.height) for s in nodes}
        names = {s.name: text_box(s) for s in boxes}
        names = {name: box for name, box in names.items() if name in outlines}
        assert len(names) >= 0.75 * len(nodes)
        assert [pair for pair in combinations(names, 2) if shared(names[pair[0]], names[pair[1]])] == []
        pairs = [(a, b) for a in names for b in outlines if a != b]
        assert [(a, b) for a, b in pairs if shared(names[a], outlines[b]) > area(outlines[b]) / 4] == []


def test_every_name_on_a_slide_is_in_one_group_with_its_element(asked):
    names = {node.short_name: node.name for node in asked[2].shown if not node.listed}
    slides = pptx.Presentation(io.BytesIO(file_of(asked, "pptx"))).slides
    picture = next((s for s in groups_within(slides[0].shapes) if s.name == "Bild"), None)
    if picture is None:
        assert len(asked[2].shown) > NATIVE
        return
    alone = [s for s in picture.shapes if s.shape_type != MSO_SHAPE_TYPE.GROUP]
    kinds = [sorted(part_of(s) for s in group.shapes) for group in picture.shapes if group not in alone]

    assert kinds
    assert [kind for kind in kinds if kind not in (["name", "node"], ["leader", "name", "node"])] == []
    assert [group.name for group in picture.shapes if group not in alone and not told(group, names)] == []
    assert [s.name for s in alone if s.shape_type == MSO_SHAPE_TYPE.TEXT_BOX and s.name in names] == []


def test_no_name_of_a_picture_is_lost_on_its_slides(asked):
    slides = pptx.Presentation(io.BytesIO(file_of(asked, "pptx"))).slides
    drawn, said = [node for node in asked[2].shown if not node.dimmed], slides[0].notes_slide.notes_text_frame.text
    if len(drawn) <= NATIVE:
        texts = (s.text_frame.text for slide in slides for s in every_shape(slide.shapes) if s.has_text_frame)
        said = "\n".join(texts)
    said = re.sub(r"\s", "", said)

    assert [n.name for n in drawn if not any(form in said for form in forms_of(n) | spelled([n.name]))] == []


def part_of(shape):
    """What a shape of an element is."""
    tied = shape._element.xpath(".//a:stCxn")
    kinds = {MSO_SHAPE_TYPE.AUTO_SHAPE: "node", MSO_SHAPE_TYPE.TEXT_BOX: "name"}
    return kinds.get(shape.shape_type, "line" if tied else "leader")


def told(group, names):
    """Whether a group, its node and its name are those of one element."""
    node, name = (next(s for s in group.shapes if part_of(s) == part) for part in ("node", "name"))
    read = {part._element.xpath(".//p:cNvPr")[0].get("descr") for part in (group, node)}
    return group.name == node.name == name.name and read == {names[group.name]}


def text_box(shape):
    """Left, top, right and bottom of the text of a name, whose room is a little larger."""
    lines = [paragraph for paragraph in shape.text_frame.paragraphs if paragraph.runs]
    size = lines[0].runs[0].font.size
    wide = max(len(line.text) for line in lines) * size * (0.56 if lines[0].runs[0].font.bold else 0.52)
    spare = shape.width - wide
    left = shape.left + {PP_ALIGN.LEFT: 0, PP_ALIGN.RIGHT: spare}.get(lines[0].alignment, spare / 2)
    return left, shape.top, left + wide, shape.top + len(lines) * size * LINE


def shared(a, b, slack=0.5 * 9525):
    wide, high = min(a[2], b[2]) - max(a[0], b[0]) - slack, min(a[3], b[3]) - max(a[1], b[1]) - slack
    return wide * high if wide > 0 and high > 0 else 0


def area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def forms_of(node):
    """Short name of a node, also as it is cut where room is little, and its name as a row of a column has it."""
    cut = ["".join(lines) for most in (LONG, *SHORTER) for lines in forms(node.short_name, most)]
    return spelled([node.short_name, *cut, *(["".join(node.beside.lines)] if node.beside else [])]) - {""}


def spelled(names):
    """Names without the places where they are broken."""
    return {re.sub(r"\s", "", name) for name in names}


def test_the_handout_writes_the_names_of_the_screen(asked):
    document = pdfium.PdfDocument(file_of(asked, "pdf"))
    text = re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in document))
    named = [node for node in asked[2].shown if node.label_shown and len(asked[2].shown) <= NATIVE]

    assert [n.name for n in named for line in n.written.lines if re.sub(r"\s", "", line) not in text] == []


def test_the_pixels_of_a_png_have_the_colour_of_each_element(asked):
    root = ET.fromstring(file_of(asked, "svg"))
    picture = Image.open(io.BytesIO(file_of(asked, "png"))).convert("RGB")
    scale = picture.width / float(root.get("viewBox").split()[2])
    zoom, left, top = placed(root)
    full = [n for n in asked[2].shown if n.fill is Fill.FULL and n.shape is Shape.ACTOR and n.size * zoom > 10]

    for node in full:
        x, y = left + zoom * (node.x - 0.33 * node.size), top + zoom * node.y
        wanted = tuple(int(node.colour[i : i + 2], 16) for i in (1, 3, 5))
        assert picture.getpixel((round(x * scale), round(y * scale))) == pytest.approx(wanted, abs=12), node.name
    assert full or asked[0].query.gruppen


def placed(root):
    """Zoom of the drawing in a file, and where its origin stands."""
    zoom, left, top = 1.0, 0.0, 0.0
    for group in way(root, next(g for g in root.iter(f"{SVG}g") if g.get("data-zoom"))):
        moved = re.search(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)", group.get("transform", ""))
        if moved:
            left, top = left + zoom * float(moved[1]), top + zoom * float(moved[2])
        grown = re.search(r"scale\(([\d.]+)\)", group.get("transform", ""))
        zoom *= float(grown[1]) if grown else 1.0
    return zoom, left, top


def way(root, wanted):
    """Elements from the root to one, which included."""
    above = {child: parent for parent in root.iter() for child in parent}
    found = [wanted]
    while found[0] in above:
        found.insert(0, above[found[0]])
    return found
