"""Types and kinds of the data that are well-known are said in English wherever an English view says anything."""

import json
import re
from pathlib import Path

import pytest

from graph.export.pictures import Chart, DrawnNetwork, Matrix, Text
from tests.small_region import actor, project, region, tie
from tests.test_exhibits_of_pages import VIEWS
from views.exhibit.links import exhibit_of, no_state, view_of

TYPES = ("Unternehmen", "Kommune", "Hochschule", "Land/Bund/EU", "Verein/Netzwerk", "Bildung", "Stiftung")
KINDS = ("Projekt", "Förderprojekt", "Netzwerk", "Gremium", "Veranstaltung")
ENGLISH = json.loads(Path("views/locales/en/term.json").read_text("utf-8"))["recorded"]
GERMAN = sorted((word for word, said in ENGLISH.items() if said != word), key=len, reverse=True)
LEFT = re.compile(rf"(?<![\w/])(?:{'|'.join(map(re.escape, GERMAN))})(?![\w/])")
ASKED = {
    "steckbrief": "id=a0",
    "vergleich": "vergleich=a0,a1&suchfeld=f1,f2&suchtyp=kommune,stiftung",
    "netzwerk": "fokus=a0",
    "was_waere_wenn": "szenario=remove:a0",
    "kompetenzfelder": "feld=f1",
}
FURTHER = (
    "verzeichnis?liste=projekte&leitung=kommune&art=gremium&typ=kommune",
    "verzeichnis?liste=akteure",
    "kompetenzfelder?reiter=felder",
    "kompetenzfelder?reiter=akteure&sortierung=typ",
    "netzwerk?ganz=ja",
    "netzwerk?ansicht=kooperation&ganz=ja",
    "netzwerk?gruppen=typ",
    "vergleich?reiter=partner&suchfeld=f1&suchtyp=kommune",
    "foerderung?reiter=balken&nach=recipient_type",
    "foerderung?reiter=tabelle&nach=funder_type",
    "foerderung?reiter=balken&nach=kind",
    "foerderung?reiter=fluss&geldvon=funder_type&geldnach=recipient_type",
    "steckbrief?id=p3",
)
LINKS = [f"{page}?reiter={tab}&{ASKED.get(page, '')}" for page, tab in VIEWS] + list(FURTHER)


def data():
    actors = [
        actor(f"a{i}", kind, kompetenzfelder=("F1", "F2")[: 1 + i % 2], name=f"Name {i}")
        for i, kind in enumerate(TYPES)
    ]
    projects = [
        project(f"p{i}", "F1", status="ongoing", start="2024", end="2026-12", kind=kind) for i, kind in enumerate(KINDS)
    ]
    ties = [tie(f"a{i}", "leads", f"p{i}") for i in range(5)] + [tie(f"a{i + 1}", "partner", f"p{i}") for i in range(5)]
    ties += [tie("a3", "funds", f"p{i}", 1000 * i + 1) for i in range(5)]
    ties += [tie(f"a{i}", "member_of", "p3") for i in range(6)]
    return region(actors, projects, ties, as_of="2026-01-31")


def said(exhibit):
    """All that a reader of an exhibit reads; not the keys by which programs tell things apart."""
    yield from (exhibit.title, exhibit.sentence, *exhibit.remarks, *exhibit.filters, exhibit.source)
    yield from (f"{figure.label} {figure.value} {figure.note}" for figure in exhibit.figures)
    for table in exhibit.tables:
        yield table.caption
        yield from (column.header for column in table.columns)
        yield from (cell.text for row in table.rows for cell in row)
    yield from shown(exhibit.picture)


def shown(picture):
    if isinstance(picture, DrawnNetwork):
        yield from (picture.description, picture.note)
        yield from (text for group in picture.legend for text in (group.title, *(one.text for one in group.entries)))
        yield from (node.short_name for node in picture.drawing.nodes)
        yield from (text for facts in picture.facts.values() for fact in facts for text in fact)
    elif isinstance(picture, Matrix):
        yield from (picture.corner, picture.description, *picture.columns, *(row.header for row in picture.rows))
    elif isinstance(picture, Chart):
        yield from (picture.description, picture.caption, *picture.categories, *labels(picture.spec))
    elif isinstance(picture, Text):
        yield from (text for block in picture.blocks for text in (block.heading, *block.points))


def labels(spec):
    if isinstance(spec, dict):
        yield from (value for name, value in spec.items() if name in ("label", "text") and isinstance(value, str))
        yield from (text for value in spec.values() for text in labels(value))
    elif isinstance(spec, list):
        yield from (text for value in spec for text in labels(value))


@pytest.mark.parametrize("link", LINKS)
def test_no_english_view_says_a_type_or_kind_in_german(link):
    exhibit = exhibit_of(view_of(data(), link, "en", no_state), link)

    assert [text for text in said(exhibit) if LEFT.search(text)] == []


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("verzeichnis", {}),
        ("netzwerk", {"typ": ("kommune",)}),
        ("vergleich", {"reiter": "partner"}),
        ("kompetenzfelder", {}),
    ],
)
def test_what_can_be_chosen_on_an_english_page_is_english(open_page, page, asked):
    app = open_page(page, lang="en", **asked)
    offered = {option for box in (*app.selectbox, *app.multiselect, *app.button_group) for option in box.options}

    assert not app.exception
    assert offered
    assert {option for option in offered if LEFT.fullmatch(re.sub(r" \([0-9.,]+\)$", "", option))} == set()
