"""Files a visitor can take away from the page Daten & Methodik; each is made when it is asked for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.dataset import Dataset
from graph.history.state import save_state, state_name
from graph.tables import write_tables
from graph.templates import csv_templates, workbook_template
from views.data.words import template_words
from views.language.words import Words


@dataclass(frozen=True, slots=True)
class Download:
    """A file on offer: how it is made, its name and its type."""

    make: Callable[[Words, Dataset], bytes]
    file_name: str
    mime: str


_ZIP = "application/zip"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files into one archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


OFFERED: Mapping[str, Download] = {
    "template_xlsx": Download(lambda t, _: workbook_template(template_words(t)), "akteursnetz_vorlage.xlsx", _XLSX),
    "template_csv": Download(lambda *_: zipped(csv_templates()), "akteursnetz_vorlage.zip", _ZIP),
}


def state() -> Download:
    """Offer the data as a state of today, to be compared with later."""
    today = date.today()
    return Download(lambda _, data: save_state(write_tables(data), today).content, state_name(today), _ZIP)
