"""A saved state of the data: one dated zip of the tables in the form of the contract, to be compared later."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold; the date is in the name, the bytes depend on data only


@dataclass(frozen=True, slots=True)
class SavedState:
    """File name and content of a saved state; `graph.load.load` reads the content back."""

    name: str
    content: bytes


def state_name(day: date) -> str:
    """File name of the state saved on a day; it sorts by day."""
    return f"{day.isoformat()}_akteursnetz_daten.zip"


def save_state(files: Mapping[str, bytes], day: date) -> SavedState:
    """Pack tables into a zip named ``JJJJ-MM-TT_akteursnetz_daten.zip``; equal tables give equal bytes.

    Parameters
    ----------
    files
        Content by file name, such as ``actors.csv``, as `graph.tables.write_tables` gives them.
    day
        Day in the name.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), files[name], zipfile.ZIP_DEFLATED)
    return SavedState(state_name(day), buffer.getvalue())
