"""Every page and tab can be taken away: what is on screen, in both languages, with nothing found and with any text."""

import ast
import re
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import graph
from graph.export import FORMATS, export
from graph.export.pictures import Text
from graph.history.timeline import timeline
from tests.documents import pdf_objects
from tests.page_script import tables
from tests.payloads import PAYLOADS
from tests.small_region import actor, project, region, tie
from tests.test_export_html import Page
from ui.page import PAGES
from views.exhibit.links import UnknownViewError, exhibit_of, no_state, view_of
from views.exhibit.pages import EDITING, TABS
from views.exhibit.portfolio import portfolio
from views.language.words import LANGUAGES, plain, unmarked
from views.loaded import state_of, states_beside
from views.time.exhibit import readable

DAY = date(2026, 11, 23)
NO_VIEWS = {"mappe", "bearbeiten", "rechte"}  # they collect, edit and administer
VIEWS = [(page, tab) for page, tabs in TABS.items() if page for tab in tabs]
# what some views need before they show anything
ASKED = {
    "steckbrief": "id=hochschule-aalen",
    "gemeinsam": "vergleich=hochschule-aalen,wiro",
    "verbindung": "vergleich=hochschule-aalen,voith",
    "partner": "suchfeld=wasserstoff&partnervon=hochschule-aalen",
    "konsortium": "suchfeld=wasserstoff,photonik&suchtyp=kommune",
    "zusammen": "feld=wasserstoff",
    "netzwerk": "feld=wasserstoff",
    "was_waere_wenn": "szenario=remove:wiro",
}


def link_of(page, tab, *more):
    return (
        f"{page}?{'&'.join(part for part in (f'reiter={tab}', ASKED.get(tab) or ASKED.get(page, ''), *more) if part)}"
    )


@pytest.fixture(scope="module")
def shipped():
    return graph.load("data").dataset


@pytest.fixture(scope="module")
def states():
    return partial(state_of, states_beside(Path("data")))


def taken_away(dataset, link, states, language=""):
    return exhibit_of(view_of(dataset, link, language, states), link)


# --- the registry -----------------------------------------------------------------------------------------------------


def tabs_on_screen(page):
    """Keys of ``ANSWERS`` or ``TABS`` of a page, in their order; ``[""]`` without any."""
    file = Path("ui/data/tabs.py" if page == "daten" else f"ui/page/{page}.py")
    for node in ast.parse(file.read_text("utf-8")).body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(target, ast.Name) and target.id in ("ANSWERS", "TABS"):
            return [key.value for key in node.value.keys]
    return [""]


def test_every_page_that_shows_data_can_be_taken_away():
    assert {entry.name for entry in PAGES} - set(TABS) == NO_VIEWS


@pytest.mark.parametrize("page", [page for page in TABS if page])
def test_every_tab_of_a_page_can_be_taken_away_and_the_first_is_the_default(page):
    assert [*TABS[page]] == [tab for tab in tabs_on_screen(page) if tab not in EDITING.get(page, ())]


def test_a_tab_for_editing_has_nothing_to_take_away(shipped):
    with pytest.raises(UnknownViewError):
        taken_away(shipped, "daten?reiter=bearbeiten", no_state)


# --- what an exhibit says ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "tab"), VIEWS)
def test_a_view_has_title_sentence_picture_or_table_and_source(shipped, states, page, tab, language):
    exhibit = taken_away(shipped, link_of(page, tab), states, language)

    said = " ".join((exhibit.title, exhibit.sentence, *exhibit.remarks))
    assert exhibit.title
    assert exhibit.sentence
    assert exhibit.picture or exhibit.figures or exhibit.tables
    assert not (isinstance(exhibit.picture, Text) and not exhibit.picture.blocks), "nothing is asked first"
    assert exhibit.source.startswith({"de": "Quelle: ", "en": "Source: "}[language])
    assert not re.search(r"\\|\*\*", said), "no signs of Markdown"
    assert getattr(exhibit.picture, "description", exhibit.sentence), "pictures are described"


