"""Several machines: the app through the proxy with a login, and one process killed while people work."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.machines import Machines, Process, running_machines
from store import Edit, Editor, Role, open_store
from tests.browser.conftest import PATIENCE_MS, browser, executable, wait_until_drawn  # noqa: F401 - fixtures
from tests.browser.provider import NAMES, log_in, running_provider, write_secrets
from tests.ports import free_port

REGION = Path(__file__).parent.parent.parent / "data"
SOON_SECONDS = 2  # on a machine that has nothing else to do
ACTORS = 151


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    folder, port = tmp_path_factory.mktemp("machines"), free_port()
    with running_provider() as provider:
        write_secrets(folder, f"https://localhost:{port}", provider)
        with running_machines(folder, port=port, fill=str(REGION), AKTEURSNETZ_ADMIN="anna") as machines:
            yield machines


def test_a_change_is_everywhere_soon_and_a_killed_process_takes_nothing_with_it(
    browser: Browser,  # noqa: F811
    machines: Machines,
):
    expect.set_options(timeout=PATIENCE_MS)
    first, second = machines.processes
    anna = opened_on(browser, machines, first, "anna")
    ben = opened_on(browser, machines, second, "ben")
    assert {cookie["secure"] for cookie in anna.context.cookies() if "localhost" in cookie["domain"]} == {True}
    assert anna.request.get(f"{machines.address}/_stcore/metrics").status == 404

    add_actor(machines, "neu-1")
    assert seconds_until_counted(anna, ACTORS + 1) < soon()
    assert seconds_until_counted(ben, ACTORS + 1) < soon()

    give_role(anna, machines, "Ben Buche", "Bearbeiten")
    first.kill()
    add_actor(machines, "neu-2")
    assert seconds_until_counted(ben, ACTORS + 2) < soon()  # whose process lives
    anna.reload()
    wait_until_drawn(anna)
    expect(anna.get_by_text(counted(ACTORS + 2))).to_be_visible()
    expect(anna.get_by_role("row", name="Ben Buche")).to_contain_text("Bearbeiten")

    first.start()
    add_actor(machines, "neu-3")
    for page in (anna, ben):
        assert seconds_until_counted(page, ACTORS + 3) < soon()
        page.reload()
        wait_until_drawn(page)
        expect(page.get_by_text(counted(ACTORS + 3))).to_be_visible()
    assert "Traceback" not in first.log + second.log


def opened_on(browser: Browser, machines: Machines, process: Process, subject: str) -> Page:  # noqa: F811
    """A page of somebody whom the proxy sent to this process."""
    for _ in range(20):
        before = process.connections
        context = browser.new_context(locale="de-DE", ignore_https_errors=True)
        context.set_default_timeout(PATIENCE_MS)
        context.route(lambda url: "cdn." in url, lambda route: route.abort())
        page = context.new_page()
        page.goto(f"{machines.address}/verzeichnis")
        expect(page.get_by_role("button", name="Anmelden")).to_be_visible()
        if process.connections > before:
            log_in(page, subject)
            return page
        context.close()
    pytest.fail("the proxy sends nobody to this process")


def add_actor(machines: Machines, id: str) -> None:
    """What a third process does: an acknowledged change in the store."""
    region = open_store(machines.store_url)
    editor = Editor("https://login.example.de", "cem", NAMES["cem"], Role.EDITOR)
    region.save(editor, [Edit("actors", id, 0, {"id": id, "name": f"Verein {id}", "type": "Verein"})])
    region.close()


def soon() -> float:
    """Two seconds, and more where other work keeps the processors busy."""
    return SOON_SECONDS * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def counted(actors: int) -> str:
    return f"{actors} von {actors} Akteuren"


def seconds_until_counted(page: Page, actors: int) -> float:
    start = time.perf_counter()
    expect(page.get_by_text(counted(actors))).to_be_visible()
    seconds = time.perf_counter() - start
    print(f"{actors} actors are seen after {seconds:.2f} s")
    return seconds


def give_role(page: Page, machines: Machines, person: str, role: str) -> None:
    page.goto(f"{machines.address}/rechte")
    wait_until_drawn(page)
    page.get_by_role("combobox", name="Person").click()
    page.get_by_role("option", name=person).click()
    page.get_by_role("radiogroup", name="Recht").get_by_text(role).click()
    page.get_by_role("button", name="Recht vergeben").click()
    expect(page.get_by_role("row", name=person)).to_contain_text(role)
