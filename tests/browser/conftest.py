"""What every browser test shares: the real app on a free port, a Chromium, and a page that is watched.

A test that opens ``page`` fails when the browser asked any host but the app's own, when the server logged a
traceback, or when the page reported an error on its console, unless the test expects it (``page_log.allowed``).

The content security policy holds in the tests too, so ``page.wait_for_function`` does not work (it needs
``eval``): wait with ``expect(locator)`` instead.
"""

import contextlib
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.browser import chromium
from tests.ports import free_port

REPOSITORY = Path(__file__).parent.parent.parent
START_SECONDS = 60
PATIENCE_MS = 30_000
FAULT = re.compile("Hier ist etwas schiefgegangen|Something went wrong here")
# no sound, no update, no look-up of its maker's hosts: only what the page itself asks for
FLAGS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@contextlib.contextmanager
def running_app(
    folder: Path,
    *arguments: str,
    script: Path = REPOSITORY / "app.py",
    base_path: str = "",
    port: int = 0,
    **environment: str,
) -> Iterator[str]:
    """The address of the app, started as a visitor would find it, in an empty home folder."""
    port = port or free_port()
    command = (
        *(sys.executable, "-m", "streamlit", "run", str(script)),
        *(f"--server.port={port}", f"--server.baseUrlPath={base_path}", *arguments),
    )
    log = folder / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            command,
            cwd=folder,  # not the repository: the app must not depend on where it is started
            env=os.environ | {"HOME": str(folder)} | environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}" + (f"/{base_path}" if base_path else "")
            wait_for(f"{address}/health", server, log)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=5).close()
            return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    pytest.fail(f"the app did not start:\n{log.read_text(errors='replace')}", pytrace=False)


@pytest.fixture(scope="session")
def app_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Home folder of the real app, with its log."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def app_url(app_home: Path) -> Iterator[str]:
    """Address of the real app, one for all tests of a worker; without a slash at its end."""
    with running_app(app_home) as address:
        yield address


@pytest.fixture(scope="session")
def executable() -> str:
    """Path of the browser; looked up before Playwright runs, which cannot be asked twice at a time."""
    path = chromium.find()
    if path is None:
        pytest.fail("no Chromium: run script/test, which installs one", pytrace=False)
    return path


@pytest.fixture(scope="session")
def browser(executable: str) -> Iterator[Browser]:
    # Chromium's own sandbox refuses to run as root, as in containers
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*FLAGS, *(("--no-sandbox",) if is_root else ())]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=flags)
        yield browser
        browser.close()


@dataclass
class PageLog:
    """What a page asked for and what it complained about."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    """Regular expressions of complaints a test expects."""

    @property
    def hosts(self) -> set[str]:
        """Hosts with port that were asked; addresses inside the page itself have none."""
        return {host for request in self.requests if (host := urlsplit(request).netloc)}

    @property
    def unexpected(self) -> list[str]:
        return [text for text in self.complaints if not any(re.search(known, text) for known in self.allowed)]


@pytest.fixture
def page_log() -> PageLog:
    return PageLog()


@pytest.fixture
def new_page(browser: Browser, app_url: str, page_log: PageLog, app_home: Path) -> Iterator[Callable[..., Page]]:
    """Open a watched page in a fresh browser profile: ``new_page(width=820, color_scheme="dark")``."""
    contexts: list[BrowserContext] = []
    server_log = app_home / "server.log"
    already_said = len(server_log.read_bytes())

    def open_page(width: int = 1440, height: int = 900, **options: object) -> Page:
        context = browser.new_context(**{"locale": "de-DE", "viewport": {"width": width, "height": height}} | options)
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        watch(page, page_log)
        return page

    expect.set_options(timeout=PATIENCE_MS)
    yield open_page
    for context in contexts:
        context.close()
    said = server_log.read_bytes()[already_said:].decode(errors="replace")
    assert "Traceback" not in said, said
    assert page_log.hosts <= {urlsplit(app_url).netloc}
    assert page_log.unexpected == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """Watched page of 1440 x 900 in German and light colours."""
    return new_page()


def watch(page: Page, log: PageLog) -> None:
    page.on("request", lambda request: log.requests.append(request.url))
    page.on("websocket", lambda socket: log.requests.append(socket.url))
    page.on("pageerror", lambda error: log.complaints.append(str(error)))
    page.on("console", lambda message: note_complaint(message, log))


def note_complaint(message: ConsoleMessage, log: PageLog) -> None:
    """Note an error on the console."""
    if message.type == "error":
        log.complaints.append(f"{message.text} ({message.location['url']})")


def wait_until_drawn(page: Page) -> None:
    """Wait until the script of the page has run and nothing is being drawn any more."""
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_attached()
    heading, fault = page.locator("[data-testid=stAppViewContainer] h1"), page.get_by_text(FAULT)
    expect(heading.or_(fault).first).to_be_visible()
    assert fault.count() == 0, fault.inner_text()
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
