"""What remains when the money ends, by field, by types of actors, by programme and by size of the consortium."""

import pandas as pd
import pytest

from graph.history.renewal import funded_projects, partnerships
from graph.history.renewal_groups import GROUPINGS, UnknownGroupingError, renewals_by
from tests.small_region import actor, project, region, tie
from views.exhibit.links import exhibit_of, view_of
from views.funding import renewal

# Of two consortia that ended, the pair went on without funding; three others ended half a year before the data
ENDED = region(
    actors=[actor("a", "Stadt"), actor("b", "Verein"), actor("c", "Stadt"), actor("d", "Stadt"), actor("e", "")],
    projects=[
        project("pair", "Klima", start="2018-01-01", end="2020-12-31"),
        project("trio", "Klima", "Wasser", start="2022-01-01", end="2025-06-30"),
        project("again", start="2022-06-30"),
        project("scheme"),
    ],
    ties=[
        *(tie(who, "partner", "pair") for who in "ab"),
        *(tie(who, "partner", "again") for who in "ab"),
        *(tie(who, "partner", "trio") for who in "cde"),
        *(tie("f", "funds", key) for key in ("pair", "trio")),
        tie("trio", "part_of", "scheme"),
    ],
    as_of="2025-12-31",
)


def groups(by):
    table = renewals_by(ENDED, by, years=(1, 2))
    return table[["group", "partnerships", "years", "at_risk", "renewed", "open"]].values.tolist()


@pytest.mark.parametrize(
    ("by", "rows"),
    [
        (
            "kompetenzfeld",
            [["Klima", 4, 1, 1, 0, 3], ["Klima", 4, 2, 0, 1, 3], ["Wasser", 3, 1, 0, 0, 3], ["Wasser", 3, 2, 0, 0, 3]],
        ),
        (
            "types",
            [
                ["\N{EN DASH}Stadt", 2, 1, 0, 0, 2],
                ["\N{EN DASH}Stadt", 2, 2, 0, 0, 2],
                ["Stadt\N{EN DASH}Stadt", 1, 1, 0, 0, 1],
                ["Stadt\N{EN DASH}Stadt", 1, 2, 0, 0, 1],
                ["Stadt\N{EN DASH}Verein", 1, 1, 1, 0, 0],
                ["Stadt\N{EN DASH}Verein", 1, 2, 0, 1, 0],
            ],
        ),
        ("programme", [["scheme", 3, 1, 0, 0, 3], ["scheme", 3, 2, 0, 0, 3], ["", 1, 1, 1, 0, 0], ["", 1, 2, 0, 1, 0]]),
        ("size", [["3-5", 3, 1, 0, 0, 3], ["3-5", 3, 2, 0, 0, 3], ["2-2", 1, 1, 1, 0, 0], ["2-2", 1, 2, 0, 1, 0]]),
    ],
)
def test_partnerships_are_compared(by, rows):
    assert groups(by) == rows


@pytest.mark.parametrize("by", GROUPINGS)
def test_each_group_has_the_estimate_of_its_members_alone(by):
    known, table = partnerships(ENDED), renewals_by(ENDED, by, years=(1,))
    members = pd.Series(GROUPINGS[by](ENDED, known)).explode()

    assert dict(zip(table["group"], table["partnerships"], strict=True)) == members.value_counts().to_dict()


@pytest.mark.parametrize("by", GROUPINGS)
def test_without_partnerships_there_is_an_empty_table(by):
    assert renewals_by(region(as_of="2025-12-31"), by).empty


def test_unknown_groupings_are_refused_with_those_there_are():
    with pytest.raises(UnknownGroupingError, match="'colour' is not one of kompetenzfeld, types, programme, size"):
        renewals_by(ENDED, "colour")


def test_funded_are_those_with_promised_money():
    assert funded_projects(ENDED) == {"pair", "trio"}


def texts(table):
    return [[getattr(cell, "text", cell) for cell in row] for row in table.rows]


def test_what_ended_too_lately_is_said_to_be_too_early_to_judge():
    view = view_of(ENDED, "foerderung?reiter=bleibt&bleibtnach=size")

    assert texts(renewal.by_group(view)) == [
        ["3 bis 5 Beteiligte", "3", *["noch nicht beurteilbar"] * 4, "3"],
        ["2 Beteiligte", "1", "0\N{NO-BREAK SPACE}%", *["100\N{NO-BREAK SPACE}%"] * 3, "0"],
    ]
    assert texts(renewal.pairs(view, renewed=False))[0][-1] == "noch nicht beurteilbar (unter einem Jahr)"


def test_groups_are_named_in_both_languages():
    german = view_of(ENDED, "foerderung?reiter=bleibt&bleibtnach=types")
    english = view_of(ENDED, "foerderung?reiter=bleibt&bleibtnach=types", "en")

    assert texts(renewal.by_group(german))[0][0] == "k.\N{NO-BREAK SPACE}A. – Stadt"
    assert renewal.by_group(english).caption == "Together again by the types of both organisations"
    assert len(exhibit_of(german).tables) == 4


def test_it_is_said_what_stayed_without_funding():
    view = view_of(ENDED, "foerderung?reiter=bleibt")

    assert texts(renewal.pairs(view, renewed=True)) == [["a", "b", "pair", "31.12.2020", "again", "nicht gefördert"]]
    assert renewal.notes(view)[2] == (
        "Gefördert entstanden, ungefördert geblieben: eine von 1, deren erstes weiteres Projekt nicht gefördert ist."
    )
