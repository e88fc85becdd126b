"""What clauses of a paper say of its names: verbs with a prefix, plurals with a number, names given by a contract."""

import pytest

from graph.extraction import Proposed, extract
from graph.extraction.verbs import forms_of


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


def test_who_issues_a_budget_pays_its_grants_and_fees():
    found = ties(
        "Haushaltsplan 2024 der Stadt Au\n\na) Zuschuss an die Talbau gGmbH: 140.000 €\n\n"
        "b) Mitgliedsbeitrag Metropolregion Nord e. V.: 38.200 €\n"
    )

    assert ("Stadt Au", "funds", "Talbau gGmbH") in found
    assert ("Stadt Au", "member_of", "Metropolregion Nord e. V.") in found


def test_the_association_whose_minutes_they_are_speaks_in_them():
    found = ties(
        "Planungsverband Unteres Tal\n\nNiederschrift\n\nTOP 1 Bericht der Kreisbauernschaft Au\n"
        "Seit 2020 setzt der Verband das Verbundprojekt Blauband um.\n"
    )

    assert ("Planungsverband Unteres Tal", "leads", "Blauband") in found


def test_a_heading_says_what_the_names_below_it_are_with_a_colon_or_without():
    sheet = "Projekttitel: AquaSens\n\n{}\n- Hochschule Au\n- Talbau GmbH\n"

    for heading in ("Projektpartner", "Projektpartner:", "Project partners"):
        assert {("Hochschule Au", "partner", "AquaSens"), ("Talbau GmbH", "partner", "AquaSens")} <= ties(
            sheet.format(heading)
        )


def test_an_english_page_is_read_too():
    found = ties(
        "RiverLink\n\nThe project RiverLink is coordinated by the University of Applied Sciences Au and funded by"
        " the Alpine Rivers Foundation."
        " The City of Sirnau hosts the data platform of the project. The Museum of the Au has declined.\n"
    )

    assert {
        ("University of Applied Sciences Au", "leads", "RiverLink"),
        ("Alpine Rivers Foundation", "funds", "RiverLink"),
        ("City of Sirnau", "partner", "RiverLink"),
    } <= found


def test_a_row_of_a_sheet_is_of_its_project_whoever_stands_in_brackets():
    found = extract(
        "Kurzname: LastenLeicht\nZuwendung: 288.400 € (Nationale Klimaschutzinitiative, Bewilligung 05/2021)\n"
    ).proposals

    assert [(amount.value_eur, amount.of) for amount in found if amount.kind is Proposed.AMOUNT] == [
        (288_400, "LastenLeicht")
    ]


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


def test_who_is_named_beside_the_partners_is_one_and_who_only_wanted_to_join_is_none():
    found = ties(
        "Das Bündnis „Blau“ besteht seit 2019. Partner sind neben der Stadt Au die Handwerkskammer Au und die Kern"
        " GmbH. Die Talbau AG, die zunächst beitreten wollte, hat abgesagt.\n"
    )

    assert {source for source, _, target in found if "Blau" in target} == {
        "Stadt Au",
        "Handwerkskammer Au",
        "Kern GmbH",
    }


def test_who_gets_money_is_funded_by_whom_it_comes_from():
    found = ties("Träger ist die Talbau gGmbH, die vom Land Niedermark jährlich 95.000 Euro erhält.")

    assert ("Land Niedermark", "funds", "Talbau gGmbH") in found


def test_a_short_cell_beside_a_column_of_bearers_is_a_name_as_a_whole():
    found = ties(
        "Nr.\tProjekt\tAntragsteller\tZuschuss\n1\tNaschgarten am Anger\tHeimatverein Au e. V.\t4.920 €\n"
        "2\tTurm\tMarkt Steinau\t16.000 €\n"
    )

    assert ("Heimatverein Au e. V.", "leads", "Naschgarten am Anger") in found
    assert ("Markt Steinau", "leads", "Turm") in found


def test_what_the_subject_line_names_is_what_the_paper_speaks_of():
    found = ties(
        "Gemeinde Au\n\nBetreff: Umbau zum Kulturbahnhof\n\nSachverhalt\nDer Kulturbahnhof Au soll 2024 eröffnen. Um"
        " den Verleih kümmert sich die Kern GmbH.\n\nWeiteres\n\n"
        "Fest zugesagt sind 150.000 Euro der Denkmalstiftung Süd.\n"
    )

    assert {
        ("Kern GmbH", "partner", "Kulturbahnhof Au"),
        ("Denkmalstiftung Süd", "funds", "Kulturbahnhof Au"),
    } <= found


def test_a_word_of_the_subject_line_that_says_no_more_than_what_it_is_names_nothing():
    found = extract(
        "Betreff: Sachstandsbericht zur Finanzierung\n\nDer Sachstandsbericht zeigt: Die Finanzierung steht.\n"
    )

    assert [one.text for one in found.proposals] == []


