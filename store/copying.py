"""Whole stores as files: a new one made from tables, and backups taken while others work."""

from __future__ import annotations

import os
import secrets
from contextlib import closing, suppress
from pathlib import Path

from graph.reading.sources import Source
from store.address import address_of, file_of, url_of
from store.changes import ChangeSet
from store.errors import StoreError
from store.opening import back_up_file, look_into
from store.people import Editor, Role, require
from store.store import open_store

_LEFT_BESIDE = ("", "-wal", "-shm", "-journal")


def make_store(file: Path, source: Source, editor: Editor, label: str = "") -> ChangeSet:
    """Make an SQLite store from tables; it is there as a whole or not at all.

    Parameters
    ----------
    file
        Where the copy is made.
    source
        Files, a folder or an archive with the data.
    editor
        Who does it; needs the right to.
    label
        Own words for the log of changes.

    Raises
    ------
    StoreError
        ``name-taken`` when the file is there already.
    """
    require(editor, Role.EDITOR)
    unfinished = file.with_name(f"{file.name}.{secrets.token_hex(4)}.new")
    try:
        with closing(open_store(address_of(unfinished))) as made:
            done = made.import_rows(editor, made.preview_import(source), label=label)
        _put_in_place(unfinished, file)
        return done
    finally:
        _remove(unfinished)


def back_up(address: str, target: Path) -> None:
    """Copy an SQLite store into a new file, while others work; PostgreSQL has ``pg_dump``.

    Raises
    ------
    StoreError
        ``name-taken`` when the target is there already, ``not-found`` when there is no such file.
    """
    file = file_of(url_of(address))
    if file is None or not file.is_file():
        raise StoreError("not-found", "" if file is None else str(file))
    look_into(file)
    _copied(file, target)


def restore(copy: Path, address: str) -> None:
    """Make a backup the store of an address where there is none; what is there has to be moved away first.

    Raises
    ------
    StoreError
        ``name-taken`` when a store is there already; ``damaged``, ``not-a-store``, ``newer-schema`` when the backup
        is none.
    """
    file = file_of(url_of(address))
    if file is None or not copy.is_file():
        raise StoreError("not-found", str(copy))
    look_into(copy)
    file.parent.mkdir(parents=True, exist_ok=True)
    _copied(copy, file)
    open_store(address).close()


def _copied(file: Path, target: Path) -> None:
    if target.exists():
        raise StoreError("name-taken", str(target))
    unfinished = target.with_name(f"{target.name}.{secrets.token_hex(4)}.new")
    try:
        back_up_file(file, unfinished)
        look_into(unfinished)
        _put_in_place(unfinished, target)
    finally:
        _remove(unfinished)


def _put_in_place(unfinished: Path, file: Path) -> None:
    """Give a finished file its name, unless somebody was faster."""
    try:
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        # a second name fails where a renaming would overwrite
        os.link(unfinished, file)
        _sync_folder(file.parent)
    except FileExistsError as error:
        raise StoreError("name-taken", str(file)) from error
    except OSError:
        # not every file system knows second names
        if file.exists():
            raise StoreError("name-taken", str(file)) from None
        unfinished.replace(file)


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk too; not every system lets a folder be opened."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _remove(file: Path) -> None:
    for ending in _LEFT_BESIDE:
        with suppress(OSError):
            file.with_name(file.name + ending).unlink(missing_ok=True)
