"""What wants attention on the overview: projects that end soon, sources nobody has checked for long."""

from datetime import date

import pytest

from graph.history.soon import ending_soon, long_unchecked
from graph.load import load
from views.exhibit.links import view_of
from views.news import soon

ACTORS = b"id,name\na,Alpha\n"


def dataset(projects="", sources="", as_of="2026-01-22"):
    files = {"actors.csv": ACTORS, "about.csv": f"key,value\nas_of,{as_of}\n".encode()}
    if projects:
        files["projects.csv"] = f"id,name,status,end\n{projects}".encode()
    if sources:
        files["sources.csv"] = sources.encode()
    return load(files).dataset


@pytest.mark.parametrize(
    ("end", "status", "is_soon"),
    [
        ("2026-01-22", "ongoing", True),
        ("2026-04-22", "ongoing", True),
        ("2026-04-23", "ongoing", False),
        ("2026-01-21", "ongoing", False),
        ("2026-03", "ongoing", True),
        ("2026", "ongoing", False),
        ("2026-03", "completed", False),
        ("", "ongoing", False),
    ],
)
def test_a_project_ends_soon_when_its_last_day_lies_in_the_next_90(end, status, is_soon):
    found = ending_soon(dataset(f"p,Projekt,{status},{end}\n"), date(2026, 1, 22))

    assert found == (("p",) if is_soon else ())


def test_a_source_is_unchecked_for_long_after_18_months_and_never_is_not_long_ago():
    sources = "id,title,checked\nalt,Alt,2024-07-21\nneu,Neu,2024-07-22\nnie,Nie,\n"

    found = long_unchecked(dataset(sources=sources), date(2026, 1, 22))

    assert (found.long_ago, found.never, found.of) == (("alt",), 1, 3)


@pytest.mark.parametrize(
    ("sources", "sentence"),
    [
        ("", "Es sind keine Quellen erfasst."),
        ("id,title,checked\na,A,2026-01-01\n", "Keine Quelle ist seit über 18 Monaten ungeprüft."),
        (
            "id,title,checked\na,A,2020-01-01\nb,B,\n",
            "1 Quelle ist seit über 18 Monaten ungeprüft. "
            "Bei 1 von 2 Quellen ist nicht erfasst, wann sie geprüft wurde.",
        ),
    ],
)
def test_the_sentence_tells_unchecked_from_not_recorded(sources, sentence):
    assert soon.unchecked_sentence(view_of(dataset(sources=sources), "ueberblick")) == sentence


def test_the_tables_list_what_the_sentences_count():
    view = view_of(dataset("p,Projekt,ongoing,2026-03\n", "id,title,checked\na,Alt,2020\n"), "ueberblick", "en")

    assert soon.ending_sentence(view) == "1 project ends within the next 90 days."
    assert [row[0].text for row in soon.ending(view).rows] == ["Projekt"]
    assert [row[0].text for row in soon.unchecked(view).rows] == ["Alt"]
