"""One list written in the ways people and programs write it: the same rows, cents and dates each time."""

import gzip
import io
import json

import networkx as nx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.intake.convert import convert
from graph.slugs import slug
from tests.test_intake import report, rows, workbook

HEADER = ("Name des Begünstigten", "Bezeichnung des Vorhabens", "Gesamtbetrag der förderfähigen Ausgaben", "Beginn")
LIST = f"{';'.join(HEADER)}\nWerk Eins GmbH;Halle;1.234,56 €;01.02.2024\nStadt Muster;Küche;99,44;01.03.2024\n"
ROW, OTHER = ("Werk Eins GmbH", "Halle", 1234.56, 45323), ("Stadt Muster", "Küche", 99.44, 45352)
RECORDS = [dict(zip(HEADER, row, strict=True)) for row in (ROW, OTHER)]
WAYS = {
    "UTF-8 with mark": LIST.encode("utf-8-sig"),
    "UTF-16 with mark": ("\ufeff" + LIST).encode("utf-16-le"),
    "UTF-16, the other way round": ("\ufeff" + LIST).encode("utf-16-be"),
    "UTF-16 without mark": LIST.encode("utf-16-le"),
    "Windows-1252": LIST.encode("cp1252"),
    "tabs": LIST.replace(";", "\t").encode(),
    "bars": LIST.replace(";", "|").encode(),
    "commas and quotation marks": "\n".join(
        ",".join(f'"{cell}"' for cell in line.split(";")) for line in LIST.splitlines()
    ).encode(),
    "lines of old Macintosh": LIST.replace("\n", "\r").encode(),
    "a stated delimiter": f"sep=;\n{LIST}".encode(),
    "titles above": f"Liste der Vorhaben\nStand: 01.01.2026\n{LIST}".encode(),
    "empty columns": "\n".join(f";;{line.replace(';', ';;')}" for line in LIST.splitlines()).encode(),
    "empty rows between": LIST.replace("\n", "\n;;;\n").encode(),
    "more delimiters than cells": LIST.replace("\n", ";;;\n").encode(),
    "a sum below": f"{LIST}Summe;;1.334,00;\n".encode(),
    "a sum with words": f"{LIST};Gesamtsumme:;1.334,00 €;\n".encode(),
    "a note below": f"{LIST}\n1) voraussichtlich;;;\n".encode(),
    "numbered rows": "\n".join(f"{number or 'Nr.'};{line}" for number, line in enumerate(LIST.splitlines())).encode(),
    "capitals": (LIST.split("\n", 1)[0].upper() + "\n" + LIST.split("\n", 1)[1]).encode(),
    "blanks around": LIST.replace(";", " ; ").encode(),
    "lines within headers": LIST.replace("Name des Begünstigten", '"Name des\nBegünstigten"').encode(),
    "umlauts written out": LIST.replace("ü", "ue").replace("ä", "ae").replace("ö", "oe").encode(),
    "packed": gzip.compress(LIST.encode()),
    "a table of Markdown": ("| " + LIST.strip().replace(";", " | ").replace("\n", " |\n| ") + " |\n").encode(),
    "JSON": json.dumps(RECORDS).encode(),
    "JSON Lines": "\n".join(map(json.dumps, RECORDS)).encode(),
    "a workbook with days and amounts as numbers": workbook(HEADER, ROW, OTHER),
    "a workbook with titles": workbook(HEADER, ROW, OTHER, above=[["LISTE"], [], ["", "Stand"]]),
    "the header twice": f"{LIST}{LIST.splitlines()[0]}\n".encode(),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_list_says_the_same_however_it_is_written(way):
    translation = convert({"daten": WAYS[way]})

    said = translation.report.as_json()
    assert (said["rows"]["taken"], said["euros"]["taken"], said["questions"]) == (2, 133_400, [])
    starts = [project["start"] for project in rows(translation, "projects")]
    assert starts == (["2024-02-01", "2024-03-01"])


def amounts(*cells):
    lines = "".join(f'Werk {number} GmbH;Vorhaben {number};"{cell}";\n' for number, cell in enumerate(cells))
    return convert({"a.csv": f"{';'.join(HEADER)}\n{lines}".encode()})


@pytest.mark.parametrize(
    ("cell", "cents"),
    [
        *(("1 234,50", 123_450), ("1\u00a0234,50", 123_450), ("1\u202f234,50 €", 123_450), ("EUR 1.234,50", 123_450)),
        *(("1’234,50", 123_450), ("1.234,-", 123_400), ("1.234,-- €", 123_400), ("1.234,– Euro", 123_400)),
        *(("-100,00", -10_000), ("−100,00", -10_000), ("(100,00)", -10_000), ("100,00-", -10_000)),
        *(("1,5 Mio. €", 150_000_000), ("15 T€", 1_500_000), ("2,25 Tsd. EUR", 225_000), ("3 Millionen", 300_000_000)),
    ],
)
def test_an_amount_is_read_as_people_write_it(cell, cents):
    report = amounts(cell, "12.000,00").report

    assert (report.euros.taken, report.unreadable) == (cents + 1_200_000, 0)


@pytest.mark.parametrize(
    "cell", ["k. A.", "n/a", "-", "—", "?", "keine Angabe", "#NV", "#DIV/0!", "o. A.", "unbekannt"]
)
def test_what_stands_for_no_amount_is_none(cell):
    translation = amounts(cell, "12.000,00")

    assert (translation.report.recorded, translation.report.unreadable, translation.issues) == (1, 0, ())


@pytest.mark.parametrize("cell", ["ca. 100,00", "10.000 - 20.000", "siehe Anlage", "1.2.3,4,5", "100,00 €/Jahr"])
def test_an_amount_that_is_none_is_told_with_line_and_column(cell):
    translation = amounts("12.000,00", cell)

    assert translation.report.euros.taken == 1_200_000
    assert [(each.code, each.line, each.column, each.value) for each in translation.issues] == [
        ("unreadable-amount", 3, HEADER[2], cell)
    ]


def test_a_date_that_is_none_is_told_with_line_and_column():
    content = f"{';'.join(HEADER)}\nWerk GmbH;Halle;100,00;Q3 2024\nWerk GmbH;Kurs;100,00;bald\n"
    translation = convert({"a.csv": content.encode()})

    assert [project.get("start", "") for project in rows(translation, "projects")] == ["2024-07/2024-09", ""]
    assert [(each.code, each.line, each.column, each.value) for each in translation.issues] == [
        ("unreadable-date", 3, "Beginn", "bald")
    ]


@pytest.mark.parametrize("letters", [200_000, 1_000_000, 3_000_000])
def test_what_follows_a_very_long_cell_is_read(letters):
    content = f"{';'.join(HEADER)}\nWerk GmbH;Halle {'x' * letters};100,00;\nWerk Zwei GmbH;Kurs;200,00;\n"

    assert report({"a.csv": content.encode()})["euros"] == {"file": 30_000, "taken": 30_000, "left_out": {}}


def test_a_line_without_end_is_no_harm():
    content = f"{';'.join(HEADER)}\nWerk GmbH;Halle;100,00;{'y' * 9_000_000}\nWerk Zwei GmbH;Kurs;200,00;\n"

    assert report({"a.csv": content.encode()})["euros"]["taken"] == 30_000


DOTS = {
    "a chain": "graph { a -- b -- c }",
    "a group": "graph { b -- {a c} }",
    "a named group": "graph { subgraph cluster_0 { label=Region; a; b } a -- b; b -- c }",
    "looks, ports and comments": (
        'strict graph "Netz" { rankdir=LR; node [shape=box, color="#ff0000"]; edge [dir=none] // Kommentar\n'
        "# noch einer\na:n -- b:s:e [penwidth=2]; b -- c /* und noch einer */ }"
    ),
    "HTML": "graph { a [label=<<b>A</b> &amp; Co>]; a -- b; b -- c }",
}


@pytest.mark.parametrize("name", DOTS)
def test_a_drawing_of_graphviz_has_its_nodes_and_edges_and_nothing_of_its_looks(name):
    translation = convert({"netz.dot": DOTS[name].encode()})

    assert [row["name"][:1] for row in rows(translation, "actors")] in (
        ["a", "b", "c"],
        ["A", "b", "c"],
        ["b", "a", "c"],
    )
    assert translation.report.ties.taken == 2


def test_a_label_of_graphviz_is_the_name():
    nodes = '"x 1" [label="Werk \\"Eins\\"\\nUlm"]; y [label=<<i>Werk</i> Zwei>]'
    content = f'digraph {{ {nodes}; "x 1" -> y [label="Kooperation"] }}'
    translation = convert({"netz.dot": content.encode()})

    assert [row["name"] for row in rows(translation, "actors")] == ['Werk "Eins" Ulm', "Werk Zwei"]
    assert [tie["kind"] for tie in rows(translation, "links")] == ["cooperates_with"]


def test_braces_without_end_are_refused():
    assert [issue.code for issue in convert({"netz.dot": b"graph {" + b"{" * 1_000}).issues] == ["network-broken"]


@pytest.mark.parametrize(
    ("cells", "names", "told"),
    [
        (("Werk A, Werk B, Werk C", "Werk D"), ["Werk A", "Werk B", "Werk C", "Werk D"], True),
        (
            ("Werk A; Werk B, Ulm; Werk C", "Werk D, Werk E, Werk F"),
            ["Werk A", "Werk C"],
            False,
        ),
        (("Nett GmbH, Meuspath", "Werk D"), ["Nett GmbH", "Werk D"], False),
    ],
)
def test_commas_separate_names_only_where_nothing_clearer_does(cells, names, told):
    members = "Netzwerk;Mitglieder\n" + "".join(f'Runde {place};"{cell}"\n' for place, cell in enumerate(cells))
    projects = "Projekt;Leitung;Partner\n" + "".join(f'Licht {place};;"{cell}"\n' for place, cell in enumerate(cells))
    for content in (members, projects):
        translation = convert({"liste.csv": content.encode()})

        found = [row["name"] for row in rows(translation, "actors") if not row["name"].startswith("Runde")]
        assert [name for name in names if name not in found] == []
        assert ("names-by-commas" in [issue.code for issue in translation.issues]) is told


def test_a_survey_is_read_with_the_words_of_its_questions_only():
    content = (
        '"Antwort ID","Datum Abgeschickt","Ihre Organisation","Wer hilft Ihnen? [Werk A]","Wer hilft Ihnen? [Werk B]"\n'
        '"1","2026-01-01","Stadt Muster","oft","nie"\n"2","2026-01-02","Werk A","","manchmal"\n'
    )
    translation = convert({"umfrage.csv": content.encode()})

    assert [(tie["from_id"], tie["to_id"], tie["note"]) for tie in rows(translation, "links")] == [
        ("stadt-muster", "werk-a", "oft"),
        ("werk-a", "werk-b", "manchmal"),
    ]
    assert not convert({"bilanz.csv": b"Organisation;Umsatz [2023];Umsatz [2024]\nWerk A;3;4\nWerk B;5;6\n"}).is_settled


@settings(max_examples=40)
@given(
    nodes=st.lists(st.text("abcdeäöß", min_size=2, max_size=5), min_size=2, max_size=6, unique_by=slug),
    pairs=st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8),
    directed=st.booleans(),
)
def test_what_networkx_writes_has_the_same_nodes_and_ties(nodes, pairs, directed):
    network = nx.DiGraph() if directed else nx.Graph()
    network.add_nodes_from((f"n{place}", {"label": name}) for place, name in enumerate(nodes))
    wanted = [pair for pair in pairs if max(pair) < len(nodes) and pair[0] != pair[1]]
    network.add_edges_from((f"n{start}", f"n{end}") for start, end in wanted)
    for written in written_by_networkx(network):
        translation = convert({"netz": written})

        assert sorted(row["name"] for row in rows(translation, "actors")) == sorted(nodes)
        assert translation.report.ties.taken == network.number_of_edges()


