"""Figures of small files, computed by hand from the rules: what people type is read, counted and left out as said."""

from datetime import date
from decimal import Decimal

import pytest

import graph
from graph.consortia import carrying
from graph.history.change import compare_states
from graph.ledger.cliff import cliff
from graph.openpoints import open_points
from graph.overview import funding_total, overview
from graph.selection import Selection, select
from tests.small_region import project, region, tie
from views.elements import search
from views.elements.tables import projects as project_list
from views.exhibit.links import view_of

ACTORS = b"id;name;type\nhof;Hof;Unternehmen\nrat;Rat;Kommune\nland;Land;Land\n"
AS_OF = b"key;value\nStand;31.01.2026\n"


def loaded(projects, links="", about=AS_OF):
    files = {"actors.csv": ACTORS, "projects.csv": projects.encode(), "about.csv": about}
    return graph.load(files | ({"links.csv": links.encode()} if links else {}))


# what stands in a cell of the end, and whether the funding ends by 31.01.2028 seen from 31.01.2026
ENDS = [
    ("2027", "ends"),
    ("Sommer 2027", "ends"),
    ("2. Quartal 2027", "ends"),
    ("Q4 2027", "ends"),
    ("1. Halbjahr 2026", "ends"),
    ("31.01.2028", "ends"),
    ("01.02.2028", "goes on"),
    ("2028", "may end"),
    ("Herbst 2028", "goes on"),
    ("bis 2027", "ends"),
    ("unbefristet", "open"),
    ("", "open"),
    ("2021-2027", "ends"),
    ("05/2021-04/2027", "ends"),
    ("Mai 2021 bis April 2029", "goes on"),
    ("31.12.2025", "is over"),
]


@pytest.mark.parametrize(("end", "expected"), ENDS)
def test_when_a_funding_ends_however_it_is_written(end, expected):
    data = loaded(
        f"id;name;status;start;end;lead;funders\nweg;Weg;laufend;;{end};hof;land\n"
        "fest;Fest;laufend;2024;2030;rat;land\n"
    ).dataset

    found = cliff(data, date(2026, 1, 31), 24)

    said = {
        "ends": [each.project for each in found.endings],
        "may end": [each.project for each in found.possible],
        "open": [*found.open],
    }
    assert said == {kind: ["weg"] if kind == expected else [] for kind in said}


# status of the project, status of the funding, kind of the amount, amount -> what of it is known funding
AMOUNTS = [
    ("laufend", "", "", "10", 10),
    ("in Umsetzung", "", "", "12", 12),
    ("beantragt", "", "", "50", None),
    ("Antrag gestellt", "", "", "51", None),
    ("abgesagt", "", "", "100", None),
    ("abgelehnt", "", "", "101", None),
    ("beantragt", "bewilligt", "", "7", 7),
    ("laufend", "beantragt", "", "3", None),
    ("geplant", "", "", "2", 2),
    ("Idee", "", "", "4", None),
    ("unter Vorbehalt", "", "", "5", None),
    ("ruht", "", "", "6", 6),
    ("laufend", "", "pro Jahr", "11", None),
    ("laufend", "", "Obergrenze", "13", None),
    ("laufend", "", "in anderem Betrag enthalten", "17", None),
    ("laufend", "", "Eigenmittel", "19", 19),
    ("laufend", "", "", "0", 0),
    ("laufend", "", "", "", None),
]


@pytest.mark.parametrize(("status", "of_funding", "basis", "amount", "expected"), AMOUNTS)
def test_what_of_an_amount_is_known_funding(status, of_funding, basis, amount, expected):
    data = loaded(
        f"id;name;status;lead\nweg;Weg;{status};hof\n",
        f"from_id;to_id;kind;amount_eur;amount_basis;status\nland;weg;funds;{amount};{basis};{of_funding}\n",
    ).dataset

    total = funding_total(data)

    assert (total.amount_eur, total.counted) == (
        None if expected is None else Decimal(expected),
        int(expected is not None),
    )


@pytest.mark.parametrize(("status", "of_funding", "basis", "amount", "expected"), AMOUNTS)
def test_what_is_known_funding_is_what_the_cliff_says_will_end(status, of_funding, basis, amount, expected):
    data = loaded(
        f"id;name;status;end;lead\nweg;Weg;{status};2027;hof\n",
        f"from_id;to_id;kind;amount_eur;amount_basis;status\nland;weg;funds;{amount};{basis};{of_funding}\n",
    ).dataset

    assert cliff(data, date(2026, 1, 31), 24).amount_eur == (None if expected is None else Decimal(expected))


