"""Addresses the app answers beside its pages."""

from starlette.routing import Route

from serving import feeds, health
from ui.address import base_path
from ui.canvas import assets
from ui.freshness import latest


def all_routes() -> list[Route]:
    """Routes of the app, each below the base path when there is one."""
    return [below_base_path(route) for route in (*health.routes(), *latest.routes(), *assets.routes(), *feeds.routes())]


def below_base_path(route: Route) -> Route:
    """Put a route below the base path; Streamlit moves only its own."""
    return Route(f"{base_path()}{route.path}", route.endpoint, name=route.name)
