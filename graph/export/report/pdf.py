"""Documents as PDF/UA-1 and PDF/A-2a: headings, outline, tables and pictures with their tags."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graph.export.pdf.typesetting import typeset
from graph.export.plain import cleaned
from graph.export.report import document as model
from graph.export.report.columns import widths_of
from graph.export.report.illustrations import svg_of
from graph.export.table import ValueKind

_LAYOUT = "report.typ"


def pdf_document(document: model.ReportDocument) -> bytes:
    """Write a PDF; the same document is the same file.

    Parameters
    ----------
    document
        Its template is for Word only and not looked at.
    """
    return typeset(_LAYOUT, cleaned(_data(document)), document.day)


def _data(document: model.ReportDocument) -> dict[str, Any]:
    words = document.words
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "author": document.author,
        "lang": document.language,
        "footer": document.footer,
        "watermark": document.watermark,
        "contents": document.contents and any(isinstance(block, model.Heading) for block in document.blocks),
        "words": {**words, "figure": _name(words["figure"]), "table": _name(words["table"])},
        "blocks": [_BLOCKS[type(block)](block, words) for block in document.blocks],
    }


def _name(words: str) -> str:
    """Name of what is counted; Typst adds the number itself."""
    return words.partition("{n}")[0].strip()


def _run(run: model.Run) -> dict[str, Any]:
    return {"text": run.text, "link": run.link, "strong": run.strong}


def _paragraph(block: model.Paragraph, _: Mapping[str, str]) -> dict[str, Any]:
    return {"kind": "paragraph", "quiet": block.quiet, "runs": [_run(run) for run in block.runs]}


def _bullets(block: model.Bullets, _: Mapping[str, str]) -> dict[str, Any]:
    return {"kind": "bullets", "points": [[_run(run) for run in point.runs] for point in block.points]}


def _picture(block: model.Illustration, words: Mapping[str, str]) -> dict[str, Any]:
    return {
        "kind": "picture",
        "svg": svg_of(block.shown, words)[0],
        "caption": block.caption,
        "alt": block.alternative,
    }


def _table(block: model.Listing, _: Mapping[str, str]) -> dict[str, Any]:
    table = block.table
    return {
        "kind": "table",
        "caption": table.caption,
        "columns": [column.header for column in table.columns],
        "numbers": [column.kind is not ValueKind.TEXT for column in table.columns],
        "widths": widths_of(table),
        "rows": [[cell.text for cell in row] for row in table.rows],
    }


_BLOCKS: Mapping[type, Callable[[Any, Mapping[str, str]], dict[str, Any]]] = {
    model.Heading: lambda block, _: {"kind": "heading", "level": min(block.level, 3), "text": block.text},
    model.Paragraph: _paragraph,
    model.Bullets: _bullets,
    model.Illustration: _picture,
    model.Listing: _table,
    model.NewPage: lambda _, __: {"kind": "page"},
}
