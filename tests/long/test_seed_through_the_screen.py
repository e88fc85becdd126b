"""The paper of the shipped data through the screen, by the ledger of its facts; neither is part of the project.

Run it alone: ``python -m pytest tests/long/test_seed_through_the_screen.py -s``; it prints the share and the seconds.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from store import Store
from tests.browser.conftest import PATIENCE_MS, browser, executable, new_page, page, page_log  # noqa: F401 - fixtures
from tests.browser.ledger_walk import walk
from tests.browser.stored import served_store
from tests.browser.test_papers import read_in
from tests.extraction.score import HERE
from tests.ledger import facts_of, names_in

# beside the project or beside its working copies
SHARED = next((found for above in HERE.parents if (found := above / "shared" / "facts").is_dir()), HERE / "none").parent
LEDGER, ROWS = SHARED / "facts" / "seed_ledger.md", Path(__file__).with_name("seed_ledger_rows.txt")
STATE = HERE.parent.parent / "data" / "states" / "2021-05-04"
LEAST = 0.6  # of the facts that have a row form

app_home, region, app_url = served_store()


@pytest.mark.skipif(not LEDGER.is_file(), reason="the ledger and the paper are not part of the project")
def test_of_the_facts_of_the_ledger_most_are_accepted_as_proposed_with_keys_only(
    page: Page,  # noqa: F811
    app_url: str,
    region: Store,
):
    expect.set_options(timeout=PATIENCE_MS)
    text = next((SHARED / "seed").glob("*.txt")).read_text("utf-8")
    facts = facts_of(LEDGER.read_text("utf-8"), ROWS.read_text("utf-8"))
    read_in(page, app_url, text)
    done = walk(page, region, text, facts, names_in(STATE / "actors.csv", STATE / "projects.csv"))
    print(f"{len(facts)} facts; {done}")

    assert done.share >= LEAST
