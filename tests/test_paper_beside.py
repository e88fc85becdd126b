"""Names that real papers give by what stands beside them: places of mayors and districts, counted projects, funds, bodies."""

import pytest

from graph.extraction import Proposed, extract


def ties(text: str) -> set[tuple[str, str, str]]:
    return {(tie.source, tie.type, tie.target) for tie in extract(text).proposals if tie.kind is Proposed.TIE}


def actors(text: str) -> set[str]:
    return {proposal.text for proposal in extract(text).proposals if proposal.kind is Proposed.ACTOR}


def projects(text: str) -> set[str]:
    return {proposal.text for proposal in extract(text).proposals if proposal.kind is Proposed.PROJECT}


def test_projects_may_be_named_after_their_number():
    text = (
        "Der Regionalverband Au und die Talbau GmbH unterstützen drei Klimaprojekte mit insgesamt 9,4 Millionen Euro. Das Programm ermöglicht"
        " Förderungen. Die drei ausgewählten Projekte sind: Netzwerk „Blau“, NeuLab und Kampagne „Rot“."
    )

    assert {("Talbau GmbH", "funds", name) for name in ("Blau", "NeuLab", "Rot")} <= ties(text)


def test_each_quotation_behind_a_plural_is_a_project():
    text = "Die Gemeinde Au fördert die Projekte „Alpha“, „Beta“ und „Gamma“."

    assert {("Gemeinde Au", "funds", name) for name in ("Alpha", "Beta", "Gamma")} <= ties(text)


def test_a_list_of_who_may_be_glad_of_money_says_from_which_fund_it_comes():
    text = (
        "Drei Gemeinden können sich über rund 500.000 Euro aus dem Regionalfonds Tal freuen:\n\n"
        "• Gemeinde Au, Landkreis Berg, ca. 284.000 Euro\n• Markt Bach, Ortsteil Moor, ca. 163.000 Euro\n• Gemeinde Tal, ca. 53.000 Euro\n"
    )

    assert {("Regionalfonds Tal", "funds", name) for name in ("Gemeinde Au", "Markt Bach", "Gemeinde Tal")} <= ties(
        text
    )


def test_items_below_a_line_about_projects_are_projects_and_the_bracket_says_whose():
    text = "Folgende Vorhaben bewerben sich um eine Zuwendung:\n\n• Begegnung am Anger (Stadt Au)\n• Lernort Mühle am Bach (Waldfreunde e. V.)\n"

    assert {("Stadt Au", "leads", "Begegnung am Anger"), ("Waldfreunde e. V.", "leads", "Lernort Mühle am Bach")} <= ties(text)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Teilnehmer aus den Gemeinden:\n- Landkreis Berg: Au, Bach, Tal\n- Landkreis See: Moor\n", {"Au", "Bach", "Tal", "Moor"}),
        ("Es dankten Bgm. Eva Muster (Au) und Bürgermeister Dr. Max Beispiel Lang (Bad Tal).", {"Au", "Bad Tal"}),
        ("Gemeinden und Städte\n\nStädte und Gemeinden\n\n• Au   39.360 €\n• Bach   12.780 €\n", {"Au", "Bach"}),
        ("Der Landkreis gibt 500 Euro. Mitglied ist der Landkreis im Musikverein Tal e. V. Das zahlt der Landkreis.", {"Landkreis"}),
        ("Daten\n\nKommune\nAu\nGröße\n36 kB\n", {"Au"}),
        ("The city of Au, the Berg district and the districts of See and Tal joined the project in the spring of the year.", {"City of Au", "Berg district", "District of See", "District of Tal"}),
        ("Gemeinderat Au (Gemeinde Au)", {"Gemeinde Au"}),
        ("Die Regierung von Oberau, die Lokale Aktionsgruppe Bergland-Tal und die Staatsregierung waren da.", {"Regierung von Oberau", "Lokale Aktionsgruppe Bergland-Tal", "Staatsregierung"}),
        ("Der Märkische Kreis und die Bundesrepublik Deutschland fördern das Projekt „Blau“.", {"Bundesrepublik Deutschland"}),
    ],
)  # fmt: skip
def test_places_and_bodies_are_found_by_what_stands_beside_them(text, expected):
    assert expected <= actors(text)


def test_the_state_without_a_name_gives_where_the_paper_names_none():
    assert ("Land", "funds", "Blau") in ties("Das Projekt „Blau“ wird vom Land gefördert.")
    assert "Land" not in actors("Das Leben auf dem Land fördert die Gesundheit.")


def test_a_word_cut_inside_of_a_line_is_whole():
    assert "Gemeinde Holmeby" in actors("Die Gemeinden Au, Hol- meby und Tal bilden einen Verband.")
    assert "Verwaltungs- und Kassengeschäfte" in "".join(extract("Die Verwaltungs- und Kassengeschäfte.").text)


def test_what_is_short_for_an_organisation_or_ran_together_is_no_project():
    text = "Den Vertrag schlossen die Agentur für Arbeit Au (AfAu) und die Kern GmbH. BezeichnungInhalt. Je EinwohnerIn 3 Cent."

    assert projects(text) == set()


def test_money_that_flows_comes_from_whose_paper_it_is():
    text = "Landkreis Berg: Zuschüsse 2022. 25.000 Euro fließen in das Projekt „Lesesommer“."

    assert ("Landkreis Berg", "funds", "Lesesommer") in ties(text)
