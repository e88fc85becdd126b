"""Who is first: all who are level are named, and nothing is said of all, or of the first, where there is none."""

import re
from itertools import pairwise

import pytest

from graph.overview import overview
from tests.small_region import actor, project, region, tie
from tests.test_exhibits_of_pages import VIEWS
from views.exhibit.links import exhibit_of, no_state, view_of
from views.language.words import LANGUAGES, unmarked, words
from views.level import most
from views.overview.words import fields


def test_the_greatest_is_shared_by_all_who_are_level():
    figures = {"a": 2, "b": 3, "c": 3, "d": None}

    assert most(figures, figures.get) == ["b", "c"]
    assert most({"a": 0}, {"a": 0}.get) == []
    assert most([], len) == []


@pytest.fixture(scope="module")
def twins():
    """Two chains of four actors that do not know each other: everything there is twice."""
    chains = ("a1", "a2", "a3", "a4"), ("b1", "b2", "b3", "b4")
    members = [(f"{pair[0]}-{pair[1]}", who) for row in chains for pair in pairwise(row) for who in pair]
    projects = [f"{one}-{other}" for row in chains for one, other in pairwise(row)]
    types, years = ("Hochschule", "Kommune"), {"a": ("Bau", "2020"), "b": ("Holz", "2021")}
    return region(
        [
            actor("land", "Land", location="Stuttgart"),
            *(
                actor(who, types[int(who[1]) % 2], location={"a": "Aalen", "b": "Heidenheim an der Brenz"}[who[0]])
                for row in chains
                for who in row
            ),
        ],
        [project(name, years[name[0]][0], start=years[name[0]][1], end=years[name[0]][1]) for name in projects],
        [
            *(tie(who, "partner", name) for name, who in members),
            tie("land", "funds", "a1-a2", 500),
            tie("bund", "funds", "b1-b2", 500),
        ],
        as_of="2024-01-01",
    )


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("was-waere-wenn", "gleich viel fehlen würden a2, a3, b2 und b3: Ohne einen davon wären je 2 Paare"),
        ("rollen?reiter=bruecken", "Am meisten und gleich viel vermitteln a2, a3, b2 und b3 (je 1 Paar von Partnern"),
        ("rollen?reiter=gruppen", "die größten: Gruppe um a2, a3 und a1 und Gruppe um b2, b3 und b1 (je 4 Akteure)."),
        ("zeitverlauf?reiter=jahre", "die meisten begannen 2020 und 2021 (je 3)"),
        ("foerderung?reiter=balken", "Die größten Beträge entfallen auf bund und land: je 500 €"),
        ("netzwerk?form=karte", "Die meisten Akteure: Aalen und Heidenheim an der Brenz (je 4 Akteure)."),
    ],
)  # fmt: skip
def test_a_sentence_names_all_who_are_level(twins, link, said):
    made = exhibit_of(view_of(twins, link, "de", no_state), link)

    assert said in unmarked(" ".join((made.sentence, *made.remarks))).replace("\N{NO-BREAK SPACE}", " ")


def test_the_fields_with_most_projects_are_named_together(twins):
    assert fields(words("de"), overview(twins)) == "Die meisten Projekte haben Bau und Holz (je 3 Projekte)."


EMPTY = {
    "no data": region(),
    "one actor": region([actor("hof", "Unternehmen")]),
    "one in a project": region([actor("hof", "Werk")], [project("weg", "Bau")], [tie("hof", "leads", "weg")]),
    "names only": region([actor("a"), actor("b")], [project("p")]),
}  # fmt: skip
# what may be said of some only: of all of none, or of the first of none
OF_NONE = re.compile(
    r"\balle belegt|alle einem|zu jede[rm]\b|Zu jede[rm]\b|\bvorn\b|am meisten|Am meisten|\b0 Quellen|liegt .* vorn"
    r"|comes first|would be missed most|every tie|all confirmed|all in a field|\b0 sources|first both by"
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "tab"), VIEWS)
@pytest.mark.parametrize("name", EMPTY)
def test_nothing_is_said_of_all_or_of_the_first_where_there_is_none(name, page, tab, language):
    link = f"{page}?reiter={tab}" + (f"&id={next(iter(EMPTY[name].actors['id']), '')}" if page == "steckbrief" else "")
    made = exhibit_of(view_of(EMPTY[name], link, language, no_state), link)

    said = [made.title, made.sentence, *(f"{figure.label}: {figure.note}" for figure in made.figures)]
    assert [text for text in said if OF_NONE.search(text)] == []
    if made.figures:
        assert not [figure for figure in made.figures if figure.value == "0" and figure.note]
