"""The marks of single rows: only where a rank or membership is another one without a source, on screen and in files."""

import pytest

import graph
from graph.evidence.firmness import UNCONFIRMED
from graph.evidence.rows import ROWS, tipping_rows
from graph.export.formats import FORMATS, Content
from tests.leaving_out import BY_HAND, left_out
from tests.small_region import project, region, tie
from tests.test_firmness_by_hand import PLANTED
from views.evidence.exhibit import checked
from views.evidence.question import SAYS, WITHOUT_MARK
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.mappe import Kept, Mappe, added
from views.exhibit.order import Order, exhibit
from views.exhibit.pages import TABS

# a has three partners and b two; one paper alone knows of the third one, z. Without it, b is first too and z is last.
PAPER = region(
    projects=[project(key) for key in "pqrst"],
    ties=[
        tie(who, "partner", key, reference=source)
        for key, source, pair in (
            ("p", "", "ax"),
            ("q", "", "ay"),
            ("r", "paper", "az"),
            ("s", "", "bu"),
            ("t", "", "bv"),
        )
        for who in pair
    ],
    sources=[{"id": "paper", "title": "Ein Papier, dessen Titel länger ist als in eine Zelle passt"}],
)


def row_marks(view, header="Kippt ohne"):
    """First cell that is a link and the mark of each row, of the first table that has marks."""
    for table in exhibit_of(view).tables:
        names = [column.header for column in table.columns]
        if header in names:
            place = names.index(header)
            return {next(c.text for c in row if c.target): row[place].text for row in table.rows}
    return {}


def test_only_rows_whose_rank_is_another_one_say_so():
    view = checked("rollen", view_of(PAPER, "rollen?mass=degree"))

    assert row_marks(view) == {
        "a": "",
        "b": "Ein Papier, dessen Titel länger ist als …",
        "u": "",
        "v": "",
        "x": "",
        "y": "",
        "z": "Ein Papier, dessen Titel länger ist als …",
    }


def test_a_table_without_such_a_row_has_no_such_column():
    twice = region(projects=[project("p")], ties=[tie(who, "partner", "p") for who in "ab"])

    assert row_marks(checked("rollen", view_of(twice, "rollen?mass=degree"))) == {}
    assert row_marks(view_of(PAPER, "rollen?mass=degree")) == {}


def test_what_is_not_confirmed_tips_rows_too():
    doubtful = region(
        projects=[project("p"), project("q")],
        ties=[
            *(tie(who, "partner", "p") for who in "ab"),
            *(tie(who, "partner", "q", certainty="unconfirmed") for who in "ac"),
        ],
    )

    assert row_marks(checked("rollen", view_of(doubtful, "rollen", "en")), "Tips without") == {
        "a": "",
        "b": "unconfirmed facts",
        "c": "unconfirmed facts",
    }


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if one.content is not Content.DATA])
def test_files_of_views_have_the_marks_of_rows(name):
    kept = Kept(1, "rollen", {"mass": "degree"})
    made = exhibit(Order(added(Mappe(""), kept), name), kept, view_of(PAPER, kept.link))

    assert made.table.columns[-1].header == "Kippt ohne"


# ---- the same by hand


def standing(kind, answer):
    """Each row of an answer with what decides whether it is the same row."""
    if kind == "ranks":
        return {actor: (first, last) for actor, first, last in answer}
    if kind == "cliff":
        return dict.fromkeys(answer[0] if answer else ())
    if kind == "comparison":
        names = ("partners", "projects", "funders")
        return dict.fromkeys((name, one) for name, own in zip(names, answer, strict=False) for one in own)
    if kind == "consortium":
        return dict.fromkeys(member for members in answer for member in members)
    if kind == "what_if":
        return dict.fromkeys(row for rows in answer[:4] for row in rows)
    return dict.fromkeys(answer)


def is_another(row, now, then):
    if now[row] is None:
        return False
    shared_now, shared_then = (range(first, last + 1) for first, last in (now[row], then[row]))
    behind = any(then[row][0] > then[other][0] for other in now if now[other] == now[row] and other in then)
    return not {*shared_now} & {*shared_then} or (1 in shared_now) != (1 in shared_then) or behind


def rows_by_hand(dataset, statement):
    ask, about = BY_HAND[statement.kind], statement.about
    now, tipping = standing(statement.kind, ask(dataset, *about)), {}
    for source in sorted(dataset.sources["id"]):
        then = standing(statement.kind, ask(left_out(dataset, source), *about))
        for row in now:
            if row not in then or is_another(row, now, then):
                tipping.setdefault(row, []).append(source)
    return tipping


@pytest.mark.parametrize("kind", ROWS)
@pytest.mark.parametrize("name", PLANTED)
def test_marks_of_rows_equal_leaving_out_every_source_by_hand(name, kind):
    dataset, about, _ = PLANTED[name]
    found = graph.firmness(dataset, graph.Statement(kind, about.get(kind, ())))
    marks = {row: [one for one in sources if one != UNCONFIRMED] for row, sources in tipping_rows(found).items()}

    assert {row: sources for row, sources in marks.items() if sources} == rows_by_hand(dataset, found.statement)


# ---- every view


def test_every_view_has_a_mark_or_a_reason_for_none():
    views = {(page, tab) for page, tabs in TABS.items() for tab in tabs}

    assert views == {*SAYS, *WITHOUT_MARK}
    assert not {*SAYS} & {*WITHOUT_MARK}
    assert all(WITHOUT_MARK.values())
