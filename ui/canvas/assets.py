"""Files the canvas needs in the browser: own modules and the vis-network library from pyvis's wheel.

Their addresses carry a digest or version, so browsers keep them for a year and never see an old one.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from graph.picture import vis
from ui.address import base_path

# the modules that draw, shared with the web page that is taken away, and those that fit them into the app
FOLDERS = (Path(vis.__file__).parent / "canvas", Path(__file__).parent / "static")
KEEP = {"Cache-Control": "public, max-age=31536000, immutable"}
TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


class Asset(NamedTuple):
    """A file as it is sent."""

    content: bytes
    media_type: str


def routes() -> list[Route]:
    """Routes of the canvas' files, without the base path."""
    return [
        Route(f"/{_folder()}/{{name}}", _module, name="canvas"),
        Route(f"/{_library()}", _vis_network, name="vis-network"),
    ]


def files() -> dict[str, Path]:
    """Modules and style of the canvas by their names."""
    paths = [path for folder in FOLDERS for path in folder.iterdir() if path.suffix in TYPES]
    return {path.name: path for path in sorted(paths, key=lambda path: path.name)}


def script_address() -> str:
    """Absolute path of the canvas' first module, below the base path of the app."""
    return f"{base_path()}/{_folder()}/canvas.js"


def library_address() -> str:
    """Absolute path of the vis-network library, below the base path of the app."""
    return f"{base_path()}/{_library()}"


@cache
def _folder() -> str:
    digest = sha256()
    for name, path in files().items():
        digest.update(name.encode() + path.read_bytes())
    return f"assets/canvas-{digest.hexdigest()[:12]}"


@cache
def _library() -> str:
    return f"assets/vis-network-{vis.library_version()}.js"


@cache
def _modules() -> dict[str, Asset]:
    return {name: Asset(path.read_bytes(), TYPES[path.suffix]) for name, path in files().items()}


@cache
def _library_asset() -> Asset:
    return Asset(vis.library().read_bytes(), TYPES[".js"])


async def _module(request: Request) -> Response:
    asset = _modules().get(request.path_params["name"])
    return _sent(asset) if asset else PlainTextResponse("not found", status_code=404)


async def _vis_network(_: Request) -> Response:
    return _sent(_library_asset())


def _sent(asset: Asset) -> Response:
    return Response(asset.content, headers=KEEP, media_type=asset.media_type)
