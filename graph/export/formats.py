"""Every format a portfolio can leave in. A new one is one file, one line here, its words and its test.

What writes a format is loaded with the first file of its kind: that of slides, handouts and workbooks takes some thirty
megabytes, and who wants a table need not wait for what draws networks.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from graph.dataset import Dataset
from graph.errors import AkteursnetzError
from graph.export.csv_table import csv_files
from graph.export.exhibit import Portfolio
from graph.export.pictures import DrawnNetwork
from graph.export.stamp import noted, stamped
from graph.export.step import Step, no_step
from graph.lazy import function_of
from graph.picture.drawn import Drawing
from graph.slugs import slug
from graph.tables import write_tables

PROGRAM = "akteursnetz"
_LONGEST_NAME = 60
_ZIP, _PDF, _JSON = "application/zip", "application/pdf", "application/json"
_OFFICE = "application/vnd.openxmlformats-officedocument"


class Content(StrEnum):
    """What a format carries."""

    EXHIBITS = "exhibits"
    TABLES = "tables"
    DATA = "data"


class NoDataError(AkteursnetzError, ValueError):
    """A format that carries the data was asked for, but the portfolio holds none."""


@dataclass(frozen=True, slots=True)
class File:
    """A finished file."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes
    ----------
    id, suffix, mime
        Code, ending of the file name, media type.
    content
        What it carries.
    files
        Writes the files of a portfolio, name -> content; several leave as one archive.
    """

    id: str
    suffix: str
    mime: str
    content: Content
    files: Callable[[Portfolio, Step], Mapping[str, bytes]]


def _dataset(portfolio: Portfolio) -> Dataset:
    if portfolio.dataset is None:
        raise NoDataError("the portfolio holds no data")
    return stamped(portfolio.dataset, portfolio)


def _noted(portfolio: Portfolio) -> Dataset:
    return noted(_dataset(portfolio), portfolio)


def _drawings(portfolio: Portfolio) -> list[Drawing] | None:
    """Return the networks that are shown; ``None``, for all the data, when anything else is shown."""
    pictures = [exhibit.picture for exhibit in portfolio.exhibits]
    networks = [picture.drawing for picture in pictures if isinstance(picture, DrawnNetwork)]
    return networks if networks and len(networks) == len(pictures) else None


def _poster(sheet: str, portfolio: Portfolio, step: Step) -> bytes:
    from graph.export.pdf.poster import SHEETS, poster  # noqa: PLC0415

    return poster(portfolio, SHEETS[sheet], step)


def _gexf(portfolio: Portfolio) -> bytes:
    day = portfolio.day.isoformat() if portfolio.day else ""
    written: bytes = function_of("graph.export.exchange.gexf", "gexf")(_noted(portfolio), _drawings(portfolio), day)
    return written


def _node_edge_csv(portfolio: Portfolio, _: Step) -> Mapping[str, bytes]:
    write = function_of("graph.export.exchange.node_edge_csv", "node_edge_csv")
    files: Mapping[str, bytes] = write(_noted(portfolio), _drawings(portfolio))
    return files


def _package(portfolio: Portfolio, _: Step) -> Mapping[str, bytes]:
    dataset = _dataset(portfolio)
    tables, described = write_tables(dataset), function_of("graph.export.linked.package", "data_package")
    return {"datapackage.json": described(dataset, tables), **tables}


def _in_steps(write: Callable[[Portfolio, Step], bytes]) -> Callable[[Portfolio, Step], Mapping[str, bytes]]:
    """One file, written exhibit by exhibit."""
    return lambda portfolio, step: {"": write(portfolio, step)}


def _at_once(write: Callable[[Portfolio], bytes]) -> Callable[[Portfolio, Step], Mapping[str, bytes]]:
    """One file of what is shown."""
    return lambda portfolio, _: {"": write(portfolio)}


def _data(write: Callable[[Dataset], bytes]) -> Callable[[Portfolio, Step], Mapping[str, bytes]]:
    """One file of all data."""
    return lambda portfolio, _: {"": write(_dataset(portfolio))}


def _network(
    write: Callable[[Dataset, list[Drawing] | None], bytes],
) -> Callable[[Portfolio, Step], Mapping[str, bytes]]:
    """One file of the networks shown, else of all data."""
    return lambda portfolio, _: {"": write(_noted(portfolio), _drawings(portfolio))}


def _pictures(draw: Callable[[str], bytes], suffix: str) -> Callable[[Portfolio, Step], Mapping[str, bytes]]:
    """One picture for each exhibit, numbered when there are several."""

    def files(portfolio: Portfolio, step: Step) -> Mapping[str, bytes]:
        drawn, drawing = {}, function_of("graph.export.svg.page", "exhibit_svg")
        for number, exhibit in enumerate(portfolio.exhibits, 1):
            step(number, len(portfolio.exhibits))
            name = f"{number:02d}_{_shortened(slug(exhibit.title))}.{suffix}"
            drawn[name] = draw(drawing(portfolio, exhibit))
        return drawn

    return files


_SLIDES, _SHEETS = f"{_OFFICE}.presentationml.presentation", f"{_OFFICE}.spreadsheetml.sheet"
_OPEN_SHEETS = "application/vnd.oasis.opendocument.spreadsheet"

FORMATS: Mapping[str, Format] = {
    entry.id: entry
    for entry in (
        Format("pptx", "pptx", _SLIDES, Content.EXHIBITS, _in_steps(function_of("graph.export.pptx", "presentation"))),
        Format("pdf", "pdf", _PDF, Content.EXHIBITS, _in_steps(function_of("graph.export.pdf", "handout"))),
        Format("a3", "a3.pdf", _PDF, Content.EXHIBITS, _in_steps(partial(_poster, "a3"))),
        Format("a0", "a0.pdf", _PDF, Content.EXHIBITS, _in_steps(partial(_poster, "a0"))),
        Format("html", "html", "text/html", Content.EXHIBITS, _at_once(function_of("graph.export.html", "web_page"))),
        Format("svg", "svg", "image/svg+xml", Content.EXHIBITS, _pictures(str.encode, "svg")),
        Format(
            "png", "png", "image/png", Content.EXHIBITS, _pictures(function_of("graph.export.png", "rendered"), "png")
        ),
        Format("xlsx", "xlsx", _SHEETS, Content.TABLES, _at_once(function_of("graph.export.xlsx", "workbook"))),
        Format("ods", "ods", _OPEN_SHEETS, Content.TABLES, _at_once(function_of("graph.export.ods", "spreadsheet"))),
        Format("csv", "csv", "text/csv", Content.TABLES, lambda portfolio, _: csv_files(portfolio)),
        Format(
            "graphml",
            "graphml",
            "application/graphml+xml",
            Content.DATA,
            _network(function_of("graph.export.exchange.graphml", "graphml")),
        ),
        Format(
            "gexf",
            "gexf",
            "application/gexf+xml",
            Content.DATA,
            _at_once(_gexf),
        ),
        Format(
            "json", "json", _JSON, Content.DATA, _network(function_of("graph.export.exchange.node_link", "node_link"))
        ),
        Format(
            "jsonld",
            "jsonld",
            "application/ld+json",
            Content.DATA,
            _data(function_of("graph.export.linked.jsonld", "linked_data")),
        ),
        Format("kumu", "kumu.xlsx", _SHEETS, Content.DATA, _network(function_of("graph.export.exchange.kumu", "kumu"))),
        Format(
            "network_csv",
            "network.csv",
            "text/csv",
            Content.DATA,
            _node_edge_csv,
        ),
        Format(
            "data_xlsx",
            "data.xlsx",
            _SHEETS,
            Content.DATA,
            _data(function_of("graph.export.dataset_workbook", "dataset_workbook")),
        ),
        Format(
            "data_csv", "data.csv", "text/csv", Content.DATA, lambda portfolio, _: write_tables(_dataset(portfolio))
        ),
        Format("package", "datapackage", _ZIP, Content.DATA, _package),
    )
}


def export(name: str, portfolio: Portfolio, step: Step = no_step) -> File:
    """Write a portfolio in a format.

    Parameters
    ----------
    name
        Key of `FORMATS`.
    portfolio
        What leaves. Formats that carry data write ``portfolio.dataset``.
    step
        Called before each exhibit with its number, from 1, and the number of all; raise in it to stop.

    Raises
    ------
    NoDataError
        If the format carries data and the portfolio has none.
    graph.errors.UnusableTemplateError
        If the organisation's template has no layout to use.
    """
    used = FORMATS[name]
    files = used.files(portfolio, step)
    if len(files) == 1:
        return File(file_name(portfolio, used.suffix), used.mime, *files.values())
    return File(file_name(portfolio, f"{used.suffix}.zip"), _ZIP, archive(files))


def file_name(portfolio: Portfolio, suffix: str) -> str:
    """Return a name that says what is inside: ``2026-11-23_akteursnetz_wasserstoff.pptx``."""
    exhibits = portfolio.exhibits
    subject = _shortened(slug(exhibits[0].title if len(exhibits) == 1 else portfolio.title))
    day = portfolio.day.isoformat() if portfolio.day else ""
    parts = [day, PROGRAM, subject.removeprefix(f"{PROGRAM}-").removeprefix(PROGRAM)]
    return f"{'_'.join(part for part in parts if part)}.{suffix}"


def _shortened(name: str) -> str:
    """Return a name that is not too long, cut between words if there are several."""
    if len(name) <= _LONGEST_NAME:
        return name
    cut = name[: _LONGEST_NAME + 1].rpartition("-")[0]
    return cut or name[:_LONGEST_NAME]


def archive(files: Mapping[str, bytes]) -> bytes:
    """Pack files; the same files are the same archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
