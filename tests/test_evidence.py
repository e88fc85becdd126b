"""The mark of a view: how firmly its answer stands, on the page and in files."""

import pytest

from graph.evidence.statements import Statement
from graph.export.formats import FORMATS, Content
from tests.small_region import project, region, tie
from tests.test_firmness import TIPPING
from views.evidence import answer, question, words
from views.evidence.exhibit import carrying, marked
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.mappe import Kept, Mappe, added
from views.exhibit.order import Order, exhibit
from views.language.words import unmarked

ONE_SOURCE = region(
    projects=[project("p")],
    ties=[tie(who, "partner", "p", reference="s") for who in "ab"],
    sources=[{"id": "s", "title": "Bericht des Kreises"}],
)


def mark_of(dataset, link, language="de"):
    page, view = link.partition("?")[0], view_of(dataset, link, language)
    asked = question.asked(page, view)
    return unmarked(words.mark(view, answer.firmness_of(asked.dataset, asked.statement))) if asked else None


@pytest.mark.parametrize(
    ("link", "mark"),
    [
        ("rollen?mass=degree", "Kippt ohne eine von 2 Quellen"),
        ("rollen?reiter=ausfall", "Beruht auf einer Quelle: report"),
        ("vergleich?reiter=verbindung&vergleich=a,z", "Beruht auf einer Quelle: paper"),
        ("vergleich?reiter=verbindung&vergleich=a,b", ""),
        ("rollen?reiter=streuung", "Kippt ohne eine von 2 Quellen"),
        ("rollen?reiter=netz", None),
        ("vergleich", None),
    ],
)
def test_each_view_has_one_mark_or_none(link, mark):
    assert mark_of(TIPPING, link) == mark


def test_an_answer_that_every_version_gives_says_so_in_both_languages():
    twice = region(projects=[project("p")], ties=[tie(who, "partner", "p") for who in "ab"])
    link = "vergleich?reiter=verbindung&vergleich=a,b"

    assert mark_of(twice, link) == "Hält in jeder Fassung"
    assert mark_of(twice, link, "en") == "Holds in every version"


def test_details_say_what_the_answer_would_be():
    view = view_of(TIPPING, "rollen?mass=degree")
    found = answer.firmness_of(TIPPING, Statement("first", ("degree",)))

    assert [unmarked(line) for line in words.details(view, found)] == [
        "Ohne „paper“: a und b",
        "Ohne „report“: a und z",
    ]


def test_without_its_only_source_nothing_could_be_said():
    view = view_of(ONE_SOURCE, "vergleich?reiter=verbindung&vergleich=a,b")
    found = answer.firmness_of(ONE_SOURCE, Statement("chain", ("a", "b")))

    assert words.details(view, found) == ["Ohne „Bericht des Kreises“: dazu ließe sich dann nichts sagen"]


@pytest.mark.parametrize("kind", words._TELL)
def test_every_kind_of_answer_has_words(kind):
    view, found = view_of(TIPPING, "rollen"), answer.firmness_of(TIPPING, Statement(kind))

    assert words.told(view, found.statement, found.answer)
    assert words.said(view, found.statement)


def test_long_titles_of_sources_are_cut_between_words():
    long = region(sources=[{"id": "s", "title": "Bericht " * 20}])

    assert unmarked(words.title(view_of(long, "rollen"), "s")) == "Bericht " * 7 + "…"


def test_an_exhibit_carries_its_mark_first():
    view = view_of(TIPPING, "rollen?mass=degree")
    made = marked("rollen", view, exhibit_of(view))

    assert made.remarks[0] == "Belegfestigkeit: Kippt ohne eine von 2 Quellen."


@pytest.mark.parametrize("name", FORMATS)
def test_files_that_show_views_carry_the_mark_and_tables_of_data_do_not(name):
    kept = Kept(1, "rollen", {"mass": "degree"})
    order = Order(added(Mappe(""), kept), name)
    shown = exhibit(order, kept, view_of(TIPPING, kept.link))

    assert any("Belegfestigkeit" in text for text in shown.remarks) == (FORMATS[name].content is Content.EXHIBITS)


def test_the_source_on_which_most_hangs_comes_first():
    view = view_of(TIPPING, "daten?reiter=belege")
    made = carrying(view)

    assert [row[0].text for row in made.table.rows] == ["report", "paper"]
    assert made.sentence.startswith("An 2 Quellen hängt mindestens eine der Hauptaussagen, an „report“ die meisten")


def test_where_nothing_hangs_on_a_source_this_is_said():
    twice = region(
        projects=[project("p")],
        ties=[tie(who, "partner", "p", reference=source) for who in "ab" for source in ("r", "s")],
        sources=[{"id": "r", "title": "Bericht des Landes"}, {"id": "s", "title": "Bericht des Kreises"}],
    )

    assert carrying(view_of(twice, "daten?reiter=belege")).sentence == (
        "Keine der Hauptaussagen hängt an einer einzelnen Quelle."
    )


def test_where_no_source_is_recorded_that_is_said_and_not_that_nothing_hangs_on_one():
    assert carrying(view_of(region(), "daten?reiter=belege")).sentence == (
        "In dieser Auswahl ist nicht erfasst, aus welcher einzelnen Quelle etwas stammt; "
        "was an einer hängt, lässt sich nicht sagen."
    )