def test_all_these_amounts_together_are_the_sum_of_those_that_count():
    rows = [f"p{n};Weg {n};{status};hof" for n, (status, *_) in enumerate(AMOUNTS)]
    links = [f"land;p{n};funds;{amount};{basis};{of_it}" for n, (_, of_it, basis, amount, _) in enumerate(AMOUNTS)]

    total = funding_total(
        loaded(
            "id;name;status;lead\n" + "\n".join(rows) + "\n",
            "from_id;to_id;kind;amount_eur;amount_basis;status\n" + "\n".join(links) + "\n",
        ).dataset
    )

    assert (total.amount_eur, total.counted, total.ties) == (Decimal(10 + 12 + 7 + 2 + 6 + 19), 7, 18)


GRANTS = [("1000", "2024"), ("2000", "2025"), ("2000", "2026")]


def granted(order, extra=""):
    rows = "".join(f"land;weg;funds;{GRANTS[n][0]};granted;{GRANTS[n][1]}\n" for n in order)
    return loaded(
        "id;name;lead\nweg;Weg;hof\n", f"from_id;to_id;kind;amount_eur;amount_basis;start\n{rows}{extra}"
    ).dataset


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (2, 0, 1)])
def test_grants_in_another_order_are_no_change(order):
    assert compare_states(granted((0, 1, 2)), granted(order)).changes == ()


@pytest.mark.parametrize(("kept", "gone"), [((1, 2), 1), ((0, 2), 1), ((2,), 2)])
def test_a_grant_that_is_gone_is_removed_and_no_other_is_changed(kept, gone):
    changes = compare_states(granted((0, 1, 2)), granted(kept)).changes

    assert [(change.table, str(change.kind)) for change in changes] == [("ties", "removed")] * gone


def test_two_large_consortia_are_both_named_with_what_exists_only_through_each():
    first, second = [f"a{n}" for n in range(8)], [f"b{n}" for n in range(9)]
    ties = [tie(actor, "partner", "eins") for actor in first] + [tie(actor, "partner", "zwei") for actor in second]
    data = region(projects=[project("eins"), project("zwei")], ties=ties)

    found = carrying(data)

    assert {(each.project, each.only, each.pairs) for each in found} == {("zwei", 36, 64), ("eins", 28, 64)}
    assert overview(select(data, Selection(excluded={"eins", "zwei"}))).cooperations == 0


def test_one_of_two_consortia_of_the_same_members_carries_nothing_alone():
    ties = [tie(f"a{n}", "partner", key) for n in range(8) for key in ("eins", "zwei")]

    assert carrying(region(projects=[project("eins"), project("zwei")], ties=ties)) == ()


# durations as typed, in the order of time
IN_TIME = [
    "2019",
    "Herbst 2019",
    "01.03.2020",
    "03/2020",
    "2. Quartal 2021",
    "2022/23",
    "01.10.2022",
    "01.03.2024",
    "2025~",
]


def test_a_column_of_dates_sorts_by_time_whatever_the_cells_look_like():
    rows = "".join(f"p{n};Weg {n};{text}\n" for n, text in enumerate(reversed(IN_TIME)))
    data = loaded(f"id;name;start\n{rows}").dataset

    table = project_list(view_of(data, "verzeichnis?liste=projekte", "de"))

    place = [column.header for column in table.columns].index("Laufzeit")
    keys = {row[0].text: row[place].value for row in table.rows}
    ordered = [f"Weg {n}" for n in reversed(range(len(IN_TIME)))]
    assert sorted(ordered, key=keys.__getitem__) == ordered


@pytest.mark.parametrize(("year", "kept"), [(2022, []), (2023, ["weg"]), (2024, [])])
def test_a_project_that_is_dated_by_its_events_alone_fits_their_year(year, kept):
    tables = {
        "actors.csv": ACTORS,
        "projects.csv": b"id;name;status;lead\nweg;Weg;abgeschlossen;hof\n",
        "events.csv": "project_id;label;start\nweg;Eröffnung;05.06.2023\n".encode(),
        "about.csv": AS_OF,
    }
    data = graph.load(tables).dataset

    part = select(data, Selection(since=date(year, 1, 1), until=date(year, 12, 31)))

    assert [*part.projects["id"]] == kept
    assert "without_date" not in {point.doubt for point in open_points(data)}


# names as recorded, and what a person types to find them
@pytest.mark.parametrize(
    ("name", "short", "alias", "typed"),
    [
        ("Ölmühle Ähn GmbH", "", "", "Ölmühle Ähn GmbH"),
        ("Hochschule für Straßenbau", "HfS", "", "HfS"),
        ("Kreissparkasse", "", "Sparkasse Ost; KSK", "KSK"),
        ("Müller & Söhne „Süd“", "", "", "Müller & Söhne „Süd“"),
    ],
)
def test_an_actor_is_found_by_every_name_it_has(name, short, alias, typed):
    actors = f'id;name;short_name;aliases\nx;{name};{short};"{alias}"\n'.encode()
    data = graph.load({"actors.csv": actors, "projects.csv": b"id;name\n"}).dataset

    assert [entry.id for entry in search.entries(data) if typed in entry.names] == ["x"]
