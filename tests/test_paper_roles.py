"""Ties by the part each name has in its clause: passive, other order, words between, relative clauses, companions."""

import pytest

from graph.extraction import Proposed, extract
from graph.extraction.dates import find_dates
from views.language.words import words
from views.papers.words import reason


def ties(text: str) -> set[tuple[str, str, str]]:
    return {(tie.source, tie.type, tie.target) for tie in extract(text).proposals if tie.kind is Proposed.TIE}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Finanziert wurde das Pilotprojekt „Schule am Netz“ von der Gemeinde Perlbach und der Medienstiftung Au.",
            {("Gemeinde Perlbach", "funds", "Schule am Netz"), ("Medienstiftung Au", "funds", "Schule am Netz")},
        ),
        (
            "Unter Federführung der Hochschule Au arbeiten im Projekt „Blau“ die Kern GmbH und die Talbau AG zusammen.",
            {
                ("Hochschule Au", "leads", "Blau"),
                ("Kern GmbH", "partner", "Blau"),
                ("Talbau AG", "partner", "Blau"),
            },
        ),
        (
            "Auf Initiative des Landkreises Hohenfelde und der Hochschule Au wurde 2015 das Netzwerk „Rad“ gegründet.",
            {("Landkreis Hohenfelde", "leads", "Rad"), ("Hochschule Au", "leads", "Rad")},
        ),
        (
            "Das Vorhaben „Nahwärme“, an dem die Kern GmbH mitwirkt, leitet die Hochschule Au.",
            {("Hochschule Au", "leads", "Nahwärme")},
        ),
        (
            "Die Gemeinden Au, Bach und Merten wollen gemeinsam die Gigabit Saargau GmbH gründen.",
            {
                ("Gemeinde Au", "shareholder_of", "Gigabit Saargau GmbH"),
                ("Gemeinde Bach", "shareholder_of", "Gigabit Saargau GmbH"),
                ("Gemeinde Merten", "shareholder_of", "Gigabit Saargau GmbH"),
            },
        ),
        (
            "Auftragnehmer im Projekt „Schule am Netz“ war die Fibernet West GmbH.",
            {("Fibernet West GmbH", "partner", "Schule am Netz")},
        ),
        (
            "An den Kosten des Projekts „Solarkataster“ beteiligt sich die Sparkasse Au zur Hälfte.",
            {("Sparkasse Au", "funds", "Solarkataster")},
        ),
    ],
)
def test_the_part_of_a_name_in_its_clause_says_the_tie(sentence, expected):
    assert expected <= ties(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ein Beitritt der Gemeinde Au zum Verein Region Blau e. V. wird geprüft.",
        "Die Stadt Au hat signalisiert, sich am Projekt „Blau“ zu beteiligen.",
        "Das Projekt „Blau“ wird nicht von der Stadt Au gefördert.",
        "Die Stadt Au könnte das Projekt „Blau“ fördern.",
    ],
)
def test_what_is_only_thought_of_or_denied_is_no_tie(sentence):
    assert ties(sentence) == set()


def test_what_has_an_end_with_a_share_is_no_part_in_a_project():
    found = ties("Im Projekt „Blau“ entsteht die Blau GmbH, an der sich die Stadt Au mit 25,1 % beteiligt.")

    assert ("Stadt Au", "shareholder_of", "Blau GmbH") in found
    assert ("Stadt Au", "partner", "Blau") not in found


@pytest.mark.parametrize(
    "head",
    [
        "Hohenfelde, den 03.02.2022\n",
        "Neuwied am See, 5. Oktober 2022 – Das Projekt ...\n",
        "Datum: 18. November 2021\n",
    ],
)
def test_the_date_of_a_letter_is_no_date_of_what_it_speaks_of(head):
    assert find_dates(head) == []


def test_the_day_of_a_sitting_is_a_date_whatever_stands_before_it():
    assert [date.edtf for date in find_dates("Niederschrift der Sitzung\nDatum: 14.06.2023\n")] == ["2023-06-14"]


def test_a_list_after_u_a_belongs_to_its_sentence():
    text = (
        "Zu den Projekten der Region Blau GmbH zählen u. a.\n- die Imagekampagne „Echt Blau“ (seit 2012),\n"
        "- die gemeinsam mit der Hochschule Au aufgelegte Gründerinitiative „Startbahn“.\n"
    )

    assert {target for source, kind, target in ties(text) if (source, kind) == ("Region Blau GmbH", "leads")} == {
        "Imagekampagne „Echt Blau“",
        "Gründerinitiative „Startbahn“",
    }


