"""The page on changes as a script: saved states, own files, filters, and a state compared with itself."""

from datetime import date

import pytest

from graph.history.state import save_state
from graph.load import load
from graph.tables import write_tables
from tests.page_script import tables
from views import loaded

LANGUAGES = ("de", "en")
PARTS = {"entries": {}, "picture": {"reiter": "bild"}, "others": {"reiter": "weitere"}}


@pytest.fixture
def open_page(open_page):
    """Open the page with a query, as a link would, and with files to compare with."""

    def open_page_of_changes(earlier=None, **asked):
        return open_page("veraenderungen", {"earlier_files": earlier} if earlier else None, **asked)

    return open_page_of_changes


@pytest.fixture(scope="module")
def today():
    """The shipped data as they are saved."""
    return write_tables(load(loaded.SHIPPED).dataset)


def said(app):
    elements = (*app.title, *app.header, *app.markdown, *app.info, *app.warning)
    return "\n".join(element.value for element in elements)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", PARTS.values(), ids=PARTS)
def test_every_part_runs(open_page, asked, language):
    app = open_page(lang=language, **asked)

    assert not app.exception
    assert not app.warning


@pytest.mark.parametrize("asked", PARTS.values(), ids=PARTS)
def test_every_part_answers_when_nothing_fits(open_page, asked):
    app = open_page(suche="gibt es nicht", **asked)

    assert not app.exception


def test_the_shipped_state_is_compared_at_first_sight(open_page):
    app = open_page()

    said_first = "Zwischen dem Stand 04.05.2021 und dem Stand 22.01.2026 bei Akteuren und Projekten: 322 neu erfasst"
    assert said_first in said(app)
    assert {"322 neu erfasst", "26 geändert", "13 beendet"} == set(tables(app))


def test_every_entry_leads_to_its_profile(open_page):
    for rows in tables(open_page()).values():
        assert all(row[0][2].startswith("steckbrief?id=") for row in rows)


def test_a_changed_entry_says_what_was_and_what_is(open_page):
    rows = {row[0][0]: row[1][0] for row in tables(open_page())["26 geändert"]}

    assert "Partner: leer → Hochschule Aalen" in rows["Welcome Center Ostwürttemberg"]
    assert "Ort: leer → Heidenheim" in rows["DHBW Heidenheim"]


def test_a_filter_leaves_only_what_fits_it(open_page):
    app = open_page(feld=("wasserstoff",))

    assert "37 neu erfasst" in said(app)


def test_a_state_compared_with_itself_has_not_changed(open_page, today):
    app = open_page(earlier=today)

    assert "Die beiden Stände unterscheiden sich nicht." in said(app)
    assert tables(app) == {}


def test_the_way_back_to_the_saved_state_is_one_click(open_page, today):
    app = open_page(earlier=today)

    next(button for button in app.button if button.label.startswith("Wieder mit")).click().run()

    assert "322 neu erfasst" in said(app)


def test_an_earlier_file_with_faults_is_compared_and_the_faults_are_counted(open_page):
    app = open_page(earlier={"actors.csv": b"id,name\nwiro,WiRO\nwiro,WiRO\n", "projects.csv": b"id,name\n"})

    assert not app.exception
    assert "Die Prüfung hat" in said(app)
    assert "neu erfasst" in said(app)


def test_a_renamed_entry_is_only_suggested(open_page, today):
    renamed = {**today, "actors.csv": today["actors.csv"].replace(b"\ndigiz,", b"\ndigital,")}

    app = open_page(earlier=renamed)

    assert "könnte jetzt als Digitalisierungszentrum Ostwürttemberg geführt werden" in said(app)
    assert "1 entfernt" in said(app)


def test_a_state_that_is_not_there_gives_a_visible_note(open_page):
    app = open_page(stand="1999-01-01")

    assert "stand=1999-01-01" in app.warning[0].value.replace("\\", "")
    assert "322 neu erfasst" in said(app)


def test_beside_own_files_no_saved_state_is_offered(open_page, today):
    app = open_page()
    app.session_state["own_files"] = today
    app.run()

    assert "Wählen Sie einen früheren Stand der Daten" in said(app)
    assert not any(box.label == "Seit" for box in app.selectbox)


def test_a_state_put_beside_the_data_is_offered_as_folder_or_archive(open_page, today, tmp_path, monkeypatch):
    for name, content in today.items():
        (tmp_path / name).write_bytes(content)
    saved = save_state(today, date(2026, 2, 1))
    (tmp_path / "states").mkdir()
    (tmp_path / "states" / saved.name).write_bytes(saved.content)
    (tmp_path / "states" / "2025-12-24").mkdir()
    (tmp_path / "states" / "notes.txt").write_text("not a state")
    monkeypatch.setenv("AKTEURSNETZ_DATA", str(tmp_path))

    app = open_page()

    since = next(box for box in app.selectbox if box.label == "Seit")
    assert since.options == ["01.02.2026", "24.12.2025"]
    assert "Die beiden Stände unterscheiden sich nicht." in said(app)
