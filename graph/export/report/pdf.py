"""Documents as PDF/UA-1 and PDF/A-2a: headings, outline, tables and pictures with their tags."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf
from typing import Any

from graph.export.pdf.tables import column_widths
from graph.export.pdf.typesetting import typeset
from graph.export.plain import cleaned
from graph.export.report import document as model
from graph.export.report.illustrations import svg_of
from graph.export.table import ExportTable, ValueKind
from graph.export.widths import flat_widths
from graph.picture.labels import text_width

_LAYOUT = "report.typ"
_SIZE, _AROUND = 8.5, 8.0  # pt of the text in a table, and of the space beside that of a cell
_DIVIDED = 44.0  # pt above which a word is divided
_SAMPLE = 40  # rows looked at for the widths of columns


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
        "widths": _widths(table),
        "rows": [[cell.text for cell in row] for row in table.rows],
    }


def _widths(table: ExportTable) -> list[float]:
    """Widths in pt with which the rows need few lines, and only long words are divided."""
    first = column_widths(table)
    texts = [[text_width(cell.text, _SIZE) for cell in row] for row in table.rows[:_SAMPLE]]
    least = [_longest_word(table, place) for place in range(len(table.columns))]
    room = [max(width - _AROUND, 1) for width in first]
    return [width + _AROUND for width in flat_widths(texts, least, room)]


def _longest_word(table: ExportTable, place: int) -> float:
    """Width in pt of the longest word of a column; a long one of a text may be divided, a number may not."""
    column = table.columns[place]
    most = _DIVIDED if column.kind is ValueKind.TEXT else inf
    said = [column.header, *(row[place].text for row in table.rows[:_SAMPLE])]
    return max((min(text_width(word, _SIZE), most) for text in said for word in text.split()), default=0.0)


_BLOCKS: Mapping[type, Callable[[Any, Mapping[str, str]], dict[str, Any]]] = {
    model.Heading: lambda block, _: {"kind": "heading", "level": min(block.level, 3), "text": block.text},
    model.Paragraph: _paragraph,
    model.Bullets: _bullets,
    model.Illustration: _picture,
    model.Listing: _table,
    model.NewPage: lambda _, __: {"kind": "page"},
}
