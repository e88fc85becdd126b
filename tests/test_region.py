"""Where the server's data live, and what a visitor reads when they cannot be reached."""

import json
import sqlite3

import pytest
from streamlit.testing.v1 import AppTest

from store import FAULTS, Editor, NotAllowedError, Role, StoreError, make_store, open_store, region
from tests.conftest import REPOSITORY

ANNA = Editor("local", "anna", "Anna", Role.EDITOR)
MAIN = str(REPOSITORY / "ui" / "main.py")


@pytest.fixture
def copy(tmp_path, monkeypatch):
    monkeypatch.setattr(region, "EDITABLE", tmp_path / "var" / "region.db")
    monkeypatch.delenv("AKTEURSNETZ_DATA", raising=False)
    return tmp_path / "var" / "region.db"


def test_an_editable_copy_is_made_from_what_is_shown_and_then_used(copy):
    assert (region.address(), region.can_be_made_editable()) == ("", True)

    region.make_editable(ANNA, REPOSITORY / "data")

    assert region.address() == f"sqlite:///{copy}"
    assert len(region.store_or_none().entries("actors")) == 151
    assert sorted(file.name for file in copy.parent.iterdir() if "new" in file.name) == []
    assert not region.can_be_made_editable()
    with pytest.raises(StoreError, match="name-taken"):
        region.make_editable(ANNA, REPOSITORY / "data")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "var/region.db"),
        ("sqlite:////srv/netz/daten/ostwuerttemberg.db", "daten/ostwuerttemberg.db"),
        ("postgresql://netz:geheim@datenbank/region", "datenbank/region"),
    ],
)
@pytest.mark.usefixtures("copy")
def test_visitors_read_where_the_data_are_without_password_and_without_the_servers_folders(monkeypatch, address, said):
    if address:
        monkeypatch.setenv("AKTEURSNETZ_DATA", address)

    assert region.place() == said


def test_a_viewer_makes_no_copy(copy):
    with pytest.raises(NotAllowedError):
        region.make_editable(Editor("local", "v", "V"), REPOSITORY / "data")
    assert not copy.exists()


def test_the_app_shows_what_is_in_the_store_and_each_change_at_once(tmp_path, monkeypatch):
    files = {"actors.csv": b"id,name\nhs,Hochschule Aalen\n", "projects.csv": b"id,name\n"}
    make_store(tmp_path / "region.db", files, ANNA)
    monkeypatch.setenv("AKTEURSNETZ_DATA", f"sqlite:///{tmp_path}/region.db")
    app = AppTest.from_file(MAIN, default_timeout=90).run()
    app.switch_page("page/verzeichnis.py").run()
    assert not app.exception

    from store import Edit
    from ui.view import report

    region.store_or_none().save(ANNA, [Edit("actors", "hs", 1, {"name": "HS Aalen"})])
    monkeypatch.setattr("ui.query.own_files", dict)
    assert list(report(region.present()).dataset.actors["name"]) == ["HS Aalen"]


def test_a_store_that_cannot_be_used_is_a_sentence_and_stays_untouched(tmp_path, monkeypatch):
    file = tmp_path / "region.db"
    open_store(f"sqlite:///{file}").close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0099'")
    connection.close()
    before = file.read_bytes()
    monkeypatch.setenv("AKTEURSNETZ_DATA", f"sqlite:///{file}")

    with pytest.raises(StoreError, match="newer-schema"):
        region.shared_store(region.address())

    assert region.store_or_none() is None
    assert file.read_bytes() == before


def test_an_earlier_state_is_read_anew_after_something_was_erased(tmp_path):
    from views.loaded import state_report

    address = f"sqlite:///{tmp_path}/region.db"
    files = {"actors.csv": b"id,name,note\nhs,Hochschule,Frau Muster\n", "projects.csv": b"id,name\n"}
    make_store(tmp_path / "region.db", files, ANNA)
    store = region.shared_store(address)
    state = store.hold_state(ANNA, "Stand")
    assert list(state_report(address, state, store.present).dataset.actors["note"]) == ["Frau Muster"]

    store.erase(Editor("local", "ada", "Ada", Role.ADMIN), "Frau Muster")

    assert list(state_report(address, state, store.present).dataset.actors["note"]) == [""]


def test_the_sentence_stands_in_place_of_the_panel_for_faults():
    def script():
        from store import StoreError
        from ui import error_panel

        error_panel.show(StoreError("disk-full", "no space left"))

    (shown,) = AppTest.from_function(script).run().error

    assert "Der Datenträger ist voll; es wurde nichts geändert." in shown.value
    assert "no space left" not in shown.value


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_fault_of_a_store_has_its_sentence(language):
    words = json.loads((REPOSITORY / "views" / "locales" / language / "store.json").read_text("utf-8"))

    assert sorted({*words} - {"title"}) == sorted(FAULTS)
