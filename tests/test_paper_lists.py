"""Lists of organisations: what leads them in says what holds of each item, and what an item is that nobody knows."""

import time

import pytest

from graph.extraction import extract
from tests.test_extraction import names, ties


def of_kind(text: str, kind: str) -> set[tuple[str, str]]:
    return {(source, target) for source, said, target in ties(text) if said == kind}


def test_items_one_a_line_with_amounts_hold_shares_of_what_the_sentence_above_names():
    text = (
        "Die Stadt Auheim ist Gesellschafterin der Regionalbus Seeland GmbH (RBS).\n\n"
        "An der RBS sind im Einzelnen beteiligt:\n\n"
        " • Kreis Seeland                      963.830 €                  = 12,57 %\n\nStädte und Gemeinden\n\n"
        " • Bergau                              39.360 €                  =  0,51 %\n"
        " • Nordheim                            12.780 €                  =  0,17 %\n"
    )
    assert {source for source, target in of_kind(text, "shareholder_of") if "Regionalbus" in target} >= {
        "Kreis Seeland",
        "Bergau",
        "Nordheim",
    }


def test_who_gets_something_out_of_a_fund_stands_first_in_its_line():
    text = (
        "Drei Gemeinden können sich über rund eine Million Euro aus dem Fonds für ländliche Räume freuen:\n\n"
        "  • Gemeinde Au, Landkreis Seeland, ca. 284.000 Euro\n  • Markt Bergau, Landkreis Nordried, ca. 163.000 Euro\n"
    )
    got = {target for _, target in of_kind(text, "funds")}
    assert "Gemeinde Au" in got
    assert "Landkreis Seeland" not in got


def test_towns_and_districts_that_found_something_are_its_members_though_its_name_stands_below():
    text = (
        "(1) Die Stadt Kappau sowie die Gemeinden Altenhof, Barkelau, Dör- phofen, Rie- sebach und Winnau bilden "
        "einen Zweckverband.\n\n(2) Der Zweckverband führt den Namen „Breitbandzweckverband Seeland“ (BZV)."
    )
    members = {source for source, target in of_kind(text, "member_of") if "Breitbandzweckverband" in target}
    assert members == {
        "Stadt Kappau",
        *(f"Gemeinde {one}" for one in ("Altenhof", "Barkelau", "Dörphofen", "Riesebach", "Winnau")),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Beteiligt sind die TU Au sowie vier Unternehmen: vostara Signaling, Secan\nTechnology, Nemar und Holm.",
            {"vostara Signaling", "Secan Technology", "Nemar", "Holm"},
        ),
        (
            "Teilnehmende Kommunen:\n\nLandkreis Seeland: Auheim, Bergau, Nordheim\nLandkreis Ried: Moosach, Zellau",
            {"Auheim", "Bergau", "Nordheim", "Moosach", "Zellau"},
        ),
        (
            "Am Projekt wirken zehn Kommunen aus der Region mit, darunter Auheim, Bergau und Nordheim am Berg.",
            {"Auheim", "Bergau", "Nordheim am Berg"},
        ),
        ("Mitgliedsgemeinden sind Auheim, Bergau und Moosach.", {"Auheim", "Bergau", "Moosach"}),
        (
            "The consortium consists of the companies Alpina Energy, Norvia and Telmar Gas.",
            {"Alpina Energy", "Norvia", "Telmar Gas"},
        ),
    ],
)
def test_an_item_that_nobody_knows_is_what_the_list_says(text, expected):
    found = {name.removeprefix("Gemeinde ") for name in names(text, "actor")}
    assert expected <= found


@pytest.mark.parametrize(
    "text",
    [
        "Teilnehmer: Anna Muster, Stadt Au, Peter Muster, Stadt Bergau",
        "Projektpartner: Klaus Muster, Eva Muster und die Stadt Au",
        "Die Mitglieder des Beirats:\n\n- Herr Hans Muster\n- Frau Eva Muster\n- Stadt Au\n",
    ],
)
def test_a_person_in_a_list_is_never_proposed(text):
    assert not any(
        "Muster" in proposal.text for proposal in extract(text).proposals if proposal.kind in ("actor", "project")
    )


def test_a_row_of_a_table_names_the_partners_of_its_project():
    text = (
        "Initiative Nordtal\n\nName | Initiative Nordtal |\nStaat | Deutschland |\n"
        "Projektpartner (Institutionen) | Auheim, Stadt Bergau, Nordheim |\n"
    )
    assert {"Auheim", "Stadt Bergau", "Nordheim"} <= set(names(text, "actor"))


