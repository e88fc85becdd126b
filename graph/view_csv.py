"""CSV of a table as a view shows it: it says so of itself, so that nobody takes what was computed for data.

CSV has no place to say what it is. The cells of the last row stand in quotation marks, whether they need them or not,
and those of the header do not: no program that reads CSV sees a difference, and none writes it like this by itself.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Sequence

_QUOTED = r'"(?:[^"]|"")*"(?:[;,]"(?:[^"]|"")*")*'
_LAST_ROW = re.compile(rf"\n(?P<row>{_QUOTED})\n*\Z")
_TAIL = 200_000  # characters in which the last row stands


def last_row(cells: Sequence[str], delimiter: str) -> bytes:
    """Return the last row of a table of a view.

    Parameters
    ----------
    cells
        Its cells.
    delimiter
        Character between two cells.
    """
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL).writerow(cells)
    return written.getvalue().encode()


def is_of_view(data: bytes) -> bool:
    """Whether a file says that it is a table of a view; what it is about may stand below, after an empty line."""
    if not data.startswith(codecs.BOM_UTF8) or data[3:4] == b'"':
        return False
    text = data[3:].decode("utf-8", "replace")
    table, _, about = text.rpartition("\n\n")
    return _ends_so(text) or bool(about and _ends_so(f"{table}\n"))


def _ends_so(text: str) -> bool:
    """Whether the cells of the last row are in quotation marks, and those of the row before are not."""
    found = _LAST_ROW.search(text, max(len(text) - _TAIL, 0))
    if found is None:
        return False
    before = text[: found.start()].rpartition("\n")[2]
    return not re.fullmatch(_QUOTED, before)
