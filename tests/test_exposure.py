"""Without a login nobody from elsewhere gets in, whatever starts the server and whatever stands before it."""

import asyncio

import pytest
import streamlit as st

from serving.exposure import Exposure, check_address
from store import region
from store.people import Role
from ui import accounts
from views import exposure
from views.exposure import ExposedError, is_this_machine, role_without_login

LOCAL = ("127.0.0.1", 8501)
EVERYWHERE = ("192.0.2.7", 8501)


@pytest.fixture(autouse=True)
def no_login(monkeypatch):
    monkeypatch.delenv(exposure.VARIABLE, raising=False)
    monkeypatch.setattr(accounts, "configured", lambda: False)


@pytest.fixture
def login(monkeypatch):
    monkeypatch.setattr(accounts, "configured", lambda: True)
    monkeypatch.setattr(region, "address", lambda: "sqlite:///var/region.db")


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.0.2.7", False),
        ("::ffff:192.0.2.7", False),
        ("netz.example.de", False),
        ("", False),
    ],
)
def test_which_addresses_only_this_machine_can_reach(address, own):
    assert is_this_machine(address) is own


@pytest.fixture
def listen(monkeypatch):
    def listen(address):
        monkeypatch.setattr(st, "get_option", lambda _name: address)

    return listen


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost"])
def test_at_this_machine_the_server_starts(listen, address):
    listen(address)
    check_address()


@pytest.mark.parametrize("address", ["0.0.0.0", "192.0.2.7", None])
def test_anywhere_else_it_refuses_and_names_the_ways_out(listen, address):
    listen(address)

    with pytest.raises(ExposedError, match=r"Der Server startet nicht.*AKTEURSNETZ_WITHOUT_LOGIN=view"):
        check_address()


@pytest.mark.parametrize(("setting", "role"), [("view", Role.VIEWER), ("edit", Role.EDITOR)])
def test_the_operator_may_let_everybody_in(monkeypatch, listen, setting, role):
    monkeypatch.setenv(exposure.VARIABLE, setting)
    listen("0.0.0.0")

    check_address()
    assert role_without_login() is role


def test_whoever_is_at_this_machine_may_do_everything():
    assert role_without_login() is Role.ADMIN


def test_a_setting_nobody_knows_is_refused(monkeypatch):
    monkeypatch.setenv(exposure.VARIABLE, "ja")

    with pytest.raises(ExposedError, match="AKTEURSNETZ_WITHOUT_LOGIN kennt „view“"):
        role_without_login()


@pytest.mark.usefixtures("login")
def test_with_a_login_the_server_may_be_reached_from_everywhere(listen):
    listen("0.0.0.0")
    check_address()


@pytest.mark.usefixtures("login")
def test_a_login_needs_a_store_for_the_rights(monkeypatch, listen):
    monkeypatch.setattr(region, "address", lambda: "")
    listen("127.0.0.1")

    with pytest.raises(ExposedError, match="braucht das Akteursnetz einen Speicher"):
        check_address()


def answer(kind="http", server=LOCAL, query=b"", **headers):
    """What a client is sent: the status of an answer, or that the websocket was closed or opened."""
    sent = []

    async def app(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def receive():
        return {"type": f"{kind}.connect"}

    async def send(message):
        sent.append(message)

    names = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": kind, "server": server, "query_string": query, "headers": names, "method": "GET", "path": "/"}
    asyncio.run(Exposure(app)(scope, receive, send))
    return sent


@pytest.mark.parametrize(
    "request_",
    [
        {"server": EVERYWHERE},  # another ASGI server bound to all addresses
        {"server": None},  # a socket file: behind a proxy
        {"x_forwarded_for": "192.0.2.9"},
        {"forwarded": "for=192.0.2.9"},
        {"x_real_ip": "192.0.2.9"},
    ],
)
def test_whoever_comes_from_elsewhere_is_turned_away(request_):
    assert answer(**request_)[0]["status"] == 403
    assert answer("websocket", **request_)[0]["type"] == "websocket.close"


def test_the_refusal_says_what_to_do_in_the_language_of_the_address():
    german, english = (answer(server=EVERYWHERE, query=query)[1]["body"].decode() for query in (b"", b"lang=en"))

    assert german.startswith("Das Akteursnetz ist ohne Anmeldung nur an dem Rechner erreichbar")
    assert english.startswith("Without a login Akteursnetz can be reached only at the machine")


@pytest.mark.parametrize("server", [LOCAL, ("::1", 8501), ("::ffff:127.0.0.1", 8501)])
def test_at_this_machine_everything_is_answered(server):
    assert answer(server=server)[0]["status"] == 200


@pytest.mark.usefixtures("login")
def test_with_a_login_everybody_is_answered():
    assert answer(server=EVERYWHERE, x_forwarded_for="192.0.2.9")[0]["status"] == 200
