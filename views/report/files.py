"""Formats a document can have: a new one is one function, one line here and its name in the words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.export.report.document import ReportDocument


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """A format of documents: its media type and what writes it."""

    mime: str
    write: Callable[[ReportDocument], bytes]


def _word(document: ReportDocument) -> bytes:
    from graph.export.report.docx import word_document  # noqa: PLC0415  # loaded with the first file of its kind

    return word_document(document)


def _open(document: ReportDocument) -> bytes:
    from graph.export.report.odt import open_document  # noqa: PLC0415

    return open_document(document)


def _pdf(document: ReportDocument) -> bytes:
    from graph.export.report.pdf import pdf_document  # noqa: PLC0415

    return pdf_document(document)


FORMATS: Mapping[str, DocumentFormat] = {
    "docx": DocumentFormat("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _word),
    "odt": DocumentFormat("application/vnd.oasis.opendocument.text", _open),
    "pdf": DocumentFormat("application/pdf", _pdf),
}
