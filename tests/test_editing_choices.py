"""What a cell of a form is chosen from, without a screen, and how a choice is written into the cell."""

from datetime import UTC, datetime

import pytest

from graph.issue import Issue
from graph.schema import TABLES
from store import Document, Edit
from tests.small_region import actor, project, region
from views.editing.answer import column_of
from views.editing.choices import CellChoices, choices_of, code_options, written
from views.editing.draft import NEW, EntryDraft
from views.editing.outcome_words import first_lines, goes_with, reasons, saved_document
from views.exhibit.links import no_state, view_of
from views.language.words import words

DE = words("de")
DATA = region(
    [actor("hs", "Hochschule"), actor("tu", "Hochschule", name="hs"), actor("firma", "Unternehmen")],
    [project("lab", "Optik", "Holz")],
    sources=[{"id": "report", "title": "Bericht"}],
    title="Netz",
)
VIEW = view_of(DATA, "bearbeiten", "de", no_state)


def choices(table, column, id=NEW, **cells):
    return choices_of(VIEW, EntryDraft(table, id, cells=cells), column_of(table, column))


def test_what_others_say_is_suggested_and_something_new_may_be_typed():
    assert choices("actors", "type", type="Hochschule") == CellChoices(
        ("Hochschule",), {"Hochschule": "Hochschule", "Unternehmen": "Unternehmen"}, new=True
    )


def test_actors_of_the_same_name_are_told_apart():
    found = choices("projects", "partners", partners="tu;weg")

    assert (found.values, found.several, found.new) == (("tu", "weg"), True, False)
    assert found.options == {"firma": "firma", "hs": "hs (hs)", "tu": "hs (tu)", "weg": "weg"}


def test_a_word_for_a_code_is_shown_as_the_code():
    assert choices("links", "kind", kind="Leitet").values == ("leads",)
    assert set(choices("links", "kind").options) == set(code_options(DE, "tie_kind"))


def test_a_new_fact_is_one_that_is_not_there_yet():
    assert "title" not in choices("about", "key").options
    assert choices("about", "key").new
    assert choices("about", "key", id="title") is None


@pytest.mark.parametrize("column", ["name", "website", "description"])
def test_a_text_is_typed(column):
    assert choices("actors", column) is None


@pytest.mark.parametrize(
    ("table", "column", "value", "text"),
    [
        ("projects", "partners", ["hs", "tu", "hs"], "hs;tu"),
        ("projects", "collective", True, "ja"),
        ("projects", "collective", False, ""),
        ("projects", "name", None, ""),
        ("about", "key", "title", "title"),
        ("actors", "name", "TU", "TU"),
    ],
)
def test_a_choice_is_written_as_a_file_would_hold_it(table, column, value, text):
    assert written(column_of(table, column), value) == text


def test_every_reason_is_given_once_with_the_name_of_its_field():
    found = Issue("missing-name", "error", "actors.csv", 2, "name")

    assert reasons(DE, [found, found]).count("\n") == 0
    assert reasons(DE, [found]).startswith("- **Name:** ")


def test_a_long_list_says_how_many_lines_it_leaves_out():
    assert first_lines(DE, ["- a", "- b"], 2) == "- a\n- b"
    assert first_lines(DE, ["- a", "- b", "- c"], 1) == "- a\n- und 2 weitere Einträge"


def test_a_deletion_says_what_goes_with_it():
    entry, tie = Edit("actors", "hs", 1, None), Edit("links", "1", 1, None)

    assert goes_with(DE, [entry]) == DE("bearbeiten.delete.alone")
    assert goes_with(DE, [entry, tie]) == f"- {DE.count('bearbeiten.delete.with.links', 1)}"


def test_what_is_saved_says_by_whom_and_when():
    at = datetime(2024, 5, 6, 7, 8, tzinfo=UTC)
    laid = Document("d1", "mappe", "Sitzung *1*", "", 1, at, "Ana")

    assert saved_document(DE, laid, at, at) == r"**Sitzung \*1\***, abgelegt um 07:08 Uhr (Ana)"


def test_every_coded_column_has_words_for_its_codes():
    coded = {column.vocabulary for table in TABLES.values() for column in table.columns if column.vocabulary}

    assert all(all(code_options(DE, vocabulary).values()) for vocabulary in coded)
