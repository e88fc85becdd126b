"""What a passage leaves unsaid: whose part of a paper it is, what a list is of, who gives, what is reported."""

import pytest

from graph.extraction import Proposed, extract
from graph.extraction.lemma import nominative
from graph.extraction.verbs import reported


def ties(text: str) -> set[tuple[str, str, str]]:
    return {(tie.source, tie.type, tie.target) for tie in extract(text).proposals if tie.kind is Proposed.TIE}


def names(text: str, kind: Proposed) -> set[str]:
    return {one.text for one in extract(text).proposals if one.kind is kind}


def test_the_company_of_a_heading_is_what_its_part_of_a_report_speaks_of():
    text = (
        "Beteiligungsbericht\n\n3.1 Bäder Talheim GmbH\n\nGesellschafter\nStadt Talheim\t100 %\n\n"
        "3.2 Kultur Talheim gGmbH\n\nDie frühere Stadttheater Talheim GmbH ging 2004 in ihr auf.\n\n"
        "An der Gesellschaft sind der Landkreis Au mit 60 Prozent und die Stadt Talheim mit 40 Prozent beteiligt.\n"
    )

    assert {
        ("Landkreis Au", "shareholder_of", "Kultur Talheim gGmbH"),
        ("Stadt Talheim", "shareholder_of", "Kultur Talheim gGmbH"),
    } <= ties(text)


def test_a_list_goes_on_with_what_the_sentence_before_counts():
    text = (
        "Der Verein Region Grün e. V. hat 14 Mitglieder. Hierzu zählen neben dem Landkreis Au die Städte Talheim und"
        " Bach sowie die Kern GmbH.\n"
    )

    assert ties(text) == {
        (name, "member_of", "Region Grün e. V.")
        for name in ("Landkreis Au", "Stadt Talheim", "Stadt Bach", "Kern GmbH")
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Der Klangwerk e. V. wurde mit 14.000 Euro bezuschusst.", {("Stadt Talheim", "funds", "Klangwerk e. V.")}),
        (
            "Die Kern GmbH erhält 30.000 Euro für das Projekt „Blau“.",
            {("Stadt Talheim", "funds", "Blau"), ("Kern GmbH", "leads", "Blau")},
        ),
        ("Der Verein Klangwerk e. V. hat keinen Zuschuss von 14.000 Euro erhalten.", set()),
        (
            "Folgende Zuschüsse werden gewährt:\n- Klangwerk e. V.: 3.000 Euro\n- Kern gGmbH: 4.000 Euro",
            {("Stadt Talheim", "funds", "Klangwerk e. V."), ("Stadt Talheim", "funds", "Kern gGmbH")},
        ),
    ],
)  # fmt: skip
def test_who_gives_is_whose_paper_it_is_where_nobody_else_is_said_to(sentence, expected):
    assert ties(f"Stadt Talheim\nKulturamt\n\n{sentence}\n") == expected


def test_what_is_reported_reads_as_a_fact():
    text = (
        "Herr Kranz führt aus, das Projekt „Blau“ werde von der Hochschule Au geleitet. Beteiligt seien die Kern GmbH"
        " und die Talbau AG. Die Stadt Bach fördere das Projekt mit 10.000 Euro.\n"
    )

    assert ties(text) == {
        ("Hochschule Au", "leads", "Blau"),
        ("Kern GmbH", "partner", "Blau"),
        ("Talbau AG", "partner", "Blau"),
        ("Stadt Bach", "funds", "Blau"),
    }


@pytest.mark.parametrize(
    ("said", "fact"), [("fördere", "fördert"), ("trage", "trägt"), ("seien", "sind"), ("habe", "hat")]
)
def test_verbs_of_reported_speech_are_made_from_the_infinitives(said, fact):
    assert reported()[said] == fact


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Für die Sanierung der Strandpromenade erhält die Stadt Au 90.000 Euro.", {"Sanierung der Strandpromenade"}),
        ("Der Umbau des ehemaligen Schlachthofs kostet 2 Mio. Euro.", {"Umbau des ehemaligen Schlachthofs"}),
        ("Eine Sanierung der Turnhalle ist denkbar.", set()),
        ("Für den Ausbau des Bahnhofs („Mobilhub Au“) gibt es 3.000 Euro.", {"Mobilhub Au"}),
    ],
)
def test_a_definite_work_of_which_something_is_said_is_a_project(text, expected):
    assert names(text, Proposed.PROJECT) == expected


