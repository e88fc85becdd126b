"""Files handed in by name, none of which takes the place of another."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

# our tables, and what other programs write; the content decides what a file is
ENDINGS = (
    *("csv", "xlsx", "zip", "tsv", "txt", "gz", "xlsm", "ods"),
    *("graphml", "gexf", "gml", "xml", "xgmml", "net", "paj", "dl", "vna", "dot", "json", "cx", "cx2"),
    *("tgf", "sif", "edgelist", "edges"),
)


def by_name(files: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """Return files by name; of several with the same name the later ones are numbered: ``export (2).csv``.

    Examples
    --------
    >>> sorted(by_name([("export.csv", b"id,name"), ("export.csv", b"from_id,to_id,kind")]))
    ['export (2).csv', 'export.csv']
    """
    given = list(files)
    taken = {name for name, _ in given}
    named: dict[str, bytes] = {}
    for name, content in given:
        free = name if name not in named else _numbered(name, {*taken, *named})
        named[free] = content
    return named


def _numbered(name: str, taken: set[str]) -> str:
    path, number = PurePath(name), 2
    while (free := f"{path.stem} ({number}){path.suffix}") in taken:
        number += 1
    return free
