"""A visitor without a browser: speaks the app's protocol over its websocket, as Streamlit's page does.

It keeps the state of the widgets, remembers the messages the server need not send again, and asks again for what a page
asks by itself. So it costs the server what a person in front of a browser costs it.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import ssl
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from time import perf_counter
from types import TracebackType

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string
from streamlit.web.server.starlette.starlette_server_config import XSRF_COOKIE_NAME
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

_TRUSTING = ssl.create_default_context()  # the certificate of a proxy on this machine is nobody's
_TRUSTING.check_hostname, _TRUSTING.verify_mode = False, ssl.CERT_NONE
_LOOK_SECONDS = 1.0  # as in ui/freshness/freshness.js
_FAULTS = ("Hier ist etwas schiefgegangen", "Something went wrong here")
_CLICK_SECONDS = 60


class GoneError(RuntimeError):
    """Raised when the server ended the session, or did not answer."""


@dataclass
class Visitor:
    """One session.

    Attributes
    ----------
    address
        Of the app, such as ``https://localhost:8443``.
    cookies
        What a browser would send; the proxy and the login read them.
    """

    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    query: str = ""
    page: str = ""
    pages: dict[str, str] = field(default_factory=dict)  # hash of a page by its address
    elements: dict[str, object] = field(default_factory=dict)  # widgets of the page by id
    faults: int = 0
    received: int = 0
    asked_again: int = 0
    revision: int = -1
    _states: dict[str, WidgetState] = field(default_factory=dict)
    _known: dict[str, ForwardMsg] = field(default_factory=dict)
    _timers: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _done: asyncio.Event = field(default_factory=asyncio.Event)
    _socket: ClientConnection | None = None
    _reader: asyncio.Task[None] | None = None
    _looker: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Visitor:
        """Open the page."""
        secure = self.address.startswith("https")
        token = generate_xsrf_token_string()
        cookies = self.cookies | {XSRF_COOKIE_NAME: token}
        self._socket = await connect(
            f"{self.address.replace('http', 'ws', 1)}/_stcore/stream",
            ssl=_TRUSTING if secure else None,
            origin=self.address,  # type: ignore[arg-type]  # the library has a type of its own for it
            # the proof that no other site sent this: the same text in a cookie and here
            subprotocols=["streamlit", token],  # type: ignore[list-item]
            additional_headers={"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())},
            max_size=None,
            open_timeout=_CLICK_SECONDS,
        )
        self._reader = asyncio.create_task(self._read())
        self._looker = asyncio.create_task(self._look(cookies))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the page."""
        for fragment in list(self._timers):
            self._stop_timer(fragment)
        for task in (self._reader, self._looker):
            if task:
                task.cancel()
        if self._socket:
            await self._socket.close()

    async def run(self) -> float:
        """Run the page with the present state, and return the seconds until it was whole."""
        self._done.clear()
        start = perf_counter()
        await self._send()
        await self._whole()
        return perf_counter() - start

    async def go_to(self, page: str) -> float:
        """Open another page by its address, such as ``netzwerk``."""
        self.page = page
        return await self.run()

    async def choose(self, widget: str, *values: str) -> float:
        """Choose values in a group of buttons, pills or segments."""
        state = WidgetState(id=widget)
        state.string_array_value.data.extend(values)
        self._states[widget] = state
        return await self.run()

    async def click(self, widget: str) -> float:
        """Click a button."""
        self._states[widget] = WidgetState(id=widget, trigger_value=True)
        try:
            return await self.run()
        finally:
            del self._states[widget]

    async def press(self, widget: str) -> None:
        """Click a button and wait for nothing, as somebody in a hurry does."""
        self._states[widget] = WidgetState(id=widget, trigger_value=True)
        await self._send()
        del self._states[widget]

    async def select(self, widget: str, **state: object) -> float:
        """Say what a component of the app says, such as the element selected on the canvas."""
        self._states[widget] = WidgetState(id=widget, json_value=json.dumps(state))
        return await self.run()

    def set(self, widget: str, value: str) -> None:
        """Fill in a list or a text of a form, without running the page."""
        self._states[widget] = WidgetState(id=widget, string_value=value)

    def find(self, key: str, kind: str = "") -> Iterator[str]:
        """Ids of the widgets whose key in the code begins like this."""
        for id, element in self.elements.items():
            if id.rsplit("-", 1)[-1].startswith(key) and (not kind or element.DESCRIPTOR.name == kind):
                yield id

    @property
    def is_connected(self) -> bool:
        """Whether the session is still there."""
        return self._reader is not None and not self._reader.done()

    async def _send(self, fragment: str = "") -> None:
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string = self.query
        rerun.page_script_hash = self.pages.get(self.page, "")
        rerun.page_name = "" if self.pages else self.page
        rerun.fragment_id, rerun.is_auto_rerun = fragment, bool(fragment)
        rerun.widget_states.widgets.extend(self._states.values())
        rerun.cached_message_hashes.extend(self._known)
        rerun.context_info.timezone, rerun.context_info.locale = "Europe/Berlin", "de-DE"
        rerun.context_info.url = f"{self.address}/{self.page}"
        assert self._socket is not None
        try:
            await self._socket.send(message.SerializeToString())
        except ConnectionClosed as error:
            raise GoneError(str(error)) from error

    async def _whole(self) -> None:
        waiting = asyncio.create_task(self._done.wait())
        assert self._reader is not None
        done, _ = await asyncio.wait(
            (waiting, self._reader), timeout=_CLICK_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        if waiting not in done:
            waiting.cancel()
            raise GoneError("the session ended" if done else f"no answer for {_CLICK_SECONDS} s") from _fault(done)

    async def _read(self) -> None:
        assert self._socket is not None
        with contextlib.suppress(ConnectionClosed):
            async for frame in self._socket:
                self.received += len(frame)
                message = ForwardMsg.FromString(frame)
                self._take(self._known.get(message.ref_hash, message))

    async def _look(self, cookies: dict[str, str]) -> None:
        """Ask for the number of the last change, as an open page does."""
        async with httpx.AsyncClient(verify=_TRUSTING, cookies=cookies, timeout=_CLICK_SECONDS) as client:
            while True:
                await asyncio.sleep(_LOOK_SECONDS)
                with contextlib.suppress(httpx.HTTPError):
                    answer = await client.get(f"{self.address}/revision")
                    self.asked_again += 1
                    self.revision = answer.json()["revision"]

    def _take(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable:
            self._known[message.hash] = message
        kind = message.WhichOneof("type")
        take = _TAKERS.get(kind)
        if take:
            take(self, message)

    def _begin(self, message: ForwardMsg) -> None:
        if not message.metadata.run.fragment_ids:
            self.elements.clear()

    def _note_pages(self, message: ForwardMsg) -> None:
        self.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
        here = message.navigation.page_script_hash
        self.page = next((address for address, known in self.pages.items() if known == here), self.page)

    def _note_element(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        widget = getattr(element, element.WhichOneof("type") or "", None)
        if widget is not None and getattr(widget, "id", ""):
            self.elements[widget.id] = widget
        if element.HasField("alert") and any(fault in element.alert.body for fault in _FAULTS):
            self.faults += 1

    def _note_address(self, message: ForwardMsg) -> None:
        self.query = message.page_info_changed.query_string

    def _ask_again(self, message: ForwardMsg) -> None:
        fragment, interval = message.auto_rerun.fragment_id, message.auto_rerun.interval

        async def again() -> None:
            with contextlib.suppress(GoneError):
                while True:
                    await asyncio.sleep(interval)
                    self.asked_again += 1
                    await self._send(fragment)

        self._stop_timer(fragment)
        self._timers[fragment] = asyncio.create_task(again())

    def _no_longer(self, message: ForwardMsg) -> None:
        for fragment in message.stop_auto_rerun.fragment_ids:
            self._stop_timer(fragment)

    def _end(self, message: ForwardMsg) -> None:
        if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            self._done.set()

    def _stop_timer(self, fragment: str) -> None:
        if timer := self._timers.pop(fragment, None):
            timer.cancel()


def _fault(tasks: Iterable[asyncio.Task[None]]) -> BaseException | None:
    """Why reading stopped, when it was a fault of this client."""
    return next((task.exception() for task in tasks), None)


_TAKERS: dict[str | None, Callable[[Visitor, ForwardMsg], None]] = {
    "new_session": Visitor._begin,
    "navigation": Visitor._note_pages,
    "delta": Visitor._note_element,
    "page_info_changed": Visitor._note_address,
    "auto_rerun": Visitor._ask_again,
    "stop_auto_rerun": Visitor._no_longer,
    "script_finished": Visitor._end,
}
