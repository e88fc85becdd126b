"""Charts: valid Vega-Lite, drawn from records, with every word from outside."""

import json
from datetime import date

import altair
import pytest
import vl_convert

from graph.export.svg.printed import with_texts_of
from graph.history.periods import periods
from graph.history.timeline import timeline
from graph.ledger.flow import flow
from graph.picture.charts import ChartLook, Wording, bars, columns, panels, sankey, timebars, trend
from graph.picture.charts.bars import Bar
from graph.picture.charts.days import drawn_days
from graph.picture.charts.timebars import group_key, mark_key
from tests.small_region import actor, project, region, tie

TITLES = {"description": "a sentence", "label": "Name", "text": "Betrag", "year": "Jahr", "value": "Wert"}
LEVELS = {"level_0": "Geber", "level_1": "Feld", "level_2": "Projekt"}
STATES = {"new": "neu", "kept": "geblieben", "ended": "beendet", "undated": "ohne Datum"}
FIGURES = {name: name.upper() for name in ("actors", "ties", "projects", "components", "mean_partners", "density")}
HOSTILE = "</script><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def data():
    return region(
        projects=[
            project("p", "Wasserstoff", start="2020", end="2021~", status="ongoing"),
            project("q", "Photonik", start="2021-05", end="..", status="planned"),
            project("r", HOSTILE, start="2019", status="cancelled"),
        ],
        ties=[
            tie("bund", "funds", "p", 300),
            tie("land", "funds", "p", 100),
            tie("land", "funds", "q", 200),
            *(tie(a, "partner", p) for a in ("a", "b") for p in ("p", "q")),
        ],
        events=[{"project_id": "p", "start": "2020-05-04", "end": "2020-05-04", "label": "Sitzung"}],
        as_of="2022-06-01",
    )


def flow_chart(data, look=None):
    answer = flow(data, ("funder", "kompetenzfeld", "project"))
    keys = [part.key for part in (*answer.nodes, *answer.bands)]
    return sankey(answer, Wording(TITLES | LEVELS, dict.fromkeys(keys, HOSTILE), dict.fromkeys(keys, "1 €")), look)


def bar_chart(_, look=None):
    drawn = [Bar("p", HOSTILE, "3 €", 3), Bar("q", "Q", "k. A.", None), Bar("r", "Rest", "1 €", 1, quiet=True)]
    return bars(drawn, TITLES, look)


def column_chart(_, look=None):
    return columns([Bar(str(year), str(year), "1 €", 1) for year in range(2000, 2020)], TITLES, look)


def time_chart(data, look=None):
    lines = timeline(data, "status", unfolded={"ongoing", "planned"})
    labels = {"p": HOSTILE, "q": "Q", "r": "R"} | {group_key(group): "Gruppe" for group in lines.groups}
    texts = {"p": "2020", "q": "2021", "r": "2019", mark_key("p", 0): "4. Mai"}
    return timebars(lines, Wording(TITLES, labels, texts), look, today=date(2022, 6, 1))


def year_panels(data, look=None):
    return panels(periods(data).periods, {"a": (0, 0), "b": (1, 1)}, TITLES | STATES, look)


def trend_chart(data, look=None):
    return trend(periods(data).periods, TITLES | FIGURES, look)


CHARTS = [flow_chart, bar_chart, column_chart, time_chart, year_panels, trend_chart]


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_chart_is_valid_vega_lite(chart, theme, data):
    altair.Chart.from_dict(chart(data, ChartLook(theme)))


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_becomes_a_picture_without_a_browser(chart, data):
    picture = vl_convert.vegalite_to_svg(json.dumps(chart(data, ChartLook(width=800))), vl_version="6.1")

    assert picture.startswith("<svg")
    assert "<img" not in picture
    assert "NaN" not in picture


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_has_an_accessible_name_and_no_menu(chart, data):
    spec = chart(data)

    assert spec["description"] == "a sentence"
    assert spec["usermeta"] == {"embedOptions": {"actions": False}}


@pytest.mark.parametrize("chart", CHARTS)
def test_every_title_comes_from_outside(chart, data):
    given = set(TITLES.values()) | set(FIGURES.values()) | {None}

    assert set(titles(chart(data))) <= given


def titles(part):
    if isinstance(part, list):
        return [title for each in part for title in titles(each)]
    if not isinstance(part, dict):
        return []
    own = part.get("title")
    mine = [own["text"] if isinstance(own, dict) else own] if "title" in part else []
    return mine + [title for key, each in part.items() if key not in ("values", "title") for title in titles(each)]


@pytest.mark.parametrize("chart", CHARTS)
def test_no_chart_asks_another_host(chart, data):
    text = json.dumps({key: value for key, value in chart(data).items() if key != "$schema"})

    assert "http" not in text
    assert '"url"' not in text


def test_bands_are_as_thick_as_their_part_of_the_node_at_both_ends(data):
    bands = flow_chart(data)["layer"][0]["data"]["values"]
    thick = {row["key"]: row["thick"] for row in bands}
    to_hydrogen = {key.split(">")[0]: value for key, value in thick.items() if key.endswith("1:item:Wasserstoff")}

    assert to_hydrogen["0:item:bund"] == pytest.approx(3 * to_hydrogen["0:item:land"])


