"""Short forms of the faults a store must survive; ``python -m benchmarks faults`` runs the long ones."""

import json
import subprocess
import sys

from sqlalchemy import event

from benchmarks.faults.proof import form
from benchmarks.faults.writes import old_form
from store import Edit, Editor, Role, StoreError, open_store
from store.schema import VERSION
from tests.conftest import REPOSITORY

ANNA = Editor("local", "anna", "Anna", Role.EDITOR)
LONG = "Beschreibung " * 100


RUNS = {
    "sqlite": ["kills", "--editors", "3", "--kills", "8"],
    "postgresql": ["kills", "--postgresql", "--editors", "3", "--kills", "6", "--stops", "1"],
    "updates": ["updates", "--editors", "10", "--saves", "4"],
}


def test_nothing_acknowledged_is_lost_when_editors_are_killed_servers_stopped_and_ten_count_up_the_same_cells():
    """Each run fails when something acknowledged is missing, an update was lost or half a change is there."""
    script = (
        f"import json; from benchmarks import faults; "
        f"print(json.dumps({{name: faults.run(line) for name, line in {RUNS!r}.items()}}))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]

    figures = json.loads(done.stdout)
    assert {name: found["lost"] for name, found in figures.items()} == dict.fromkeys(RUNS, 0)
    assert figures["updates"]["acknowledged"] == 40
    assert figures["sqlite"]["acknowledged"] > 0
    assert figures["postgresql"]["acknowledged"] > 0


def new(number: int) -> list[Edit]:
    return [Edit("actors", f"a{number}", 0, {"id": f"a{number}", "name": "Neu", "description": LONG})]


def saved_until_refused(store, count: int = 400) -> tuple[list[str], str]:
    saved = []
    for number in range(count):
        try:
            store.save(ANNA, new(number))
        except StoreError as error:
            return saved, error.code
        saved.append(f"a{number}")
    return saved, ""


def test_a_full_disk_is_said_and_all_earlier_work_is_intact(tmp_path):
    """SQLite says the same when its own limit is reached as when the disk is full."""
    url = f"sqlite:///{tmp_path}/region.db"
    open_store(url).close()
    store = open_store(url)
    store.engine.dispose()
    event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 60"))

    saved, code = saved_until_refused(store)

    assert code == "disk-full"
    assert list(store.entries("actors")) == saved != []
    store.close()
    roomy = open_store(url)
    roomy.save(ANNA, new(999))
    assert list(roomy.entries("actors")) == [*saved, "a999"]
    roomy.close()


LIMITED = """
import os, resource, shutil, sys
from store import *

def attempt(address, limit):
    store = open_store(address)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    cells = {"id": "neu", "name": "Neu", "description": "x" * 20_000}
    try:
        store.save(Editor("", "", "", Role.EDITOR), [Edit("actors", "", 0, cells)])
        return "saved"
    except StoreError as error:
        return error.code

for limit in map(int, sys.argv[2:]):
    shutil.copy(sys.argv[1], f"{sys.argv[1]}.{limit}")
    if not os.fork():
        os.write(1, f"{attempt(f'sqlite:///{sys.argv[1]}.{limit}', limit)}\\n".encode())
        os._exit(0)
    os.wait()
"""


def test_a_write_that_fails_half_way_leaves_the_old_state(tmp_path):
    """A limit on the size of files lets the first bytes of a write through and refuses the rest, at several places."""
    file, limits = tmp_path / "region.db", ("0", "5000", "20000", "60000", "1000000")
    store = open_store(f"sqlite:///{file}")
    store.save(ANNA, new(0))
    store.close()

    run = [sys.executable, "-c", LIMITED, str(file), *limits]
    said = subprocess.run(run, cwd=REPOSITORY, capture_output=True, text=True, check=False).stdout.split()

    assert {*said[:3]} <= {"write-failed", "disk-full"}
    assert said[-1] == "saved"
    for limit, answer in zip(limits, said, strict=True):
        again = open_store(f"sqlite:///{file}.{limit}")
        expected = ["neu", "a0"] if answer == "saved" else ["a0"]
        assert [done.changes[0].id for done in again.history()] == expected
        assert list(again.entries("actors")) == expected[::-1]
        again.close()


def test_the_proof_knows_the_form_of_a_store_before_and_after_it_is_migrated(tmp_path):
    file = tmp_path / "region.db"
    old_form(file)
    before = form(file)
    open_store(f"sqlite:///{file}").close()

    assert [before, form(file)] == ["0001", VERSION]
