"""Where data come from: a folder, a single file, or uploaded files; all become readings of named bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from graph.reading.codes import finding
from graph.reading.limits import OWNER, VISITOR, Extent, megabytes
from graph.reading.read import is_data_file, read_file
from graph.reading.sheet import SheetReading, joined, refused

Source = str | Path | Mapping[str, bytes]

# `Path` makes one slash of two, so an address may come with any number of them
_ADDRESS = re.compile(r"(?:sqlite|postgres(?:ql)?)(?:\+\w+)?:/", re.IGNORECASE)
_SECRETS = re.compile(r"(?<=/)[^/@]*@|\?.*")


def read_source(source: Source, extent: Extent | None = None) -> SheetReading:
    """Read every table of a folder, an archive, a workbook, a CSV file, or uploaded files by name.

    Text of a folder is read up to `OWNER`, a single file and what was uploaded up to `VISITOR`, unless an extent says
    otherwise: a folder is what somebody serves.
    """
    if isinstance(source, Mapping):
        return joined(read_file(name, bytes(data), extent or VISITOR) for name, data in source.items())
    if _ADDRESS.match(str(source)):
        return refused("store-address", _without_secrets(str(source)))
    path = Path(source)
    if path.is_dir():
        return joined(
            _read_path(file, extent or OWNER)
            for file in sorted(path.iterdir())
            if file.is_file() and is_data_file(file.name)
        )
    return _read_path(path, extent or VISITOR)


def _without_secrets(address: str) -> str:
    """Return the address of a store without user, password and options, with the slashes a path takes away."""
    scheme, _, rest = _SECRETS.sub("", address).partition(":")
    slashes = "///" if scheme.casefold().startswith("sqlite") else "//"
    return f"{scheme}:{rest}" if rest.startswith("//") else f"{scheme}:{slashes}{rest.lstrip('/')}"


def _read_path(path: Path, extent: Extent) -> SheetReading:
    """Read one file; its size is looked at first."""
    try:
        size = path.stat().st_size
        return (
            refused("too-large", path.name, str(size), hint=megabytes(extent.file_bytes))
            if size > extent.file_bytes
            else read_file(path.name, path.read_bytes(), extent)
        )
    except FileNotFoundError:
        return SheetReading(issues=(finding("missing-file", path.name, value=path.name),))
    except (OSError, ValueError):
        return refused("unreadable-file", path.name)
