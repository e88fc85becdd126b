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
    ],
)
def test_status_of_a_project(text, expected):
    assert status(HEAD + text, "Blau") == expected


def test_a_clause_about_another_project_says_nothing_of_this_one():
    text = HEAD + "Das Projekt „Grün“ wurde bewilligt; das Projekt „Blau“ wurde abgesagt."

    assert (status(text, "Grün"), status(text, "Blau")) == ("approved", "cancelled")
