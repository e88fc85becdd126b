"""``python -m graph``: commands that run where there is no screen, such as the tests of a data repository."""

import subprocess
import sys
from pathlib import Path

import pytest

from graph.__main__ import COMMANDS, main

FAULTY = {
    "actors.csv": "id,name,reference\nhs,Hochschule Aalen,s\nwiro,WiRO,\n",
    "projects.csv": "id,name,lead,start,reference\np,Zukunft,hs;wrio,31.02.2026,s\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FAULTY.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_the_check_finds_nothing_wrong_with_the_shipped_data(repository: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check", str(repository / "data")]) == 0
    assert capsys.readouterr().out == (
        "Verwendbar: Akteure 151, Projekte 260, Verbindungen 928, Quellen 268, Termine 33. "
        "Gefunden: Fehler 0, Hinweise 0, Informationen 4.\n"
    )


def test_errors_are_printed_in_german_with_place_and_proposal(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "projects.csv:2:start: Fehler [unreadable-date]",
        "    „31.02.2026“ ist kein lesbares Datum; es gilt als nicht erfasst. Möglich sind etwa 31.12.2026, 12/2026, "
        "2026, Herbst 2026 oder 2026-05/2027-04.",
        "projects.csv:2:lead: Fehler [unknown-actor]",
        "    Einen Akteur mit der Kennung „wrio“ gibt es nicht; er wurde aus der Liste ausgelassen. Berichtigen Sie "
        "die Kennung oder ergänzen Sie den Akteur in actors.csv. Meinten Sie: wiro?",
        "Verwendbar: Akteure 2, Projekte 1, Verbindungen 1, Quellen 0, Termine 0. "
        "Gefunden: Fehler 2, Hinweise 0, Informationen 1.",
    ]


def test_errors_are_printed_in_english_and_information_when_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check", str(folder), "--language", "en", "--all"]) == 1
    printed = capsys.readouterr().out
    assert "projects.csv:2:start: error [unreadable-date]" in printed
    assert "actors.csv:3:reference: information [no-source]" in printed


def test_warnings_alone_do_not_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "actors.csv").write_text("id,name\nhs,Hochschule Aalen\nh2,HS Aalen\n", "utf-8")
    (tmp_path / "projects.csv").write_text("id,name\n", "utf-8")

    assert main(["check", str(tmp_path)]) == 0
    assert "Hinweis [near-duplicate-name]" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["{value} {0} {", "zwei\nZeilen", "\u202egnp.exe", "\x9b31m"])
def test_text_from_a_file_does_nothing_to_a_terminal(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "actors.csv").write_text(f'id,name,website\na,A,"x {text}"\n', "utf-8")
    (tmp_path / "projects.csv").write_text("id,name\n", "utf-8")

    assert main(["check", str(tmp_path)]) == 1
    printed = capsys.readouterr().out
    assert all(line.isprintable() for line in printed.splitlines())
    assert len(printed.splitlines()) == 3


def test_a_file_with_signs_of_a_terminal_is_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "actors.csv").write_text("id,name\na,\x1b[31mrot\x1b[0m\n", "utf-8")
    (tmp_path / "projects.csv").write_text("id,name\n", "utf-8")

    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().out.startswith("actors.csv: Fehler [undecodable]\n")


def test_a_folder_that_is_not_there_is_an_error(capsys: pytest.CaptureFixture[str]):
    assert main(["check", "no/such/folder"]) == 1
    assert "Fehler [missing-file]" in capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])

    assert stopped.value.code == 0
    assert f"python -m graph {command}" in capsys.readouterr().out


def test_it_runs_as_a_program_of_its_own(folder: Path, repository: Path):
    command = (sys.executable, "-W", "error", "-m", "graph", "check", str(folder))
    run = subprocess.run(command, cwd=repository, check=False, capture_output=True, encoding="utf-8", timeout=60)

    assert (run.returncode, run.stderr) == (1, "")
    assert "Kennung „wrio“" in run.stdout


def test_a_table_leaves_a_shell_without_the_screen_and_without_what_only_pictures_and_measures_need(
    tmp_path: Path, repository: Path
):
    """The command takes some 1.3 s (`python -m benchmarks house`); each of these adds a tenth to several seconds."""
    heavy = (
        "streamlit",
        "sqlalchemy",
        "alembic",
        "numba",
        "scipy",
        "vl_convert",
        "pptx",
        "docx",
        "odfdo",
        "typst",
        "altair",
        "duckdb",
        "pyvis",
        "IPython",
    )
    code = (
        "import sys; from commands.__main__ import main; status = main(sys.argv[1:]); "
        f"print(sorted({{name.split('.')[0] for name in sys.modules}} & set({heavy!r})), status)"
    )
    asked = ("export", "data", "--view", "foerderung?reiter=klippe", "--to", str(tmp_path / "klippe.csv"))
    run = subprocess.run(
        (sys.executable, "-c", code, *asked), cwd=repository, check=True, capture_output=True, text=True
    )

    assert run.stdout.splitlines()[-1] == "[] 0"
    assert (tmp_path / "klippe.csv").stat().st_size > 0


@pytest.mark.parametrize("command", [("check",), ("measures",), ("export", "--view", "netzwerk", "--to", "x.csv")])
def test_a_store_that_is_not_there_is_said_to_be_missing_and_none_is_made(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)

    assert main([command[0], f"sqlite:///{tmp_path}/typo.db", *command[1:]]) == 1
    assert capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("source", ["gibt-es-nicht", "leer"])
@pytest.mark.parametrize(
    "command",
    [
        ("export", "--to", "x.csv"),
        ("report", "--to", "x.pdf"),
        ("profiles", "--to", "x.pdf"),
        ("motion", "--to", "x.docx"),
        ("tables", "--to", "x.xlsx"),
        ("publish", "--to", "site"),
        ("feed", "--to", "x.ics"),
        ("measures",),
    ],
    ids=lambda command: command[0],
)
def test_a_source_that_is_not_there_or_holds_nothing_is_said_and_nothing_is_written(
    command, source, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "leer").mkdir()
    name, *options = command

    assert main([name, source, *options]) == 1
    assert f"In {source} wurde nichts gefunden, weder Akteure noch Projekte." in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["leer"]
