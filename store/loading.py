"""One call for every source: a folder, an archive, a workbook, uploaded files, or a store by its address."""

from __future__ import annotations

from contextlib import closing

from graph import load as load_files
from graph.issue import Report
from graph.reading.limits import OWNER
from graph.reading.sources import Source
from store.address import file_of, is_address, url_of
from store.errors import StoreError


def load(source: Source) -> Report:
    """Read, check and merge the tables of a dataset, wherever they are kept.

    Parameters
    ----------
    source
        What `graph.load` reads, or the address of a store: ``sqlite:///var/region.db``, ``postgresql://...``.

    Returns
    -------
    Report
        The dataset and everything found on the way; of a store the data as they are now.

    Raises
    ------
    StoreError
        ``not-found`` when there is no store at a file of this name (looking makes none), or what `store.open_store`
        refuses. Content of files never raises.

    Examples
    --------
    >>> import store
    >>> dataset = store.load("data").dataset
    """
    tables = tables_of(source)
    # what its owner keeps in a store has no limits of an upload
    return load_files(tables, None if tables is source else OWNER)


def tables_of(source: Source) -> Source:
    """Return what the reader understands: the tables of a store as files, and any other source as it is.

    Raises
    ------
    StoreError
        As `load` does.
    """
    if not isinstance(source, str) or not is_address(source):
        return source
    file = file_of(url_of(source))
    if file is not None and not file.is_file():
        raise StoreError("not-found", str(file))
    from store.store import open_store  # noqa: PLC0415  # what reads files does not wait for it

    with closing(open_store(source)) as opened:
        return opened.files()
