"""All views of the shipped data on templates of other kinds: nothing reaches the source line, whatever the face."""

import io
from dataclasses import replace
from functools import partial
from pathlib import Path

import pptx
import pytest

from graph.export import export
from graph.load import load
from tests.slides import house_templates, overrunning
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.pages import TABS
from views.exhibit.portfolio import portfolio
from views.loaded import state_of, states_beside

DATA = Path(__file__).parent.parent.parent / "data"
TEMPLATES = house_templates()
ASKED = {
    "steckbrief": "id=wiro",
    "vergleich": "vergleich=wiro,hochschule-aalen",
    "was_waere_wenn": "szenario=remove:wiro",
    "veraenderungen": "stand=2021-05-04",
}
OTHERS = (
    "kompetenzfelder?wert=euro",
    "kompetenzfelder?reiter=zusammen&feld=wasserstoff",
    "netzwerk?form=karte",
    "netzwerk?feld=fachkraefte",
    "netzwerk?fokus=hochschule-aalen&form=spalten",
    "foerderung?reiter=balken&nach=year",
    "verzeichnis?liste=projekte",
    "steckbrief?id=feld:wasserstoff",
)
LINKS = [
    f"{page}?reiter={tab}&{ASKED.get(page, '')}".rstrip("&") for page, tabs in TABS.items() if page for tab in tabs
]


@pytest.fixture(scope="module", params=["de", "en"])
def shown(request):
    data, states = load(DATA).dataset, partial(state_of, states_beside(DATA))
    views = [view_of(data, link, request.param, states) for link in (*LINKS, *OTHERS)]
    return portfolio(views[0], [exhibit_of(view) for view in views])


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_text_or_table_of_any_view_reaches_the_source_line(shown, template):
    content = export("pptx", replace(shown, template=TEMPLATES[template])).content
    slides = pptx.Presentation(io.BytesIO(content)).slides
    source = shown.words["source"]

    found = {slide.shapes.title.text_frame.text: overrunning(slide, source) for slide in slides}

    assert len(slides) >= len(shown.exhibits)
    assert {title: names for title, names in found.items() if names} == {}
