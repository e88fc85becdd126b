"""Reports, booklets, drafts for a council and all tables on the command line."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from graph.dataset import Dataset
from graph.errors import AkteursnetzError, NobodyHiddenError, UnusableTemplateError
from views.address.codec import slug
from views.address.parameters import Query
from views.exhibit.asked import NoFileError, data_asked, states_asked
from views.exhibit.home import public_address
from views.exhibit.links import view_of
from views.exhibit.order import GoneError
from views.exhibit.writing import nobody_hidden, redaction
from views.language.words import Words, words
from views.report.booklet import UnknownElementError
from views.report.chapters import CHAPTERS, USUAL
from views.report.document import UnknownSectionError
from views.report.order import KINDS, ReportOrder, carried_out


def write_report(options: argparse.Namespace) -> int:
    """Write the report; 0 when that worked, else 1 with the reason on standard error."""
    return _written(options, "bericht")


def write_booklet(options: argparse.Namespace) -> int:
    """Write profiles as a booklet; 0 when that worked, else 1 with the reason on standard error."""
    return _written(options, "steckbriefe")


def write_motion(options: argparse.Namespace) -> int:
    """Write the draft for a council; 0 when that worked, else 1 with the reason on standard error."""
    return _written(options, "vorlage")


def write_tables(options: argparse.Namespace) -> int:
    """Write all tables as one workbook; 0 when that worked, else 1 with the reason on standard error."""
    return _written(options, "tabellen")


def order_of(options: argparse.Namespace, kind: str, dataset: Dataset) -> ReportOrder:
    """Return what the options ask for.

    Parameters
    ----------
    options
        Of the command.
    kind
        Key of `views.report.order.KINDS`.
    dataset
        All data.

    Raises
    ------
    NoFileError
        When the state or the field does not exist.
    NobodyHiddenError
        When actors of some type are to be anonymous and there are none.
    """
    t = words(options.language)
    return ReportOrder(
        kind,
        _ending(options),
        _query(t, options, dataset),
        sections=_listed(getattr(options, "sections", "")) or USUAL,
        ids=_listed(getattr(options, "ids", "")),
        by_field=getattr(options, "by_field", False),
        proposals=tuple(getattr(options, "proposal", ())),
        redaction=redaction(options, dataset),
        draft=options.draft,
        template=options.template.read_bytes() if getattr(options, "template", None) else None,
        address=public_address(),
        states=states_asked(options),
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _ending(options: argparse.Namespace) -> str:
    return Path(options.to).suffix.removeprefix(".").lower()


def _query(t: Words, options: argparse.Namespace, dataset: Dataset) -> Query:
    """Return scope, language and earlier state as a question."""
    asked = getattr(options, "field", "")
    view = view_of(dataset, f"ueberblick?feld={slug(asked)}" if asked else "ueberblick", options.language)
    if view.unknown:
        raise NoFileError(t("bericht.command.unknown_field", field=asked, fields=", ".join(view.field_slugs)))
    return replace(view.query, stand=getattr(options, "since", ""))


def _written(options: argparse.Namespace, kind: str) -> int:
    t, ending, formats = words(options.language), _ending(options), KINDS[kind].formats
    if ending not in formats:
        possible = ", ".join(f".{name}" for name in formats)
        unknown = "unknown_workbook" if kind == "tabellen" else "unknown_format"
        return _refused(t(f"bericht.command.{unknown}", name=f".{ending}" if ending else "–", formats=possible))
    try:
        dataset = data_asked(options)
        content = carried_out(order_of(options, kind, dataset), dataset).content
    except (
        NoFileError,
        UnknownSectionError,
        UnknownElementError,
        NobodyHiddenError,
        UnusableTemplateError,
        GoneError,
    ) as error:
        return _refused(_reason(t, options, error))
    Path(options.to).write_bytes(content)
    print(t("export.command.written", name=options.to, size=t.number(len(content) / 1000)))
    return 0


def _reason(t: Words, options: argparse.Namespace, error: AkteursnetzError) -> str:
    if isinstance(error, NobodyHiddenError):
        return nobody_hidden(t, error)
    if isinstance(error, UnknownSectionError):
        return t("bericht.command.unknown_section", names=str(error), sections=", ".join(CHAPTERS))
    if isinstance(error, UnknownElementError):
        return t("bericht.command.unknown_element", names=str(error))
    if isinstance(error, UnusableTemplateError):
        return t("bericht.command.unusable_template", name=options.template)
    if isinstance(error, GoneError):
        return t("export.refused.gone")
    return str(error)


def _refused(reason: str) -> int:
    print(reason, file=sys.stderr)
    return 1
