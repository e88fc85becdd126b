"""What visitors share: each is given data of their own, which cost nothing until somebody changes them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pandas as pd
import pytest

from graph.dataset import Dataset
from graph.selection import Selection
from ui.kept import Shared
from views import loaded
from views.changes.answer import changes_since, in_brief
from views.changes.words import brief
from views.exhibit.links import view_of

TABLES = ("actors", "projects", "ties", "sources", "events")


@pytest.mark.parametrize("table", ["actors", "projects", "ties", "sources"])
def test_what_one_visitor_changes_no_other_sees(table):
    mine, theirs = loaded.folder_report("data").dataset, loaded.folder_report("data").dataset
    before = theirs.fingerprint

    for column in getattr(mine, table).columns:
        getattr(mine, table).loc[0, column] = None

    later = loaded.folder_report("data").dataset
    for dataset in (theirs, later):
        vars(dataset).pop("fingerprint", None)
        assert dataset.fingerprint == before


def test_findings_are_a_list_of_ones_own():
    mine = loaded.upload_report("a", {"projects.csv": b"id,name,start\np,P,morgen\n"})
    mine.issues.clear()

    assert loaded.upload_report("a", {}).issues != []


def test_many_visitors_at_once_are_answered_as_one_after_the_other():
    def answer(field: str) -> tuple[str, int]:
        part = loaded.part(loaded.folder_report("data").dataset, Selection(kompetenzfelder=frozenset({field})))
        return part.fingerprint, int(part.ties.groupby("kind").size().sum())

    fields = sorted(
        {field for row in loaded.folder_report("data").dataset.projects["kompetenzfelder"] for field in row}
    )
    expected = [answer(field) for field in fields]

    with ThreadPoolExecutor(8) as visitors:
        assert list(visitors.map(answer, fields * 10)) == expected * 10


def test_a_lazy_copy_holds_the_same():
    dataset = Dataset(*(pd.DataFrame({"date": ["2021-05-04"], "id": ["a"]}) for _ in TABLES), about={"title": "T"})

    copied = dataset.lazy_copy()

    assert (copied.fingerprint, copied.about, copied.as_of) == (dataset.fingerprint, {"title": "T"}, "2021-05-04")


@dataclass(frozen=True)
class Frozen:
    """A record of records of its own kind."""

    names: tuple[str, ...]
    others: tuple[Frozen, ...] = ()


class Pair(NamedTuple):
    first: Decimal
    second: date | None


@dataclass
class Open:
    name: str


@dataclass(frozen=True)
class Holding:
    names: list[str]


@pytest.mark.parametrize("kind", [int, StrEnum, str | None, tuple[str, ...], frozenset[Frozen], Pair, Literal["a"]])
def test_what_nobody_can_change_is_one_for_all_visitors(kind):
    def answer() -> Any:
        return Frozen(("a",))

    answer.__annotations__["return"] = kind
    answer.__qualname__ = f"answer_{kind}"
    ask = Shared().answers(answer, 1)

    assert ask() is ask()


@pytest.mark.parametrize("kind", [Any, list[str], dict[str, int], tuple[str, set[str]], Open, Holding, Dataset, "X"])
def test_of_what_could_be_changed_each_visitor_is_given_one_of_their_own(kind):
    def answer() -> Any:
        return Open("a")

    answer.__annotations__["return"] = kind
    answer.__qualname__ = f"answer_{kind}"
    ask = Shared().answers(answer, 1)
    mine, theirs = ask(), ask()

    assert mine == theirs == Open("a")
    assert mine is not theirs


@pytest.mark.parametrize("link", ["/veraenderungen", "/veraenderungen?feld=automotive"])
def test_what_changed_is_said_in_the_same_few_words_whether_kept_or_counted_anew(link):
    older = loaded.folder_report(str(next(iter(loaded.states_beside(Path("data")).values())))).dataset
    view = view_of(loaded.folder_report("data").dataset, link)

    kept = in_brief(older, view.whole, view.selection, "de")

    assert kept == brief(view.t, changes_since(view, older))
    assert "neu" in kept


@pytest.mark.parametrize(
    ("cells", "others"),
    [
        (["a", "b", "a"], ["a", "b", "b"]),
        (["a", "b"], ["b", "a"]),
        (["a", ""], ["a", "", ""]),
        (["1", "2"], [1, 2]),
        ([("a", "b")], [("a,b",)]),
        (["a", "bc"], ["ab", "c"]),
    ],
)
def test_other_cells_have_another_fingerprint(cells, others):
    one, other = (
        Dataset(*(pd.DataFrame({"id": each, "more": ["x"] * len(each)}) for _ in TABLES)) for each in (cells, others)
    )

    assert one.fingerprint != other.fingerprint


def test_texts_have_the_same_fingerprint_however_they_are_kept():
    kept = [Dataset(*(pd.DataFrame({"id": ["a", "b", "a"]}, dtype=form) for _ in TABLES)) for form in ("str", object)]

    assert len({dataset.fingerprint for dataset in kept}) == 1
