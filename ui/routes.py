"""Addresses the app answers beside its pages."""

import streamlit as st
from starlette.routing import Route

from ui import health
from ui.canvas import assets


def all_routes() -> list[Route]:
    """Routes of the app, each below ``server.baseUrlPath`` when there is one."""
    return [below_base_path(route) for route in (Route("/health", health.health), *assets.routes())]


def below_base_path(route: Route) -> Route:
    """Put a route below the base path; Streamlit moves only its own."""
    base_path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return Route(f"/{base_path}{route.path}", route.endpoint) if base_path else route
