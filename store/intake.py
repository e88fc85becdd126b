"""Tables into a store from the command line: all that is new or changed, and what was left alone."""

from __future__ import annotations

from contextlib import closing

from graph.reading.limits import OWNER
from graph.reading.sources import Source
from store.loading import tables_of
from store.people import Editor, Role
from store.store import open_store

# who runs commands on the server may do everything; the log of changes says that it was done there
OPERATOR = Editor("command line", "operator", "command line", Role.ADMIN)


def take_in(source: Source, address: str, label: str = "") -> str:
    """Take over what tables have new or changed, as one change that can be undone; return what was done.

    Parameters
    ----------
    source
        Whatever `store.load` opens: a folder, a file, or the address of another store.
    address
        Address of the store, as `store.open_store` takes it.
    label
        Own words for the log of changes.
    """
    tables = tables_of(source)
    with closing(open_store(address)) as store:
        preview = store.preview_import(tables, extent=OWNER)
        done = store.import_rows(OPERATOR, preview, label=label)
    counts = {
        "new": preview.new,
        "changed": preview.changed,
        "missing, left as they are": preview.missing,
        **({"changed by somebody since, left as they are": preview.contested} if preview.contested else {}),
    }
    return f"change {done.id}: " + ", ".join(f"{name} {len(rows)}" for name, rows in counts.items())
