"""Every format a portfolio can leave in. A new one is one file, one line here, its words and its test.

What writes slides, handouts and workbooks takes some thirty megabytes; it is loaded with the first file of its kind.
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
from graph.export.exchange.gexf import gexf
from graph.export.exchange.graphml import graphml
from graph.export.exchange.node_edge_csv import node_edge_csv
from graph.export.exchange.node_link import node_link
from graph.export.exhibit import Portfolio
from graph.export.html import web_page
from graph.export.linked.jsonld import linked_data
from graph.export.linked.package import data_package
from graph.export.pictures import DrawnNetwork
from graph.export.png import rendered
from graph.export.stamp import stamped
from graph.export.step import Step, no_step
from graph.export.svg.page import exhibit_svg
from graph.picture.drawn import Drawing
from graph.slugs import slug
from graph.tables import write_tables

PROGRAM = "akteursnetz"
_LONGEST_NAME = 60
_ZIP = "application/zip"
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


def _drawings(portfolio: Portfolio) -> list[Drawing] | None:
    """Return the networks that are shown; ``None``, for all the data, when anything else is shown."""
    pictures = [exhibit.picture for exhibit in portfolio.exhibits]
    networks = [picture.drawing for picture in pictures if isinstance(picture, DrawnNetwork)]
    return networks if networks and len(networks) == len(pictures) else None


def _presentation(portfolio: Portfolio, step: Step) -> bytes:
    from graph.export.pptx import presentation  # noqa: PLC0415

    return presentation(portfolio, step)


def _handout(portfolio: Portfolio, step: Step) -> bytes:
    from graph.export.pdf import handout  # noqa: PLC0415

    return handout(portfolio, step)


def _poster(sheet: str, portfolio: Portfolio, step: Step) -> bytes:
    from graph.export.pdf.poster import SHEETS, poster  # noqa: PLC0415

    return poster(portfolio, SHEETS[sheet], step)


def _workbook(portfolio: Portfolio, _: Step) -> bytes:
    from graph.export.xlsx import workbook  # noqa: PLC0415

    return workbook(portfolio)


def _spreadsheet(portfolio: Portfolio, _: Step) -> bytes:
    from graph.export.ods import spreadsheet  # noqa: PLC0415

    return spreadsheet(portfolio)


def _dataset_workbook(dataset: Dataset, _: Portfolio) -> bytes:
    from graph.export.dataset_workbook import dataset_workbook  # noqa: PLC0415

    return dataset_workbook(dataset)


def _kumu(dataset: Dataset, portfolio: Portfolio) -> bytes:
    from graph.export.exchange.kumu import kumu  # noqa: PLC0415

    return kumu(dataset, _drawings(portfolio))


def _gexf(dataset: Dataset, portfolio: Portfolio) -> bytes:
    day = portfolio.day.isoformat() if portfolio.day else ""
    return gexf(dataset, _drawings(portfolio), day)


def _node_edge_csv(portfolio: Portfolio, _: Step) -> Mapping[str, bytes]:
    return node_edge_csv(_dataset(portfolio), _drawings(portfolio))


def _package(portfolio: Portfolio) -> Mapping[str, bytes]:
    dataset = _dataset(portfolio)
    tables = write_tables(dataset)
    return {"datapackage.json": data_package(dataset, tables), **tables}


def _one(write: Callable[[Portfolio, Step], bytes]) -> Callable[[Portfolio, Step], Mapping[str, bytes]]:
    return lambda portfolio, step: {"": write(portfolio, step)}


def _data(write: Callable[[Dataset, Portfolio], bytes]) -> Callable[[Portfolio, Step], Mapping[str, bytes]]:
    return _one(lambda portfolio, _: write(_dataset(portfolio), portfolio))


def _pictures(draw: Callable[[str], bytes], suffix: str) -> Callable[[Portfolio, Step], Mapping[str, bytes]]:
    """One picture for each exhibit, numbered when there are several."""

    def files(portfolio: Portfolio, step: Step) -> Mapping[str, bytes]:
        drawn = {}
        for number, exhibit in enumerate(portfolio.exhibits, 1):
            step(number, len(portfolio.exhibits))
            name = f"{number:02d}_{_shortened(slug(exhibit.title))}.{suffix}"
            drawn[name] = draw(exhibit_svg(portfolio, exhibit))
        return drawn

    return files


FORMATS: Mapping[str, Format] = {
    entry.id: entry
    for entry in (
        Format("pptx", "pptx", f"{_OFFICE}.presentationml.presentation", Content.EXHIBITS, _one(_presentation)),
        Format("pdf", "pdf", "application/pdf", Content.EXHIBITS, _one(_handout)),
        Format("a3", "a3.pdf", "application/pdf", Content.EXHIBITS, _one(partial(_poster, "a3"))),
        Format("a0", "a0.pdf", "application/pdf", Content.EXHIBITS, _one(partial(_poster, "a0"))),
        Format("html", "html", "text/html", Content.EXHIBITS, _one(lambda portfolio, _: web_page(portfolio))),
        Format("svg", "svg", "image/svg+xml", Content.EXHIBITS, _pictures(str.encode, "svg")),
        Format("png", "png", "image/png", Content.EXHIBITS, _pictures(rendered, "png")),
        Format("xlsx", "xlsx", f"{_OFFICE}.spreadsheetml.sheet", Content.TABLES, _one(_workbook)),
        Format("ods", "ods", "application/vnd.oasis.opendocument.spreadsheet", Content.TABLES, _one(_spreadsheet)),
        Format("csv", "csv", "text/csv", Content.TABLES, lambda portfolio, _: csv_files(portfolio)),
        Format(
            "graphml",
            "graphml",
            "application/graphml+xml",
            Content.DATA,
            _data(lambda data, made: graphml(data, _drawings(made))),
        ),
        Format("gexf", "gexf", "application/gexf+xml", Content.DATA, _data(_gexf)),
        Format(
            "json", "json", "application/json", Content.DATA, _data(lambda data, made: node_link(data, _drawings(made)))
        ),
        Format("jsonld", "jsonld", "application/ld+json", Content.DATA, _data(lambda data, _: linked_data(data))),
        Format("kumu", "kumu.xlsx", f"{_OFFICE}.spreadsheetml.sheet", Content.DATA, _data(_kumu)),
        Format("network_csv", "network.csv", "text/csv", Content.DATA, _node_edge_csv),
        Format(
            "data_xlsx",
            "data.xlsx",
            f"{_OFFICE}.spreadsheetml.sheet",
            Content.DATA,
            _data(_dataset_workbook),
        ),
        Format(
            "data_csv", "data.csv", "text/csv", Content.DATA, lambda portfolio, _: write_tables(_dataset(portfolio))
        ),
        Format("package", "datapackage", "application/zip", Content.DATA, lambda portfolio, _: _package(portfolio)),
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
