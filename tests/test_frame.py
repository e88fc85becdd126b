"""The frame around the pages: headers, language of the page, health, fault panel, settings."""

import asyncio
import gc
import hashlib
import logging
import sys
import tomllib
from base64 import b64encode

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Route
from streamlit.testing.v1 import AppTest

import graph
from serving import headers, health, landing, routes, start
from ui import error_panel

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Streamlit</title>
<link rel="service-desc" href="./_stcore/agent/openapi.json" />
<script>window.ready = false</script><script type="module" src="./index.js"></script></head>
<body><noscript><p>You need to enable JavaScript.</p></noscript><div id="root"></div></body></html>"""


def ask(address: str, method: str = "GET", **asked: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and body of an answer that went through the middleware."""
    inner = Starlette(
        routes=[
            Route("/static/app.js", lambda _: PlainTextResponse("x" * 5000, media_type="text/javascript")),
            Route("/media/export.html", lambda _: FileResponse(headers.INDEX_PAGE)),
            Route("/{page:path}", lambda _: FileResponse(headers.INDEX_PAGE)),
        ],
        middleware=[Middleware(headers.Headers), Middleware(GZipMiddleware)],
    )
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in asked.items()],
    }
    sent = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    asyncio.run(inner(scope, receive, send))
    names = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], names, b"".join(message.get("body", b"") for message in sent[1:]).decode("latin-1")


# --- content security policy ------------------------------------------------------------------------------------------


def test_each_inline_script_is_allowed_by_its_hash_and_scripts_with_an_address_need_none():
    digest = b64encode(hashlib.sha256(b"window.ready = false").digest()).decode()

    assert headers.script_hashes(PAGE) == [f"'sha256-{digest}'"]


def test_streamlit_still_has_exactly_one_inline_script():
    assert len(headers.script_hashes(headers.INDEX_PAGE.read_text("utf-8"))) == 1


def test_every_inline_script_of_the_page_as_it_is_sent_is_allowed():
    _, names, page = ask("/netzwerk")
    digests = headers.script_hashes(page)

    assert len(digests) == 3
    assert all(digest in names["content-security-policy"] for digest in digests)
    assert page.index("BACKEND_BASE_URL") < page.index('type="module"')


def test_the_policy_names_no_host_and_no_unsafe_script():
    policy = headers.content_security_policy(PAGE, "'self'")
    directives = dict(part.split(" ", 1) for part in policy.split("; "))

    assert "http" not in policy
    assert "*" not in policy
    assert "'unsafe-inline'" not in directives["script-src"]
    assert "'unsafe-eval'" not in directives["script-src"]
    assert directives["default-src"] == directives["connect-src"] == directives["form-action"] == "'self'"
    assert directives["object-src"] == "'none'"


def test_other_hosts_may_frame_the_app_only_when_named():
    assert headers.frame_ancestors("") == "'self'"
    assert (
        headers.frame_ancestors("'self' https://intranet.example.de:8443") == "'self' https://intranet.example.de:8443"
    )


@pytest.mark.parametrize(
    "setting", ["*", "https://a.de; script-src *", "a.de", "javascript:alert(1)", "https://a.de/x"]
)
def test_what_is_no_origin_is_refused_as_frame(setting):
    with pytest.raises(ValueError, match="AKTEURSNETZ_FRAME_ANCESTORS"):
        headers.frame_ancestors(setting)


def test_the_older_frame_header_is_left_out_when_it_would_contradict():
    assert headers.security_headers(PAGE, "")["X-Frame-Options"] == "SAMEORIGIN"
    assert headers.security_headers(PAGE, "'none'")["X-Frame-Options"] == "DENY"
    assert "X-Frame-Options" not in headers.security_headers(PAGE, "https://intranet.example.de")


@pytest.mark.parametrize("address", ["/", "/netzwerk?lang=en", "/static/app.js", "/media/export.html"])
def test_every_answer_carries_the_security_headers(address):
    _, names, _ = ask(address)

    assert names["content-security-policy"].startswith("default-src 'self'")
    assert names["x-content-type-options"] == "nosniff"
    assert names["referrer-policy"] == "no-referrer"
    assert names["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in names["permissions-policy"]


# --- language of the page ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("/", "de"),
        ("/netzwerk", "de"),
        ("/netzwerk?lang=en&feld=automotive", "en"),
        ("/steckbrief?id=wiro&lang=de", "de"),
        ("/?lang=fr", "de"),
        ("/?lang=%22%3E%3Cscript%3E", "de"),
        ("/index.html", "de"),
    ],
)
def test_the_page_says_its_language(address, language):
    _, _, page = ask(address, accept="text/html", accept_encoding="gzip, br")

    assert f'<html lang="{language}"' in page


def test_title_and_notice_without_javascript_are_ours():
    page = headers.in_language(PAGE, "de")

    assert "<title>Akteursnetz</title>" in page
    assert "Diese Anwendung braucht JavaScript" in page
    assert "You need to enable" not in page
    assert "agent" not in page


def test_rewriting_leaves_the_scripts_of_the_page_alone():
    page = headers.INDEX_PAGE.read_text("utf-8")

    assert headers.script_hashes(headers.in_language(page, "de")) == headers.script_hashes(page)


