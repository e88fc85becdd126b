"""``akteursnetz convert``: any file to our tables, from a shell."""

import json

import graph
from commands.__main__ import main

MEMBERS = "Netzwerk;Mitglied1;Mitglied2\nCluster Licht;HS Muster;Werk Eins\n"


def test_the_tables_and_the_report_are_written_and_can_be_loaded(tmp_path, capsys):
    (tmp_path / "mitglieder.csv").write_text(MEMBERS, "utf-8")

    assert main(["convert", str(tmp_path / "mitglieder.csv"), "--to", str(tmp_path / "region")]) == 0

    assert sorted(file.name for file in (tmp_path / "region").iterdir()) == [
        "actors.csv",
        "links.csv",
        "report.json",
        "sources.csv",
    ]
    report = json.loads((tmp_path / "region" / "report.json").read_text("utf-8"))
    assert report["rows"] == {"file": 1, "taken": 1, "left_out": {}}
    assert len(graph.load(tmp_path / "region").dataset.actors) == 3
    assert capsys.readouterr().out.splitlines() == [
        "Erkannt als: mitglieder-in-spalten",
        "Zeilen: 1 in der Datei, 1 übernommen",
        "Organisationen: 2 Namen in der Datei, 0 schon vorhanden, 2 neu",
        "Verbindungen: 2 in der Datei, 2 übernommen",
    ]


def test_a_dry_run_writes_nothing(tmp_path):
    (tmp_path / "mitglieder.csv").write_text(MEMBERS, "utf-8")

    assert main(["convert", str(tmp_path / "mitglieder.csv"), "--to", str(tmp_path / "region"), "--dry-run"]) == 0
    assert not (tmp_path / "region").exists()


def test_what_is_not_recognised_is_an_open_question_with_the_option_that_answers_it(tmp_path, capsys):
    (tmp_path / "x.csv").write_text("Farbe;Gewicht\nrot;3\n", "utf-8")

    assert main(["convert", str(tmp_path / "x.csv"), "--dry-run", "--language", "en"]) == 1
    assert "Answer with --recipe NAME or --recipe FILE." in capsys.readouterr().out


def test_a_region_that_is_none_is_said(tmp_path, capsys):
    (tmp_path / "m.csv").write_text(MEMBERS, "utf-8")

    assert main(["convert", str(tmp_path / "m.csv"), "--region", ",", "--dry-run"]) == 1
    assert "region" in capsys.readouterr().err.casefold()


def test_actors_of_a_store_keep_their_ids_and_the_second_time_nothing_changes(tmp_path, capsys):
    region, store = tmp_path / "region", f"sqlite:///{tmp_path / 'region.db'}"
    region.mkdir()
    (region / "actors.csv").write_text("id,name,location\nhsm,Hochschule Muster,Musterstadt\n", "utf-8")
    (region / "projects.csv").write_text("id,name\np,P\n", "utf-8")
    (tmp_path / "mitglieder.csv").write_text(
        "Netzwerk;Mitglied1;Mitglied2\nCluster Licht;HS Muster;Werk Eins\n", "utf-8"
    )
    assert main(["import", str(region), "--into", store]) == 0

    into = ["convert", str(tmp_path / "mitglieder.csv"), "--to", str(tmp_path / "neu"), "--against", store]
    assert main(into) == 0
    report = json.loads((tmp_path / "neu" / "report.json").read_text("utf-8"))
    assert report["organisations"] == {"names": 2, "existing": 1, "new": 1, "left_out": 0, "reasons": {}}
    assert "hsm,cluster-licht,member_of" in (tmp_path / "neu" / "links.csv").read_text("utf-8")

    assert main(["import", str(tmp_path / "neu"), "--into", store]) == 0
    capsys.readouterr()
    assert main(into) == 0
    assert main(["import", str(tmp_path / "neu"), "--into", store]) == 0
    assert "new 0, changed 0" in capsys.readouterr().out
