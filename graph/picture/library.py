"""The vis-network file that the pyvis wheel carries."""

from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable


def library() -> Traversable:
    """Find the minified vis-network file in the pyvis wheel.

    Raises
    ------
    FileNotFoundError
        If the installed pyvis carries no vis-network.
    """
    folders = [folder for folder in (files("pyvis") / "lib").iterdir() if folder.name.startswith("vis-")]
    found = [folder / "vis-network.min.js" for folder in sorted(folders, key=_version)]
    if not found:
        raise FileNotFoundError("pyvis carries no lib/vis-*/vis-network.min.js")
    return found[-1]


def library_version() -> str:
    """Version of the vis-network file, as stated in the file itself."""
    stated = re.search(r"@version\s+([\w.+-]+)", library().read_text(encoding="utf-8")[:2000])
    return stated[1] if stated else "unknown"


def _version(folder: Traversable) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", folder.name))