def test_the_style_sheet_is_part_of_the_page_so_that_nothing_moves_when_it_comes():
    _, _, page = ask("/")

    assert headers.STYLE in page
    assert page.index("</head>") < page.index(headers.STYLE) < page.index('<div id="root">')


def test_a_rewritten_page_states_its_own_length_and_no_version_of_the_file_on_disk():
    _, names, page = ask("/", if_none_match='"anything"')

    assert int(names["content-length"]) == len(page)
    assert "etag" not in names
    assert "last-modified" not in names


def test_the_answer_to_head_has_no_body():
    status, _, body = ask("/", method="HEAD")

    assert (status, body) == (200, "")


def test_files_and_downloads_pass_unchanged_and_may_be_compressed():
    _, script, _ = ask("/static/app.js", accept_encoding="gzip")
    _, _, export = ask("/media/export.html")

    assert script["content-encoding"] == "gzip"
    assert '<html lang="en"' in export


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", True),
        ("/", True),
        ("/netzwerk", True),
        ("/mediathek", True),
        ("/static/js/index.js", False),
        ("/_stcore/health", False),
        ("/favicon.png", False),
        ("/assets/vis-network-9.1.2.js", False),
    ],
)
def test_pages_are_told_from_files(path, expected):
    assert headers.is_page(path) is expected


# --- health -----------------------------------------------------------------------------------------------------------


def test_health_names_the_version_of_the_project():
    answer = asyncio.run(health.health(None))

    assert answer.status_code == 200
    assert answer.body.decode() == f'{{"status":"ok","version":"{graph.__version__}"}}'


def test_own_routes_follow_the_base_path(monkeypatch):
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": "/region/netz/"}.get)

    assert routes.below_base_path(Route("/health", health.health)).path == "/region/netz/health"


def test_the_landing_page_is_found_under_its_name_with_all_that_is_asked_of_it(monkeypatch):
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": "netz"}.get)
    asked = {"type": "http", "path": "/netz/ueberblick", "headers": [], "query_string": b"feld=mint&lang=en"}

    assert [route.path for route in landing.routes()] == ["/ueberblick"]
    assert asyncio.run(landing.lead_home(Request(asked))).headers["location"] == "/netz/?feld=mint&lang=en"
    assert asyncio.run(landing.lead_home(Request(asked | {"query_string": b""}))).headers["location"] == "/netz/"


# --- fault panel ------------------------------------------------------------------------------------------------------


def faulty_page():
    from ui import error_panel

    def cell():
        raise KeyError(" ".join(("Verein", "Geheim")))

    try:
        try:
            cell()
        except KeyError as missing:
            raise ValueError("/".join(("path /srv", "geheim.csv"))) from missing
    except ValueError as fault:
        error_panel.show(fault)


@pytest.mark.parametrize(("language", "title"), [("de", "Hier ist etwas schiefgegangen"), ("en", "Something went")])
def test_a_fault_shows_a_calm_panel_and_its_kind_and_place_but_not_its_text_in_the_log(language, title, caplog):
    app = AppTest.from_function(faulty_page)
    app.query_params["lang"] = language

    with caplog.at_level(logging.ERROR, logger="akteursnetz"):
        app.run()

    panel = app.error[0].value
    reference, _ = next(record.args for record in caplog.records if record.name == "akteursnetz")
    assert title in panel
    assert reference in panel
    assert "geheim" not in panel
    assert "ValueError\n" in caplog.text
    assert "after KeyError\n" in caplog.text
    assert "in cell" in caplog.text
    assert "/srv/geheim.csv" not in caplog.text
    assert "Verein Geheim" not in caplog.text


def test_a_reference_can_be_read_aloud():
    assert all(sign not in error_panel.new_reference() for sign in "01ILO" for _ in range(20))


# --- settings ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def settings(repository):
    return tomllib.loads((repository / ".streamlit" / "config.toml").read_text("utf-8"))


def test_the_server_listens_on_this_machine_only_and_under_known_names(settings):
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["server"]["allowedHosts"] == ["localhost", "127.0.0.1", "[::1]"]


def test_nothing_is_reported_to_anyone_and_no_traceback_is_shown(settings):
    promised = {f"{section}.{name}": v for section, values in settings.items() for name, v in values.items()}

    assert promised.items() >= start.PROMISED.items()
    assert promised["client.showErrorLinks"] is False


def test_uploads_are_limited_to_ten_megabytes(settings):
    assert settings["server"]["maxUploadSize"] == 10


def test_both_themes_have_the_primary_colour_of_the_palette(settings):
    assert settings["theme"]["light"]["primaryColor"] == "#1E6765"
    assert settings["theme"]["dark"]["primaryColor"] == "#5FB3AE"


def test_a_server_without_the_projects_settings_refuses_to_start(monkeypatch):
    monkeypatch.setattr(st, "get_option", (start.PROMISED | {"browser.gatherUsageStats": True}).get)

    with pytest.raises(start.SettingsNotFoundError, match=r"browser\.gatherUsageStats = True, not False"):
        start.check_settings()


def test_no_click_waits_for_a_search_for_garbage_among_what_stays_for_ever(settings):
    start.load_pages()
    start.settle()
    stays = gc.get_freeze_count()
    gc.unfreeze()

    assert stays > 100_000, "the objects of the libraries"
    assert "ui.export.dialog" in sys.modules, "loaded before the first visitor comes"
    assert settings["runner"]["postScriptGC"] is False
