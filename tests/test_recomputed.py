"""What pages say of the shipped data is what a few lines of Python make of the CSV files."""

from decimal import Decimal

import pytest

import graph
from tests import recomputed
from views.exhibit.links import exhibit_of, no_state, view_of
from views.language.words import words


@pytest.fixture(scope="module")
def said():
    data = graph.load("data").dataset
    return lambda link: exhibit_of(view_of(data, link, "de", no_state), link)


def test_the_landing_page(said):
    known, t = recomputed.known_funding(), words("de")

    figures = [figure.value for figure in said("ueberblick").figures]

    counts = [len(recomputed.rows("actors")), len(recomputed.rows("projects")), len(recomputed.cooperations())]
    assert figures == [*map(t.number, counts), t.money_short(known)]


@pytest.mark.parametrize("field", ["Wasserstoff", "Photonik", "Digitalisierung und KI", "Automotive", "Fachkräfte"])
def test_a_field_of_competence(said, field):
    projects, ongoing, actors, _ = recomputed.of_field(field)
    connected, alone = recomputed.in_field(field)
    (row,) = [row for row in said("ueberblick").tables[0].rows if row[0].text == field]
    together = said(f"kompetenzfelder?reiter=zusammen&feld={field.lower().replace(' ', '-').replace('ä', 'ae')}")

    assert [cell.value for cell in row[1:4]] == [projects, ongoing, actors]
    assert [len(table.rows) for table in together.tables] == [len(connected), len(alone)]


@pytest.mark.parametrize(
    ("a", "b"),
    [("hochschule-aalen", "dhbw-heidenheim"), ("wiro", "ostalbkreis"), ("digiz", "stadt-aalen"), ("ihk-ow", "wiro")],
)
def test_what_two_actors_share(said, a, b):
    partners, projects, funders = recomputed.shared(a, b)
    found = said(f"vergleich?vergleich={a},{b}")
    sizes = {table.columns[0].header: len(table.rows) for table in found.tables if table.columns[0].header != "Name"}

    expected = {"Projekt": len(projects), "Partner": len(partners), "Fördergeber": len(funders)}
    assert sizes == {name: size for name, size in expected.items() if size}


def test_money_gaps_and_open_points(said):
    empty, cells = recomputed.empty_cells()
    t, total = words("de"), recomputed.known_funding()

    assert any(f"Fluss {t.money(total)} = Tabelle {t.money(total)}" in each for each in said("foerderung").remarks)
    assert said("kompetenzfelder").sentence.startswith(f"In {empty} von {cells} Kombinationen")
    rows = [row[0].text for row in said("daten?reiter=offen").tables[0].rows]
    assert {kind: rows.count(kind) for kind in rows} == recomputed.open_points()


@pytest.mark.parametrize("leaving", ["wiro", "digiz", "hochschule-aalen", "ostalbkreis"])
def test_who_loses_the_only_partner(said, leaving):
    losing = recomputed.lose_their_only_partner(leaving)
    sentence = said(f"was-waere-wenn?szenario=remove:{leaving}").sentence
    number = {0: "verliert kein Akteur seine", 1: "verliert 1 Akteur seine"}

    assert number.get(len(losing), f"verlieren {len(losing)} Akteure ihre") in sentence


def test_projects_of_a_field_that_municipalities_lead(said):
    led = recomputed.led_by("Kommune", "Regionalentwicklung", 500_000)
    found = said("verzeichnis?liste=projekte&feld=regionalentwicklung&leitung=kommune&betrag=500000").tables[0]
    amounts = [
        cell.value
        for row in found.rows
        for cell, column in zip(row, found.columns, strict=True)
        if column.header == "Bekannte Förderung"
    ]

    assert sorted(map(Decimal, amounts)) == sorted(led.values())


@pytest.mark.parametrize("tab", ["netz", "jahre", "entwicklung"])
def test_exports_over_the_years_name_the_consortium_that_carries_the_number(said, tab):
    assert any("nur durch Zukunft Ostwürttemberg" in remark for remark in said(f"zeitverlauf?reiter={tab}").remarks)


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("Wasserstoff", "Unternehmen"),
        ("Photonik", "Hochschule"),
        ("Fachkräfte", "Kommune"),
        ("MINT", "Hochschule"),
        ("Automotive", "Unternehmen"),
    ],
)
def test_who_fits_a_new_project_and_how_many_points_they_have(said, field, kind):
    fitting = recomputed.fitting(field, kind)
    found = said(f"vergleich?reiter=partner&suchfeld={field.lower().replace('ä', 'ae')}&suchtyp={kind.lower()}")
    points = [int(row[1].text) for row in found.tables[0].rows]

    assert f"passen {len(fitting)} Akteure" in found.sentence
    assert {row[0].text: int(row[1].text) for row in found.tables[0].rows}.items() <= fitting.items()
    assert points == sorted(fitting.values(), reverse=True)[:10]


@pytest.mark.parametrize("year", ["2018", "2022", "2024", "2027", "2031"])
def test_what_runs_since_a_year(said, year):
    projects = recomputed.running_since(year)
    found = said(f"verzeichnis?liste=projekte&status=ongoing&von={year}")

    assert found.title == words("de").count("count.projects", len(projects))
    assert {row[0].text for row in found.tables[0].rows} == projects
