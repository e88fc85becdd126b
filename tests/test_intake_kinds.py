"""Files of the kinds people have, in other words, languages and ways of writing than the samples."""

import json

import pytest

from graph.intake.convert import convert
from tests.test_intake import report, rows, workbook


def taken(files):
    """Rows, cents and recipe of a report, and how many actors and projects there are."""
    translation = convert(files)
    said = translation.report.as_json()
    return (
        said["recipe"],
        (said["rows"]["file"], said["rows"]["taken"]),
        (said["euros"]["file"], said["euros"]["taken"]),
        (len(rows(translation, "actors")), len(rows(translation, "projects"))),
    )


@pytest.mark.parametrize(
    ("text", "encoding", "cents"),
    [
        (
            "Nom du bénéficiaire;Nom de l'opération;Date de début de l'opération;Total des dépenses éligibles\n"
            "Université de Valmont;Plateforme;01/02/2017;1 250 000,50 €\n"
            "Commune de Valrose;École;15/06/2018;300 000,00 €\n",
            "utf-8",
            155_000_050,
        ),
        (
            "Beneficiario;Nome operazione;Data inizio;Spesa ammissibile totale;CAP\n"
            "Politecnico di Esempio;Laboratorio;01/03/2017;1.000.000,10;10100\n"
            "Esempio S.r.l.;Linea;13/04/2017;200.000,90;10101\n",
            "cp1252",
            120_000_100,
        ),
        (
            "Nazwa beneficjenta;Tytuł projektu;Data rozpoczęcia;Wartość projektu\n"
            "Politechnika Wzorcowa;Centrum;2017-01-01;1 500 000,00\nWzór Sp. z o.o.;Linia;2018-01-01;250 000,00\n",
            "utf-8",
            175_000_000,
        ),
        (
            "Beneficiary name\tOperation title\tOperation start date\tTotal eligible expenditure\n"
            "University of Sample\tLab\t2016-01-01\t1,200,500.25\nSample Ltd\tPlant\t2016-02-01\t350,000.00\n",
            "utf-16",
            155_050_025,
        ),
    ],
    ids=["French", "Italian", "Polish", "English"],
)
def test_lists_of_operations_are_read_in_the_languages_of_the_union(text, encoding, cents):
    assert taken({"liste.csv": text.encode(encoding)}) == ("vorhaben", (2, 2), (cents, cents), (2, 2))


def test_sums_and_headers_among_the_rows_are_no_projects():
    text = (
        "Begünstigter;Vorhaben;Gesamtkosten\n"
        "Prioritätsachse 1;;\n"
        "Werk A GmbH;Halle;1000,00\n"
        "Zwischensumme (1 Vorhaben);;1000,00\n"
        "Begünstigter;Vorhaben;Gesamtkosten\n"
        "Werk B GmbH;Lager;500,00\n"
        "Gesamtsumme:;2 Vorhaben;1500,00\n"
    )
    translation = convert({"liste.csv": text.encode()})

    assert taken({"liste.csv": text.encode()}) == ("vorhaben", (2, 2), (150_000, 150_000), (2, 2))
    assert len(translation.report.footers) == 4


def test_an_organisation_whose_name_begins_like_a_sum_is_an_organisation():
    text = "Begünstigter;Vorhaben;Gesamtkosten\nTotal Beispiel GmbH;Halle;1000,50\n"

    assert taken({"liste.csv": text.encode()})[3] == (1, 1)


@pytest.mark.parametrize(
    ("header", "cell", "cents", "others"),
    [
        ("Fördersumme", "1.000,50 €", 100_050, {}),
        ("Fördersumme in T€", "250,5", 25_050_000, {}),
        ("Zuwendung (Mio. EUR)", "1,25", 125_000_000, {}),
        ("Förderung (CHF)", "1'000.50", 0, {"CHF": 100_050}),
        ("Fördersumme", "£1,000.50", 0, {"GBP": 100_050}),
        ("Fördersumme", "1 000,50 zł", 0, {"PLN": 100_050}),
    ],
)
def test_amounts_are_counted_in_what_they_are_written_in(header, cell, cents, others):
    text = f"Projekt;Leitung;Partner;Fördergeber;{header}\nLicht;Hochschule A;Werk B;Land Muster;{cell}\n"

    said = report({"projekte.csv": text.encode()})

    assert (said["euros"]["file"], said["amounts"]["other_currency"]) == (cents, others)


