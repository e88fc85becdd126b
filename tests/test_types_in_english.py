"""Types of actors and kinds of projects, which the data say in German, in a view that is asked in English."""

from functools import partial
from pathlib import Path

import pytest

import graph
from graph.export.sheets import tables_of
from tests.test_exhibits_of_pages import VIEWS, link_of
from views.exhibit.links import exhibit_of, view_of
from views.language.words import read_locale
from views.loaded import state_of, states_beside

_HEAD = "term.recorded."
# Words that mean something else in another column
AMBIGUOUS = {"Projekt", "Netzwerk"}


@pytest.fixture(scope="module")
def shipped():
    return graph.load("data").dataset


def german_words():
    words = {key.removeprefix(_HEAD): said for key, said in read_locale("en").items() if key.startswith(_HEAD)}
    return {word for word, said in words.items() if word != said} - AMBIGUOUS


@pytest.mark.parametrize(("page", "tab"), VIEWS)
def test_no_cell_of_an_english_table_is_a_german_type(shipped, page, tab):
    link = link_of(page, tab)
    states = partial(state_of, states_beside(Path("data")))
    exhibit = exhibit_of(view_of(shipped, link, "en", states), link)
    german = german_words()
    cells = {
        (column.header, cell.text)
        for table in tables_of(exhibit)
        for column, *column_cells in zip(table.columns, *table.rows, strict=True)
        for cell in column_cells
    }

    assert {(title, text) for title, text in cells if text in german} == set()
