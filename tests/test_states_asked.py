"""Commands that compare find the earlier states of a store as they find those beside a folder."""

import zipfile

import pytest

from commands.__main__ import main
from store import Edit, Editor, Role, open_store

ADA = Editor("", "", "Ada", Role.ADMIN)


@pytest.fixture
def address(tmp_path):
    """A store in which Alpha was renamed after a state was named."""
    store = open_store(f"sqlite:///{tmp_path}/region.db")
    store.save(ADA, [Edit("actors", "a", 0, {"id": "a", "name": "Alpha"})])
    store.hold_state(ADA, "Beirat")
    store.save(ADA, [Edit("actors", "a", 1, {"name": "Alpha GmbH"})])
    return store.address


@pytest.mark.parametrize("since", [[], ["--since", "Beirat"]], ids=["the last", "by name"])
def test_a_site_of_a_store_says_what_changed_since_a_named_state(address, tmp_path, since):
    target = tmp_path / "site.zip"

    assert main(["publish", address, "--to", str(target), *since]) == 0
    with zipfile.ZipFile(target) as files:
        assert "Alpha GmbH" in files.read("aenderungen.atom").decode()
        assert "veraenderungen.html" in files.namelist()


def test_a_feed_of_a_store_says_what_changed_since_a_named_state(address, tmp_path):
    target = tmp_path / "neu.atom"

    assert main(["feed", address, "--to", str(target), "--since", "Beirat"]) == 0
    assert "Geändert: Alpha GmbH" in target.read_text("utf-8")


def test_a_report_of_a_store_says_what_changed_since_a_named_state(address, tmp_path):
    target = tmp_path / "bericht.docx"

    assert main(["report", address, "--to", str(target), "--since", "Beirat", "--sections", "veraenderungen"]) == 0
    with zipfile.ZipFile(target) as parts:
        assert "Alpha GmbH" in parts.read("word/document.xml").decode()


@pytest.mark.parametrize("command", ["publish", "feed", "report"])
def test_a_state_that_a_store_does_not_have_is_refused_with_those_there_are(address, tmp_path, capsys, command):
    ending = {"publish": "zip", "feed": "atom", "report": "docx"}[command]

    assert main([command, address, "--to", str(tmp_path / f"x.{ending}"), "--since", "Gestern"]) == 1
    assert "Den Stand „Gestern“ gibt es nicht. Möglich sind: Beirat." in capsys.readouterr().err
