"""Health of the running app for people and machines that watch over it."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

import graph


def routes() -> list[Route]:
    """Route of the health answer, without the base path."""
    return [Route("/health", health)]


async def health(_request: Request) -> JSONResponse:
    """Answer that the server runs, and in which version."""
    return JSONResponse({"status": "ok", "version": graph.__version__}, headers={"Cache-Control": "no-store"})