def test_a_currency_in_a_column_of_its_own_holds_for_a_list_of_projects_too():
    text = "Projekt;Leitung;Gefördert durch;Förderbetrag;Währung\nLicht;Uni A;Fonds X;1'000.00;CHF\n"
    translation = convert({"p.csv": text.encode()})

    assert translation.report.as_json()["amounts"]["other_currency"] == {"CHF": 100_000}
    assert [tie.get("note") for tie in rows(translation, "links") if tie["kind"] == "funds"] == ["1'000.00 CHF"]


def test_days_a_spreadsheet_counts_are_dates():
    text = "Projekt;Leitung;Partner;Beginn;Ende\nLicht;Uni A;Werk B;44927;45657.0\n"

    assert [(row["start"], row["end"]) for row in rows(convert({"p.csv": text.encode()}), "projects")] == [
        ("2023-01-01", "2024-12-31")
    ]


def test_a_list_of_projects_is_not_taken_for_our_own_table_of_events():
    text = "Projekt;Leitung;Partner;Beginn;Ende\nLicht;Uni A;Werk B;2020;März 2022\n"
    translation = convert({"p.csv": text.encode()})

    assert (translation.report.recipe, rows(translation, "projects")[0]["end"]) == ("projektliste", "2022-03")


def test_partners_of_projects_may_stand_in_columns_of_their_own():
    text = "Projekt;Koordinator;Partner 1;Partner 2\nLicht;Uni A;Werk B;Werk C\nGlas;Uni A;Werk D;\n"
    ties = rows(convert({"p.csv": text.encode()}), "links")

    assert [(tie["from_id"], tie["to_id"], tie["kind"]) for tie in ties] == [
        ("uni-a", "licht", "leads"),
        ("werk-b", "licht", "partner"),
        ("werk-c", "licht", "partner"),
        ("uni-a", "glas", "leads"),
        ("werk-d", "glas", "partner"),
    ]


def test_a_row_for_each_partner_of_a_list_of_ones_own_is_a_participation():
    text = (
        "Projekt;Organisation;Rolle;Zuschuss;Fördergeber\n"
        "Licht;Uni A;Koordinator;100.000,00;BMX\nLicht;Werk B;Partner;50.000,00;BMX\n"
        "Glas;Werk B;assoziiert;25.000,50;BMY\n"
    )
    translation = convert({"b.csv": text.encode()})

    assert taken({"b.csv": text.encode()}) == ("beteiligungen", (3, 3), (17_500_050, 17_500_050), (4, 2))
    assert [tie["kind"] for tie in rows(translation, "links")] == [
        "leads",
        "funds",
        "partner",
        "funds",
        "supports",
        "funds",
    ]


def test_a_header_below_groups_of_columns_is_read_with_them():
    content = workbook(
        ("Vorhaben", "", "Begünstigter", "", "Kosten"),
        ("Name des Vorhabens", "Beginn", "Name", "PLZ", "Förderfähige Gesamtkosten"),
        ("Halle", "01.02.2020", "Werk A GmbH", "01067", 1000.1),
        ("Lager", "01.03.2020", "Werk B GmbH", "01069", 2000.2),
    )

    assert taken({"liste.xlsx": content}) == ("vorhaben", (2, 2), (300_030, 300_030), (2, 2))


@pytest.mark.parametrize(
    "text",
    [
        "Acteur;Projet X;Projet Y\nVille A;oui;non\nUnion B;non;oui\n",
        "Podmiot;Projekt X;Projekt Y\nGmina A;tak;nie\nZwiązek B;nie;tak\n",
    ],
)
def test_a_matrix_may_say_yes_and_no_in_other_languages(text):
    assert taken({"m.csv": text.encode()}) == ("matrix", (2, 2), (0, 0), (2, 2))


@pytest.mark.parametrize(
    "header", ["De;Vers;Relation", "Da;A;Relazione", "Akteur;kooperiert mit;Art", "Partner A;Partner B;Beziehung"]
)
def test_ties_are_read_under_headers_of_other_languages(header):
    text = f"{header}\nVille A;Union B;cooperation\n"

    assert [(tie["from_id"], tie["to_id"]) for tie in rows(convert({"k.csv": text.encode()}), "links")] == [
        ("ville-a", "union-b")
    ]


