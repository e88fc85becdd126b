"""A saved state is one dated zip."""

import io
import zipfile
from datetime import date

from graph.history.state import save_state

FILES = {"projects.csv": b"id,name\n", "actors.csv": "id,name\nwiro,Wirtschaftsförderung\n".encode()}


def test_a_state_is_named_by_its_day():
    assert save_state(FILES, date(2026, 11, 23)).name == "2026-11-23_akteursnetz_daten.zip"


def test_a_state_holds_the_tables_unchanged():
    with zipfile.ZipFile(io.BytesIO(save_state(FILES, date(2026, 11, 23)).content)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == FILES


def test_equal_tables_give_equal_bytes_on_any_day():
    reordered = dict(reversed(FILES.items()))

    assert save_state(FILES, date(2026, 1, 1)).content == save_state(reordered, date(2027, 1, 1)).content
