"""Health of the running app for people and machines that watch over it."""

import tomllib
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

PROJECT_FILE = Path(__file__).parent.parent / "pyproject.toml"


def routes() -> list[Route]:
    """Route of the health answer, without the base path."""
    return [Route("/health", health)]


def version() -> str:
    """Version of Akteursnetz, from the one place that states it."""
    return str(tomllib.loads(PROJECT_FILE.read_text(encoding="utf-8"))["project"]["version"])


async def health(_request: Request) -> JSONResponse:
    """Answer that the server runs, and in which version."""
    return JSONResponse({"status": "ok", "version": version()}, headers={"Cache-Control": "no-store"})