def test_types_and_directions_of_kumu_come_along():
    elements = "Label,Type,Tags\nStadt A,Kommune,x|y\nWerk B,Unternehmen,\nLicht,Project,\n"
    ties = (
        "From,To,Direction,Type\nStadt A,Werk B,mutual,Austausch\n"
        "Werk B,Stadt A,directed,Austausch\nWerk B,Licht,directed,partner\n"
    )
    translation = convert({"elements.csv": elements.encode(), "connections.csv": ties.encode()})

    assert [(row["name"], row["type"]) for row in rows(translation, "actors")] == [
        ("Stadt A", "Kommune"),
        ("Werk B", "Unternehmen"),
    ]
    assert [row["name"] for row in rows(translation, "projects")] == ["Licht"]
    assert [row["kind"] for row in rows(translation, "links")] == ["related_to", "related_to", "partner"]


def test_names_that_graphology_keeps_among_attributes_are_names():
    network = {
        "options": {"type": "mixed"},
        "nodes": [{"key": "1", "attributes": {"label": "Stadt A"}}, {"key": "2", "attributes": {"label": "Werk B"}}],
        "edges": [{"source": "1", "target": "2", "undirected": True, "attributes": {"kind": "cooperates_with"}}],
    }

    translation = convert({"n.json": json.dumps(network).encode()})

    assert [row["name"] for row in rows(translation, "actors")] == ["Stadt A", "Werk B"]
    assert [row["kind"] for row in rows(translation, "links")] == ["cooperates_with"]


def test_a_row_of_data_is_no_second_row_of_a_header():
    text = (
        "Projekt;Partner;Rolle;Zuschuss;Fördergeber\nLicht;Uni A;Leitung;100,00;BMX\nLicht;Werk B;Partner;50,00;BMX\n"
        "Summe Licht;;;150,00;\nGesamtsumme;aller Projekte;;150,00;\n"
    )

    assert taken({"b.csv": text.encode()}) == ("beteiligungen", (2, 2), (15_000, 15_000), (3, 1))


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("dl n=4 format=lowerhalf diagonal=absent\nlabels:\nA,B,C,D\ndata:\n1\n0 1\n1 0 1\n", ["ab", "ad", "bc", "cd"]),
        ("dl n=3 format=upperhalf\nlabels:\nA,B,C\ndata:\n0 1 0\n0 1\n0\n", ["ab", "bc"]),
        ("dl n=3 format=fullmatrix diagonal=absent\nlabels:\nA,B,C\ndata:\n1 0\n0 1\n1 0\n", ["ab", "bc", "ca"]),
    ],
)
def test_half_a_matrix_of_ucinet_and_one_without_diagonal_are_read(text, ties):
    found = rows(convert({"n.dl": text.encode()}), "links")

    assert sorted("".join(sorted(tie[end] for end in ("from_id", "to_id"))) for tie in found) == sorted(
        "".join(sorted(pair)) for pair in ties
    )


def test_nodes_of_neo4j_are_found_by_the_name_of_their_id():
    files = {
        "n.csv": b"id:ID,name,:LABEL\n1,Werk A,Firma\n2,Werk B,Firma\n",
        "r.csv": b":START_ID,:END_ID,:TYPE\n1,2,KOOPERIERT\n",
    }

    assert [row["name"] for row in rows(convert(files), "actors")] == ["Werk A", "Werk B"]


def test_rows_that_name_a_project_for_each_partner_are_no_list_of_projects():
    header = "Träger;Maßnahme;Funktion\n"
    partners = (
        "Hochschule Lindenau;Haus der Zukunft;Sprecherin\nStadt Talheim;Haus der Zukunft;dabei\nWegebau AG;Radweg;\n"
    )
    projects = "Hochschule Lindenau;Haus der Zukunft;\nStadt Talheim;Markthalle;\nWegebau AG;Radweg;\n"

    asked, read = (convert({"liste.csv": f"{header}{rows}".encode()}) for rows in (partners, projects))

    assert [question.code for question in asked.report.questions] == ["not-recognised"]
    assert (read.report.recipe, read.report.rows.taken) == ("projektliste", 3)
