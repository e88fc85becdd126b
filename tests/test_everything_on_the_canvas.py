"""What the canvas draws and its page says is in every file of the view: nothing is seen on screen only."""

import io
import json
import re
from base64 import b64decode

import pptx
import pypdfium2 as pdfium
import pytest
from lxml import etree

import graph
from graph.export import export
from graph.export.svg.numbers import texts_of
from graph.picture.message import message
from tests.slides import every_shape
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.portfolio import portfolio
from views.network.canvas_words import picture_words

NOTE = "Stand der Sitzung vom Mai"
VIEWS = {
    "network": f"netzwerk?feld=wasserstoff&notiz={NOTE}",
    "cooperation": f"netzwerk?feld=wasserstoff&ansicht=kooperation&notiz={NOTE}",
    "funding": f"netzwerk?feld=wasserstoff&ansicht=foerderung&notiz={NOTE}",
    "focus": f"netzwerk?fokus=aalener-treuhand&umkreis=1&notiz={NOTE}",
    "path": "vergleich?reiter=verbindung&vergleich=wiro,hochschule-aalen",
    "groups": f"netzwerk?gruppen=typ&notiz={NOTE}",
    "map": f"netzwerk?form=karte&notiz={NOTE}",
    "columns": f"netzwerk?feld=automotive&form=spalten&notiz={NOTE}",
    "hubs": f"netzwerk?feldknoten=ja&ganz=ja&notiz={NOTE}",
}


@pytest.fixture(scope="module")
def shipped():
    return graph.load("data").dataset


@pytest.fixture(scope="module", params=VIEWS.values(), ids=VIEWS)
def asked(request, shipped):
    view = view_of(shipped, request.param)
    shown = exhibit_of(view)
    return view, shown, Files(portfolio(view, [shown]))


class Files:
    """The files of a view, each written once."""

    def __init__(self, whole):
        self.whole, self.written = whole, {}

    def content(self, name):
        if name not in self.written:
            self.written[name] = export(name, self.whole).content
        return self.written[name]

    def __call__(self, name):
        return texts_in(name, self.content(name))


def said_around(view, shown):
    """What stands around the picture on the page: note, legend, credit of a map."""
    legend = [text for one in shown.picture.legend for text in (one.title, *(entry.text for entry in one.entries))]
    credit = [view.t("karte.credit")] if shown.picture.drawing.ground else []
    return [*([view.query.notiz] if view.query.notiz else []), *legend, *credit]


def heading_of(view, drawing):
    """Heading of what has no tie, as the canvas writes it; ``""`` for none."""
    apart = message(drawing)["unconnected"]
    return view.t(f"canvas.{apart['word']}", n=apart["count"]) if apart else ""


def squeezed(text):
    """A text however it is broken over lines."""
    return re.sub(r"[\s\u00ad\u00a0\ufffe-]", "", text)


def texts_in(name, content):
    if name == "pdf":
        return [page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(content)]
    if name == "pptx":
        slides = pptx.Presentation(io.BytesIO(content)).slides
        return [s.text_frame.text for slide in slides for s in every_shape(slide.shapes) if s.has_text_frame]
    root = etree.fromstring(content, etree.HTMLParser() if name == "html" else None)
    drawn = [b64decode(one.partition(b"base64,")[2]) for one in re.findall(rb"data:image/svg[^\"]*", content)]
    return [
        *("".join(each.itertext()) for each in root.iter("{*}text", "{*}p", "{*}li", "{*}h3", "{*}dt", "{*}dd")),
        *(text for one in drawn for text in texts_in("svg", one)),
    ]


@pytest.mark.parametrize("name", ["svg", "html", "pptx", "pdf"])
def test_note_legend_credit_and_heading_are_in_each_file(asked, name):
    view, shown, files = asked
    found = squeezed(" ".join(files(name)))
    wanted = [*said_around(view, shown), heading_of(view, shown.picture.drawing)]

    assert [text for text in wanted if squeezed(text) not in found] == []


def test_the_web_page_gets_each_word_that_the_canvas_writes(asked):
    view, shown, files = asked
    data = json.loads(re.search(r'id="data">(.*?)</script>', files.content("html").decode(), re.DOTALL)[1])

    assert data["networks"][0]["message"] == json.loads(json.dumps(message(shown.picture.drawing)))
    assert picture_words(view.t.entries).items() <= {**data["words"], **data.get("canvas_words", {})}.items()


def test_what_stands_on_lines_of_the_canvas_stands_on_those_of_each_file(asked):
    """On a page of another size other lines have room; of lines whose amount is not known some always have."""
    view, shown, files = asked
    wanted = {text for _, text in texts_of(shown.picture.drawing.edges, view.t("canvas.no_amount"))}
    root = etree.fromstring(files.content("svg"))
    texts = root.xpath("//*[@data-zoom]//*[local-name()='text'][not(@data-label)][not(ancestor::*[@data-id])]")
    on_lines = {text.text for text in texts}

    assert on_lines <= wanted
    assert bool(on_lines) == bool(wanted)
    unknown = view.t("canvas.no_amount")
    assert (unknown in on_lines) == (unknown in wanted)
    if view.query.ansicht == "foerderung":  # beside other ties they are few, and larger letters may find no room
        assert [name for name in ("pptx", "pdf") if squeezed(unknown) not in squeezed(" ".join(files(name)))] == []


def test_the_views_show_all_that_only_some_pictures_have(shipped):
    drawings = {name: exhibit_of(view_of(shipped, link)).picture.drawing for name, link in VIEWS.items()}

    assert {name for name, drawing in drawings.items() if drawing.unconnected} >= {"network", "groups", "hubs"}
    assert any(edge.kind == "funds" and edge.amount_eur is None for edge in drawings["funding"].edges)
    assert (drawings["map"].ground is None, drawings["columns"].columns) == (False, True)
