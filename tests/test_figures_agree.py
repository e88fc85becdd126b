"""Figures of the same name are the same on all pages, tabs and exhibits, or their words say the difference."""

import re
from collections import defaultdict
from functools import partial
from pathlib import Path

import pytest

import graph
from graph.overview import overview
from tests.small_region import actor, project, region, tie
from tests.test_exhibits_of_pages import VIEWS, link_of
from views.exhibit.links import exhibit_of, no_state, view_of
from views.loaded import state_of, states_beside

# Headers whose figure depends on what the table is about, which its caption says.
OF_THE_TABLE = {
    "Verbindungen",  # lines of the picture beside it
    "Gemeinsame Projekte",  # with the actor of the profile or pair
    "Betrag", "Anteil", "Förderungen in der Summe", "nicht in der Summe",  # of the breakdown chosen
    "Partner im Feld", "Projekte im Feld", "Punkte", "Summe",
}  # fmt: skip
NUMBER = re.compile(r"[0-9][0-9.]*(?:,[0-9]+)?(?:\s€)?")


@pytest.fixture(scope="module", params=["shipped", "state of 2021", "small"])
def data(request):
    if request.param == "small":
        return region(
            [actor("hof", "Unternehmen", kompetenzfelder=("Bau",)), actor("rat", "Kommune"), actor("land", "Land")],
            [project("weg", "Bau", status="ongoing", start="2021/2027"), project("fest", status="applied")],
            [
                tie("hof", "leads", "weg"),
                tie("rat", "partner", "weg"),
                tie("rat", "supports", "hof"),
                tie("land", "funds", "weg", 700),
                tie("land", "funds", "fest", 50),
                tie("rat", "leads", "fest", certainty="unconfirmed"),
            ],
            as_of="2026-01-31",
        )
    return graph.load("data" if request.param == "shipped" else "data/states/2021-05-04").dataset


@pytest.fixture(scope="module")
def exhibits(data):
    links = [link_of(page, tab) for page, tab in VIEWS]
    links += [f"netzwerk?ansicht={view}&ganz=ja" for view in ("alles", "kooperation", "foerderung")]
    links += ["verzeichnis?liste=projekte", "verzeichnis?liste=akteure", "kompetenzfelder?wert=projekte"]
    links += [f"steckbrief?id={key}" for key in [*data.actors["id"][:8], *data.projects["id"][:8]]]
    states = partial(state_of, states_beside(Path("data"))) if len(data.actors) > 3 else no_state
    return {link: exhibit_of(view_of(data, link, "de", states), link) for link in links}


def test_a_figure_of_an_element_is_the_same_in_every_table(exhibits):
    found = defaultdict(lambda: defaultdict(set))
    for link, exhibit in exhibits.items():
        for table in exhibit.tables:
            names = [row[0].text for row in table.rows]
            for row in (row for row in table.rows if names.count(row[0].text) == 1):
                for column, cell in zip(table.columns[1:], row[1:], strict=True):
                    if column.header not in OF_THE_TABLE and NUMBER.fullmatch(cell.text):
                        found[row[0].text, column.header][cell.text].add((link, table.caption))

    assert {name: dict(values) for name, values in found.items() if len(values) > 1} == {}


def number_in(pattern, text):
    """Every number the pattern finds; none is written out as ``kein``."""
    return {int(each.replace(".", "")) for each in re.findall(pattern, text)}


def test_totals_of_the_same_name_are_the_same_on_every_page(data, exhibits):
    facts = overview(data)
    said = {link: f"{each.title}. {each.sentence}" for link, each in exhibits.items()}
    whole = [link for link in said if link.startswith(("ueberblick", "daten?reiter=quellen", "netzwerk?ansicht=alles"))]

    for link in whole:
        assert number_in(r"([0-9.]+) Akteure?\b", said[link]) <= {facts.actors}, link
        assert number_in(r"([0-9.]+) Projekte?\b", said[link]) <= {facts.projects}, link
    pairs = number_in(r"([0-9.]+) Verbindung", said["netzwerk?ansicht=kooperation&ganz=ja"])
    pairs |= number_in(r"([0-9.]+) Kooperation", said[link_of("ueberblick", "")])
    assert pairs <= {facts.cooperations}


def test_every_profile_counts_as_the_directory_does(data, exhibits):
    directory = {row[0].text: row for row in exhibits["verzeichnis?liste=akteure"].tables[0].rows}
    headers = [column.header for column in exhibits["verzeichnis?liste=akteure"].tables[0].columns]

    for key, name in zip(data.actors["id"][:8], data.actors["name"], strict=False):
        sentence = exhibits[f"steckbrief?id={key}"].sentence
        for header, pattern in (("Projekte", r"([0-9]+) Projekt"), ("Partner", r"([0-9]+) Partner")):
            said = number_in(pattern, sentence) or {0}
            assert said == {directory[name][headers.index(header)].value}, (name, header)


def test_money_is_the_same_in_every_view_of_it(exhibits):
    known = [each for link, each in exhibits.items() if link.startswith(("foerderung?reiter=fluss", "ueberblick"))]
    sums = {found for each in known for found in re.findall(r"[0-9][0-9.,]*\s(?:Mio\. |Tsd\. )?€", f"{each.title}")}
    sums |= {figure.value for each in known for figure in each.figures if "€" in figure.value}

    assert len({each.replace("\N{NO-BREAK SPACE}", " ") for each in sums}) <= 1


def test_open_points_name_the_date_and_the_publisher_of_each_of_their_sources():
    data = region(
        [actor("a")],
        [project("p", reference="s1;s2", status="ongoing", start="2024")],
        [tie("a", "leads", "p", certainty="unconfirmed", reference="s1; s2")],
        sources=[
            {"id": "s1", "title": "Bericht", "publisher": "Kreis", "date": "2021"},
            {"id": "s2", "title": "Meldung", "publisher": "Stadt", "date": "2024-05-06"},
        ],
    )

    made = exhibit_of(view_of(data, "daten?reiter=offen", "de", no_state), "daten?reiter=offen")

    (row,) = [row for row in made.tables[0].rows if row[0].text == "Unbestätigte Verbindungen"]
    assert [cell.text for cell in row[-3:]] == ["Bericht; Meldung", "06.05.2024", "Kreis; Stadt"]
