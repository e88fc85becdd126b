"""The Word file a document begins as: an empty one of our own, or an organisation's template without its text."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm

from graph.errors import UnusableTemplateError
from graph.export.report.word_styles import add_missing_styles, set_styles

_WRITTEN = ("w:t", "w:drawing", "w:pict", "w:instrText", "w:fldSimple")


def opened(template: bytes | None) -> WordDocument:
    """Return a file to write in.

    Raises
    ------
    UnusableTemplateError
        When the template cannot be opened as a Word file.
    """
    if template:
        file = _emptied(_read(template))
        add_missing_styles(file)
        return file
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin, section.bottom_margin = Cm(2.0), Cm(1.8)
    set_styles(file)
    return file


def _read(template: bytes) -> WordDocument:
    try:
        return docx.Document(io.BytesIO(template))
    except (ValueError, KeyError, zipfile.BadZipFile, PackageNotFoundError, SyntaxError) as error:
        raise UnusableTemplateError("no-document") from error


def _emptied(file: WordDocument) -> WordDocument:
    """Take the text out of a template but for its cover, which is all before its first change of section.

    Page, styles, header and footer stay.
    """
    body = file.element.body
    parts = [part for part in body if part.tag != qn("w:sectPr")]
    breaks = [place for place, part in enumerate(parts) if part.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None]
    for part in parts[breaks[0] + 1 if breaks else 0 :]:
        body.remove(part)
    return file


def room_of(file: WordDocument) -> tuple[int, int]:
    """Return width and height of the text on a page, in the units of Word files (`docx.shared.Length`)."""
    page = file.sections[-1]
    sides, ends = (page.left_margin, page.right_margin), (page.top_margin, page.bottom_margin)
    width, height = (page.page_width or Cm(21.0)), (page.page_height or Cm(29.7))
    return width - sum(side or Cm(2.0) for side in sides), height - sum(end or Cm(2.2) for end in ends)


def has_footer(page: Section) -> bool:
    """Whether a page of a template has something in its footer, be it a picture or a field."""
    found = [part for name in _WRITTEN for part in page.footer._element.iter(qn(name))]
    return any(part.text is None or part.text.strip() for part in found)
