"""What happens once, when the server starts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

from graph.kernels import warmup
from ui import exposure

FOLDER = Path(__file__).parent.parent

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
    """Check the settings and who can reach the server, then warm up what is slow at first use."""
    check_settings()
    exposure.check_address()
    warmup.start()
    yield


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
            f"{'; '.join(broken)}. Start the server in {FOLDER}, where .streamlit/config.toml is found."
        )