def test_titles_are_findings(shipped, states):
    titles = {tab or page: taken_away(shipped, link_of(page, tab), states).title for page, tab in VIEWS}

    assert titles["netzwerk"] == "Wasserstoff verbindet 24 Akteure"
    assert titles["gemeinsam"] == "HS Aalen und WiRO haben 9 gemeinsame Projekte"
    assert titles["rang"] == "WiRO vorn bei „Zahl der Partner“"
    assert titles["klippe"] == "Bis 22.01.2028 endet die Förderung von 8 Projekten"
    assert titles["was_waere_wenn"] == "Was wäre, wenn: WiRO scheidet aus"


# --- the same as on screen --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def app():
    return AppTest.from_file(Path("ui/main.py").absolute(), default_timeout=90).run()


@pytest.mark.parametrize(("page", "tab"), VIEWS)
def test_sentence_and_tables_are_those_of_the_screen(shipped, states, app, page, tab):
    link = link_of(page, tab)
    seen = view_of(shipped, link, states=states)
    exhibit = exhibit_of(seen, link)
    app.switch_page(f"page/{page}.py")
    app.session_state["query"] = seen.query
    app.run()

    said = "\n".join(unmarked(element.value) for element in (*app.title, *app.header, *app.markdown))
    on_screen = {caption: len(rows) for caption, rows in tables(app).items()}
    leaving = {table.caption: len(table.rows) for table in exhibit.tables}
    both = on_screen.keys() & leaving.keys()
    assert exhibit.sentence in said or page in SAID_OTHERWISE or tab in SAID_OTHERWISE
    assert both or not on_screen or not leaving or page in OWN_TABLES or tab in OWN_TABLES
    assert {caption: on_screen[caption] for caption in both} == {caption: leaving[caption] for caption in both}


SAID_OTHERWISE = {
    "akteure",  # a page holds fewer rows of the matrix
    "projekte",  # and fewer lines of the timeline
    "netz",  # says the year of the picture
    "spalten",
}
OWN_TABLES = {
    "partner",  # reasons stand on cards on screen
    "verzeichnis",  # its caption on screen speaks of clicks
}


# --- any selection, any text ------------------------------------------------------------------------------------------


def test_nothing_found_is_a_slide_a_page_and_a_section_too(shipped, states):
    links = [link_of(page, tab, "suche=gibtesnicht") for page, tab in VIEWS]
    views = [view_of(shipped, link, states=states) for link in links]
    exhibits = [exhibit_of(view, link) for view, link in zip(views, links, strict=True)]
    made = portfolio(views[0], exhibits, day=DAY)

    assert all(exhibit.title and exhibit.sentence and exhibit.source for exhibit in exhibits)
    for name in ("pptx", "pdf", "html", "svg", "xlsx", "csv"):
        assert export(name, made).content


@pytest.mark.parametrize(("page", "tab"), [view for view in VIEWS if ASKED.get(view[1]) or ASKED.get(view[0])])
def test_a_view_that_asks_first_says_so(shipped, page, tab):
    link = f"{page}?reiter={tab}"
    exhibit = exhibit_of(view_of(shipped, link), link)

    assert exhibit.title
    assert exhibit.sentence


def hostile_region(texts):
    actors = [
        actor(f"a{n}", text, name=text, short_name=text, kompetenzfelder=(text,), location=text)
        for n, text in enumerate(texts)
    ]
    dates = {"status": "ongoing", "start": "2020", "end": "2027-03"}
    projects = [project(f"p{n}", text, name=text, short_name=text, **dates) for n, text in enumerate(texts)]
    ties = [tie(f"a{n}", "leads", f"p{n}", note=text) for n, text in enumerate(texts)]
    ties += [tie(f"a{n + 1}", "partner", f"p{n}") for n in range(len(texts) - 1)]
    ties += [tie("a0", "funds", f"p{n}", 1000 + n, note=text) for n, text in enumerate(texts)]
    return region(actors, projects, ties, title=texts[0], publisher=texts[1], as_of="2026-11-01")


