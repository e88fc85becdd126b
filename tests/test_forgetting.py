"""After something was erased no process of the app holds it any more, once somebody looked at a page."""

import gc
import logging
from collections.abc import Iterator

import pandas as pd

from store import Edit, Editor, Role, open_store

ANNA = Editor("", "", "Anna", Role.EDITOR)
ADMIN = Editor("", "", "Ada", Role.ADMIN)
PLANTED = "Quintilla" + "Beispielfrau"  # in two parts: this file holds it too
PAGES = ("verzeichnis", "kompetenzfelder", "rollen", "zeitverlauf", "foerderung", "steckbrief", "daten")


def holders(text: str) -> Iterator[str]:
    """What in this process holds a text: in a container, an attribute, a variable or a table."""
    for thing in gc.get_objects():
        if isinstance(thing, pd.DataFrame):
            if any(text in str(cell) for column in thing for cell in thing[column]):
                yield "DataFrame"
        elif any(holds(each, text) for each in gc.get_referents(thing)):
            yield f"{type(thing).__name__}: {str(thing)[:120]}"


def holds(thing: object, text: str) -> bool:
    if isinstance(thing, bytes):
        return text.encode() in thing
    return isinstance(thing, str) and text in thing and thing is not text


def test_memory_and_log_hold_nothing_of_what_was_erased(tmp_path, monkeypatch, open_page, caplog):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.WARNING, "numba")  # it tells each step of compiling, at great length, and knows no data
    address = f"sqlite:///{tmp_path}/region.db"
    monkeypatch.setenv("AKTEURSNETZ_DATA", address)
    other_process = open_store(address)
    other_process.import_rows(ANNA, other_process.preview_import("data"))
    wiro = other_process.entry("actors", "wiro")
    other_process.save(ANNA, [Edit("actors", "wiro", wiro.version, {"name": f"Frau {PLANTED}"})])
    for page in PAGES:
        app = open_page(page, id="wiro")
    assert any(holders(PLANTED))

    other_process.erase(ADMIN, PLANTED)
    app.run()

    gc.collect()
    assert [*holders(PLANTED)] == []
    assert PLANTED not in caplog.text
