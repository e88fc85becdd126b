"""The shipped dataset keeps the promises of its README."""

import re
from collections.abc import Hashable, Iterable
from pathlib import Path

import pytest

import graph
from graph.dataset import Dataset
from graph.dates import bounds

TITLES_OF_PERSONS = re.compile(r"\b(Dr|Prof|Dipl|Herr|Frau|MdB|MdL)\.?\s+(?!und\b)[A-ZÄÖÜ]|\b(gez|i\. ?A)\.")
SUMMABLE = {"granted", "own_funds"}


@pytest.fixture(scope="module")
def shipped(repository: Path) -> Dataset:
    return graph.load(str(repository / "data")).dataset


@pytest.fixture(scope="module")
def council_state(repository: Path) -> Dataset:
    return graph.load(str(repository / "data" / "states" / "2021-05-04")).dataset


def texts(dataset: Dataset) -> Iterable[str]:
    for table in (dataset.actors, dataset.projects, dataset.ties, dataset.sources, dataset.events):
        for column in table.columns:
            if column not in {"url", "website"}:
                yield from (value for value in table[column] if isinstance(value, str))


def references(dataset: Dataset) -> set[str]:
    tables = (dataset.actors, dataset.projects, dataset.ties, dataset.events)
    return {source for table in tables for cell in table["reference"] for source in cell.split(";")}


def tie(dataset: Dataset, tie_id: str) -> dict[Hashable, object]:
    [row] = dataset.ties[dataset.ties["id"] == tie_id].to_dict("records")
    return row


def names_of(dataset: Dataset) -> list[tuple[str, str]]:
    tables = (dataset.actors, dataset.projects)
    rows = [row for table in tables for row in zip(table["id"], table["name"], table["aliases"], strict=True)]
    return [(name.casefold(), key) for key, own, others in rows for name in {own, *others}]


def test_it_holds_151_actors_260_projects_928_ties_33_dates_and_268_sources(shipped: Dataset) -> None:
    tables = (shipped.actors, shipped.projects, shipped.ties, shipped.events, shipped.sources)

    assert [len(table) for table in tables] == [151, 260, 928, 33, 268]


def test_the_check_finds_no_error(repository: Path) -> None:
    assert graph.load(str(repository / "data")).errors == []
    assert graph.load(str(repository / "data" / "states" / "2021-05-04")).errors == []


def test_every_short_name_is_curated_unique_and_at_most_22_characters_long(shipped: Dataset) -> None:
    short_names = [*shipped.actors["short_name"], *shipped.projects["short_name"]]

    assert [name for name in short_names if not 0 < len(name) <= 22] == []
    assert [name for name in short_names if name.endswith(("…", "...", "-"))] == []
    assert len({name.casefold() for name in short_names}) == len(short_names)


def test_no_name_or_alias_belongs_to_two_rows(shipped: Dataset) -> None:
    owners: dict[str, set[str]] = {}
    for name, key in names_of(shipped):
        owners.setdefault(name, set()).add(key)

    assert {name: keys for name, keys in owners.items() if len(keys) > 1} == {}


def test_two_spellings_of_one_agency_are_one_actor(shipped: Dataset) -> None:
    spellings = ("Cluster-Agentur Baden-Württemberg", "Clusteragentur BW")

    assert {dict(names_of(shipped))[spelling.casefold()] for spelling in spellings} == {"cluster-agentur-bw"}


def test_there_are_at_most_12_actor_types_and_16_fields(shipped: Dataset) -> None:
    fields = {
        field for table in (shipped.actors, shipped.projects) for cell in table["kompetenzfelder"] for field in cell
    }

    assert shipped.actors["type"].nunique() == 12
    assert "" not in set(shipped.actors["type"])
    assert len(fields) == 16
    assert {"Maschinen-, Anlagen- und Werkzeugbau", "Automotive", "Holz und Papier", "Kreativwirtschaft"} <= fields


def test_groups_are_marked_as_collective(shipped: Dataset) -> None:
    assert set(shipped.actors.loc[shipped.actors["collective"], "id"]) == {
        "banken-ow",
        "grosse-kreisstaedte-ow",
        "institutionen-region-land",
        "kommunale-wirtschaftsfoerderer-ow",
        "kommunen-ow",
        "pegasus-vereine",
        "regionale-hochschulen-ow",
        "unternehmen-ow",
        "wirtschaftsfoerderung-landkreise",
    }


