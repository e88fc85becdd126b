"""A website in a folder: a new one replaces what the one before wrote, and nothing else.

A site brings a list of its files with their SHA-256 sums. From it the next one knows which files it may replace and
which pages it must take away, above all those of somebody who is no longer named. ``sha256sum --check`` reads the list.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from hashlib import sha256
from pathlib import Path, PurePosixPath

from graph.errors import AkteursnetzError

LISTING = "akteursnetz.sha256"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")

Sums = Mapping[str, Set[str]]  # path -> sums its content may have


class ForeignFilesError(AkteursnetzError, ValueError):
    """A folder holds files that no site before wrote, or that were changed since; nothing was written.

    Attributes
    ----------
    folder
        The folder.
    paths
        The files, sorted.
    """

    def __init__(self, folder: Path, paths: Iterable[str]) -> None:
        self.folder, self.paths = folder, tuple(sorted(paths))
        super().__init__(f"{folder}: {', '.join(self.paths)}")


def listing(files: Mapping[str, bytes]) -> bytes:
    """Return the list of the files of a site, one a line: sum, two spaces, path."""
    return _listed({path: {_sum(content)} for path, content in files.items()})


def replace_site(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a site to a folder instead of the one that stands there.

    What a stop leaves behind, half of the new site beside half of the old one, can be replaced in turn: until the end
    the list allows both contents.

    Parameters
    ----------
    folder
        Where to; it is made when it is not there.
    files
        Path -> content, with the `LISTING`.

    Raises
    ------
    ForeignFilesError
        When the folder holds files of somebody else where the site would stand, pages that were changed by hand, or no
        site but other files.
    """
    known = ensure_own(folder)
    foreign = [path for path in {*known, *files} - {LISTING} if _is_foreign(folder / path, known.get(path, set()))]
    if foreign:
        raise ForeignFilesError(folder, foreign)
    folder.mkdir(parents=True, exist_ok=True)
    both = {path: known.get(path, set()) | _sums(files, path) for path in sorted({*known, *files} - {LISTING})}
    _write(folder / LISTING, _listed(both))
    for path, content in files.items():
        if path != LISTING:
            _write(folder / path, content)
    for path in set(known) - set(files):
        _take_away(folder, path)
    _write(folder / LISTING, files[LISTING])


def ensure_own(folder: Path) -> Sums:
    """Return what the site in a folder wrote there; nothing when the folder is empty or not there.

    Files and folders whose names begin with a dot are nobody's pages and stay.

    Raises
    ------
    ForeignFilesError
        When there are files, but no list of a site, or one that names files elsewhere.
    """
    if not folder.exists():
        return {}
    if not folder.is_dir():
        raise ForeignFilesError(folder, [folder.name])
    if not (folder / LISTING).is_file():
        if foreign := [each.name for each in folder.iterdir() if not each.name.startswith(".")]:
            raise ForeignFilesError(folder, foreign)
        return {}
    known = _read((folder / LISTING).read_text("utf-8", "replace"))
    if elsewhere := [path for path in known if not _is_inside(folder, path)]:
        raise ForeignFilesError(folder, elsewhere)
    return known


def _is_inside(folder: Path, path: str) -> bool:
    """Whether a path of a list leads to a place within the folder, links of the file system followed."""
    parts = PurePosixPath(path)
    within = not parts.is_absolute() and ".." not in parts.parts
    return within and (folder / path).parent.resolve().is_relative_to(folder.resolve())


def _is_foreign(place: Path, sums: Set[str]) -> bool:
    """Whether something else stands where a site stood or will stand."""
    if not place.is_symlink() and not place.exists():
        return False
    return place.is_symlink() or not place.is_file() or _sum(place.read_bytes()) not in sums


def _read(text: str) -> Sums:
    known: defaultdict[str, set[str]] = defaultdict(set)
    for line in text.splitlines():
        if found := _LINE.fullmatch(line):
            known[found[2]].add(found[1])
    return known


def _listed(sums: Sums) -> bytes:
    return "".join(f"{each}  {path}\n" for path in sorted(sums) for each in sorted(sums[path])).encode()


def _sums(files: Mapping[str, bytes], path: str) -> Set[str]:
    return {_sum(files[path])} if path in files else set()


def _sum(content: bytes) -> str:
    return sha256(content).hexdigest()


def _write(place: Path, content: bytes) -> None:
    """Write a file as a whole or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f".{LISTING}.part")
    try:
        part.write_bytes(content)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def _take_away(folder: Path, path: str) -> None:
    """Delete a file, and the folders that are empty then."""
    place = folder / path
    place.unlink(missing_ok=True)
    for parent in place.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()
