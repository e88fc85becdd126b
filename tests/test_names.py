"""Names in pictures: importance decides, room follows, and a name that finds no place makes room."""

import json
from itertools import combinations, permutations
from types import SimpleNamespace

import networkx as nx
import numpy as np
import pytest

from graph.kernels.naming import Wanted, placed_names
from graph.picture.beside import row_names
from graph.picture.breaking import clipped
from graph.picture.cutting import cut_to_fit
from graph.picture.drawing import draw
from graph.picture.encoding import Encoding, Shape
from graph.picture.forms import one_line
from graph.picture.labels import TOOLS
from graph.picture.names import first_named, forms, most_names
from graph.picture.placed import NameBeside
from tests.conftest import REPOSITORY

GOLDEN = json.loads((REPOSITORY / "tests" / "golden" / "names.json").read_text("utf-8"))

BELOW, RIGHT, LEFT, ABOVE, LEADER = 0, 1, 2, 3, 8
TWO_LINES = 56


def wanted(nodes, sizes, *, owners=None, must=None, lines=(), kept_clear=(), frame=(0, 0, 1000, 600)):
    owners = range(len(sizes)) if owners is None else owners
    return Wanted(
        np.array(nodes, float).reshape(-1, 4),
        np.array(owners, np.int64),
        np.array(sizes, float).reshape(-1, 4),
        np.array(must or [0] * len(sizes), np.uint8),
        np.array(lines, float).reshape(-1, 4),
        np.array(kept_clear, float).reshape(-1, 4),
        np.array(frame, float),
    )


def places(asked, most=60):
    return placed_names(asked, most)[0].tolist()


def test_with_room_on_every_side_a_name_stands_below_its_node():
    assert places(wanted([(500, 300, 10, 10)], [(80, 16, 0, 0)])) == [BELOW]


def test_a_name_keeps_off_other_nodes():
    below_it = [(500, 300, 10, 10), (500, 325, 10, 10)]

    assert places(wanted(below_it, [(80, 16, 0, 0)], owners=[0])) == [RIGHT]


def test_a_name_keeps_off_lines_where_it_can():
    line_to_below = [(500, 300, 500, 600)]

    assert places(wanted([(500, 300, 10, 10)], [(80, 16, 0, 0)], lines=line_to_below)) == [RIGHT]


def test_a_name_keeps_off_headings_buttons_and_the_rim_of_the_canvas():
    at_the_right_rim = [(980, 300, 10, 10)]
    heading = [(900, 310, 1000, 340)]

    assert places(wanted(at_the_right_rim, [(80, 16, 0, 0)], kept_clear=heading)) == [LEFT]


def test_of_two_names_the_more_important_has_the_better_place():
    beside_each_other = [(500, 300, 10, 10), (540, 300, 10, 10)]

    first, second = places(wanted(beside_each_other, [(80, 16, 0, 0)] * 2))

    assert first == BELOW
    assert second not in {BELOW, -1}


def test_a_name_without_room_on_one_line_is_wrapped():
    in_a_gap = [(500, 300, 10, 10), (440, 300, 20, 290), (560, 300, 20, 290)]

    assert places(wanted(in_a_gap, [(120, 16, 60, 32)], owners=[0])) == [TWO_LINES + BELOW]


def test_a_name_without_room_beside_its_node_is_led_to():
    around_it = [(500, 300, 10, 10), (500, 328, 70, 8), (500, 272, 70, 8), (560, 300, 40, 30), (440, 300, 40, 30)]

    (place,) = places(wanted(around_it, [(60, 14, 0, 0)], owners=[0]))

    assert place >= LEADER or place == -1


def test_a_name_that_finds_no_place_asks_others_to_move():
    """The second one has room below only, where the first one stood although it could stand anywhere."""
    walls = [(430, 330, 15, 60), (570, 330, 15, 60), (500, 392, 80, 5)]
    nodes = [(500, 345, 10, 10), (500, 300, 10, 10), *walls, (500, 270, 80, 5)]

    chosen = places(wanted(nodes, [(80, 16, 0, 0)] * 2, owners=[1, 0]))

    assert -1 not in chosen


def test_more_names_than_are_wanted_are_not_written_but_those_that_must_be():
    far_apart = [(x, 300, 10, 10) for x in (100, 400, 700)]

    assert places(wanted(far_apart, [(80, 16, 0, 0)] * 3, must=[0, 0, 1]), most=1) == [BELOW, -1, BELOW]


@pytest.mark.parametrize("case", GOLDEN["places"], ids=lambda case: case["says"])
def test_places_are_those_that_the_browser_finds_too(case):
    given = case["given"]
    asked = wanted(
        given["nodes"],
        given["sizes"],
        owners=given["owners"],
        must=given["must"],
        lines=given["lines"],
        kept_clear=given["keptClear"],
        frame=given["frame"],
    )

    chosen, boxes = placed_names(asked, given["most"])

    assert chosen.tolist() == case["chosen"]
    assert np.round(boxes, 6).tolist() == case["boxes"]