def test_bands_of_a_node_lie_one_under_the_other_and_fill_it(data):
    spec = flow_chart(data)
    node = next(row for row in spec["layer"][1]["data"]["values"] if row["key"] == "1:item:Wasserstoff")
    ends = sorted(
        (r["by"], r["by"] + r["thick"]) for r in spec["layer"][0]["data"]["values"] if r["bx"] < 1 < r["bx"] + 0.1
    )
    incoming = [end for end in ends if node["y"] - 1e-6 <= end[0] < node["y2"]]

    assert incoming[0][0] == pytest.approx(node["y"])
    assert incoming[0][1] == pytest.approx(incoming[1][0])
    assert incoming[1][1] == pytest.approx(node["y2"])


@pytest.mark.parametrize("levels", [("funder", "kompetenzfeld", "project"), ("funder", "programme", "kind", "project")])
def test_no_band_crosses_the_name_of_a_node_between_the_first_and_the_last_level(levels, data):
    answer = flow(data, levels)
    keys = [part.key for part in (*answer.nodes, *answer.bands)]
    titles = {f"level_{number}": "Ebene" for number in range(len(levels))}
    spec = sankey(answer, Wording(TITLES | titles, dict.fromkeys(keys, "Name"), dict.fromkeys(keys, "1 €")))
    bands, nodes = (layer["data"]["values"] for layer in spec["layer"][:2])
    named_within = [(node["x2"], node["end"]) for node in nodes if 0 < node["level"] < len(levels) - 1]

    assert named_within
    assert all(end - left > 2 for left, end in named_within)
    assert [band for band in bands for left, end in named_within if band["ax"] < end and band["bx"] > left] == []


def test_lengths_that_follow_the_type_grow_with_it(data):
    grown = with_texts_of(flow_chart(data), 26, 2)["params"]

    assert [param["value"] for param in grown] == [2 * param["value"] for param in flow_chart(data)["params"]]


def test_a_click_reports_the_key_of_a_part_of_the_flow_a_bar_or_a_project(data):
    found = {
        param["name"]: param["select"]["fields"]
        for chart in (flow_chart, bar_chart, time_chart)
        for layer in chart(data)["layer"]
        for param in layer.get("params", ())
        if param["select"]["type"] == "point"
    }

    assert found == {"part": ["key"], "bar": ["key"], "project": ["row"]}


def test_what_is_sure_is_drawn_solid_and_what_is_not_is_drawn_pale(data):
    first, last, today = date(2019, 1, 1), date(2023, 1, 1), date(2022, 6, 1)
    bars_by_id = {bar.project: bar for group in timeline(data).groups for bar in group.bars}

    assert drawn_days(bars_by_id["p"], first, last, today) == (
        [(date(2020, 12, 31), date(2021, 1, 1))],
        [(date(2020, 1, 1), date(2020, 12, 31)), (date(2021, 1, 1), date(2021, 12, 31))],
    )
    assert drawn_days(bars_by_id["q"], first, last, today) == (
        [(date(2021, 5, 31), last)],
        [(date(2021, 5, 1), date(2021, 5, 31))],
    )


def test_a_column_that_is_not_recorded_has_text_but_no_length(data):
    row = bar_chart(data)["data"]["values"][1]

    assert (row["amount"], row["at"], row["text"]) == (None, 0, "k. A.")


def test_empty_answers_make_empty_pictures_instead_of_errors():
    nothing = region()
    empty = Wording(TITLES | LEVELS, {}, {})

    for spec in (
        sankey(flow(nothing), empty),
        bars([], TITLES),
        columns([], TITLES),
        timebars(timeline(nothing), empty),
        panels((), {}, TITLES | STATES),
        trend((), TITLES | FIGURES),
    ):
        altair.Chart.from_dict(spec)
        vl_convert.vegalite_to_svg(json.dumps(spec), vl_version="6.1")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Photonik", ["Photonik"]),
        ("Klima, Umwelt, Energie", ["Klima, Umwelt,", "Energie"]),
        ("Stadt Bad Oberndorf", ["Stadt Bad", "Oberndorf"]),
        ("", [""]),
    ],
)
def test_a_long_name_of_a_flow_stands_in_two_lines_of_about_the_same_length(name, lines):
    answer = flow(region([], [project("p", name or "F")], [tie("a", "funds", "p", 5)]), ("funder", "kompetenzfeld"))
    keys = [part.key for part in (*answer.nodes, *answer.bands)]
    spec = sankey(answer, Wording(TITLES | LEVELS, dict.fromkeys(keys, name), dict.fromkeys(keys, "5 €")))
    (nodes,) = [
        layer["data"]["values"]
        for layer in spec["layer"]
        if "values" in layer["data"] and layer["data"].get("name") == "nodes"
    ]

    assert {tuple(node["lines"]) for node in nodes} == {tuple(lines)}


@pytest.mark.parametrize(
    ("fixed", "end", "ticks"), [(True, "2026-12-31", "year"), (True, "2020-12-31", None), (False, "2026-12-31", None)]
)
def test_a_long_timeline_of_a_file_has_years_on_its_axis_and_no_months_of_an_unnamed_year(fixed, end, ticks):
    data = region([actor("a", "Kommune")], [project("p", start="2020-01-01", end=end)], [tie("a", "leads", "p")])
    lines = timeline(data, "")
    spec = timebars(lines, Wording(TITLES, {"p": "P", "": ""}, {"p": ""}), fixed=fixed)

    assert spec["encoding"]["x"]["axis"].get("tickCount") == ticks