def test_every_row_has_a_source_and_every_source_is_used(shipped: Dataset) -> None:
    assert references(shipped) == set(shipped.sources["id"])


def test_every_source_but_the_council_paper_has_an_address(shipped: Dataset) -> None:
    without = shipped.sources.loc[shipped.sources["url"] == "", "id"]

    assert list(without) == ["vorlage-093-2021"]
    assert "" not in {*shipped.sources["title"], *shipped.sources["publisher"]}


def test_no_actor_and_no_project_stands_alone(shipped: Dataset) -> None:
    assert set(shipped.actors["id"]) | set(shipped.projects["id"]) == {*shipped.ties["from_id"], *shipped.ties["to_id"]}


def test_no_person_is_named(shipped: Dataset) -> None:
    assert [text for text in texts(shipped) if TITLES_OF_PERSONS.search(text)] == []


def test_every_amount_says_what_it_is(shipped: Dataset) -> None:
    with_amount = [amount is not None for amount in shipped.ties["amount_eur"]]

    assert sum(with_amount) == 80
    assert [basis != "" for basis in shipped.ties["amount_basis"]] == with_amount


def test_an_amount_that_must_not_be_added_is_not_summable(shipped: Dataset) -> None:
    never = "nicht addieren|pro Jahr|bis zu|maximal|landesweit"
    noted = shipped.ties[[amount is not None for amount in shipped.ties["amount_eur"]]]
    noted = noted[noted["note"].str.contains(never, case=False)]
    summable = noted[noted["amount_basis"].isin(SUMMABLE)]

    # the first is a yearly share whose sum over five years is what was resolved, the second a quota
    assert list(summable["id"]) == [
        "bmi>funds>smart-city-aa-hdh",
        "ostalbkreis>funds>stiftungsprofessuren-photonik",
    ]


def test_what_sources_disagree_on_is_kept_as_conflicting_with_a_note(shipped: Dataset) -> None:
    conflicting = shipped.ties[shipped.ties["certainty"] == "conflicting"]

    assert len(conflicting) == 11
    assert "" not in set(conflicting["note"])


def test_an_application_and_a_prospect_are_not_grants(shipped: Dataset) -> None:
    assert tie(shipped, "mint-cluster-ow>submitted_to>bmbf")["status"] == "applied"
    assert tie(shipped, "land-bw>funds>elr-heidenheim-2016")["status"] == "tentative"
    assert graph.funding(shipped).get_edge_data("land-bw", "elr-heidenheim-2016")["amount_eur"] is None


def test_a_second_figure_for_the_same_money_is_not_added(shipped: Dataset) -> None:
    assert graph.funding(shipped).edges["bmi", "smart-city-aa-hdh"]["amount_eur"] == 11_375_000


def test_every_date_is_readable_and_ends_after_it_starts(shipped: Dataset) -> None:
    for table in (shipped.projects, shipped.ties, shipped.events):
        for start, end in zip(table["start"], table["end"], strict=True):
            first, last = bounds(start)[0], bounds(end)[1]
            assert not first or not last or first <= last


def test_the_state_of_may_2021_rests_on_the_council_paper_alone(council_state: Dataset) -> None:
    tables = (council_state.actors, council_state.projects, council_state.ties, council_state.events)

    assert [len(table) for table in tables] == [25, 64, 130, 33]
    assert references(council_state) == {"vorlage-093-2021"}
    assert council_state.as_of == "2021-05-04"


def test_the_state_of_may_2021_has_the_ids_of_today(council_state: Dataset, shipped: Dataset) -> None:
    assert set(council_state.actors["id"]) < set(shipped.actors["id"])
    assert set(council_state.projects["id"]) < set(shipped.projects["id"])
    assert set(council_state.ties["id"]) < set(shipped.ties["id"])


def test_the_state_of_may_2021_knows_nothing_that_came_later(council_state: Dataset) -> None:
    years = {int(year) for text in texts(council_state) for year in re.findall(r"\b20[0-9]{2}\b", text)}

    assert max(years) == 2021
