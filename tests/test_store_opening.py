"""A store is opened only when it is sound and known; what is refused stays as it is, byte for byte."""

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from store import Edit, Editor, Role, StoreError, open_store
from store.address import file_of, url_of
from store.engine import engine_of, writing
from store.opening import migrate
from store.schema import VERSION, metadata
from tests.conftest import REPOSITORY

ANNA = Editor("local", "anna", "Anna", Role.EDITOR)


@pytest.fixture
def url(store_url) -> str:
    return store_url


def with_history(url: str) -> None:
    store = open_store(url)
    store.save(ANNA, [Edit("actors", "hs", 0, {"id": "hs", "name": "Hochschule"})], label="Anfang")
    store.hold_state(ANNA, "Stand")
    store.save(ANNA, [Edit("actors", "hs", 1, {"name": "HS"})])
    store.close()


def first_form(url: str) -> None:
    """Make a store as the first release made it, with a history."""
    engine = engine_of(url_of(url))
    with writing(engine) as connection:
        migrate(connection, "0001")
        for statement in (
            "INSERT INTO changeset (id, at, who_issuer, who_subject, who_name, action, label) "
            "VALUES (1, '2026-01-05T10:00:00+00:00', 'local', 'anna', 'Anna', 'save', 'Anfang')",
            """INSERT INTO entry VALUES ('actors', 'hs', 1, 1, '{"id": "hs", "name": "Hochschule"}')""",
            """INSERT INTO change VALUES (1, 'actors', 'hs', 1, NULL, '{"id": "hs", "name": "Hochschule"}')""",
            "INSERT INTO heading VALUES ('actors', 'id', 0, 1, NULL), ('actors', 'name', 1, 1, NULL)",
            "INSERT INTO state VALUES ('s', 'Stand', 1, '2026-01-05T10:00:00+00:00', 'Anna')",
        ):
            connection.execute(text(statement))
        if engine.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE changeset ALTER COLUMN id RESTART WITH 2"))
    engine.dispose()


def test_a_store_of_the_first_form_is_migrated_with_its_history_and_goes_on(url):
    first_form(url)

    store = open_store(url)

    assert [(done.who, done.label, done.changes[0].after["name"]) for done in store.history()] == [
        ("Anna", "Anfang", "Hochschule")
    ]
    assert [state.name for state in store.states()] == ["Stand"]
    saved = store.save(ANNA, [Edit("actors", "hs", 1, {"name": "HS"})])
    assert saved.id == 2
    assert store.put_document(ANNA, "mappe", "Neu", "{}").version == 1
    store.close()


def test_a_file_is_copied_before_it_is_migrated(tmp_path):
    first_form(f"sqlite:///{tmp_path}/region.db")

    open_store(f"sqlite:///{tmp_path}/region.db").close()

    (copy,) = tmp_path.glob("region.form-0001.*.db")
    with sqlite3.connect(copy) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    connection.close()


def test_the_migrations_make_the_tables_the_code_works_with(url):
    open_store(url).close()
    made = create_engine(url_of(url))
    found = inspect(made)

    assert set(found.get_table_names()) == {*metadata.tables, "alembic_version"}
    for name, table in metadata.tables.items():
        assert [(column["name"], column["nullable"]) for column in found.get_columns(name)] == [
            (column.name, column.nullable) for column in table.columns
        ], name
        assert {index["name"] for index in found.get_indexes(name) if not index.get("duplicates_constraint")} == {
            index.name for index in table.indexes
        }, name
    made.dispose()


def test_a_newer_store_is_refused(url):
    open_store(url).close()
    engine = create_engine(url_of(url))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0099'"))
    engine.dispose()
    file = file_of(url_of(url))
    before = file.read_bytes() if file else b""

    with pytest.raises(StoreError, match="newer-schema"):
        open_store(url)

    assert not file or file.read_bytes() == before


def damaged(content: bytes) -> bytes:
    return content[:4096] + b"\xff" * 3000 + content[7096:]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(damaged, "damaged", id="pages overwritten"),
        pytest.param(lambda content: content[:6000], "damaged", id="cut off"),
        pytest.param(lambda content: b"PK\3\4" + content[4:], "not-a-store", id="another file"),
        pytest.param(lambda _: b"id,name\n" * 200, "not-a-store", id="a table"),
    ],
)
def test_a_file_that_is_no_sound_store_is_refused_and_left_alone(tmp_path, change, code):
    file = tmp_path / "region.db"
    with_history(f"sqlite:///{file}")
    file.write_bytes(change(file.read_bytes()))
    before = file.read_bytes()

    with pytest.raises(StoreError) as caught:
        open_store(f"sqlite:///{file}")

    assert caught.value.code == code
    assert file.read_bytes() == before


def test_a_database_of_something_else_is_not_taken_over(url):
    engine = create_engine(url_of(url))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE customers (id INTEGER)"))
    engine.dispose()

    with pytest.raises(StoreError, match="not-a-store"):
        open_store(url)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("postgresql://nobody@127.0.0.1:1/none", "unreachable"),
        ("mysql://host/name", "unreachable"),
        ("sqlite:////proc/none/region.db", "unreachable"),
    ],
)
def test_where_no_store_can_be_the_reason_is_a_code(address, code):
    with pytest.raises(StoreError) as caught:
        open_store(address)

    assert caught.value.code == code


WITHOUT_RIGHTS = """
import os, sys
from store import *

def attempt(address):
    try:
        store = open_store(address)
        store.save(Editor("", "", "", Role.EDITOR), [Edit("actors", "x", 0, {"id": "x", "name": "X"})])
        return "saved"
    except StoreError as error:
        return error.code

print(attempt(sys.argv[1]))
os.geteuid() or os.setuid(65534)
print(attempt(sys.argv[2]))
"""


def test_a_folder_where_nothing_may_be_written_is_said():
    """The process gives up its rights when it has loaded all it needs, since root may write anywhere."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first, second = f"sqlite:///{folder}/first.db", f"sqlite:///{folder}/second.db"
        with_history(second)
        run = [sys.executable, "-c", WITHOUT_RIGHTS, first, second]
        (folder / "second.db").chmod(0o444)
        folder.chmod(0o755 if os.geteuid() == 0 else 0o555)
        done = subprocess.run(run, cwd=REPOSITORY, capture_output=True, text=True, check=False)
        folder.chmod(0o755)

    assert (done.stdout.split()[-1:], done.stderr) == (["read-only"], "")


def test_those_who_open_a_new_place_at_once_make_one_store(url):
    with ThreadPoolExecutor(6) as pool:
        stores = list(pool.map(open_store, [url] * 6))

    assert [store.revision for store in stores] == [0] * 6
    for store in stores:
        store.close()


def test_the_version_the_code_names_is_the_last_migration():
    last = (REPOSITORY / "store" / "migrations" / "versions" / "identifiers.py").read_text("utf-8")
    assert f'revision = "{VERSION}"' in last


def test_no_byte_that_is_wrong_in_a_file_raises_anything_but_a_fault_of_the_store(tmp_path):
    file = tmp_path / "region.db"
    open_store(f"sqlite:///{file}").close()
    sound, chance = file.read_bytes(), random.Random(20_261_128)
    for _ in range(60):
        damaged_file = bytearray(sound)
        for _ in range(chance.choice((1, 20, 400))):
            damaged_file[chance.randrange(len(sound))] = chance.randrange(256)
        for rest in tmp_path.iterdir():
            rest.unlink()
        file.write_bytes(damaged_file)
        with suppress(StoreError):
            opened = open_store(f"sqlite:///{file}")
            try:
                opened.files()
            finally:
                opened.close()
