"""Which file is which table, and what is said of files that are none."""

import io
import zipfile
from pathlib import Path

import pytest

import graph
from commands.check import described, read_words
from graph.__main__ import main
from graph.reading.sources import read_source
from graph.reading.tables import assigned

ACTORS = b"id;name;type\nhs;Hochschule Lindenau;Hochschule\nweg;Wegebau AG;Unternehmen\n"
PROJECTS = b"id;name;lead\np;Zukunft;hs\n"
REGISTER = (
    b"id;acronym;status;title;startDate;endDate;totalCost;ecMaxContribution;legalBasis;topics;frameworkProgramme\n"
    b"101;HOLZ;SIGNED;Wood for all;2023-01-01;2026-12-31;900;800;HORIZON.2;TOPIC-1;HORIZON\n"
)
GRANTS = "Laufzeit von;Laufzeit bis;Zuwendungsempfänger;Fördersumme\n1.1.2024;31.12.2026;Wegebau AG;900,00\n".encode()


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return packed.getvalue()


def found(report: graph.Report) -> list[tuple[str, str]]:
    return [(issue.code, issue.file) for issue in report.issues if issue.code != "no-source"]


# --- a table is a table when its name says so or half of its headers are known ----------------------------------------


def test_a_register_of_projects_is_no_list_of_sources_though_it_has_the_columns_id_and_title():
    report = graph.load({"project.csv": REGISTER})

    assert found(report) == [("unknown-table", "project.csv")]
    assert report.tables == ()
    assert len(report.dataset.sources) == 0


@pytest.mark.parametrize(
    ("header", "tables"),
    [
        ("id;title", ("sources",)),
        ("id;title;Verlag;Seiten", ("sources",)),
        ("id;title;Verlag;Seiten;Preis", ()),
        ("id;title;;;;;", ("sources",)),  # columns without a header say nothing
        ("id;name;type;location;x1;x2;x3;x4", ("actors",)),
        ("id;name;type;location;x1;x2;x3;x4;x5", ()),
    ],
)
def test_at_least_half_of_the_headers_are_known(header: str, tables: tuple[str, ...]):
    assert graph.load({"Export.csv": f"{header}\n1;A\n".encode()}).tables == tables


def test_the_name_of_a_file_says_what_it_is_however_few_headers_are_known():
    header = "id;name;" + ";".join(f"Merkmal {number}" for number in range(20))

    assert graph.load({"Akteure 2026.csv": f"{header}\n1;A\n".encode()}).tables == ("actors",)


def test_what_was_handed_in_and_not_read_is_a_warning_and_comes_first():
    report = graph.load(
        {"actors.csv": ACTORS, "projects.csv": b"id;name;lead\np;Zukunft;x\n", "foerderung.csv": GRANTS}
    )

    first = report.issues[0]
    assert (first.code, first.severity, first.file) == ("unknown-table", "warning", "foerderung.csv")
    assert first.value == "Laufzeit von, Laufzeit bis, Zuwendungsempfänger, Fördersumme"
    assert report.tables == ("actors", "projects")


def test_that_a_table_is_missing_is_said_only_where_another_one_was_found():
    assert found(graph.load({"foerderung.csv": GRANTS})) == [("unknown-table", "foerderung.csv")]
    assert found(graph.load({"actors.csv": ACTORS})) == [("missing-file", "projects.csv")]
    assert found(graph.load({})) == [("missing-file", "actors.csv"), ("missing-file", "projects.csv")]


def test_what_is_recognised_can_be_asked_before_anything_is_checked():
    tables, issues = assigned(read_source({"actors.csv": ACTORS, "foerderung.csv": GRANTS}))

    assert [name for name, rows in tables.items() if rows.headers] == ["actors"]
    assert [issue.code for issue in issues] == ["unknown-table", "missing-file"]


