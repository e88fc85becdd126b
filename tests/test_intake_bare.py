"""Ties without a header, SIF and TGF: what they say, what is not taken for them, and that the report adds up."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.intake.convert import convert


def ties_of(content, name="netz"):
    found = convert({name: content.encode() if isinstance(content, str) else content})
    tables = {
        sheet.name: [dict(zip(sheet.header, row, strict=True)) for row in sheet.rows] for sheet in found.reading.sheets
    }
    names = {row["id"]: row["name"] for row in tables.get("actors", ())}
    ties = [(names[row["from_id"]], row["kind"], names[row["to_id"]]) for row in tables.get("links", ())]
    return found, ties, sorted(names.values())


@pytest.mark.parametrize(
    "content",
    [
        "Lindenau\tTalheim\nTalheim\tSeestadt\n",
        "Lindenau Talheim\nTalheim Seestadt\n",
        "Lindenau;Talheim\r\nTalheim;Seestadt\r\n",
        "Lindenau,Talheim\nTalheim,Seestadt\n",
        "\ufeffLindenau,Talheim,3\nTalheim,Seestadt,1.5\n",
        "# von NetworkX\nLindenau Talheim {'weight': 3}\nTalheim Seestadt {}\n",
        '"Lindenau" "Talheim" 3\n"Talheim" "Seestadt" 1\n',
    ],
    ids=range(7),
)
def test_two_columns_of_which_names_stand_on_both_sides_are_ties(content):
    found, ties, _ = ties_of(content)

    assert found.report.recipe == "ohne-kopfzeile"
    assert ties == [("Lindenau", "cooperates_with", "Talheim"), ("Talheim", "cooperates_with", "Seestadt")]
    assert found.report.as_json()["rows"] == {"file": 2, "taken": 2, "left_out": {}}


def test_organisations_on_both_sides_are_ties_though_nobody_stands_on_both():
    _, ties, _ = ties_of("Hochschule Lindenau;Wegebau AG\nHochschule Lindenau;Stadt Talheim\n")

    assert [(start, end) for start, _, end in ties] == [
        ("Hochschule Lindenau", "Wegebau AG"),
        ("Hochschule Lindenau", "Stadt Talheim"),
    ]


def test_a_third_column_of_words_is_what_is_between_both():
    _, ties, _ = ties_of("Lindenau;Talheim;Mitglied von\nTalheim;Seestadt;Kooperation\n")

    assert ties == [("Lindenau", "member_of", "Talheim"), ("Talheim", "cooperates_with", "Seestadt")]


@pytest.mark.parametrize("between", [" ", "\t"])
def test_sif_names_several_ends_and_nodes_without_a_tie(between):
    text = "\n".join(between.join(row) for row in (["A1", "pp", "B1", "C1"], ["B1", "pd", "C1"], ["D1"]))

    found, ties, names = ties_of(text)

    assert ties == [("A1", "related_to", "B1"), ("A1", "related_to", "C1"), ("B1", "related_to", "C1")]
    assert names == ["A1", "B1", "C1", "D1"]
    assert found.report.as_json()["rows"] == {"file": 4, "taken": 4, "left_out": {}}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tgf_has_nodes_with_labels_and_ties_with_kinds(encoding):
    text = "1 Hochschule Lindenau\n2 Wegebau AG\n3\n#\n1 2 kooperiert mit\n3 2\n2 9\n"

    found, ties, names = ties_of(text.encode(encoding))

    assert found.report.recipe == "tgf"
    assert ties[0] == ("Hochschule Lindenau", "cooperates_with", "Wegebau AG")
    assert (len(ties), names) == (2, ["3", "Hochschule Lindenau", "Wegebau AG"])
    assert found.report.as_json()["ties"] == {"file": 3, "taken": 2, "left_out": {"end-without-node": 1}}


@pytest.mark.parametrize(
    "content",
    [
        "Firma;Ort\nWegebau AG;Talheim\nHolzbau KG;Talheim\n",  # two columns, and a header nobody knows
        "Wegebau AG;Talheim\nHolzbau KG;Talheim\n",  # organisations and where they are
        "2019;5\n2020;7\n2021;5\n",
        "Wegebau AG;4,5\nHolzbau KG;4,7\n",
        "Anna Huber\nMartin Peter\nPeter Hans\n",  # people, whose given names are surnames too
        "Ein Satz\nund noch\nnoch einer\n",
        "Farbe;Gewicht\nrot;schwer\nschwer;rot\n",  # the first row may be a header
        "Institution;Verband\nHochschule Lindenau;Verband Talheim\n",
        "#\nA1 B1\n",
    ],
    ids=range(9),
)
def test_what_may_be_something_else_is_asked_about(content):
    found, ties, _ = ties_of(content)

    assert not found.is_settled
    assert ties == []


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=2, max_size=20), st.sampled_from(" ,;\t"))
def test_every_row_of_numbers_is_a_tie_a_loop_or_nothing_is_read(pairs, between):
    found = convert({"netz": "\n".join(f"{start}{between}{end}" for start, end in pairs).encode()})

    rows = found.report.as_json()["rows"]
    assert rows["file"] == rows["taken"] + sum(rows["left_out"].values())
    assert not found.is_settled or rows["file"] == len(pairs)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"1 2\n2 3\n" * 150_000, "network-too-large"),
        (b"\n".join(b"%d %d" % (n, n + 1) for n in range(150_000)), "network-too-large"),
        (b"1 A\n#\n" + b"1 1\n" * 60 + b"1\n", "network-broken"),
        (b"\n".join(b"%d x" % n for n in range(120_000)) + b"\n#\n1 2\n", "network-too-large"),
        (b"A1 pp " + b"B1 " * 250_000 + b"\nB1 pp A1\n", "network-too-large"),
    ],
    ids=["ties", "nodes", "half-a-tie", "nodes-of-tgf", "one-row"],
)
def test_a_bare_file_without_end_is_refused_with_a_finding(content, code):
    started = time.process_time()

    found = convert({"netz": content})

    assert code in [issue.code for issue in found.issues]
    assert not found.is_settled
    assert time.process_time() - started < 5
