"""What visitors share: each is given data of their own, which cost nothing until somebody changes them."""

from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from graph.dataset import Dataset
from graph.selection import Selection
from views import loaded

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