def test_an_association_whose_name_is_a_sentence_is_one_name():
    found = extract("Am Projekt „Blau“ arbeitet die Initiative Bahnhof lebt e. V. mit.").proposals

    assert "Initiative Bahnhof lebt e. V." in {one.text for one in found}


@pytest.mark.parametrize("name", ["Sozialstation Birkenau", "Universitätsmedizin Merzstadt"])
def test_a_head_that_ends_as_a_plural_would_is_a_name_in_the_singular(name):
    assert name in {one.text for one in extract(f"Am Projekt „Blau“ arbeitet die {name} mit.").proposals}


@pytest.mark.parametrize("name", ["Sauertal-Radweg", "Gesundheitsnetz Sauertal"])
def test_a_compound_with_a_place_before_or_behind_it_is_a_project(name):
    assert name in {one.text for one in extract(f"Die Stadt Au koordiniert den {name} seit 2020.").proposals}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Das aus Mitteln der Stiftung Baukultur Au finanzierte Vorhaben „Lehm“ hatte die Hochschule Au"
            " durchgeführt.",
            {("Stiftung Baukultur Au", "funds", "Lehm"), ("Hochschule Au", "leads", "Lehm")},
        ),
        (
            "Die von der Talbau GmbH beim Technischen Institut Au in Auftrag gegebene Machbarkeitsstudie „Wärme“"
            " liegt vor.",
            {
                ("Talbau GmbH", "leads", "Machbarkeitsstudie „Wärme“"),
                ("Technisches Institut Au", "partner", "Machbarkeitsstudie „Wärme“"),
            },
        ),
        (
            "Die Beteiligung der Stadt Au und der Hochschule Bach am Projekt „Lehm“ ist beschlossen.",
            {("Stadt Au", "partner", "Lehm"), ("Hochschule Bach", "partner", "Lehm")},
        ),
        (
            "Der Rat stimmt der Übernahme eines Anteils an der Wärme Au GmbH durch den Landkreis Bach zu.",
            {("Landkreis Bach", "shareholder_of", "Wärme Au GmbH")},
        ),
        ("Auf der Liste stehen „Backhaus“ (Stadt Au) und andere.", {("Stadt Au", "leads", "Backhaus")}),
    ],
)
def test_nouns_and_what_stands_between_an_article_and_its_noun_state_ties_too(sentence, expected):
    assert expected == ties(sentence)


def test_who_funds_what_stands_before_a_noun_funds_nobody_else():
    found = ties("Das aus Mitteln der Stiftung Au finanzierte Vorhaben „Lehm“ hatte die Hochschule Au durchgeführt.")

    assert ("Stiftung Au", "funds", "Hochschule Au") not in found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Frau Au stellt das aus dem Programm Interreg V A mit insgesamt 1,2 Mio. Euro bezuschusste Projekt vor,"
            " für das die Hochschule Bach die Federführung übernommen hat und an dem auf belgischer Seite"
            " die Gemeinde Cham mitwirkt.",
            {
                ("Interreg V A", "funds", "Blau"),
                ("Hochschule Bach", "leads", "Blau"),
                ("Gemeinde Cham", "partner", "Blau"),
            },
        ),
        (
            "Dem Verein Dorfleben e. V., dessen Geschäfte die Volkshochschule Bach führt, gehören die Ortsgemeinden"
            " Lützkamp und Irrenbach an.",
            {
                ("Volkshochschule Bach", "leads", "Dorfleben e. V."),
                ("Ortsgemeinde Lützkamp", "member_of", "Dorfleben e. V."),
                ("Ortsgemeinde Irrenbach", "member_of", "Dorfleben e. V."),
            },
        ),
    ],
)
def test_relative_clauses_go_on_about_the_name_before_them(sentence, expected):
    assert expected <= ties(f"TOP 3 Projekt „Blau“\n{sentence}")


@pytest.mark.parametrize(
    "said", ["das auch das Vorgängerprojekt „Rot“ trug", "das zuvor das im Mai ausgelaufene Projekt „Rot“ trug"]
)
def test_a_passage_goes_on_about_its_project_not_about_what_came_before_it(said):
    text = f"Das Projekt „Blau“ leitet das Institut Au, {said}. Partner sind die Stadt Bach und die Kern GmbH."

    assert {("Stadt Bach", "partner", "Blau"), ("Kern GmbH", "partner", "Blau")} <= ties(text)


def test_we_is_the_organisation_whose_paper_it_is_but_not_in_a_quotation():
    head = "Fotonik Saaletal e. V.\nNewsletter 2/2025\n\n"

    assert ("Laser Au GmbH", "member_of", "Fotonik Saaletal e. V.") in ties(
        f"{head}Seit dem Sommer haben sich uns angeschlossen:\n• Laser Au GmbH\n• Hochschule Bach\n"
    )
    assert ("Fotonik Saaletal e. V.", "leads", "Blau") in ties(f"{head}Das Projekt „Blau“ leiten wir.")
    assert ties(f"{head}„Das Projekt leiten wir“, sagte sie.") == set()
