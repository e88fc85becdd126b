"""Drafts, participants of a new project and conflicts, without a screen."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from store import Conflict, Edit, Entry
from store.changes import ChangeSet
from ui.controls import are_in
from views.editing import rows
from views.editing import words as wording
from views.editing.answer import told_apart
from views.editing.draft import NEW, EntryDraft, contested, draft_of, filled, free_id, named, settled
from views.editing.participants import Participant, added, edits_of, with_role, without
from views.language.words import words

WIRO = Entry("actors", "wiro", 3, {"id": "wiro", "name": "WiRO", "location": "Aalen"})
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def conflict(seen, now, mine):
    entry = None if now is None else Entry("actors", "wiro", 4, now)
    return Conflict(Edit("actors", "wiro", 3, mine), seen, entry, 4, "Kollegin", NOON)


def test_a_draft_saves_only_what_was_changed():
    draft = filled(filled(draft_of(WIRO), "location", "Heidenheim"), "name", "WiRO")

    assert draft.edit == Edit("actors", "wiro", 3, {"location": "Heidenheim"})


def test_an_emptied_cell_is_a_change_and_an_untouched_one_is_none():
    draft = filled(filled(draft_of(WIRO), "location", ""), "website", "")

    assert draft.changed == {"location": ""}


@pytest.mark.parametrize(
    ("name", "taken", "id"),
    [
        ("Hochschule Aalen", (), "hochschule-aalen"),
        ("Größe & Maß", (), "groesse-mass"),
        ("WiRO", ("wiro", "wiro-2"), "wiro-3"),
        ("  ", (), ""),
        ("漢字", ("x",), "x-2"),
    ],
)
def test_an_id_is_made_from_the_name_and_is_free(name, taken, id):
    assert free_id(name, taken) == id


def test_an_id_of_ones_own_is_kept():
    draft = EntryDraft("actors", NEW, cells={"name": "WiRO", "id": "wirtschaft"})

    assert named(draft, ()).cells["id"] == "wirtschaft"


def test_the_first_who_is_named_leads_and_nobody_stands_there_twice():
    listed = added(added(added((), "wiro", "WiRO"), "", " Neue  Firma "), "wiro", "WiRO")

    assert listed == (Participant("wiro", "WiRO", "leads"), Participant("", "Neue Firma", "partner"))


def test_roles_can_be_changed_and_names_removed():
    listed = added(added((), "wiro", "WiRO"), "hs", "HS Aalen")

    assert with_role(listed, 1, "funds")[1].role == "funds"
    assert without(listed, 0) == (Participant("hs", "HS Aalen", "partner"),)


def test_a_project_its_new_actors_and_its_ties_are_saved_at_once():
    project = EntryDraft("projects", NEW, cells={"name": "Licht", "id": "licht"})
    listed = (
        Participant("wiro", "WiRO", "leads"),
        Participant("", "Licht", "partner"),
        Participant("hs", "HS Aalen", "supports"),
        Participant("land", "Land", "funds"),
    )

    assert edits_of(project, listed, {"wiro", "hs", "land"}) == [
        Edit("actors", "licht-2", 0, {"id": "licht-2", "name": "Licht"}),
        Edit(
            "projects",
            "",
            0,
            {"name": "Licht", "id": "licht", "lead": "wiro", "partners": "licht-2", "funders": "land"},
        ),
        Edit("links", "", 0, {"from_id": "hs", "to_id": "licht", "kind": "supports"}),
    ]


def test_only_what_both_changed_to_something_else_is_contested():
    seen = {"name": "A", "location": "Aalen", "website": "x"}
    now = {"name": "B", "location": "Aalen", "website": "z"}

    found = contested(conflict(seen, now, {"name": "C", "location": "Ulm", "website": "z"}))

    assert found == {"name": ("A", "B", "C")}


def test_a_settled_conflict_keeps_theirs_where_chosen_and_what_only_one_side_changed():
    clash = conflict({"name": "A", "location": "Aalen"}, {"name": "B"}, {"name": "C", "website": "y"})

    assert settled(clash, ["name"]) == Edit("actors", "wiro", 4, {"website": "y"})
    assert settled(clash, []) == Edit("actors", "wiro", 4, {"name": "C", "website": "y"})


def test_an_entry_deleted_meanwhile_comes_back_as_the_editor_saw_and_changed_it():
    clash = conflict({"name": "A", "location": "Aalen"}, None, {"name": "C"})

    assert settled(clash, []) == Edit("actors", "wiro", 4, {"name": "C", "location": "Aalen"})


def test_what_is_typed_into_a_table_becomes_edits_of_the_rows_it_differs_in():
    typed = rows.typed_of(
        {
            "edited_rows": {0: {"name": "WiRO", "location": "Ulm"}},
            "added_rows": [{"name": "Neue Firma", "type": None}, {"name": None}],
            "deleted_rows": [],
        }
    )

    assert rows.edits_of("actors", [WIRO], typed, {"wiro", "neue-firma"}) == [
        Edit("actors", "wiro", 3, {"location": "Ulm"}),
        Edit("actors", "", 0, {"name": "Neue Firma", "id": "neue-firma-2"}),
    ]


def test_a_row_that_is_deleted_is_not_edited_too():
    typed = rows.typed_of({"edited_rows": {0: {"location": "Ulm"}}, "added_rows": [], "deleted_rows": [0]})

    assert rows.edits_of("actors", [WIRO], typed, ()) == []


def test_edits_of_one_row_are_joined_and_a_deletion_wins():
    first, second = Edit("projects", "p", 1, {"name": "Neu"}), Edit("projects", "p", 1, {"partners": ""})
    gone = Edit("actors", "wiro", 3, None)

    assert rows.together([first, Edit("actors", "wiro", 3, {"name": "X"})], [second, gone]) == [
        Edit("projects", "p", 1, {"name": "Neu", "partners": ""}),
        gone,
    ]


def test_edits_are_told_as_changes_before_they_are_saved():
    changes = rows.changes_of([Edit("actors", "wiro", 3, {"location": "Ulm"})], {"actors": {"wiro": WIRO}})

    assert [(one.column, one.before, one.after) for one in changes[0].fields] == [("location", "Aalen", "Ulm")]


def test_entries_of_the_same_name_are_told_apart_by_their_ids():
    names = {"zeiss": "Carl Zeiss AG", "zeiss-2": "Carl Zeiss AG", "wiro": "WiRO"}

    assert told_apart(names) == {"zeiss": "Carl Zeiss AG (zeiss)", "zeiss-2": "Carl Zeiss AG (zeiss-2)", "wiro": "WiRO"}


def test_a_list_that_reports_a_name_from_before_a_change_has_chosen_nothing():
    assert are_in("wiro", {"wiro": "WiRO Region"})
    assert are_in(None, {})
    assert not are_in("WiRO", {"wiro": "WiRO Region"})
    assert not are_in(["wiro", "HS Aalen"], {"wiro": "WiRO Region", "hs": "Hochschule Aalen"})


def test_a_change_without_a_name_is_told_without_a_subject():
    done = ChangeSet(4, NOON, "", "", "", "import", "", entries=3)

    assert wording.deed(words("de"), done, NOON, NOON) == "Eingelesen um 12:00 Uhr (ohne Namen): 3 Einträge."
    named_one = wording.deed(words("de"), replace(done, who="Anna"), NOON, NOON)
    assert named_one == "Anna hat um 12:00 Uhr 3 Einträge eingelesen."


@pytest.mark.parametrize(
    ("name", "language", "called"),
    [
        ("Anna *Ahorn*", "de", "Anna \\*Ahorn\\*"),
        ("", "de", "ohne Namen"),
        ("command line", "de", "Ein Befehl auf dem Server"),
        ("command line", "en", "A command on the server"),
    ],
)
def test_who_changed_something_is_named_in_the_language_of_the_visitor(name, language, called):
    assert wording.who(words(language), name) == called
