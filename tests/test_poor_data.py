"""What is said of data in which hardly anything is recorded: nothing of all of what is not there."""

import re

import pytest

from tests.small_region import actor, project, region, tie
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.pages import TABS

ACTORS = [actor(key, "", kompetenzfelder=()) for key in ("a", "b", "c")]
PROJECTS = [project("p", status=""), project("q", status="")]
POOR = {
    "nothing": region(),
    "actors only": region(ACTORS),
    "projects only": region([], PROJECTS),
    "partners without lead, field and money": region(
        ACTORS, PROJECTS, [tie("a", "partner", "p"), tie("b", "partner", "p"), tie("c", "partner", "q")]
    ),
}
ASKED = {"steckbrief": "id=a", "vergleich": "vergleich=a,b&partnervon=a", "was_waere_wenn": "szenario=remove:a"}
LINKS = [
    f"{page}?{'&'.join(part for part in (f'reiter={tab}' if tab else '', ASKED.get(page, '')) if part)}"
    for page, tabs in TABS.items()
    if page
    for tab in tabs
]
# a sentence about all that is recorded; explanations of how something is counted begin otherwise
OF_ALL = {
    "de": re.compile(r"(?:In jedem|Im? alle[nm]|Zu jede[rm]|Alle|Kein Akteur steht|Kein Projekt verliert|Keine der)\b"),
    "en": re.compile(r"(?:In every|All|For every|No organisation stands|No project loses|None of the)\b"),
}
OF_WHAT_IS_THERE = ("Alle Zuordnungen sind stabil.",)  # said of groups only where there are some


def sentences(data, link, language):
    made = exhibit_of(view_of(data, link, language))
    return [one for text in (made.title, made.sentence, *made.remarks) for one in re.split(r"(?<=[.!?]) ", text) if one]


@pytest.mark.parametrize("language", OF_ALL)
@pytest.mark.parametrize("poor", POOR)
def test_no_view_speaks_of_all_where_none_is_recorded(poor, language):
    asked = [link for link in LINKS if not (link.startswith("steckbrief") and POOR[poor].actors.empty)]
    said = {one for link in asked for one in sentences(POOR[poor], link, language)}

    assert [one for one in sorted(said) if OF_ALL[language].match(one) and not one.startswith(OF_WHAT_IS_THERE)] == []


def test_what_if_says_that_leads_and_fields_are_not_recorded():
    found = sentences(POOR["partners without lead, field and money"], "was_waere_wenn?szenario=remove:a", "de")

    assert "Bei keinem Projekt ist eine Leitung erfasst." in found
    assert "In dieser Auswahl ist kein Kompetenzfeld erfasst." in found


def test_where_they_are_recorded_it_says_that_none_is_lost():
    rich = region(
        [actor(key, kompetenzfelder=("Holz",)) for key in "abc"],
        [project("p", "Holz")],
        [tie("a", "partner", "p"), tie("b", "leads", "p"), tie("c", "partner", "p")],
    )
    found = sentences(rich, "was_waere_wenn?szenario=remove:a", "de")

    assert "Kein Projekt verliert seine einzige Leitung." in found
    assert "In jedem Kompetenzfeld bleibt jemand tätig." in found


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Im Bild ist das 1 Linie: Mehrere Förderungen desselben Paares sind eine Linie."),
        ("en", "In the picture this is 1 line: several grants of one pair are one line."),
    ],
)
def test_grants_and_lines_that_differ_in_number_are_both_counted(language, said):
    twice = region(
        [actor("land")], [project("p")], [tie("land", "funds", "p"), tie("land", "funds", "p", locator="zweite")]
    )
    made = exhibit_of(view_of(twice, "netzwerk?ansicht=foerderung&ganz=ja", language))

    assert said in made.sentence
    assert {"de": "1 Linie steht für 2 Einträge", "en": "1 line stands for 2 entries"}[language] in made.picture.note


def test_where_every_entry_has_a_line_of_its_own_nothing_is_said_of_lines():
    once = region([actor("land")], [project("p")], [tie("land", "funds", "p")])
    made = exhibit_of(view_of(once, "netzwerk?ansicht=foerderung&ganz=ja", "de"))

    assert "Linie" not in made.sentence
    assert "Einträge" not in made.picture.note
