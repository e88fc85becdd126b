"""A field of competence has a profile: who and what is in it, its money, its gaps, and the fields beside it."""

import pytest

from graph.answers.neighbouring import Neighbour, field_traits, neighbours
from graph.export.pictures import DrawnNetwork
from graph.surroundings import best_tied
from tests.small_region import actor, project, region, tie
from views.elements.search import findable
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.refused import unknown_asked
from views.fields.profile_words import drawing, in_brief
from views.fields.question import field_asked
from views.report.booklet import booklet
from views.report.document import ReportRequest
from views.report.order import ReportOrder, carried_out
from views.title import document_title

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def data():
    return region(
        [
            actor("uni", "Hochschule", kompetenzfelder=("Holz",)),
            actor("saege", "Unternehmen"),
            actor("stadt", "Kommune", kompetenzfelder=("MINT",)),
        ],
        [
            project("p", "Holz", status="ongoing", start="2025-01", end="2026-12"),
            project("q", "Holz", "MINT", status="planned"),
            project("dach"),
        ],
        [
            tie("uni", "leads", "p"),
            tie("saege", "partner", "p"),
            tie("stadt", "leads", "q"),
            tie("land", "funds", "p", 1200, start="2025-07", end="2026-06"),
            tie("p", "part_of", "dach"),
        ],
        as_of="2026-01-22",
    )


def profile_of(data, link="steckbrief?id=feld:holz", language="de"):
    return exhibit_of(view_of(data, link, language))


def rows(exhibit, caption):
    found = next(table for table in exhibit.tables if table.caption.startswith(caption))
    return [[cell.text for cell in row] for row in found.rows]


def test_the_profile_says_who_and_what_is_in_the_field_and_draws_all_of_it(data):
    made = profile_of(data)

    assert (made.title, made.sentence) == (
        "Holz",
        "Im Kompetenzfeld Holz: 4 Akteure und 2 Projekte, 1 davon läuft derzeit. "
        "Die meisten Partner im Feld haben saege (1) und uni (1).",
    )
    assert isinstance(made.picture, DrawnNetwork)
    assert {node.id for node in made.picture.drawing.nodes} == {"uni", "saege", "stadt", "land", "p", "q"}
    assert rows(made, "4 Akteure im Feld") == [
        ["saege", "Unternehmen", "1", "1"],
        ["uni", "Hochschule", "1", "1"],
        ["stadt", "Kommune", "1", "0"],
        ["land", f"k.{NBSP}A.", "0", "0"],
    ]


def test_the_profile_lists_money_programmes_ends_gaps_and_fields_beside_it(data):
    made = profile_of(data)

    assert rows(made, "Förderung nach Jahren") == [["2025", f"600{NBSP}€"], ["2026", f"600{NBSP}€"]]
    assert rows(made, "1 Programm") == [["dach", "1", "p"]]
    assert rows(made, "1 Projekt des Felds endet in den nächsten 24 Monaten") == [["p", "12/2026"]]
    assert rows(made, "1 Feld, das") == [["MINT", "1", "1", "q"]]
    assert rows(made, "Ähnliche Felder") == [["MINT", f"11{NBSP}%", "Akteur stadt"]]
    assert "Im Kompetenzfeld Holz ist jeder Akteurstyp erfasst." in made.remarks
    assert (
        profile_of(data, "steckbrief?id=feld:mint")
        .remarks[-1]
        .startswith("Im Kompetenzfeld MINT ist kein Akteur dieser 2 Typen erfasst")
    )


def test_filters_change_nothing_in_a_profile_and_it_says_so(data):
    view = view_of(data, "steckbrief?id=feld:holz&typ=kommune")

    assert profile_of(data, "steckbrief?id=feld:holz&typ=kommune").sentence == profile_of(data).sentence
    assert in_brief(view, "Holz").endswith("Der Steckbrief zeigt alles, was erfasst ist; die Filter gelten hier nicht.")


def test_an_element_of_that_name_wins_and_an_unknown_field_is_said(data):
    named = region([actor("feld:holz", kompetenzfelder=("Holz",))])

    assert [field_asked(view_of(which, "steckbrief?id=feld:holz")) for which in (data, named)] == ["Holz", ""]
    assert profile_of(data, "steckbrief?id=feld:glas").sentence == (
        "Der Eintrag „feld:glas“ ist in diesen Daten nicht enthalten."
    )


def test_the_search_finds_fields_first_and_the_title_names_the_field(data):
    view = view_of(data, "steckbrief?id=feld:holz", "en")
    found = [(key, label, hint) for key, label, hint, _ in findable(view)]

    assert found[:2] == [("feld:holz", "Holz", "Field of competence"), ("feld:mint", "MINT", "Field of competence")]
    assert document_title(view.t, view, "steckbrief").startswith("Holz - ")


def test_fields_that_share_most_projects_come_first():
    data = region(
        [actor("a"), actor("b", kompetenzfelder=("C",))],
        [project("p", "A", "B"), project("q", "A", "B"), project("r", "A", "C")],
        [tie("a", "leads", "p"), tie("b", "partner", "r")],
    )

    assert neighbours(data, "A") == (Neighbour("B", ("p", "q"), ("a",)), Neighbour("C", ("r",), ("b",)))
    assert field_traits(data)["C"]["actor"] == {"b"}


def test_a_large_field_is_drawn_with_as_many_as_can_be_named_and_says_so():
    actors = [actor(f"a{n:02}") for n in range(70)]
    data = region(actors, [project("p", "Holz")], [tie(row["id"], "partner", "p") for row in actors])
    made = profile_of(data)

    assert len(made.picture.drawing.nodes) == 60
    assert made.remarks[0] == "Das Bild zeigt die 60 am engsten verbundenen Einträge."
    assert "p" in set(best_tied(data, 2).projects["id"])


def test_a_link_to_a_field_is_refused_only_where_there_is_no_such_field(data):
    asked = {link: unknown_asked(view_of(data, f"steckbrief?id={link}")) for link in ("feld:holz", "feld:glas", "uni")}

    assert asked == {"feld:holz": (), "feld:glas": ("id=feld:glas",), "uni": ()}


def test_a_document_can_draw_a_field_with_elements_that_are_tied_to_nothing():
    alone = region(
        [actor("a"), actor("allein", kompetenzfelder=("Holz",))], [project("p", "Holz")], [tie("a", "leads", "p")]
    )
    file = carried_out(ReportOrder("steckbriefe", "docx", ids=("feld:holz",)), alone)

    assert file.content.startswith(b"PK")


def test_a_field_in_which_nothing_is_tied_has_no_picture():
    data = region([actor("a", kompetenzfelder=("Holz",))])

    assert drawing(view_of(data, "steckbrief?id=feld:holz"), "Holz") is None
    assert profile_of(data).sentence == "Im Kompetenzfeld Holz: 1 Akteur und kein Projekt."


def headings(data, **asked):
    made = booklet(ReportRequest(view_of(data, "ueberblick"), ()), **asked)
    return [(block.text, block.level) for block in made.blocks if type(block).__name__ == "Heading"]


def test_a_booklet_by_field_begins_each_group_with_the_profile_of_its_field(data):
    found = headings(data, by_field=True)

    assert [heading for heading in found if heading[1] < 3][:3] == [("Holz", 1), ("p", 2), ("q", 2)]
    assert headings(data, ids=("feld:mint", "uni"), by_field=False)[0] == ("MINT", 1)
