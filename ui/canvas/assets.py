"""Files the canvas needs in the browser: own modules and the vis-network library from pyvis's wheel.

Their addresses carry a digest or version, so browsers keep them for a year and never see an old one;
`serving.canvas_files` sends them.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from graph.picture import vis
from ui.address import base_path

# the modules that draw, shared with the web page that is taken away, and those that fit them into the app
FOLDERS = (Path(vis.__file__).parent / "canvas", Path(__file__).parent / "static")
TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


def files() -> dict[str, Path]:
    """Modules and style of the canvas by their names."""
    paths = [path for folder in FOLDERS for path in folder.iterdir() if path.suffix in TYPES]
    return {path.name: path for path in sorted(paths, key=lambda path: path.name)}


def script_address() -> str:
    """Absolute path of the canvas' first module, below the base path of the app."""
    return f"{base_path()}/{folder()}/canvas.js"


def library_address() -> str:
    """Absolute path of the vis-network library, below the base path of the app."""
    return f"{base_path()}/{library()}"


@cache
def folder() -> str:
    """Path of the canvas' modules, without the base path."""
    digest = sha256()
    for name, path in files().items():
        digest.update(name.encode() + path.read_bytes())
    return f"assets/canvas-{digest.hexdigest()[:12]}"


@cache
def library() -> str:
    """Path of the vis-network library, without the base path."""
    return f"assets/vis-network-{vis.library_version()}.js"
