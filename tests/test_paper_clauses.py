"""What clauses of a paper say of its names: verbs with a prefix, plurals with a number, names given by a contract."""

import pytest

from graph.extraction import Proposed, extract
from graph.extraction.frames.verbs import forms_of


def ties(text: str) -> set[tuple[str, str, str]]:
    return {(tie.source, tie.type, tie.target) for tie in extract(text).proposals if tie.kind is Proposed.TIE}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Seit Mai läuft das Projekt „Blau“. Die Hochschule Au baut in der alten Mälzerei ein Labor auf.",
            {("Hochschule Au", "partner", "Blau")},
        ),
        (
            "Seit Mai läuft das Projekt „Blau“. Inzwischen wirken auch die Kern GmbH und die Talbau AG mit.",
            {("Kern GmbH", "partner", "Blau"), ("Talbau AG", "partner", "Blau")},
        ),
        (
            "Seit Mai läuft das Projekt „Blau“. Für die Schulungen ist die Handwerkskammer Au zuständig.",
            {("Handwerkskammer Au", "partner", "Blau")},
        ),
        (
            "Seit Mai läuft das Projekt „Blau“. Ebenfalls an Bord: die Kern GmbH und die Sparkasse Au.",
            {("Kern GmbH", "partner", "Blau"), ("Sparkasse Au", "partner", "Blau")},
        ),
        (
            "Am Projekt „Blau“ arbeiten die Gemeinden Au, Bach und Merten. Die Antragstellung übernahm der Landkreis"
            " Hohenfelde; als Partner haben die drei Gemeinden zugesagt.",
            {
                ("Landkreis Hohenfelde", "leads", "Blau"),
                ("Gemeinde Au", "partner", "Blau"),
                ("Gemeinde Bach", "partner", "Blau"),
                ("Gemeinde Merten", "partner", "Blau"),
            },
        ),
        (
            "Aus dem Ideenwettbewerb „Grün“, den die Kulturstiftung Au ausgestattet hatte, ging das Projekt „Blau“"
            " hervor.",
            {("Blau", "continues", "Grün"), ("Kulturstiftung Au", "funds", "Grün")},
        ),
        (
            "An der Talbau GmbH hält die Stadt Au 74,9 Prozent, den Rest die Sparkasse Au.",
            {("Stadt Au", "shareholder_of", "Talbau GmbH"), ("Sparkasse Au", "shareholder_of", "Talbau GmbH")},
        ),
        (
            "Zur Beratung wird ein Beirat eingerichtet. Ihm gehören je eine Vertretung des Kreisbauernverbands Au und"
            " des Kreisjugendrings Au an.",
            {("Kreisbauernverband Au", "member_of", "Beirat"), ("Kreisjugendring Au", "member_of", "Beirat")},
        ),
        (
            "Das Projekt „Blau“ ist ein Vorhaben, das im Rahmen der Initiative „Bunt“ entsteht. Die Kern GmbH liefert"
            " Farbe.",
            {("Kern GmbH", "partner", "Blau")},
        ),
    ],
)
def test_who_does_something_for_what_the_passage_speaks_of_takes_part_in_it(text, expected):
    assert expected <= ties(text)


def test_a_contract_calls_its_parties_by_the_name_it_gave_them():
    found = ties(
        "Kooperationsvertrag zwischen\n\n1. dem Zweckverband Naturpark Au, Markt 2, 01234 Au,\n   vertreten durch die"
        " Vorsitzende,\n   – nachfolgend „Naturpark“ –\n\n2. der Handwerkskammer Bach\n\n§ 1\n"
        "Das Projekt „Blau“ leitet der Naturpark.\n"
    )

    assert ("Zweckverband Naturpark Au", "leads", "Blau") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Im Projekt „Blau“ sinkt der Anteil, soweit die Stadt Au einen Zuschuss gewährt.",
        "Sofern die Stadt Au das Projekt „Blau“ fördert, beginnt es im Mai.",
        "Eine Beteiligung der Hochschule Au am Projekt „Blau“ ist ausgeschlossen.",
        "Am Projekt „Blau“ beteiligt sich anstelle der Hochschule Au niemand.",
    ],
)
def test_what_hangs_on_a_condition_or_is_ruled_out_is_no_tie(sentence):
    assert ties(sentence) == set()


def test_a_word_file_lists_infinitives_and_their_forms_are_made():
    works = forms_of("role_works")

    assert {"aufgebaut", "übernommen", "koordiniert", "erarbeitet"} <= set(works.participles.split("|"))
    assert "(?:baut|bauen|baute|bauten)" in works.finite
    assert forms_of("no_such_deed").finite == ""
