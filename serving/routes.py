"""Addresses the app answers beside its pages."""

from starlette.routing import Route

from serving import canvas_files, feeds, health, landing, latest
from ui.address import base_path


def all_routes() -> list[Route]:
    """Routes of the app, each below the base path when there is one."""
    pages = (*health.routes(), *latest.routes(), *canvas_files.routes(), *feeds.routes(), *landing.routes())
    return [below_base_path(route) for route in pages]


def below_base_path(route: Route) -> Route:
    """Put a route below the base path; Streamlit moves only its own."""
    return Route(f"{base_path()}{route.path}", route.endpoint, name=route.name)
