"""After the login the opened link is shown, and never a page of anybody else."""

from urllib.parse import quote

import pytest

from ui import return_path
from ui.return_path import COOKIE, noted, opened


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
        "",
    ],
)
def test_an_address_that_leads_elsewhere_is_forgotten(address):
    assert noted(request(cookie=address)) == ""


def test_below_a_base_path_only_pages_below_it_count(monkeypatch):
    monkeypatch.setattr(return_path, "base_path", lambda: "/netz")

    assert noted(request(cookie="/netz/daten")) == "/netz/daten"
    assert noted(request(cookie="/andere/daten")) == ""
