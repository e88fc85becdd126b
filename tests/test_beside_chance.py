"""Collaborations beside what chance would give, where they are drawn: in the table, the panel of a line, in files."""

import pytest

import graph
from graph.expected.ties import Word
from graph.picture.narrowing import Narrow
from graph.picture.scene import Network, Scene, network_of
from tests.small_region import region, tie
from tests.test_expected_ties import PAIR, joined
from views.evidence.expected import Compared, expected_cell, is_large, sentence
from views.exhibit.links import exhibit_of, view_of
from views.language.words import unmarked
from views.language.words import words as words_of
from views.network import between, words

STANDING_OUT = joined(PAIR)
LINK = "netzwerk?ansicht=kooperation&gruppen=aus"


def beside(link, language="de"):
    made = exhibit_of(view_of(STANDING_OUT, link, language))
    header = {"de": "Zu erwarten", "en": "To be expected"}[language]
    tables = [table for table in made.tables if header in [column.header for column in table.columns]]
    return [[cell.text for cell in row] for table in tables for row in table.rows]


def test_the_table_of_a_picture_says_for_each_collaboration_what_chance_would_give():
    rows = beside(LINK)

    assert rows[0] == ["a", "b", "10", "1,7 · auffällig oft"]
    assert len(rows) == 46
    assert beside(LINK, "en")[0][-1] == "1.7 · remarkably often"


def test_a_file_of_the_picture_says_what_chance_is_and_that_it_speaks_of_size_only():
    made = exhibit_of(view_of(STANDING_OUT, LINK))

    assert any("Das sagt nur etwas über die Größe, nichts über Bedeutung" in remark for remark in made.remarks)


@pytest.mark.parametrize("link", ["netzwerk", "netzwerk?ansicht=foerderung", "netzwerk?form=karte&ansicht=kooperation"])
def test_other_pictures_have_no_such_table(link):
    assert beside(link) == []


def test_the_panel_of_a_line_says_it_too():
    view = view_of(STANDING_OUT, LINK)
    line = between.line_of(view, "b>a")

    assert unmarked(between.sentence(view, line)).startswith(
        "10 gemeinsame Projekte, zu erwarten wären 1,7: auffällig oft. 10 Verbindungen sind erfasst:"
    )
    assert between.sentence(view_of(STANDING_OUT, "netzwerk"), line).startswith("10 Verbindungen")


@pytest.mark.parametrize(("language", "said"), [("de", "zu erwarten wären unter 0,1"), ("en", "under 0.1")])
def test_what_chance_hardly_ever_gives_is_not_said_to_be_nothing(language, said):
    t = words_of(language)
    found = Compared(1, 0.03, Word.OFTEN)

    assert said in sentence(t, found)
    assert expected_cell(t, found).text.startswith(t.expected(0.03))
    assert [t.expected(value) for value in (0.0, 9.94, 12.4)] == [t.number(0, 1), t.number(9.9, 1), "12"]


def test_shared_bodies_count_where_the_view_counts_them():
    dataset = region(ties=[tie(who, "member_of", body) for who in "ab" for body in ("club", "board")])
    made = exhibit_of(view_of(dataset, f"{LINK}&gremien=ja"))

    assert [cell.text for cell in made.tables[1].rows[0]] == ["a", "b", "2", "2,0 · wie zu erwarten"]
    assert len(exhibit_of(view_of(dataset, LINK)).tables) == 1


# ---- only what stands out


def test_the_backbone_keeps_what_stands_out_and_who_is_in_it():
    only = Scene(Network.COOPERATION, narrow=Narrow(rate=0.05))

    assert sorted(network_of(STANDING_OUT, only).edges) == [("a", "b")]
    assert set(network_of(STANDING_OUT, only)) == {"a", "b"}


def test_the_actor_in_focus_stays_though_it_stands_out_with_nobody():
    only = Scene(Network.COOPERATION, focus="c1", narrow=Narrow(rate=0.05))

    assert set(network_of(STANDING_OUT, only)) == {"c1"}


def test_other_networks_are_not_narrowed_by_chance():
    assert set(network_of(STANDING_OUT, Scene(narrow=Narrow(rate=0.05)))) == set(network_of(STANDING_OUT, Scene()))


def test_the_view_says_the_rate_and_how_many_are_kept():
    view = view_of(STANDING_OUT, f"{LINK}&zeigen=auffaellig1")

    assert (
        "Gezeigt ist nur die eine auffällig häufige Verbindung (höchstens 1\N{NO-BREAK SPACE}% davon durch Zufall)."
        in (exhibit_of(view).sentence)
    )
    assert beside(f"{LINK}&zeigen=auffaellig1") == [["a", "b", "10", "1,7 · auffällig oft"]]


def test_bodies_can_count_in_the_backbone():
    ties = [
        tie(who, "member_of", f"{body}{n}")
        for n in range(10)
        for body, pair in (("x", "ab"), ("y", "cd"))
        for who in pair
    ]

    assert graph.backbone(region(ties=ties)).empty
    assert graph.backbone(region(ties=ties), membership=True)[["actor_a", "actor_b"]].values.tolist() == [
        ["a", "b"],
        ["c", "d"],
    ]


def test_it_is_offered_from_a_thousand_actors_on():
    large = joined({f"p{n}": [f"a{n}", f"a{n + 1}"] for n in range(1000)})
    small, drawn = view_of(STANDING_OUT, LINK), view_of(large, LINK)

    assert not is_large(STANDING_OUT)
    assert words.kept_parts(small) == ("", "verbunden", "groesste")
    assert words.kept_parts(drawn)[-2:] == ("auffaellig", "auffaellig1")
    assert words.kept_parts(view_of(large, "netzwerk?ansicht=kooperation")) == ("", "auffaellig", "auffaellig1")
    assert words.kept_parts(view_of(large, "netzwerk?gruppen=aus")) == ()


def test_a_large_network_of_what_stands_out_is_drawn_actor_by_actor():
    pairs = {f"{key}{n}": [f"{key}a", f"{key}b"] for n in range(6) for key in ("x", "y")}
    large = joined(pairs | {f"p{n}": [f"a{n}", f"a{n + 1}"] for n in range(1000)})
    drawn = exhibit_of(view_of(large, "netzwerk?ansicht=kooperation&zeigen=auffaellig")).picture.drawing

    assert {node.id for node in drawn.nodes} == {"xa", "xb", "ya", "yb"}
    assert exhibit_of(view_of(large, "netzwerk?ansicht=kooperation")).picture.drawing.nodes[0].mode == "group"
