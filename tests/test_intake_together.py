"""Files handed in together name the same organisations; next year's file has another name and other lines."""

import pytest

from graph.intake.against import attached
from graph.intake.convert import convert
from graph.intake.decisions import MatchDecision
from graph.intake.files import tables_of
from graph.load import load
from store import Edit, Editor, Role, open_store
from tests import newcomer
from tests.test_intake import rows

ANNA = Editor("local", "anna", "Anna", Role.EDITOR)
LIST = (
    "Name des Begünstigten;Bezeichnung des Vorhabens;Gesamtkosten\n"
    "Lichtwerk GmbH;Halle;1.000,50\nStadt Musterstadt;Park;2.000,50\nHans Muster;Hofladen;10,50\n"
)


@pytest.fixture
def store(tmp_path):
    opened = open_store(f"sqlite:///{tmp_path}/region.db")
    yield opened
    opened.close()


def taken_in(store, files):
    """The preview of files beside a store, after they were compared with it and taken in."""
    data = load(store.files()).dataset if store.snapshot().headings else None
    done, _ = attached(convert(files), data)
    preview = store.preview_import(tables_of(done))
    store.import_rows(ANNA, preview)
    return preview


def test_who_is_named_by_several_files_is_one_actor():
    files = {**newcomer.cordis(), **newcomer.foerderkatalog(), **newcomer.matrix()}

    done, asked = attached(convert(files), None)

    assert [row["id"] for row in rows(done, "actors") if "lichtwerk g" in row["name"].casefold()] == ["pic-999000002"]
    assert {row["id"] for row in rows(done, "actors") if row["name"].casefold() == "hochschule musterstadt"} == {
        "pic-999000001"
    }
    kinds = {(tie["kind"], tie["to_id"]) for tie in rows(done, "links") if tie["from_id"] == "pic-999000001"}
    assert {("leads", "cordis-101"), ("leads", "reallabor-licht"), ("partner", "forum-wasser")} <= kinds
    assert sorted((each.name, each.reason, each.same) for each in asked) == [
        ("Hochschule Musterstaddt", "typing-error", True),
        ("Lichtwerk Optik Musterstadt GmbH", "same-group", False),
    ]


def test_what_is_said_of_two_files_is_remembered(store):
    files = {**newcomer.cordis(), **newcomer.foerderkatalog()}
    _, asked = attached(convert(files), None)
    typed = next(each for each in asked if each.reason == "typing-error")
    says = [MatchDecision(each.own, each.name, each.scheme, each.actor, "another") for each in asked if each != typed]
    says.append(MatchDecision(typed.own, typed.name, typed.scheme, typed.actor, "same"))

    done, left = attached(convert(files), None, says)

    assert left == ()
    assert typed.own not in {row["id"] for row in rows(done, "actors")}
    store.import_rows(ANNA, store.preview_import(tables_of(done)))
    again, asked_again = attached(convert(files), load(store.files()).dataset)
    assert asked_again == ()
    assert store.preview_import(tables_of(again)).rows == ()


def test_private_persons_of_two_files_are_not_the_same_persons():
    other = (
        "Operation_Local_Identifier,Operation_Name_English,Beneficiary_Name,Total_Eligible_Expenditure_amount,"
        "Operation_Start_Date\nk1,Dairy,Sabine Muster,5.50,13/02/2020\n"
    )

    done, _ = attached(convert({"a.csv": LIST.encode(), "b.csv": other.encode()}), None)

    assert [row["name"] for row in rows(done, "actors")].count("Privatperson (1)") == 2


def test_a_file_with_another_name_is_the_source_it_was_last_year(store):
    taken_in(store, {"vorhaben_2025.csv": LIST.encode()})
    longer = "Stand 2026;;\n" + LIST + "Lichtwerk GmbH;Lager;500,50\n"

    preview = taken_in(store, {"liste-2026-endgueltig.csv": longer.encode()})

    assert [row.after.get("name", row.table) for row in preview.new] == ["Lager", "links"]
    assert [row.table for row in preview.changed] == ["sources"], "another line is no change"
    assert preview.missing == ()
    assert list(load(store.files()).dataset.sources["id"]) == ["vorhaben-vorhaben-2025-csv"]


def test_what_is_gone_from_a_renamed_file_is_missing(store):
    taken_in(store, {"vorhaben_2025.csv": LIST.encode()})
    shorter = "".join(LIST.splitlines(keepends=True)[:3])

    preview = taken_in(store, {"neu.csv": shorter.encode()})

    assert [(row.table, row.before["name"]) for row in preview.missing if row.table == "actors"] == [
        ("actors", "Privatperson (1)")
    ]
    assert len([row for row in preview.missing if row.table == "projects"]) == 1


def test_a_list_of_other_projects_is_another_source(store):
    taken_in(store, {"thueringen.csv": LIST.encode()})
    others = LIST.replace("Halle", "Brücke").replace("Park", "Schule").replace("Hofladen", "Mühle")

    preview = taken_in(store, {"hessen.csv": others.encode()})

    assert [row.id for row in preview.new if row.table == "sources"] == ["vorhaben-hessen-csv"]


def test_the_name_somebody_gave_an_actor_stays_when_its_register_is_read_again(store):
    files = {"vorhaben.csv": LIST.encode()}
    taken_in(store, files)
    actor = next(entry for entry in store.snapshot().rows("actors") if entry.cells["name"] == "Lichtwerk GmbH")
    store.save(ANNA, [Edit("actors", actor.id, actor.version, {"name": "Lichtwerk Musterstadt GmbH"})])

    preview = taken_in(store, files)

    assert ([*preview.new, *preview.changed], [row.table for row in preview.contested]) == ([], ["actors"])
    assert store.snapshot().find("actors", actor.id).cells["name"] == "Lichtwerk Musterstadt GmbH"


def test_what_a_register_leaves_in_the_table_of_sources_is_no_unknown_column():
    done, _ = attached(convert(newcomer.foerderkatalog()), None)

    report = load(tables_of(done))

    assert [issue.code for issue in report.issues if issue.file == "sources.csv"] == []
    assert report.dataset.sources["rows_taken"].tolist() == ["4"]


def test_a_funder_is_no_name_of_the_file_that_is_there_already(store):
    files = newcomer.foerderkatalog()
    taken_in(store, files)

    done, _ = attached(convert(files), load(store.files()).dataset)

    said = done.report.as_json()["organisations"]
    assert (said["names"], said["existing"], said["new"]) == (4, 4, 0), "the ministry is no recipient"
