"""Names beside the points of a chart: who lies furthest out has one, and none covers a name or a point."""

import json

import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from graph.picture.charts import ChartLook, Point, scatter
from graph.picture.charts.point_names import names_beside
from graph.picture.labels import name_width

WORDS = {"description": "a sentence", "name": "Akteur", "across_text": "Partner", "up_text": "Brückenrolle"}
SIZE, FONT = (600, 400), 13


def boxes(found, places):
    """Give the rectangle that the letters of each name fill."""
    drawn = []
    for name in found:
        (x, y), wide = places[name["point"]], name_width(name["label"], FONT, bold=False)
        left = x + name["dx"] - wide * {"left": 0, "center": 0.5, "right": 1}[name["align"]]
        drawn.append((left, y + name["dy"], left + wide, y + name["dy"] + FONT))
    return drawn


def over(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_point_at_the_right_rim_has_its_name_on_the_left():
    (name,) = names_beside(["Ostalbkreis"], [(595, 200)], size=SIZE, font=FONT)
    assert (name["label"], name["align"]) == ("Ostalbkreis", "right")
    assert name["dx"] < 0


def test_a_point_without_a_name_is_in_the_way_of_names_all_the_same():
    places = [(300, 200), (312, 200)]
    (name,) = names_beside(["WiRO", ""], places, size=SIZE, font=FONT)
    assert not over(boxes([name], places)[0], (306, 194, 318, 206))


@given(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 400), st.text("abc WÄ", max_size=18)), max_size=30))
def test_no_name_lies_on_another_or_on_a_point_or_leaves_the_chart(points):
    places = [(x, y) for x, y, _ in points]
    drawn = boxes(names_beside([name for *_, name in points], places, size=SIZE, font=FONT), places)
    dots = [(x - 5, y - 5, x + 5, y + 5) for x, y in places]
    assert not [pair for index, one in enumerate(drawn) for pair in [*drawn[:index], *dots] if over(one, pair)]
    assert all(min(left, top) >= -1 and right <= 601 and low <= 401 for left, top, right, low in drawn)


def test_names_are_placed_for_every_width_of_a_screen_and_for_the_one_of_a_file():
    points = [Point(name, across, up, "", "") for name, across, up in [("WiRO", 51, 0.12), ("Ostalbkreis", 47, 0.08)]]
    on_screen, in_file = (scatter(points, WORDS, ChartLook(width=width))["layer"][1] for width in (None, 900))
    assert {row["for"] for row in on_screen["data"]["values"]} == {250, 420, 640, 900, 1200}
    assert [row["label"] for row in in_file["data"]["values"]] == ["WiRO", "Ostalbkreis"]
    assert (len(on_screen["transform"]), in_file["transform"]) == (1, [])


@pytest.mark.parametrize("points", [[], [Point("allein", 0, 0, "0", "0")], [Point("negativ", -3, 0.5, "", "")]])
def test_a_chart_of_nobody_one_or_less_than_nothing_is_drawn(points):
    drawn = vl_convert.vegalite_to_svg(json.dumps(scatter(points, WORDS, ChartLook(width=500))))
    assert ("negativ" in drawn) == any(point.across for point in points)
