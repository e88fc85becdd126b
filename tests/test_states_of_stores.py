"""A link of the app that compares with a named state finds it from the command line too: by its name and by its id."""

import pytest

from commands.__main__ import main
from store import Edit, Editor, Role, open_store

ANNA = Editor("local", "anna", "Anna", Role.EDITOR)


@pytest.fixture
def region(tmp_path, monkeypatch):
    """A store with a state before Beta came, and a later one before Gamma came."""
    address = f"sqlite:///{tmp_path}/region.db"
    monkeypatch.setenv("AKTEURSNETZ_DATA", address)
    store = open_store(address)
    for id, name, state in (("a", "Alpha", "Frühjahr"), ("b", "Beta", "Herbst"), ("c", "Gamma", "")):
        store.save(ANNA, [Edit("actors", id, 0, {"id": id, "name": name})])
        if state:
            store.hold_state(ANNA, state)
    return store, address


def exported(address, stand, folder):
    file = folder / "changes.csv"
    assert main(["export", address, "--view", f"veraenderungen?stand={stand}", "--to", str(file)]) == 0
    return file.read_text("utf-8-sig")


@pytest.mark.parametrize(("name", "since"), [("Frühjahr", {"Beta", "Gamma"}), ("Herbst", {"Gamma"})])
def test_a_named_state_of_a_store_is_what_is_compared_with(region, tmp_path, name, since):
    store, address = region
    id = next(state.id for state in store.present.states if state.name == name)

    for stand in (name, id):
        text = exported(address, stand, tmp_path)
        assert {new for new in ("Alpha", "Beta", "Gamma") if new in text} == since
