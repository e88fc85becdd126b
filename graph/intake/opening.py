"""Whatever somebody hands in, to tables or networks: content decides, never the name of a file."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from graph.intake.delimited import path_grid, text_grid
from graph.intake.grid import Grid, grid_of
from graph.intake.json_rows import json_grid
from graph.intake.looked_at import has_header_of_view, holds_view_tables
from graph.intake.networks.json_forms import load_json
from graph.intake.networks.kind import kind_of_network
from graph.intake.networks.web import UnreadableWebError
from graph.issue import Issue
from graph.reading.archive import RefusedArchiveError, is_zip, open_archive, unpack
from graph.reading.codes import finding
from graph.reading.decode import UndecodableError
from graph.reading.limits import MAX_MEMBERS, MAX_UNPACKED_BYTES, megabytes
from graph.reading.sheet import Sheet
from graph.reading.workbook import is_workbook, read_workbook
from graph.view_csv import is_of_view

Files = str | Path | Mapping[str, bytes] | Sequence[str | Path]

MOST_BYTES = 400_000_000  # of one file on this machine
IN_MEMORY = 25_000_000  # larger ones are read in pieces
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_GZIP_SIGNATURE = b"\x1f\x8b"
_DOCUMENTS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_PASSED_OVER = (".", "~$", "__MACOSX")


@dataclass(slots=True)
class Opened:
    """What some files hold.

    Attributes
    ----------
    grids
        Tables.
    networks
        Name -> content of files that are no tables but say that they are a network.
    descriptions
        Files that only describe tables beside them.
    issues
        Files that cannot be read.
    """

    grids: list[Grid] = field(default_factory=list)
    networks: dict[str, bytes] = field(default_factory=dict)
    descriptions: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def open_files(files: Files) -> Opened:
    """Open files or folders on this machine, or uploaded ones by name; nothing in them raises."""
    opened = Opened()
    if isinstance(files, Mapping):
        for name, data in files.items():
            _open_bytes(opened, name, bytes(data))
    else:
        for path in _paths([files] if isinstance(files, str | Path) else files):
            _open_path(opened, path)
    looked_at = [grid for grid in opened.grids if has_header_of_view(grid)]
    opened.issues += [finding("tables-of-views", grid.file) for grid in looked_at]
    opened.grids = [grid for grid in opened.grids if grid not in looked_at]
    if not opened.grids and not opened.networks:
        opened.issues += [finding("no-table", name) for name in opened.descriptions]
    return opened


def _paths(files: Iterable[str | Path]) -> Iterator[Path]:
    for file in files:
        path = Path(file)
        if path.is_dir():
            yield from (each for each in sorted(path.iterdir()) if each.is_file() and _is_wanted(each.name))
        else:
            yield path


def _is_wanted(name: str) -> bool:
    return not PurePosixPath(name).name.startswith(_PASSED_OVER) and not name.startswith(_PASSED_OVER)


def _open_path(opened: Opened, path: Path) -> None:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            opened.issues.append(finding("too-large", path.name, value=str(size), hint=megabytes(MOST_BYTES)))
        elif size > IN_MEMORY and _is_text(path):
            opened.grids.append(path_grid(path))
        else:
            _open_bytes(opened, path.name, path.read_bytes())
    except FileNotFoundError:
        opened.issues.append(finding("missing-file", path.name, value=path.name))
    except UndecodableError:
        opened.issues.append(finding("undecodable", path.name))
    except (OSError, ValueError):
        opened.issues.append(finding("unreadable-file", path.name))


def _is_text(path: Path) -> bool:
    with path.open("rb") as stream:
        start = stream.read(4096)
    return not is_zip(start) and not start.startswith(_GZIP_SIGNATURE) and not kind_of_network(start)


def _open_bytes(opened: Opened, name: str, data: bytes, *, depth: int = 0) -> None:
    """Open one file by its content."""
    if code := _refused_as(data):
        opened.issues.append(finding(code, name))
    elif data.startswith(_GZIP_SIGNATURE):
        _open_gzip(opened, name, data)
    elif is_zip(data) and is_workbook(data):
        _open_workbook(opened, name, data)
    elif is_zip(data):
        _open_archive(opened, name, data, depth)
    elif (kind := kind_of_network(data)) == "json":
        _open_json(opened, name, data)
    elif kind:
        opened.networks[name] = data
    else:
        try:
            opened.grids.append(text_grid(name, data))
        except UndecodableError:
            opened.issues.append(finding("undecodable", name))


def _refused_as(data: bytes) -> str:
    """Return the code of what is not read at all, ``""`` for anything else."""
    if data.startswith(_OLE_SIGNATURE):
        return "old-workbook"
    if data.startswith(_DOCUMENTS):
        return "no-table"
    if not data.strip():
        return "empty-file"
    return "tables-of-views" if is_of_view(data) else ""


def _open_gzip(opened: Opened, name: str, data: bytes) -> None:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            unpacked = stream.read(MAX_UNPACKED_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        opened.issues.append(finding("archive-unreadable", name))
        return
    if len(unpacked) > MAX_UNPACKED_BYTES:
        opened.issues.append(finding("archive-too-large", name, value=str(len(unpacked))))
    elif unpacked.startswith(_GZIP_SIGNATURE) or is_zip(unpacked):
        opened.issues.append(finding("nested-archive", name, value=name))
    else:
        _open_bytes(opened, name.removesuffix(".gz"), unpacked)


def _open_workbook(opened: Opened, name: str, data: bytes) -> None:
    if holds_view_tables(data):
        opened.issues.append(finding("tables-of-views", name))
        return
    reading = read_workbook(name, data)
    opened.issues += reading.issues
    opened.grids += [_grid(sheet) for sheet in reading.sheets]


def _grid(sheet: Sheet) -> Grid:
    rows = [(sheet.header_line, list(sheet.header)), *zip(sheet.lines, sheet.rows, strict=True)]
    return grid_of(sheet.file, sheet.name, rows)


def _open_archive(opened: Opened, name: str, data: bytes, depth: int) -> None:
    """Open the members of an archive one by one; archives inside it are refused."""
    try:
        archive = open_archive(data, MAX_MEMBERS)
        for member in archive.infolist():
            if not member.is_dir() and _is_wanted(member.filename):
                content = unpack(archive, member)
                if depth or (is_zip(content) and not is_workbook(content)):
                    opened.issues.append(finding("nested-archive", name, value=member.filename))
                else:
                    _open_bytes(opened, PurePosixPath(member.filename).name, content, depth=depth + 1)
    except (RefusedArchiveError, zipfile.BadZipFile) as error:
        code = error.code if isinstance(error, RefusedArchiveError) else "archive-unreadable"
        opened.issues.append(finding(code, name, value=getattr(error, "value", "")))


def _describes_tables(parsed: object) -> bool:
    """Tell whether JSON is a Data Package: it only says which tables lie beside it, and what their columns mean."""
    resources = parsed.get("resources") if isinstance(parsed, dict) else None
    return isinstance(resources, list) and any(isinstance(each, dict) and "path" in each for each in resources)


def _open_json(opened: Opened, name: str, data: bytes) -> None:
    """Open JSON: records are a table, everything else may be a network."""
    try:
        parsed = load_json(data)
        if _describes_tables(parsed):
            opened.descriptions.append(name)
            return
        grid = json_grid(name, PurePosixPath(name).stem, parsed)
    except UnreadableWebError as error:
        opened.issues.append(finding(error.code, name, value=error.value))
        return
    if grid:
        opened.grids.append(grid)
    else:
        opened.networks[name] = data
