"""Files the canvas needs in the browser are sent from here, to be kept for a year; see `ui.canvas.assets`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from graph.picture import vis
from ui.canvas import assets

KEEP = {"Cache-Control": "public, max-age=31536000, immutable"}


class Asset(NamedTuple):
    """A file as it is sent."""

    content: bytes
    media_type: str


def routes() -> list[Route]:
    """Routes of the canvas' files, without the base path."""
    return [
        Route(f"/{assets.folder()}/{{name}}", _module, name="canvas"),
        Route(f"/{assets.library()}", _vis_network, name="vis-network"),
    ]


@cache
def _modules() -> dict[str, Asset]:
    files = assets.files().items()
    return {name: Asset(path.read_bytes(), assets.TYPES[path.suffix]) for name, path in files}


@cache
def _library_asset() -> Asset:
    return Asset(vis.library().read_bytes(), assets.TYPES[".js"])


async def _module(request: Request) -> Response:
    asset = _modules().get(request.path_params["name"])
    return _sent(asset) if asset else PlainTextResponse("not found", status_code=404)


async def _vis_network(_: Request) -> Response:
    return _sent(_library_asset())


def _sent(asset: Asset) -> Response:
    return Response(asset.content, headers=KEEP, media_type=asset.media_type)