# --- what is no table has a sentence of its own -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("netz.json", b'{"elements": [{"label": "Hochschule"}], "connections": []}', "json-file"),
        ("netz.csv", b'\xef\xbb\xbf \n[{"label": "Hochschule", "type": "A"},\n {"label": "Wegebau"}]\n', "json-file"),
        ("liste.txt", '{"a": 1}\n{"a": 2}\n'.encode("utf-16"), "json-file"),
        ("leer.json", b"[]", "json-file"),
        ("netz.graphml", b'<?xml version="1.0"?><graphml><graph/></graphml>\n', "xml-file"),
        ("netz.gexf", b'<gexf version="1.3"><graph/></gexf>', "xml-file"),
        ("bericht.csv", '<?xml version="1.0"?><a>Größe</a>'.encode("utf-16"), "xml-file"),
        ("export.xls", b"<html><body><table><tr><td>id</td></tr></table></body></html>", "web-page"),
        ("export.csv", b"\n<!DOCTYPE html>\n<html lang='de'></html>\n", "web-page"),
        ("region.db", b"SQLite format 3\x00" + bytes(100), "database-file"),
        ("tabellen.csv.gz", b"\x1f\x8b\x08\x00" + bytes(40), "packed-file"),
        ("sitzung.cys", zipped(session_xml=b"<a/>", tables_cytable=b"x"), "archive-without-tables"),
        ("brief.docx", zipped(word_xml=b"<a/>"), "archive-without-tables"),
        ("leer.zip", b"PK\x05\x06" + bytes(18), "archive-without-tables"),
    ],
)
def test_content_decides_what_is_no_table(name: str, content: bytes, code: str):
    report = graph.load({name: content})

    assert found(report) == [(code, name)]
    assert report.tables == ()


@pytest.mark.parametrize(
    "content",
    [
        b"[id];name\n1;A\n",
        b"{id};name\n1;{A}\n",
        b"<id>;name\n1;A\n",
        b"id;name\n1;<b>A</b>\n2;<i>B</i>",
        b'"[1]";"{2}"\n1;2\n',
    ],
)
def test_a_table_with_brackets_is_a_table(content: bytes):
    codes = {code for code, _ in found(graph.load({"actors.csv": content}))}

    assert codes <= {"missing-file", "missing-column", "unknown-column"}


def test_an_archive_says_what_is_in_it():
    report = graph.load({"sitzung.cys": zipped(session_xml=b"<a/>", tables_cytable=b"x")})

    assert report.issues[0].value == "session.xml, tables.cytable"


# --- the address of a store -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("sqlite:///region.db", "sqlite:///region.db"),
        ("sqlite:////var/lib/region.db", "sqlite:////var/lib/region.db"),
        ("postgresql://localhost/region", "postgresql://localhost/region"),
        (
            "postgresql+psycopg://anna:geheim@db.example.de/region?password=geheim",
            "postgresql+psycopg://db.example.de/region",
        ),
        (Path("sqlite:///region.db"), "sqlite:///region.db"),
    ],
)
def test_the_address_of_a_store_names_the_call_that_opens_it_and_no_password(source: str | Path, named: str):
    assert found(graph.load(source)) == [("store-address", named)]


def test_the_sentence_on_an_address_is_a_call_to_copy():
    (issue,) = graph.load("sqlite:///region.db").issues

    said = "\n".join(described(issue, read_words("de")))
    assert 'graph.load(store.open_store("sqlite:///region.db").files())' in said


# --- rows without content do not count --------------------------------------------------------------------------------


def test_rows_of_delimiters_that_a_spreadsheet_writes_for_formatted_cells_do_not_count():
    report = graph.load({"actors.csv": ACTORS + b";;\r\n" * 1_048_576, "projects.csv": PROJECTS})

    assert list(report.dataset.actors["id"]) == ["hs", "weg"]
    assert found(report) == []


# --- the command that imports -----------------------------------------------------------------------------------------


def test_a_file_that_was_not_understood_is_no_import_of_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "foerderung.csv").write_bytes(GRANTS)
    store = tmp_path / "region.db"

    assert main(["import", str(tmp_path / "foerderung.csv"), "--into", f"sqlite:///{store}"]) == 1

    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines()[0] == "foerderung.csv: Hinweis [unknown-table]"
    assert "die ersten Spalten heißen: Laufzeit von, Laufzeit bis, Zuwendungsempfänger, Fördersumme." in printed.err
    assert not store.exists()


def test_an_import_names_what_it_leaves_out_and_takes_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for name, content in {"actors.csv": ACTORS, "foerderung.csv": GRANTS}.items():
        (tmp_path / name).write_bytes(content)

    assert main(["import", str(tmp_path), "--into", f"sqlite:///{tmp_path / 'region.db'}", "--language", "en"]) == 0

    printed = capsys.readouterr()
    assert "new 2" in printed.out
    assert [line for line in printed.err.splitlines() if not line.startswith(" ")] == [
        "foerderung.csv: warning [unknown-table]"
    ]
