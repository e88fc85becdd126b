"""How far a project has come: by what came after it, its dates against the day of the paper, the tense."""

import pytest

from graph.extraction import Proposed, extract


def status(text: str, name: str) -> str:
    return next(p.status for p in extract(text).proposals if p.kind is Proposed.PROJECT and p.text == name)


HEAD = "Vorlage für den Ausschuss am 03.05.2022\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das Projekt „Blau“ läuft von 2021 bis 2024.", "ongoing"),
        ("Das Projekt „Blau“ (2017–2019) leitete die Stadt Au.", "completed"),
        ("Das Projekt „Blau“: Laufzeit 01.09.2022 bis 31.08.2025.", "planned"),
        ("Das Projekt „Blau“ leitet die Stadt Au.", "ongoing"),
        ("Das Projekt „Grün“ baut auf dem Vorläuferprojekt „Blau“ auf.", "completed"),
        ("Das Projekt „Blau“ wurde zurückgestellt.", "postponed"),
        ("Der Umbau im Projekt „Blau“ hat begonnen und soll im Mai fertig sein.", "ongoing"),
        ("Das Projekt „Blau“.", ""),
        ("Das Projekt „Blau“ sollte am 24.06.2022 beginnen. Es wurde abgesagt.", "cancelled"),
        ("Das Projekt „Blau“ leitet die Stadt Au. Der Verein Bach e. V. hat seine Mitarbeit abgesagt.", "ongoing"),
        ("Das Projekt „Blau“ leitet die Stadt Au. Ein Antrag der Stadt Bach war abgelehnt worden.", "ongoing"),
        ("Das Projekt „Blau“ konnte im August 2021 erstmals durchgeführt werden.", "completed"),
        ("Das Projekt „Blau“ erprobe Hausbesuche, berichtet die Stadt Au.", "ongoing"),
        ("Das Projekt „Blau“ wurde vom Gremium zur Förderung vorgeschlagen.", "planned"),
        ("Eine Erweiterung um das Projekt „Blau“ ist geplant; ein Antrag der Stadt Au ist gestellt.", "planned"),
        ("Über das Projekt „Blau“ finden derzeit Gespräche statt.", "idea"),
        ("Auf der Nachrückerliste steht das Projekt „Blau“.", "tentative"),
        ("Das Projekt „Blau“ wird nun vom Land Hessen mit 40.000 Euro gefördert.", "approved"),
        ("Die Stadt Au hat sich mit dem Projekt „Blau“ erfolgreich um Mittel beworben.", "approved"),
        ("Das Projekt „Blau“ leitet die Stadt Au. Von den Mitteln entfallen 5.000 Euro auf die Stadt Bach.", "ongoing"),
        (
            "Das Projekt „Blau“ wird nun vom Land Hessen mit Geld versehen und gefördert."
            " „Das ist ein Zeichen, dass es vorangehen soll“, sagte der Minister.",
            "approved",
        ),
    ],
)
def test_status_of_a_project(text, expected):
    assert status(HEAD + text, "Blau") == expected


def test_a_clause_about_another_project_says_nothing_of_this_one():
    text = HEAD + "Das Projekt „Grün“ wurde bewilligt; das Projekt „Blau“ wurde abgesagt."

    assert (status(text, "Grün"), status(text, "Blau")) == ("approved", "cancelled")


def test_a_body_that_is_to_be_set_up_is_planned():
    assert status(HEAD + "Zur Steuerung wird ein Lenkungskreis eingerichtet.", "Lenkungskreis") == "planned"


def test_terms_of_a_table_say_how_far_a_row_is_on_the_day_of_the_paper_and_a_day_of_grant_that_it_is_approved():
    text = (
        "Übersicht\n\nProjekt\tTräger\tLaufzeit\nRadweg Au\tStadt Au\t2021–2024\nUferpark Bach\tStadt Bach\t2018–2020\n"
    )
    assert (status(HEAD + text, "Radweg Au"), status(HEAD + text, "Uferpark Bach")) == ("ongoing", "completed")
    text = "Übersicht\n\nProjekt\tTräger\tBewilligung am\tLaufzeit\nRadweg Au\tStadt Au\t03.02.2022\t2021–2024\n"
    assert status(HEAD + text + "Uferpark Bach\tStadt Bach\t03.02.2022\t2022–2024\n", "Radweg Au") == "approved"


def test_items_below_a_sentence_that_says_they_were_chosen_are_approved_though_their_term_has_begun():
    said = "Das Gremium hat folgende Vorhaben ausgewählt:\n\n"
    text = f"{said}1. Dorfladen Au\nTräger: Gemeinde Au\nUmsetzung: 2022 – 2024\n"
    assert status(HEAD + text, "Dorfladen Au") == "approved"


def test_items_below_a_sentence_that_says_they_apply_are_applied_for():
    text = "Folgende Vorhaben bewerben sich um eine Zuwendung:\n\n• Das Projekt „Blau“ (Gemeinde Au)\n"
    assert status(HEAD + text, "Blau") == "applied"


def test_what_a_paper_funds_whose_title_tells_of_the_grant_is_approved():
    body = "\n\nDas Land Hessen fördert das Projekt „Uferweg“ mit 40.000 Euro. Es verbindet zwei Orte."
    found = {
        title: {p.text: p.status for p in extract(title + body).proposals if p.kind is Proposed.PROJECT}["Uferweg"]
        for title in ("Land gibt 1,2 Millionen Euro", "Neues aus der Region")
    }
    assert found == {"Land gibt 1,2 Millionen Euro": "approved", "Neues aus der Region": "ongoing"}