def test_hostile_text_stays_text_in_every_view():
    names = ("script", "image", "out of double quotes", "Markdown link", "constructor", "Vega expression", "formula")
    texts = [PAYLOADS[name] for name in names]
    dataset = hostile_region(texts)
    asked = {"steckbrief": "id=a1", "gemeinsam": "vergleich=a0,a1", "verbindung": "vergleich=a0,a3"}
    asked |= {"partner": "partnervon=a1", "was_waere_wenn": "szenario=remove:a1", "konsortium": "suchfeld=x"}
    links = [f"{page}?reiter={tab}&{asked.get(tab) or asked.get(page, '')}" for page, tab in VIEWS]
    views = [replace(view_of(dataset, link), older=region(as_of="2025-11-01")) for link in links]
    made = portfolio(views[0], [exhibit_of(view, link) for view, link in zip(views, links, strict=True)], day=DAY)

    page = Page(export("html", made).content.decode())
    attributes = [(name, value) for _, each in page.elements for name, value in each.items()]
    addresses = [value for name, value in attributes if name in ("src", "href")]
    assert made.exhibits[3].title == f"{texts[1]} ({texts[1]})"  # its type tells it apart from the project of its name
    assert {tag for tag, _ in page.elements} & {"iframe", "object", "embed", "form", "base", "link", "math"} == set()
    assert [name for name, _ in attributes if name.startswith("on")] == []
    assert [address for address in addresses if not address.startswith(("data:", "#"))] == []


@pytest.mark.parametrize("text", [*PAYLOADS.values(), "A*B GmbH & Co. KG", "1. Platz", "- x", "a\\b"])
def test_what_was_made_safe_for_markdown_is_read_as_it_was(text):
    assert unmarked(f"**{plain(text)}** bleibt.") == f"{' '.join(text.split())} bleibt."


# --- what a page can hold ---------------------------------------------------------------------------------------------


def test_a_timeline_holds_as_many_lines_as_a_page(shipped):
    ungrouped = readable(timeline(shipped, unfolded={""}), most=10)
    grouped = readable(timeline(shipped, "kompetenzfeld"), most=10)
    opened = readable(timeline(shipped, "kompetenzfeld", unfolded={"Wasserstoff"}), opened=True, most=10)

    assert ungrouped.dated == 10
    assert all(group.folded for group in grouped.groups)
    assert [(group.category.code, len(group.bars)) for group in opened.groups] == [("Wasserstoff", 10)]


def test_every_table_of_a_view_is_a_sheet(shipped):
    made = taken_away(shipped, "kompetenzfelder?reiter=gremien", no_state)

    assert [table.caption for table in made.tables] == [
        "17 Gremien und Netzwerke mit ihren erfassten Mitgliedern",
        "Akteure mit den meisten Mitgliedschaften",
    ]
    assert set(FORMATS) >= {"xlsx", "csv"}


@pytest.mark.parametrize(
    ("page", "tab"),
    [
        ("steckbrief", ""),
        ("vergleich", "gemeinsam"),
        ("rollen", "gruppen"),
        ("foerderung", "fluss"),
        ("veraenderungen", "bild"),
        ("was_waere_wenn", ""),
        ("daten", "offen"),
    ],
)
def test_a_view_takes_at_most_two_pages_of_a_handout(shipped, states, page, tab):
    link = link_of(page, tab)
    view = view_of(shipped, link, states=states)
    handout = export("pdf", portfolio(view, [exhibit_of(view, link)], day=DAY)).content

    assert len(re.findall(r"/Type /Page\b", pdf_objects(handout))) <= 2


@pytest.mark.parametrize(
    ("link", "captions"),
    [
        ("foerderung?teil=0:item:bmwk", ["3 Förderungen hinter der Auswahl"]),
        ("foerderung?reiter=klippe&teil=2026", ["3 Förderungen enden"]),
        ("kompetenzfelder?zelle=wasserstoff:kommune", ["8 Akteure", "8 Projekte"]),
        ("kompetenzfelder?reiter=akteure&zelle=hochschule-aalen>wiro", ["7 Projekte"]),
    ],
)
def test_what_is_chosen_in_a_picture_leaves_with_it(shipped, link, captions):
    made = taken_away(shipped, link, no_state)

    assert [table.caption for table in made.tables if table.caption in captions] == captions