def test_a_heading_among_headings_of_projects_is_one():
    prose = "wird seit dem vergangenen Jahr von der Stadt Au vorbereitet und soll bald beginnen.\n\n"
    text = (
        f"1. Projekt „Blau“\nDas Projekt {prose}2. Netzwerk „Rot“\nDas Netzwerk {prose}"
        f"3. Telemedizin in der Fläche\nGemeinsam mit der Kern GmbH {prose}4. Kosten und Partner\nAlles {prose}"
    )

    assert "Telemedizin in der Fläche" in names(text, Proposed.PROJECT)
    assert "Kosten und Partner" not in names(text, Proposed.PROJECT)


@pytest.mark.parametrize(
    ("inflected", "name"),
    [
        ("Hessischen Museumsbund", "Hessischer Museumsbund"),
        ("Sächsischen Förderbank", "Sächsische Förderbank"),
        ("Junge Theater Au", "Junges Theater Au"),
        ("Leipziger Messe", "Leipziger Messe"),
    ],
)
def test_the_adjective_a_name_begins_with_agrees_with_its_noun(inflected, name):
    assert nominative(inflected) == name


def test_a_town_and_its_title_are_one():
    found = names("Universitätsstadt Au\n\nDie Stadt Au und die Stadt Bach fördern das Projekt „Blau“.", Proposed.ACTOR)

    assert found == {"Stadt Au", "Stadt Bach"}


def test_a_pronoun_behind_its_verb_stands_for_whom_the_sentence_before_begins_with():
    text = "Die Hochschule Au erhält 90.000 Euro. Mit dem Geld baut sie das Projekt „Blau“ auf.\n"

    assert {source for source, kind, target in ties(text) if target == "Blau"} == {"Hochschule Au"}


def test_a_note_to_a_row_speaks_of_the_project_of_the_row():
    text = (
        "Projekte\n\nNr.\tProjekt\tFederführung\n1\tProjekt „Blau“\tStadt Au\n2\tProjekt „Rot“\tStadt Bach\n\n"
        "Zu 2: Weiterer Partner ist die Kern GmbH.\n"
    )

    assert ("Kern GmbH", "partner", "Rot") in ties(text)


def test_amounts_behind_the_capital_of_a_company_are_shares():
    text = (
        "Das Stammkapital der Wärme Au GmbH beträgt 100.000 Euro. Daran werden sich neben dem Landkreis Au die"
        " Stadtwerke Bach GmbH mit 30.000 Euro und die Gemeinde Merten mit 20.000 Euro beteiligen.\n"
    )

    assert ties(text) == {
        (name, "shareholder_of", "Wärme Au GmbH")
        for name in ("Landkreis Au", "Stadtwerke Bach GmbH", "Gemeinde Merten")
    }


def test_a_part_of_the_whole_paper_speaks_of_what_its_title_names():
    text = (
        "Beteiligung der Stadt Au am Vorhaben „H2-Hafen Au“\n\n1. Anlass\n\nIm Jahr 2022 wurde die Studie „Wasserstoff"
        " im Hafen“ erarbeitet.\n\n2. Partner\n\nFederführend ist die Hafen Au GmbH. Als Verbundpartner wirken mit:\n"
        "– die Reederei Claasen GmbH,\n– die Hochschule Bach.\n"
    )

    assert {
        ("Hafen Au GmbH", "leads", "H2-Hafen Au"),
        ("Reederei Claasen GmbH", "partner", "H2-Hafen Au"),
        ("Hochschule Bach", "partner", "H2-Hafen Au"),
    } <= ties(text)


def test_who_sits_in_a_body_is_its_member():
    text = (
        "Begleitet wird das Projekt „Blau“ von einem Programmbeirat, in dem neben der Stadt Au die Kern GmbH und die"
        " Hochschule Bach mitarbeiten.\n"
    )

    assert {("Kern GmbH", "member_of", "Programmbeirat"), ("Hochschule Bach", "member_of", "Programmbeirat")} <= ties(
        text
    )
