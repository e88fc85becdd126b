"""Registers larger than memory are cut by a database, with the same rows and the same report as line by line."""

import importlib.util
import os
from pathlib import Path

import duckdb
import pytest

from benchmarks import registers
from commands.__main__ import main
from graph.intake.convert import convert
from graph.intake.engines import DuckDB, Spark
from graph.intake.large import convert_large
from graph.intake.region import UnusableRegionError
from tests import newcomer

REGION = "DEZ01"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A register as CSV files, with an amount that is none and a row without a project."""
    files = newcomer.cordis()
    more = b'"103";"999000009";"BEISPIEL";"1";"X";"FR10";"participant";"NA"\n'
    for name, content in {**files, "organization.csv": files["organization.csv"] + more}.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def facts(translation):
    """Rows of the tables, without the lines they come from."""
    return {
        sheet.name: sorted(
            tuple(cell for name, cell in zip(sheet.header, row, strict=True) if name not in ("locator", "reference"))
            for row in sheet.rows
        )
        for sheet in translation.reading.sheets
        if sheet.name != "sources"
    }


@pytest.mark.parametrize("keep", ["consortium", "coordinators", "region"])
def test_duckdb_cuts_as_the_reader_of_lines_does(folder, keep):
    sources = [str(folder / "organization.csv"), str(folder / "project.csv")]
    line_by_line = convert(folder, region=REGION, keep=keep)
    by_duckdb = convert_large(DuckDB(), sources, REGION, keep=keep)

    assert facts(by_duckdb) == facts(line_by_line)
    assert by_duckdb.report.as_json() == line_by_line.report.as_json()


OPERATIONS = (
    "Name des Begünstigten;Bezeichnung des Vorhabens;Postleitzahl;Gesamtkosten\n"
    "Werk A GmbH;Halle;7743;1.000,50\nWerk B GmbH;Lager;01067;2.000,50\nWerk A GmbH;Halle;7743;1.000,50\n"
)
JOINT = (
    "FKZ;Ressort;Zuwendungsempfänger;Gemeindekennziffer;Ort;Thema;Laufzeit von;Fördersumme in EUR;Verbundprojekt\n"
    '="99T1A";BMX;Hochschule A;="99801000";A;Teil A;01.01.2025;1.000,50;WASSER\n'
    '="99T1B";BMX;Werk B GmbH;="99702000";B;Teil B;01.01.2025;2.000,50;Wasser\n'
    '="99T2";BMX;Hochschule A;="99801000";A;Optik;01.01.2025;500,00;=""\n'
    '="99T3";BMY;Werk C GmbH;="99702000";B;Glas;01.01.2025;700,00;=""\n'
)
PARTNERS = (
    "Programme;Project acronym;Lead partner;Organisation in English;NUTS3 code;Partner's total budget\n"
    "Alpen;LICHT;Yes;Hochschule A;DEZ01;100\nAlpen;Licht;No;Comune B;ITC11;200\nOstsee;LICHT;No;Stad C;NL111;300\n"
)


@pytest.mark.parametrize(
    ("files", "region"),
    [
        ({"liste.csv": OPERATIONS}, "07743"),
        ({"partners.csv": PARTNERS}, "DEZ01"),
        ({"foekat.csv": JOINT}, "99801000"),
        ({"partners.csv": PARTNERS}, "FR101"),
    ],
    ids=["a list without numbers", "a name within a programme", "a joint project, else a number", "nothing there"],
)
def test_registers_whose_projects_have_no_number_of_their_own_are_cut_alike(files, region, tmp_path):
    for name, content in files.items():
        (tmp_path / name).write_text(content, "utf-8")
    sources = [str(tmp_path / name) for name in files]
    line_by_line, by_duckdb = convert(tmp_path, region=region), convert_large(DuckDB(), sources, region)

    assert facts(by_duckdb) == facts(line_by_line)
    assert by_duckdb.report.as_json() == line_by_line.report.as_json()
    assert by_duckdb.report.rows.file == 4 if "foekat.csv" in files else 3


def test_parquet_is_cut_too_and_the_command_finds_out_by_itself(folder, tmp_path, capsys):
    parquet = tmp_path / "parquet"
    parquet.mkdir()
    for name in ("organization", "project"):
        duckdb.read_csv(str(folder / f"{name}.csv")).write_parquet(str(parquet / f"{name}.parquet"))

    assert main(["convert", str(parquet), "--region", REGION, "--to", str(tmp_path / "tables")]) == 0
    assert "Zeilen: 7 in der Datei, 5 übernommen; 2 ausgelassen (außerhalb der Region)" in capsys.readouterr().out
    assert "organization.parquet (Schnitt), Zeile 2" in (tmp_path / "tables" / "actors.csv").read_text("utf-8")


def test_without_a_region_or_with_files_of_no_register_nothing_is_cut(folder, tmp_path, capsys):
    with pytest.raises(UnusableRegionError):
        convert_large(DuckDB(), [str(folder / "organization.csv")], None)
    (tmp_path / "x.csv").write_text("Farbe;Gewicht\nrot;3\n", "utf-8")
    assert not convert_large(DuckDB(), [str(tmp_path / "x.csv")], REGION).is_settled
    assert main(["convert", str(folder), "--engine", "spark", "--dry-run"]) == 1
    assert "--region" in capsys.readouterr().err


@pytest.mark.skipif(importlib.util.find_spec("pyspark") is not None, reason="Apache Spark is there")
def test_without_spark_a_sentence_says_what_to_install(folder, capsys):
    assert main(["convert", str(folder), "--engine", "spark", "--region", REGION, "--dry-run"]) == 1
    assert "requirements-spark.txt" in capsys.readouterr().err


@pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="needs requirements-spark.txt and Java 17")
@pytest.mark.filterwarnings("ignore")
def test_spark_gives_the_same_rows_with_the_same_statement(folder):
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    sources = [str(folder / "organization.csv"), str(folder / "project.csv")]
    by_spark, by_duckdb = (convert_large(engine(), sources, REGION) for engine in (Spark, DuckDB))

    assert facts(by_spark) == facts(by_duckdb)
    assert by_spark.report.as_json() == by_duckdb.report.as_json()


def test_the_benchmark_cuts_a_small_register_alike_from_parquet_and_csv(tmp_path):
    small = [registers.cut(source)[:2] for source in registers.made(tmp_path, 5_000)]

    assert small[0] == small[1]
    assert sum(small[0]) == 5_000


def test_duckdb_draws_no_progress_among_the_lines_of_a_command():
    connection = DuckDB()._connection

    assert connection.execute("SELECT current_setting('enable_progress_bar')").fetchall() == [(False,)]
