"""Every mark of every kind of statement equals leaving out each source by hand and asking the public functions."""

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import graph
from graph.measures import MEASURES
from tests.leaving_out import BY_HAND, marks, marks_by_hand
from tests.small_region import actor, project, region, tie


def test_every_kind_of_statement_is_recomputed_here():
    assert set(BY_HAND) == set(graph.STATEMENTS)


# ---- two planted regions

# A press release repeats the study; one paper alone carries the bridge from the research to the firms, one notice the
# larger grant, and what binds the last firm is doubtful.
BRIDGE = region(
    actors=[
        actor("institut", "Forschung", kompetenzfelder=("Photonik",)),
        actor("hochschule", "Forschung", kompetenzfelder=("Wasserstoff",), reference="study"),
        actor("werk", "Unternehmen", kompetenzfelder=("Wasserstoff",), reference="paper"),
        actor("giesserei", "Unternehmen", reference="web"),
        actor("kammer", "Verband", reference="paper"),
        actor("land", "Land"),
        actor("bund", "Bund"),
    ],
    projects=[
        project("licht", "Photonik", start="2023-01", end="2025-12", status="ongoing", reference="study"),
        project("gas", "Wasserstoff", start="2024-01", end="2026-06", status="ongoing", reference="notice"),
        project("guss", "Leichtbau", start="2024-01", end="2029-06", status="ongoing", reference="web"),
    ],
    ties=[
        tie("institut", "leads", "licht", reference="study;press"),
        tie("hochschule", "partner", "licht", reference="study;press"),
        tie("hochschule", "leads", "gas", reference="paper"),
        tie("werk", "partner", "gas", reference="paper;web"),
        tie("werk", "leads", "guss", reference="web"),
        tie("giesserei", "partner", "guss", reference="web", certainty="unconfirmed"),
        tie("kammer", "member_of", "bund", reference="paper"),
        tie("land", "funds", "licht", 100_000, reference="study"),
        tie("bund", "funds", "gas", 150_000, reference="notice"),
        tie("land", "funds", "gas", 10_000, reference="web"),
    ],
    sources=[{"id": key, "title": key} for key in ("study", "press", "paper", "web", "notice")],
    as_of="2025-06-30",
)
BRIDGE = replace(BRIDGE, sources=BRIDGE.sources.assign(based_on=["", "study", "", "", ""]))

# Two triangles that one minute of a meeting joins; the strongest actor, the funder and the only expert hang on it too
TRIANGLES = region(
    actors=[actor(key, "Stadt" if key in "abc" else "Verein", kompetenzfelder=("Klima",)) for key in "abcdef"]
    + [actor("expertin", "Beratung", kompetenzfelder=("Recht",), reference="minutes")],
    projects=[project(key, start="2020", end="2025-09-30", reference="register") for key in ("abc", "def", "ad")],
    ties=[
        *(tie(who, "partner", "abc", reference="register") for who in "abc"),
        *(tie(who, "partner", "def", reference="register;minutes") for who in "def"),
        *(tie(who, "partner", "ad", reference="minutes") for who in "ad"),
        tie("a", "cooperates_with", "b", reference="letter"),
        tie("expertin", "supports", "abc", reference="minutes"),
        tie("stiftung", "funds", "abc", 5_000, reference="minutes"),
        tie("kreis", "funds", "def", 4_000, reference="register"),
    ],
    sources=[{"id": key, "title": key} for key in ("register", "minutes", "letter")],
    as_of="2025-01-01",
)

