"""Headers and names of tables as a file writes them, matched to the contract."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from graph.schema import TABLES, ContractColumn, ContractTable

LONGEST = 100  # letters; a longer text is no header we know, and normalising accents takes the square of their number
_GAPS = re.compile(r"[\s_\-]+")


def key(text: str) -> str:
    """Return what headers and names are compared by: any case, and blanks, hyphens and underscores alike."""
    return _GAPS.sub(" ", unicodedata.normalize("NFKC", text[:LONGEST]).casefold()).strip(" \ufeff'\"")


def _words(named: ContractTable | ContractColumn) -> tuple[str, ...]:
    return (named.name, *named.headers)


# table -> compared header -> canonical column; a canonical name wins over another column's other word
COLUMNS: Mapping[str, Mapping[str, str]] = {
    table.name: {
        **{key(word): column.name for column in reversed(table.columns) for word in column.headers},
        **{key(column.name): column.name for column in table.columns},
    }
    for table in TABLES.values()
}
TABLE_NAMES: Mapping[str, str] = {key(word): table.name for table in TABLES.values() for word in _words(table)}
_KNOWN = frozenset(word for columns in COLUMNS.values() for word in columns)


def matches(header: Sequence[str]) -> int:
    """How many headers are known in any table."""
    return sum(key(text) in _KNOWN for text in header)


def table_of(name: str, header: Sequence[str]) -> ContractTable | None:
    """Which table a file or worksheet is: by its name, by a word of its name, else by its headers."""
    whole = key(name)
    # "about" is only meant when nothing else is said: "Liste über Akteure" is about actors
    words = (word for word in re.findall(r"[^\W\d]+", whole) if TABLE_NAMES.get(word) != "about")
    for word in (whole, *words):
        if word in TABLE_NAMES:
            return TABLES[TABLE_NAMES[word]]
    return _by_header({word for text in header if (word := key(text))})


def _by_header(keys: set[str]) -> ContractTable | None:
    """Return the table whose required columns are all there and that knows most of the headers, at least half.

    With fewer it is another program's list: 2 of the 21 headers of a register of projects are those of our sources.
    """

    def known(table: ContractTable) -> set[str]:
        return {COLUMNS[table.name][text] for text in keys if text in COLUMNS[table.name]}

    complete = [
        table
        for table in TABLES.values()
        if {column.name for column in table.columns if column.required} <= known(table)
        and 2 * len(known(table)) >= len(keys)
    ]
    best = sorted(complete, key=lambda table: len(known(table)), reverse=True)[:2]
    if not best or (len(best) == 2 and len(known(best[0])) == len(known(best[1]))):
        return None
    return best[0]
