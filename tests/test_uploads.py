"""Files that are handed in: none takes the place of another."""

from graph.load import load
from views.data.uploads import by_name

ACTORS = b"id,name\na1,Amt Eins\na2,Hof Zwei\n"


def test_two_files_of_one_name_are_two_files():
    files = by_name([("export.csv", ACTORS), ("export.csv", b"id,name,lead\np1,Alpha,a1\n")])

    assert list(files) == ["export.csv", "export (2).csv"]
    assert list(load(files).dataset.projects["name"]) == ["Alpha"]


def test_two_tables_of_one_name_are_a_finding():
    files = [("actors.csv", ACTORS), ("projects.csv", b"id,name\np1,Alpha\n"), ("projects.csv", b"id,name\np2,Beta\n")]

    found = [issue for issue in load(by_name(files)).issues if issue.code == "duplicate-table"]

    assert [(issue.file, issue.value, issue.hint) for issue in found] == [
        ("projects (2).csv", "projects", "projects.csv")
    ]


def test_a_number_that_is_taken_is_not_given_again():
    files = by_name([("a.csv", b"1"), ("a (2).csv", b"2"), ("a.csv", b"3"), ("a.csv", b"4"), ("a", b"5"), ("a", b"6")])

    assert files == {
        "a.csv": b"1",
        "a (2).csv": b"2",
        "a (3).csv": b"3",
        "a (4).csv": b"4",
        "a": b"5",
        "a (2)": b"6",
    }
