"""What people type and save without meaning it: encodings, headers, years and amounts that mislead."""

from datetime import date

import pytest

import graph
from graph.dates import duration
from graph.history.spans import span
from graph.ledger.cliff import cliff, later
from graph.ledger.totals import totals_by_year
from graph.ledger.years import YearRule

ACTORS = "id;name;type;reference\nrat;Rat der Stadt;Behörde;s\nhof;Lindenhof;Unternehmen;s\n"
HEADER = "id;name;status;start;end;lead;partners;reference\n"


def load(**tables: str) -> graph.Report:
    return graph.load({f"{name}.csv": text.encode() for name, text in tables.items()})


def found(report: graph.Report, *codes: str) -> list[tuple[str, int, str, str, str]]:
    return [(i.code, i.line, i.column, i.value, i.hint) for i in report.issues if i.code in codes]


# --- years nobody means -----------------------------------------------------------------------------------------------


def test_an_implausible_year_is_said_at_its_cell_and_a_far_end_may_be_open():
    report = load(
        actors=ACTORS,
        projects=f"{HEADER}a;Dauer;laufend;2020;31.12.9999;rat;hof;s\nb;Tippfehler;laufend;0202;2023;rat;hof;s\n",
        about="key;value\nStand;31.12.9999\n",
    )

    assert sorted(found(report, "implausible-year")) == [
        ("implausible-year", 2, "end", "9999-12-31", ".."),
        ("implausible-year", 2, "value", "9999-12-31", ""),
        ("implausible-year", 3, "start", "0202", ""),
    ]
    assert report.dataset.projects["end"].tolist() == ["9999-12-31", "2023"]


@pytest.mark.parametrize("text", ["1855", "2149-12-31", "20XX", "XXXX", "2021/..", "../2099", "1999?"])
def test_plausible_years_are_not_said(text: str):
    report = load(actors=ACTORS, projects=f"{HEADER}a;A;laufend;{text};;rat;hof;s\n")

    assert found(report, "implausible-year") == []


@pytest.mark.parametrize("text", ["0021", "1021", "2921", "9999", "2021/9999", "-0044", "Y20210", "0000"])
def test_implausible_years_are_said_in_every_form(text: str):
    report = load(actors=ACTORS, projects=f"{HEADER}a;A;laufend;{text};;rat;hof;s\n")

    assert len(found(report, "implausible-year")) == 1


