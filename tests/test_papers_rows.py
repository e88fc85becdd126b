"""What a person accepted of a paper: as files for a new region, and told where it fits no row."""

import json

from commands.__main__ import main
from graph.extraction import csv_files, extract
from graph.load import load
from store import Editor, Role, open_store
from tests.extraction.score import HERE
from views.language.words import words
from views.papers import review
from views.papers.words import not_taken

TEXT = (HERE / "ledger" / "paper.txt").read_text("utf-8")
TABLES = ("actors", "projects", "links", "events", "sources")


def accepted(text: str, known: dict[str, set[str]] | None = None, **same: str):
    """Rows of a review in which everything is accepted; ``same`` says which names are in the data already."""
    found = extract(text)
    said = [{"n": n} | ({"same": same[p.text]} if p.text in same else {}) for n, p in enumerate(found.proposals)]
    return review.rows(found, json.dumps(said), review.paper_of("Vorlage 31/2022", "2022-05-17", "", ""), known or {})


def test_confirmed_rows_go_as_files_into_a_new_region_with_their_locators(tmp_path):
    rows = accepted(TEXT)
    for name, content in csv_files(rows).items():
        (tmp_path / name).write_bytes(content)

    assert main(["convert", str(tmp_path), "--to", str(tmp_path / "region")]) == 0

    dataset = load(tmp_path / "region").dataset
    counted = {"actors": dataset.actors, "projects": dataset.projects, "links": dataset.ties, "events": dataset.events}
    assert {name: len(table) for name, table in counted.items()} == {name: len(rows.tables[name]) for name in counted}
    for name, table in counted.items():
        assert sorted(table["locator"]) == sorted(row["locator"] for row in rows.tables[name])
        assert set(table["reference"]) == {"vorlage-31-2022"}
        assert all(0 < len(locator.split()) <= 13 for locator in table["locator"])
    assert dataset.sources.loc[0, "title"] == "Vorlage 31/2022"


def test_what_was_accepted_and_fits_no_row_is_told_with_its_words_and_owner():
    rows = accepted("Die Stadt Au fördert das Projekt „Alpha“. Die Kern GmbH wurde am 03.02.2019 gegründet.")

    assert not_taken(words("de"), rows) == (
        "1 Vorschlag passt in keine Zeile, etwa ein Betrag, bei dem nicht steht, wer ihn zahlt."
        " Bitte tragen Sie von Hand ein, was davon wichtig ist: „03.02.2019“ (Kern GmbH)."
    )
    assert not_taken(words("en"), accepted("Die Stadt Au und die Kern GmbH bauen.")) == ""


def test_what_fits_no_row_leaves_in_a_file_of_its_own():
    rows = accepted("Die Kern GmbH wurde am 03.02.2019 gegründet. Das Projekt „Alpha“ kostet 1,5 Mio. Euro.")

    assert csv_files(rows)["left_out.csv"].decode("utf-8-sig").splitlines() == [
        "kind,words,of,from,to,type,value_eur,basis,edtf",
        'amount,"1,5 Mio. Euro",Alpha,,,,1500000,,',
        "date,03.02.2019,Kern GmbH,,,,,,2019-02-03",
    ]
    assert "left_out.csv" not in csv_files(accepted("Die Stadt Au und die Kern GmbH bauen."))


def test_a_date_of_an_actor_that_is_in_the_data_makes_no_event_and_is_told():
    text = "Die Kern GmbH wurde am 03.02.2019 gegründet."

    rows = accepted(text, {"actors": {"kern"}}, **{"Kern GmbH": "kern"})

    assert rows.tables["events"] == []
    assert [one.of for one in rows.left_out] == ["Kern GmbH"]


def test_a_budget_of_a_project_that_is_in_the_data_is_told():
    text = "Die Gesamtkosten des Projekts „Alpha“ betragen 60.000 Euro."

    rows = accepted(text, {"projects": {"alpha"}}, **{"Alpha": "alpha"})

    assert rows.tables["projects"] == []
    assert [(one.of, one.value_eur) for one in rows.left_out] == [("Alpha", 60_000)]


def test_nothing_of_the_paper_is_in_the_store_beyond_the_quoted_words(tmp_path):
    store = open_store(f"sqlite:///{tmp_path}/region.db")
    rows = accepted(TEXT)
    store.save(Editor("", "", "A", Role.ADMIN), review.edits_of(rows), label="Vorlage 31/2022")
    store.close()

    kept = " ".join(
        b" ".join(file.read_bytes() for file in tmp_path.iterdir()).decode("utf-8", errors="replace").split()
    )
    assert "Stadt Brunnfeld" in kept
    said = TEXT.split()
    assert [run for at in range(len(said) - 12) if (run := " ".join(said[at : at + 13])) in kept] == []
    assert "Verteilung der Räume" not in kept


def test_a_paper_that_is_read_twice_doubles_no_tie_and_no_date(tmp_path):
    store = open_store(f"sqlite:///{tmp_path}/region.db")
    text = (
        "Die Stadt Au fördert das Projekt „Alpha“ mit 10.000 Euro. Das Projekt „Alpha“ läuft seit 2021. "
        "Die Kern GmbH ist Partner im Projekt „Alpha“."
    )
    names = {}
    counts = []
    for _ in range(2):
        rows = accepted(text, review.known_of(store), **names)
        store.save(Editor("", "", "A", Role.ADMIN), review.edits_of(rows))
        names = {e.cells["name"]: id for t in ("actors", "projects") for id, e in store.entries(t).items()}
        counts.append([len(store.entries(table)) for table in ("actors", "projects", "links", "events")])
    store.close()

    assert counts[0] == counts[1] == [2, 1, 2, 1]
    assert (
        not_taken(words("de"), rows)
        == "3 Verbindungen und Termine standen schon in den Daten und wurden nicht doppelt eingetragen."
    )
