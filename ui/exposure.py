"""Who can reach the server: without a login only people at this machine, unless the operator says otherwise.

Whoever is at this machine may do everything, so the app must not be found by others by accident. The address is
checked when the server starts, and again for every request, since another ASGI server binds where it likes.
"""

from __future__ import annotations

import os
from ipaddress import IPv6Address, ip_address

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from store.people import Role
from ui import accounts, region
from ui.headers import asked_language
from views.language.words import LANGUAGES, words

VARIABLE = "AKTEURSNETZ_WITHOUT_LOGIN"
# what anyone who reaches the server may do when the operator lets them in without a login
_GRANTS = {"view": Role.VIEWER, "edit": Role.EDITOR}
# a request that carries one of these came through a proxy, so from elsewhere
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")


class ExposedError(RuntimeError):
    """Raised when the server would let anyone in the network do everything."""


def role_without_login() -> Role:
    """Role of everybody when there is no login.

    Raises
    ------
    ExposedError
        When the setting says something else than it may.
    """
    setting = os.environ.get(VARIABLE, "")
    if setting and setting not in _GRANTS:
        raise ExposedError(words(LANGUAGES[0])("login.exposed.setting", name=VARIABLE, value=setting))
    return _GRANTS.get(setting, Role.ADMIN)


def is_open() -> bool:
    """Whether people from elsewhere may come: because they log in, or because the operator wants it so."""
    return role_without_login() is not Role.ADMIN or accounts.configured()


def check_address() -> None:
    """Refuse to start where others could reach the app without a login, or log in without a store for their rights.

    Raises
    ------
    ExposedError
        Saying what to set.
    """
    address = str(st.get_option("server.address") or "0.0.0.0")
    if not is_open() and not is_this_machine(address):
        raise ExposedError(words(LANGUAGES[0])("login.exposed.start", address=address, name=VARIABLE))
    if accounts.configured() and not region.address():
        raise ExposedError(words(LANGUAGES[0])("login.exposed.no_store"))


def is_this_machine(address: str) -> bool:
    """Whether only this machine can reach an address: ``127.0.0.1``, ``::1``, ``localhost``."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address == "localhost"
    return ((isinstance(ip, IPv6Address) and ip.ipv4_mapped) or ip).is_loopback


class Exposure:
    """Middleware that turns away whoever comes from elsewhere while there is no login."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.shut = not is_open()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if self.shut and scope["type"] in ("http", "websocket") and is_from_elsewhere(scope):
            if scope["type"] == "websocket":
                await WebSocketClose()(scope, receive, send)
            else:
                t = words(asked_language(scope["query_string"]))
                refusal = PlainTextResponse(t("login.exposed.request", name=VARIABLE), status_code=403)
                await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)


def is_from_elsewhere(scope: Scope) -> bool:
    """Whether a request reached an address that others can reach too, or came through a proxy."""
    reached = (scope.get("server") or ("", None))[0]
    forwarded = any(name in Headers(scope=scope) for name in _FORWARDED)
    return forwarded or not is_this_machine(reached)
