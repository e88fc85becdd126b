"""The landing page under its own name: it stands at the address of the app, and who asks for it by name is led there.

Streamlit knows its first page without a name only and says of any other address that there is no such page.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from ui.address import base_path
from ui.page import PAGES
from views.address.codec import path


def routes() -> list[Route]:
    """Routes of the landing page by name, without the base path."""
    return [Route(f"/{path(entry.name)}", lead_home) for entry in PAGES if entry.landing]


async def lead_home(request: Request) -> RedirectResponse:
    """Lead to the landing page with all that is asked of it."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{base_path()}/{query}")
