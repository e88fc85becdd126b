"""Figures in the words of files are those of the views: report, handout and web page, of three sets of data.

Run it alone: ``python -m pytest tests/long/test_figures_in_files.py``; it takes minutes.
"""

import io
import re
from functools import partial
from html import unescape
from pathlib import Path

import docx
import pytest
from pypdfium2 import PdfDocument

import graph
from graph.export import export
from tests.named_figures import ONE_FIGURE, said_as
from tests.small_region import actor, project, region, tie
from views.address.parameters import Query
from views.exhibit.links import exhibit_of, no_state, view_of
from views.exhibit.portfolio import portfolio
from views.loaded import state_of, states_beside
from views.report.order import ReportOrder, carried_out

LINKS = ("ueberblick", "netzwerk?ansicht=kooperation&ganz=ja", "kompetenzfelder", "rollen?reiter=netz", "foerderung")
LINKS += ("foerderung?reiter=balken", "zeitverlauf?reiter=jahre", "daten?reiter=offen", "daten?reiter=quellen")
CHAPTERS = ("kurzfassung", "stand", "geld", "rollen", "offen", "methode")  # the others speak of parts
OF_A_PART = {"amounts not recorded"}  # the funding cliff says it of the fundings that end


@pytest.fixture(scope="module", params=["data", "data/states/2021-05-04", ""])
def data(request):
    if request.param:
        return graph.load(request.param).dataset
    ties = [tie("hof", "leads", "weg"), tie("rat", "partner", "weg"), tie("land", "funds", "weg", 700)]
    actors = [actor("hof", "Unternehmen"), actor("rat", "Kommune"), actor("land", "Land")]
    return region(actors, [project("weg", "Bau", status="ongoing", start="2021/2027")], ties, as_of="2026-01-31")


def of_views(dataset):
    exhibits = [exhibit_of(view_of(dataset, link, "de", no_state), link) for link in LINKS]
    texts = [(each.title, each.sentence, *each.remarks, *(figure.note for figure in each.figures)) for each in exhibits]
    return exhibits, [" ".join(text.split()) for said in texts for text in said]


def paragraphs(file):
    return [" ".join(each.text.split()) for each in docx.Document(io.BytesIO(file)).paragraphs]


def of_pdf(file):
    return [" ".join(" ".join(page.get_textpage().get_text_range() for page in PdfDocument(file)).split())]


def of_html(file):
    return [" ".join(unescape(part).split()) for part in re.split(r"<[^>]*>", file.decode())]


def figures_in_files(data):
    """Values of each figure with the places that say them: views, report, handout and web page."""
    exhibits, views = of_views(data)
    made = portfolio(view_of(data, LINKS[0], "de", no_state), exhibits)
    states = partial(state_of, states_beside(Path("data"))) if len(data.actors) > 3 else no_state
    report = carried_out(ReportOrder(query=Query(lang="de"), sections=CHAPTERS, states=states), data).content
    said = {
        "views": views,
        "report": paragraphs(report),
        "handout": of_pdf(export("pdf", made).content),
        "web page": of_html(export("html", made).content),
    }

    return {name: said_as(said, name) for name in ONE_FIGURE if name not in OF_A_PART}


def test_files_say_the_figures_of_the_views(data):
    found = figures_in_files(data)

    assert {name: dict(values) for name, values in found.items() if len(values) > 1} == {}
    places = {place for values in found.values() for each in values.values() for place in each}
    assert places == {"views", "report", "handout", "web page"}
