"""Zip archives from outside: looked at before anything is unpacked, and unpacked in memory only."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from graph.reading.limits import MAX_RATIO, MAX_UNPACKED_BYTES, RATIO_FROM_BYTES

ZIP_SIGNATURE = b"PK\x03\x04"
EMPTY_ZIP_SIGNATURE = b"PK\x05\x06"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1

# what reading a damaged archive may raise
DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError)


class RefusedArchiveError(ValueError):
    """The archive is not opened; ``code`` is the code of the finding, ``value`` what was found."""

    def __init__(self, code: str, value: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.value = value


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin like a zip archive, whatever the name of the file says."""
    return data.startswith((ZIP_SIGNATURE, EMPTY_ZIP_SIGNATURE))


def open_archive(data: bytes, max_members: int) -> zipfile.ZipFile:
    """Open an archive whose directory promises to stay within the limits.

    Python unpacks a member to the size its directory entry states and no further, so the stated sizes hold.

    Raises
    ------
    RefusedArchiveError
        When there are too many members, too much to unpack, or it cannot be read.
    """
    # counted in the bytes first, since opening an archive with a million entries already takes its toll
    if data.count(_DIRECTORY_ENTRY) > max_members:
        raise RefusedArchiveError("archive-too-many-files", str(data.count(_DIRECTORY_ENTRY)))
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except DAMAGED as error:
        raise RefusedArchiveError("archive-unreadable") from error
    _check_sizes(archive)
    return archive


def _check_sizes(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > MAX_UNPACKED_BYTES:
        raise RefusedArchiveError("archive-too-large", str(unpacked))
    if unpacked > RATIO_FROM_BYTES and unpacked > MAX_RATIO * packed:
        raise RefusedArchiveError("archive-packed-too-densely", str(unpacked // max(packed, 1)))
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise RefusedArchiveError("archive-encrypted")
    if any(member.compress_type not in _METHODS for member in members):
        raise RefusedArchiveError("archive-unreadable")


def unpack(archive: zipfile.ZipFile, member: str | zipfile.ZipInfo) -> bytes:
    """Unpack one member.

    Raises
    ------
    RefusedArchiveError
        When it is damaged.
    """
    try:
        return archive.read(member)
    except (KeyError, *DAMAGED) as error:
        raise RefusedArchiveError("archive-unreadable", str(getattr(member, "filename", member))) from error
