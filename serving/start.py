"""What happens once, when the server starts."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from threading import Thread

import streamlit as st

from graph import memory
from graph.kernels import warmup
from serving import exposure, first_visit, sockets
from store.home import home
from store.upload_limits import limits
from views.preparing import preparing

FOLDER = Path(__file__).parent.parent
_SCRIPTS = ("ui.main", "ui.page.")  # run for each visitor, not imported

# settings without which the promises of docs/privacy.md do not hold, with the value that holds them
PROMISED = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "server.enableAgentApi": False,
}


class SettingsNotFoundError(RuntimeError):
    """Raised when the server would start without the project's own settings."""


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Check the settings, who can reach the server and how much it takes, then warm up what is slow at first use."""
    check_settings()
    exposure.check_address()
    limits()
    sockets.send_at_once()
    memory.collect_seldom()
    load_pages()
    Thread(target=settle, name="settle", daemon=True).start()
    yield


def load_pages() -> None:
    """Import what the first visitor would wait for."""
    for module in walk_packages([str(FOLDER / "ui")], "ui."):
        if not module.name.startswith(_SCRIPTS):
            import_module(module.name)


def settle() -> None:
    """Compile the kernels, prepare the first visit, then let the garbage collector pass over what stays for ever.

    A full collection of a process with all libraries takes 0.15 s, and none of their objects ever becomes garbage.
    """
    with preparing():
        warmup.start().join()
        first_visit.prepare()
    gc.collect()
    gc.freeze()


def check_settings() -> None:
    """Refuse to serve when telemetry is on or tracebacks are shown.

    An ASGI server started from another folder does not find ``.streamlit/config.toml``; it would serve an app
    that sends data to strangers, and nobody would notice.

    Raises
    ------
    SettingsNotFoundError
        Naming each setting and the value it must have.
    """
    broken = [
        f"{name} = {st.get_option(name)!r}, not {value!r}"
        for name, value in PROMISED.items()
        if st.get_option(name) != value
    ]
    if broken:
        raise SettingsNotFoundError(
            f"{'; '.join(broken)}. Start the server in {home()}, where .streamlit/config.toml is found."
        )