@pytest.mark.parametrize(
    "text",
    [
        "Die Kommunen haben folgende Aufgaben: Planung, Betrieb und Wartung.",
        "Die Gemeinden haben nunmehr die Gründung, den Beitritt und die Satzung zu beschließen.",
        "Die Stadt beteiligt sich an folgenden Projekten:\n\nAlpha\n\n412.000 Euro\n\nBeta\n\n36 Monate\n",
    ],
)
def test_a_list_of_something_else_names_no_organisation(text):
    assert not [p for p in extract(text).proposals if p.rule == "listed"]


def test_a_hostile_list_is_read_in_time():
    begin = time.perf_counter()
    for text in (
        "Partner: " + "A B" * 8_000,
        "Unternehmen A, " * 2_000,
        "Partner:\n" * 2_000,
        "die Kommunen " + "AAAA" * 5_000,
    ):
        extract(text)
    assert time.perf_counter() - begin < 10


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Fachausschuss Wirtschaft und Arbeit 16.09.2024 1. Lesung",
            "project",
            ["Fachausschuss Wirtschaft und Arbeit"],
        ),
        ("Anträge werden dem Haushaltsausschuss zur Billigung vorgelegt.", "project", ["Haushaltsausschuss"]),
        ("Die Ratsversammlung hat zugestimmt.", "project", ["Ratsversammlung"]),
        ("Die Bürgerversammlung war gut besucht.", "project", []),
        ("The consortium is headed by lumogy SE.", "actor", ["lumogy SE"]),
        ("Die Staatsregierung fördert den Ausbau.", "actor", ["Staatsregierung"]),
        ("Der Flughafen Auheim ist ein Standort.", "actor", ["Flughafen Auheim"]),
        ("Gemeinderat Auheim (Gemeinde Auheim) berät.", "actor", ["Gemeinde Auheim"]),
    ],
)
def test_bodies_companies_and_authorities_have_names_of_a_regular_form(text, kind, expected):
    assert names(text, kind) == expected


def test_who_belongs_to_a_consortium_takes_part_in_what_the_passage_speaks_of():
    text = (
        "Das Innovationsforum „Recyclingbau“ besteht seit 2022. "
        "Dem Konsortium gehören die Hochschule Au, die Kern GmbH und die Stadt Bergau an."
    )
    assert of_kind(text, "partner") == {
        (one, "Innovationsforum „Recyclingbau“") for one in ("Hochschule Au", "Kern GmbH", "Stadt Bergau")
    }


def test_items_of_a_list_stand_to_what_it_is_of_and_not_to_one_another():
    text = (
        "Bündnis Gute Pflege\n\nZehn Häuser haben sich zum Bündnis Gute Pflege zusammengeschlossen: "
        "die Hochschule Au, die Stadtwerke Bergau GmbH mit ihrem "
        "Standort Winnau, die 6 Landkreise der Region und der Pflegeverband Seeland.\n"
    )
    assert {source for source, target in of_kind(text, "member_of") if target == "Bündnis Gute Pflege"} >= {
        "Hochschule Au",
        "Stadtwerke Bergau GmbH",
        "Pflegeverband Seeland",
    }
    assert not any(target == "Pflegeverband Seeland" for _, target in of_kind(text, "member_of"))


def test_who_funds_the_projects_of_a_list_is_said_by_the_sentence_above():
    text = (
        "Das Umweltministerium fördert folgende Vorhaben:\n\n- „Wärme im Dorf“ (Kern GmbH)\n"
        "- „Solar macht Schule“ (Stadt Au)\n\nDas Projekt „Blau“ ist ein anderes.\n"
    )
    assert of_kind(text, "funds") == {
        ("Umweltministerium", "Wärme im Dorf"),
        ("Umweltministerium", "Solar macht Schule"),
    }


def test_a_body_belongs_to_the_project_in_the_genitive_behind_it():
    text = "Projekt „Gesundheitsregion Au“\n\nDer Beirat des Projekts „Gesundheitsregion Au“ tagt zweimal im Jahr.\n"
    assert ("Beirat", "Gesundheitsregion Au") in of_kind(text, "part_of")


def test_an_english_page_says_who_is_brought_together_and_who_supports_with_money():
    text = (
        "RiverLink\n\nThe project “RiverLink” started in the summer of the year 2021 in the south of the country.\n\n"
        "The project brings together the University of Applied Sciences Au and the City of Sirnau."
        " RiverLink will be supported by the Alpine Rivers Foundation with funding of up to 2 million euros.\n"
    )
    assert of_kind(text, "partner") == {
        ("University of Applied Sciences Au", "RiverLink"),
        ("City of Sirnau", "RiverLink"),
    }
    assert of_kind(text, "funds") == {("Alpine Rivers Foundation", "RiverLink")}
