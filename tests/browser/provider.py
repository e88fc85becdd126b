"""A real OpenID Connect provider on this machine, and the app as a server where people log in."""

import contextlib
import secrets
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import running_app, wait_until_drawn
from tests.ports import free_port

# who the provider knows, by subject
NAMES = {"anna": "Anna Ahorn", "ben": "Ben Buche", "cem": "Cem Zeder"}
_SECRETS = """
[auth]
redirect_uri = "{app}/oauth2callback"
cookie_secret = "{cookie_secret}"
client_id = "akteursnetz"
client_secret = "not-needed-by-this-provider"
server_metadata_url = "{provider}/.well-known/openid-configuration"
client_kwargs = {{ prompt = "login" }}
"""


@dataclass(frozen=True)
class Site:
    """The app with a login: its address, the provider, and the secret that signs the cookies."""

    address: str
    provider: str
    cookie_secret: str


@contextlib.contextmanager
def running_provider() -> Iterator[str]:
    """Address of a provider that lets in whoever is named on its page."""
    port = free_port()
    claims = [
        part
        for subject, name in NAMES.items()
        for part in ("--user-claims", f'{{"sub": "{subject}", "name": "{name}", "email": "{subject}@example.de"}}')
    ]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce", "true", *claims]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/.well-known/openid-configuration", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=5).close()
            return
        assert process.poll() is None, "the provider stopped"
        time.sleep(0.1)
    pytest.fail("the provider does not answer", pytrace=False)


def write_secrets(home: Path, app: str, provider: str, cookie_secret: str = "signs the cookies") -> None:
    """Tell an app whose home folder this is to let people log in at a provider."""
    (home / ".streamlit").mkdir()
    text = _SECRETS.format(app=app, provider=provider, cookie_secret=cookie_secret)
    (home / ".streamlit" / "secrets.toml").write_text(text, "utf-8")


@contextlib.contextmanager
def running_site(folder: Path, **environment: str) -> Iterator[Site]:
    """Run the app with login on a store of its own; anna is its first admin."""
    port, cookie_secret = free_port(), secrets.token_hex(32)
    app = f"http://127.0.0.1:{port}"
    with running_provider() as provider:
        write_secrets(folder, app, provider, cookie_secret)
        defaults = {"AKTEURSNETZ_DATA": f"sqlite:///{folder}/region.db", "AKTEURSNETZ_ADMIN": "anna"}
        with running_app(folder, port=port, **defaults | environment):
            yield Site(app, provider, cookie_secret)


def log_in(page: Page, subject: str) -> None:
    """Go from the gate of the app through the page of the provider and back."""
    page.get_by_role("button", name="Anmelden").click()
    page.wait_for_url("**/oauth2/authorize*")
    page.get_by_role("button", name=subject).or_(page.get_by_text(NAMES[subject])).first.click()
    page.wait_for_url(lambda url: "authorize" not in url and "callback" not in url)
    wait_until_drawn(page)
    expect(page.get_by_role("button", name="Konto")).to_be_visible()


def log_out(page: Page) -> None:
    """Leave the app, and the provider too, which asks whether one is sure; the account is open already."""
    page.get_by_role("button", name="Abmelden").click()
    page.get_by_role("button", name="End session").click()