@pytest.mark.parametrize(("text", "one", "two"), GOLDEN["forms"])
def test_forms_of_a_name_are_those_of_the_browser(text, one, two):
    assert forms(text) == (tuple(one), tuple(two))


@pytest.mark.parametrize(("text", "most", "one", "two"), GOLDEN["shorter"])
def test_shorter_forms_of_a_name_are_those_of_the_browser(text, most, one, two):
    assert forms(text, most) == (tuple(one), tuple(two))


def test_where_a_name_finds_no_place_those_around_it_are_cut_as_in_the_browser():
    given = GOLDEN["cut"]
    asked = wanted(given["nodes"], [(0, 0, 0, 0)] * len(given["names"]), must=[1] * 9, frame=given["frame"])

    def writing(lengths):
        written = [forms(name, length) for name, length in zip(given["names"], lengths.tolist(), strict=True)]
        sizes = [[side for lines in both for side in measured(lines)] for both in written]
        return written, np.array(sizes, float)

    def measured(lines):
        return 7 * max(map(len, lines), default=0), 14 * len(lines)

    written, chosen, _ = cut_to_fit(asked, writing, 60)

    found = [both[candidate // TWO_LINES] for both, candidate in zip(written, chosen.tolist(), strict=True)]
    assert found == [tuple(lines) for lines in given["lines"]]
    assert min(chosen) >= 0


def rows_of(case):
    """Names of a golden case of two columns: id, lines, and left and top in px around the middle of the canvas."""

    def row(node):
        shape = Shape.PROJECT if node["mode"] == "project" else Shape.ACTOR
        side, lines = node["beside"]
        known = {key: node[key] for key in ("id", "mode", "x", "y", "size")}
        return SimpleNamespace(**known, shape=shape, short_name=node["label"], beside=NameBeside(side, tuple(lines)))

    borders = -case["width"] / 2, case["width"] / 2 - TOOLS
    found = row_names([row(node) for node in case["nodes"]], case["scale"], borders)
    return [[name.node.id, list(name.lines), *(round(edge, 3) for edge in name.box[:2])] for name in found]


@pytest.mark.parametrize("case", GOLDEN["rows"], ids=lambda case: case["says"])
def test_names_in_rows_of_columns_are_those_of_the_browser(case):
    assert rows_of(case) == case["names"]


def test_no_name_has_two_ellipses_or_one_within_a_word_that_a_line_could_break():
    words = (
        "Kreishandwerkerschaft",
        "Donaudampfschifffahrtsgesellschaft",
        "Wirtschaftsförderungsgesellschaft",
        "in",
        "Aalen",
    )
    names = [" ".join(chosen) for count in (1, 2, 3) for chosen in permutations(words, count)]

    written = [form for name in names for most in (26, 20, 15, 11) for form in forms(name, most)]

    assert all("".join(lines).count("…") <= 1 for lines in written)
    assert all("…" not in line for lines in written for line in lines[:-1])


@pytest.mark.parametrize(
    ("name", "most", "written"),
    [
        ("Im Jahr 2005/2006 … veröffentlicht", 22, "Im Jahr 2005/2006 …"),
        ("Verein … zur Förderung der Region", 11, "Verein …"),
        ("SmartPro – Intensivierungsphase", 12, "SmartPro …"),
    ],
)
def test_a_cut_name_ends_with_one_ellipsis_and_no_dash_before_it(name, most, written):
    assert clipped(name, most) == written
    assert one_line(name, most) == written


def test_every_element_of_up_to_sixty_is_named_and_at_least_forty_of_more():
    assert most_names(60) == 60
    assert most_names(411) >= 40


def test_who_has_most_lines_is_named_and_money_beside_a_tie_is_a_line_of_its_own():
    # of 40 pairs whose elements have one tie each, the last one has money beside its tie
    pairs = nx.MultiDiGraph([(f"a{n:02}", f"b{n:02}", {"kind": "partner"}) for n in range(40)])
    pairs.add_edge("a39", "b39", kind="funds")
    drawing = draw(pairs, dict.fromkeys(pairs, (0.0, 0.0)), Encoding())

    assert {"a39", "b39"} <= first_named(drawing.nodes, drawing.edges)
    assert len(first_named(drawing.nodes, drawing.edges)) < 60


def star(leaves):
    network = nx.star_graph(leaves)
    nx.set_node_attributes(network, {node: {"mode": "actor", "short_name": f"Akteur {node}"} for node in network})
    return nx.relabel_nodes(network, lambda node: f"n{node:03}")


def test_names_in_a_picture_never_overlap_and_lines_to_them_are_short():
    network = star(50)
    around = {n: (400 * np.cos(i), 250 * np.sin(i)) for i, n in enumerate(sorted(network))}

    drawing = draw(network, {**around, "n000": (0.0, 0.0)}, Encoding())

    boxes = [node.written.box for node in drawing.nodes if node.written]
    assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a, b in combinations(boxes, 2))
    leaders = [node.written.leader for node in drawing.nodes if node.written and node.written.leader]
    assert all(np.hypot(x2 - x1, y2 - y1) * drawing.zoom <= 60 for x1, y1, x2, y2 in leaders)
