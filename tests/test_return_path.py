"""After the login the opened link is shown, and never a page of anybody else."""

import base64
import random
import string
import zlib
from urllib.parse import quote

import pytest

from serving import return_path
from serving.return_path import COOKIE, LONGEST, cookies_of, noted, opened
from ui.page import PAGES


def request(path="/", query="", cookie=""):
    headers = [(b"cookie", f"{COOKIE}={quote(cookie, safe='')}".encode())] if cookie else []
    return {"type": "http", "path": path, "query_string": query.encode(), "headers": headers}


@pytest.mark.parametrize(
    ("path", "query", "address"),
    [
        ("/", "", "/"),
        ("/netzwerk", "feld=automotive,wasserstoff&lang=en", "/netzwerk?feld=automotive,wasserstoff&lang=en"),
    ],
)
def test_an_opened_page_comes_back_as_it_was(path, query, address):
    assert opened(request(path, query)) == address
    assert noted(request(cookie=opened(request(path, query)))) == address


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "/netzwerk\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "netzwerk",
        "/netzwerk?a=<script>",
        "/" + "a" * 3_000,
        "/auth/logout",
        "/auth/login?provider=x",
        "/oauth2callback?code=x",
        "/media/0123.csv",
        "/_stcore/metrics",
        "/health",
        "/section",
        "/netzwerk/anderes",
        "/ue\u0308berblick",
        "",
    ],
)
def test_an_address_that_leads_elsewhere_is_forgotten(address):
    assert noted(request(cookie=address)) == ""


def test_below_a_base_path_only_pages_below_it_count(monkeypatch):
    monkeypatch.setattr(return_path, "base_path", lambda: "/netz")

    assert noted(request(cookie="/netz/daten")) == "/netz/daten"
    assert noted(request(cookie="/andere/daten")) == ""


def cookies(address):
    """The request a browser sends after a page has left its address in cookies."""
    text = "; ".join(f"{name}={piece}" for name, piece in cookies_of(address).items())
    return {"type": "http", "path": "/oauth2callback", "query_string": b"", "headers": [(b"cookie", text.encode())]}


@pytest.mark.parametrize("length", [100, 1_500, 2_000, 4_000, LONGEST])
def test_an_address_of_up_to_8000_characters_fits_into_cookies_however_badly_it_packs(length):
    chance = random.Random(length)
    letters = "".join(chance.choices(string.ascii_letters + string.digits + ",%&=+", k=length))
    address = f"/netzwerk?a={letters}"[:length]

    assert noted(cookies(address)) == address
    assert max(map(len, cookies_of(address).values())) <= 3_700
    assert len(cookies_of(address)) <= 3


@pytest.mark.parametrize("piece", ["3.abc", "9.abc", "1.", "1.!!", "2.eJw", ".x", "1.eJz7", "0.eA"])
def test_a_torn_or_forged_cookie_leads_nowhere(piece):
    request = {"type": "http", "path": "/", "query_string": b"", "headers": [(b"cookie", f"{COOKIE}={piece}".encode())]}

    assert noted(request) == ""


def test_a_cookie_that_unpacks_to_more_than_an_address_is_given_up():
    packed = base64.urlsafe_b64encode(zlib.compress(b"/netzwerk?a=" + b"a" * 10_000_000, 9)).decode().rstrip("=")
    pieces = [packed[start : start + 3_600] for start in range(0, len(packed), 3_600)]
    names = [COOKIE, f"{COOKIE}_2", f"{COOKIE}_3"]
    text = "; ".join(f"{name}={piece}" for name, piece in zip(names, [f"3.{pieces[0]}", *pieces[1:3]], strict=True))

    assert noted({"type": "http", "path": "/", "query_string": b"", "headers": [(b"cookie", text.encode())]}) == ""


def test_every_page_is_known_and_only_pages_are():
    assert [page.name for page in PAGES if noted(request(cookie=f"/{page.name.replace('_', '-')}")) == ""] == []