@pytest.mark.parametrize(
    ("total", "rule", "sure"), [("30.000 €", "sum_fits", True), ("31.000 €", "sum_differs", False)]
)
def test_a_column_is_checked_against_the_total_under_it(total, rule, sure):
    text = f"Projekt\tKosten\nRadweg Au\t10.000 €\nRadweg Bo\t20.000 €\nSumme\t{total}\n"

    amounts = [one for one in extract(text).proposals if one.kind is Proposed.AMOUNT]

    assert [(one.value_eur, one.rule, one.sure) for one in amounts] == [(10_000, rule, sure), (20_000, rule, sure)]


def test_who_else_a_noun_may_mean_is_said():
    text = "Die Kern GmbH und die Talbau GmbH sitzen in Au. Das Projekt „Blau“ wird von der Gesellschaft geleitet.\n"

    led = [one for one in extract(text).proposals if one.type == "leads"]

    assert [(one.source, one.choices, one.sure) for one in led] == [("Kern GmbH", ("Talbau GmbH",), False)]
    assert reason(words("de"), led[0]).endswith("Gemeint sein kann auch Talbau GmbH.")


SHEET = """Kurztitel           BlauNetz
Laufzeit            01.04.2022 - 31.03.2025
Konsortium          Hochschule Au (Koordination)
                    Kern GmbH
                    Gemeinde Perlbach
"""


def test_a_sheet_with_a_label_and_a_value_a_line_is_read_as_one_project():
    assert ties(SHEET) == {
        ("Hochschule Au", "leads", "BlauNetz"),
        ("Kern GmbH", "partner", "BlauNetz"),
        ("Gemeinde Perlbach", "partner", "BlauNetz"),
    }
    assert [(p.edtf, p.of) for p in extract(SHEET).proposals if p.kind is Proposed.DATE] == [
        ("2022-04-01/2025-03-31", "BlauNetz")
    ]


def test_cells_parted_by_blanks_never_make_one_name():
    head = "Dezernat für Umwelt                                   Vorlagen-Nr. 17\n"

    assert [p.text for p in extract(head).proposals if p.kind is Proposed.ACTOR] == ["Dezernat für Umwelt"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2.1 Lastenradzentrale\nTräger der Lastenradzentrale ist die Kern GmbH.\n",
            {("Kern GmbH", "leads", "Lastenradzentrale")},
        ),
        (
            "Für den „Klanggarten Perlbach“ zahlte die Stiftung Au 900 Euro. Neu dabei ist die Kern GmbH.",
            {("Kern GmbH", "partner", "Klanggarten Perlbach")},
        ),
        (
            "Im Jahr 2019 riefen die Stadt Au und die Kern GmbH die Initiative „Hell“ ins Leben. "
            "Später kam der Imkerverein Au e. V. hinzu.",
            {
                ("Stadt Au", "leads", "Hell"),
                ("Kern GmbH", "leads", "Hell"),
                ("Imkerverein Au e. V.", "member_of", "Hell"),
            },
        ),
        (
            "Netzwerk „Holz hilft“\n\nFrage: Wer arbeitet im Netzwerk mit?\n"
            "Antwort: Derzeit sind dies die Kern GmbH und die Gemeinde Perlbach.\n",
            {("Kern GmbH", "member_of", "Holz hilft"), ("Gemeinde Perlbach", "member_of", "Holz hilft")},
        ),
        (
            "Das Vorhaben „Alt“ ging 2020 in der Initiative „Neu“ auf.",
            {("Neu", "continues", "Alt")},
        ),
        (
            "Neben der Hochschule Au gehören die Kern GmbH und die Talbau AG zum Verbund „Rot“.",
            {
                ("Hochschule Au", "partner", "Verbund „Rot“"),
                ("Kern GmbH", "partner", "Verbund „Rot“"),
                ("Talbau AG", "partner", "Verbund „Rot“"),
            },
        ),
    ],
)
def test_what_a_passage_speaks_of_has_the_ties_of_its_sentences(text, expected):
    assert expected <= ties(text)


def test_a_subsidy_that_is_raised_has_two_amounts_of_one_kind():
    text = "Der jährliche Zuschuss an den Imkerverein Au e. V. steigt von 1.200 Euro auf 2.000 Euro."

    assert [(p.value_eur, p.basis) for p in extract(text).proposals if p.kind is Proposed.AMOUNT] == [
        (1200, "per_year"),
        (2000, "per_year"),
    ]


def test_years_over_columns_are_no_dates():
    assert find_dates("Träger\t2019\t2020\t2021 (Plan)\nStadt Au\t10\t20\t30") == []