def written_by_networkx(network):
    for write in (nx.write_graphml, nx.write_gexf):
        stream = io.BytesIO()
        write(network, stream)
        yield stream.getvalue()
    for data in (nx.node_link_data(network, edges="links"), nx.cytoscape_data(network), nx.adjacency_data(network)):
        yield json.dumps(data).encode()


def workbook_of(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for row in lines:
            sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


PROJECTS = [["Projekt", "Leitung"], ["Park", "Stadt Talheim"], ["Steg", "Wegebau AG"]]
TIES = [["Von", "Nach", "Art"], ["Stadt Talheim", "Wegebau AG", "Kooperation"]]


@pytest.mark.parametrize(
    "content",
    [
        workbook_of(Alles=[*PROJECTS, [], *TIES]),
        workbook_of(Alles=[*TIES, [], [], ["Unsere Projekte"], *PROJECTS]),
        workbook_of(Projekte=PROJECTS, Netz=TIES),
        "\n".join(";".join(row) for row in [*PROJECTS, [], *TIES]).encode(),
    ],
    ids=["one sheet", "with a title", "two sheets", "csv"],
)
def test_two_tables_of_one_file_are_both_read(content):
    found = convert({"liste": content}).report

    assert (sorted(found.recipe.split("+")), found.rows.file, found.rows.taken) == (["kanten", "projektliste"], 3, 3)


def test_an_empty_line_within_a_table_parts_nothing():
    rows = [*PROJECTS, [], ["Halle", "Holzbau KG"]]

    assert convert({"liste.xlsx": workbook_of(Alles=rows)}).report.rows.taken == 3


def kinds_of(name, content):
    sheets = {sheet.name: sheet for sheet in convert({name: content}).reading.sheets}
    return [row[sheets["links"].header.index("kind")] for row in sheets["links"].rows]


def test_what_ties_are_is_read_from_where_it_stands():
    pajek = b'*Vertices 3\n1 "A1"\n2 "B1"\n3 "C1"\n*Arcs :1 "member_of"\n1 2 1\n*Edges :2 "Kooperation"\n2 3 1\n'
    cx = b'[{"CXVersion":"2.0","hasFragments":false},{"nodes":[{"id":1,"v":{"name":"A1"}},{"id":2,"v":{"name":"B1"}}]},'
    cx += b'{"edges":[{"id":0,"s":1,"t":2,"v":{"interaction":"Mitglied von"}}]}]'

    assert kinds_of("kumu.csv", b"From,To,Type\nA1,B1,Mitglied von\nB1,C1,directed\n") == ["member_of", "related_to"]
    assert kinds_of("netz.net", pajek) == ["member_of", "cooperates_with"]
    assert kinds_of("netz.cx2", cx) == ["member_of"]
