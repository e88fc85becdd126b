"""The scripts of the page as one: modules cannot be imported from a file that is opened by a double click."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from graph.picture import vis

_OWN = Path(__file__).parent / "static"
_CANVAS = Path(vis.__file__).parent / "canvas"
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z_]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:class|function|const) (\w+)", re.MULTILINE)


def bundle(entry: str = "main") -> str:
    """Return one script: each module a function that is called once, with what it exports as its value."""
    files = {path.stem: path for folder in (_CANVAS, _OWN) for path in sorted(folder.glob("*.js"))}
    order: dict[str, str] = {}
    _add(entry, {name: path.read_text("utf-8") for name, path in files.items()}, order)
    body = "\n".join(order.values())
    return f'(() => {{\n"use strict";\n{body}\n}})();\n'


def _add(name: str, sources: Mapping[str, str], order: dict[str, str]) -> None:
    """Add a module after those it imports."""
    if name in order:
        return
    source = sources[name]
    for _, needed in _IMPORT.findall(source):
        _add(needed, sources, order)
    source = _IMPORT.sub(lambda found: f"const {{{found[1]}}} = module_{found[2]};", source)
    exported = _EXPORT.findall(source)
    source = re.sub(r"^export ", "", source, flags=re.MULTILINE)
    order[name] = f"const module_{name} = (() => {{\n{source}\nreturn {{ {', '.join(exported)} }};\n}})();"


def canvas_style() -> str:
    """Return the style of the canvas."""
    return (_CANVAS / "canvas.css").read_text("utf-8")


def page_style(of_page: Path = _OWN / "page.css") -> str:
    """Return the style of a page, after that of the network on it; a website has a page style of its own."""
    return "".join(path.read_text("utf-8") for path in (_OWN / "explorer.css", of_page))


def library() -> str:
    """Return vis-network with the licence at its beginning."""
    return vis.library().read_text("utf-8")
