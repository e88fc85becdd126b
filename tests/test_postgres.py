"""The tests run against a real PostgreSQL, or fail: they never leave it out."""

import subprocess
from pathlib import Path

import pytest

from tests import postgres


def test_an_empty_database_answers(postgres_server):
    url = postgres_server.new_database()

    said = subprocess.run(
        [postgres_server.programs / "psql", url, "--tuples-only", "--no-align", "--command", "SHOW server_version_num"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert int(said) >= 150_000


def test_the_folder_named_in_the_environment_wins(monkeypatch):
    monkeypatch.setenv(postgres.VARIABLE, "/opt/postgres/bin")

    assert postgres.find() == Path("/opt/postgres/bin")


def test_without_any_postgresql_the_message_says_what_to_install(monkeypatch):
    monkeypatch.delenv(postgres.VARIABLE, raising=False)
    for way in ("_installed", "_wheels_own", "_install_debians_package"):
        monkeypatch.setattr(postgres, way, lambda: None)

    with pytest.raises(postgres.PostgresMissingError, match="apt-get install postgresql"):
        postgres.find_or_install()