def test_no_list_over_time_grows_with_an_implausible_year():
    report = load(
        actors=ACTORS,
        projects=f"{HEADER}a;Dauer;laufend;2020;31.12.9999;rat;hof;s\nb;Tippfehler;laufend;0202;2023;rat;hof;s\n",
        links="from_id;to_id;kind;amount_eur;amount_basis\nrat;a;fördert;900;bewilligt\nrat;b;fördert;90;bewilligt\n",
    )

    rows = totals_by_year(report.dataset, YearRule.EVENLY).rows
    assert sorted((row.key, row.amount_eur) for row in rows) == [("item:2020", 900), ("unassigned:", 90)]
    assert duration("2020", "9999-12-31") == (date(2020, 1, 1), None)
    assert duration("0202", "2023") == (None, date(2023, 12, 31))
    far, early = span("2020", "9999-12-31"), span("0202", "2023")
    assert (far.end.open, far.last) == (True, date(2020, 12, 31))
    assert (early.first, early.last) == (date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize("day", [date(9998, 1, 1), date(9999, 12, 31)])
def test_money_that_ends_is_listed_for_any_day_there_is(day: date):
    report = load(
        actors=ACTORS,
        projects=f"{HEADER}a;Dauer;laufend;2020;31.12.9999;rat;hof;s\n",
        links="from_id;to_id;kind;amount_eur;amount_basis\nrat;a;fördert;900;bewilligt\n",
    )

    assert cliff(report.dataset, day, 36).as_of == day
    assert later(day, 36) == date(9999, 12, 31)


# --- years of two digits ----------------------------------------------------------------------------------------------


def test_a_year_and_two_digits_that_may_be_two_years_are_said_with_the_period():
    report = load(
        actors=ACTORS,
        projects=f"{HEADER}a;A;laufend;2021-23;;rat;hof;s\nb;B;laufend;2011-12;;rat;hof;s\nc;C;;2021-10;;rat;hof;s\n",
    )

    assert found(report, "ambiguous-period") == [
        ("ambiguous-period", 2, "start", "2021-23", "2021/2023"),
        ("ambiguous-period", 3, "start", "2011-12", "2011/2012"),
    ]
    assert report.dataset.projects["start"].tolist() == ["2021-23", "2011-12", "2021-10"]


@pytest.mark.parametrize(
    ("text", "meant"), [("2021–23", "2021/2023"), ("2021/24", "2021/2024"), ("2021 – 29", "2021/2029")]
)
def test_years_that_are_not_read_are_proposed(text: str, meant: str):
    report = load(actors=ACTORS, projects=f"{HEADER}a;A;laufend;{text};;rat;hof;s\n")

    assert found(report, "unreadable-date") == [("unreadable-date", 2, "start", text, meant)]


def test_a_season_whose_words_stand_beside_it_is_no_doubt():
    report = load(
        actors=ACTORS,
        projects="id;name;start;date_text\na;A;2021-23;Herbst 2021\nb;B;2021-23;\n",
    )

    assert found(report, "ambiguous-period") == []


# --- headers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "again", ["id;name;type;reference", "ID;Name;Type;Reference", "Kennung;Bezeichnung;Typ;Quelle"]
)
def test_a_header_that_stands_twice_is_said_and_is_no_entry(again: str):
    report = load(actors=f"{ACTORS}{again}\nweg;Wegebau;U;s\n", projects="id;name\n")

    assert report.dataset.actors["id"].tolist() == ["rat", "hof", "weg"]
    assert found(report, "repeated-header", "near-duplicate-name") == [
        ("repeated-header", 4, "", "id;name;type;reference", "")
    ]


def test_an_entry_whose_name_is_the_word_of_a_header_is_an_entry():
    report = load(actors="id;name;type\nname;Name GmbH;type\n", projects="id;name\n")

    assert report.dataset.actors["id"].tolist() == ["name"]


# --- encodings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "name", "seen"),
    [
        ("cp850", "Überlandwerk", "šberlandwerk"),
        ("cp850", "Ärztehaus", "Žrztehaus"),
        ("cp850", "Ölmühle".replace("ü", "u"), "™lmuhle"),
        ("mac_roman", "Überlandwerk", "†berlandwerk"),
        ("mac_roman", "Ärztehaus", "€rztehaus"),
    ],
)
def test_an_umlaut_at_the_start_of_a_word_in_an_old_encoding_is_said_with_the_word(encoding: str, name: str, seen: str):
    report = graph.load({"actors.csv": f"id;name\n1;{name}\n".encode(encoding), "projects.csv": b"id;name\n"})

    issue = next(issue for issue in report.issues if issue.code == "garbled-text")
    assert (issue.line, issue.value, issue.hint) == (2, seen, name)


@pytest.mark.parametrize("name", ["Žižka s.r.o.", "Müller™ GmbH", "ca. 5 €uro", "†1999", "Škoda"])
def test_names_that_are_right_in_windows_are_left_alone(name: str):
    report = graph.load({"actors.csv": f"id;name\n1;{name}\n".encode("cp1252"), "projects.csv": b"id;name\n"})

    assert found(report, "garbled-text") == []
    assert report.dataset.actors["name"].tolist() == [name]


# --- money that is passed on ------------------------------------------------------------------------------------------

LINKS = "from_id;to_id;kind;amount_eur;amount_basis\nrat;a;fördert;1000000;bewilligt\na;b;fördert;300000;{basis}\n"


@pytest.mark.parametrize(("basis", "lines"), [("bewilligt", [3]), ("enthalten in", []), ("bis zu", [])])
def test_whoever_receives_money_and_passes_it_on_is_said(basis: str, lines: list[int]):
    report = load(
        actors=ACTORS, projects="id;name;lead\na;Programm;rat\nb;Projekt;hof\n", links=LINKS.format(basis=basis)
    )

    assert [issue.line for issue in report.issues if issue.code == "passes-on"] == lines