PLANTED = {
    "bridge": (
        BRIDGE,
        {
            "chain": ("institut", "werk"),
            "comparison": ("institut", "werk"),
            "partners": ("institut",),
            "consortium": (("Leichtbau", "Photonik"), ("Unternehmen",)),
            "what_if": ("remove:hochschule",),
        },
        {
            "first": ["paper", "study", "web"],
            "cut_points": ["paper", "study", "web"],
            "chain": ["paper", "study"],
            "funding": ["notice", "study", "web"],
            "largest_funder": ["notice"],
        },
    ),
    "triangles": (
        TRIANGLES,
        {
            "chain": ("b", "f"),
            "largest": ("project", "combined"),
            "comparison": ("a", "d"),
            "partners": ("b",),
            "consortium": (("Klima", "Recht"), ("Verein",)),
            "what_if": ("remove:a",),
        },
        {
            "first": ["minutes", "register"],
            "cut_points": ["minutes"],
            "chain": ["minutes"],
            "largest_funder": ["minutes"],
            "groups": ["register"],
            "what_if": ["minutes", "register"],
        },
    ),
}


@pytest.mark.parametrize("kind", graph.STATEMENTS)
@pytest.mark.parametrize("name", PLANTED)
def test_marks_on_planted_regions_equal_leaving_out_every_source_by_hand(name, kind):
    dataset, about, _ = PLANTED[name]
    found = graph.firmness(dataset, graph.Statement(kind, about.get(kind, ())))

    assert found.answer
    assert marks(found) == marks_by_hand(dataset, found.statement)


@pytest.mark.parametrize(
    ("name", "kind", "sources"),
    [(name, kind, sources) for name, (*_, planted) in PLANTED.items() for kind, sources in planted.items()],
)
def test_the_planted_sources_are_named(name, kind, sources):
    dataset, about, _ = PLANTED[name]

    assert list(graph.firmness(dataset, graph.Statement(kind, about.get(kind, ()))).tips_without) == sources


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("name", PLANTED)
def test_marks_of_every_ranking_equal_leaving_out_every_source_by_hand(name, measure):
    dataset = PLANTED[name][0]
    found = graph.firmness(dataset, graph.Statement("first", (measure,)))

    assert marks(found) == marks_by_hand(dataset, found.statement)


# ---- any small region

REFERENCES = st.sampled_from(["", "s", "t", "u", "s;t", "t;u"])
KINDS = st.sampled_from(["leads", "partner", "supports", "cooperates_with", "member_of", "part_of", "funds"])


@st.composite
def sourced_regions(draw):
    """Regions of four actors and three projects with up to nine ties, each with its sources."""
    actors = [actor(key, draw(st.sampled_from(["", "X", "Y"])), reference=draw(REFERENCES)) for key in "abcd"]
    projects = [
        project(key, *draw(st.sampled_from([(), ("F",), ("F", "G")])), end=end, reference=draw(REFERENCES))
        for key, end in (("p", "2026"), ("q", ""), ("r", "2030"))
    ]
    ties = {}
    for _ in range(draw(st.integers(0, 9))):
        start, kind = draw(st.sampled_from("abcd")), draw(KINDS)
        among = "abcd" if kind in ("cooperates_with", "member_of", "part_of") else "pqr"
        end = draw(st.sampled_from([one for one in among if one != start]))
        certainty = draw(st.sampled_from(["confirmed", "confirmed", "unconfirmed"]))
        amount = draw(st.sampled_from([None, 100, 200])) if kind == "funds" else None
        ties[start, kind, end] = tie(start, kind, end, amount, reference=draw(REFERENCES), certainty=certainty)
    sources = [{"id": key, "title": key} for key in "stu"]
    made = region(actors=actors, projects=projects, ties=list(ties.values()), sources=sources, as_of="2025-01-01")
    return replace(made, sources=made.sources.assign(based_on=["", draw(st.sampled_from(["", "s"])), ""]))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(sourced_regions())
def test_marks_of_any_region_equal_leaving_out_every_source_by_hand(dataset):
    wrong = defaultdict(dict)
    for kind in graph.STATEMENTS:
        about = {"chain": ("a", "b"), "comparison": ("a", "b"), "partners": ("a",), "what_if": ("remove:a",)}
        found = graph.firmness(dataset, graph.Statement(kind, about.get(kind, ())))
        if (mine := marks(found)) != (by_hand := marks_by_hand(dataset, found.statement)):
            wrong[kind] = {"found": mine, "by hand": by_hand}

    assert not wrong
