"""Reports and booklets for the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from graph.errors import AkteursnetzError, NobodyHiddenError, UnusableTemplateError
from graph.export.report.document import ReportDocument
from graph.redaction import redact
from views.address.codec import slug
from views.exhibit.asked import NoFileError, data_asked, states_asked
from views.exhibit.home import public_address
from views.exhibit.links import view_of
from views.exhibit.portfolio import profile_of, redacted_states
from views.exhibit.writing import nobody_hidden, redaction
from views.language.words import Words, words
from views.report.booklet import UnknownElementError, booklet
from views.report.chapters import CHAPTERS, USUAL
from views.report.document import ReportRequest, UnknownSectionError, document_of


def _word(document: ReportDocument) -> bytes:
    from graph.export.report.docx import word_document  # noqa: PLC0415  # loaded with the first file of its kind

    return word_document(document)


def _open(document: ReportDocument) -> bytes:
    from graph.export.report.odt import open_document  # noqa: PLC0415

    return open_document(document)


def _pdf(document: ReportDocument) -> bytes:
    from graph.export.report.pdf import pdf_document  # noqa: PLC0415

    return pdf_document(document)


FORMATS: Mapping[str, Callable[[ReportDocument], bytes]] = {"docx": _word, "odt": _open, "pdf": _pdf}


def write_report(options: argparse.Namespace) -> int:
    """Write the report; 0 when that worked, else 1 with the reason on standard error."""
    return _written(options, _report)


def write_booklet(options: argparse.Namespace) -> int:
    """Write profiles as a booklet; 0 when that worked, else 1 with the reason on standard error."""
    return _written(options, _booklet)


def asked_report(options: argparse.Namespace) -> ReportRequest:
    """Return what the options ask for, without its chapters.

    Raises
    ------
    NoFileError
        When there are no data, or the state or the field does not exist.
    NobodyHiddenError
        When actors of some type are to be anonymous and there are none.
    """
    t, everything = words(options.language), data_asked(options)
    hides = redaction(options, everything)
    states = redacted_states(states_asked(options), everything, hides)
    view = view_of(redact(everything, hides), _link(options), options.language)
    view = replace(view, older=states(getattr(options, "since", "")))
    _ensure_field(t, options, view.unknown, view.field_slugs)
    return ReportRequest(
        view,
        address="" if hides.hides_names else public_address(),
        profile=profile_of(t, hides),
        draft=options.draft,
        template=options.template.read_bytes() if options.template else None,
    )


def _link(options: argparse.Namespace) -> str:
    field = getattr(options, "field", "")
    parts = [f"feld={slug(field)}"] if field else []
    since = getattr(options, "since", "")
    return f"ueberblick?{'&'.join([*parts, *([f'stand={since}'] if since else [])])}"


def _ensure_field(t: Words, options: argparse.Namespace, unknown: tuple[str, ...], fields: Mapping[str, str]) -> None:
    if any(part.startswith("feld=") for part in unknown):
        raise NoFileError(t("bericht.command.unknown_field", field=options.field, fields=", ".join(fields)))


def _report(options: argparse.Namespace) -> ReportDocument:
    sections = [name.strip() for name in options.sections.split(",") if name.strip()] or USUAL
    return document_of(replace(asked_report(options), sections=sections))


def _booklet(options: argparse.Namespace) -> ReportDocument:
    ids = [key.strip() for key in options.ids.split(",") if key.strip()]
    return booklet(asked_report(options), ids, by_field=options.by_field)


def _written(options: argparse.Namespace, make: Callable[[argparse.Namespace], ReportDocument]) -> int:
    t, ending = words(options.language), Path(options.to).suffix.removeprefix(".").lower()
    if ending not in FORMATS:
        possible = ", ".join(f".{name}" for name in FORMATS)
        return _refused(t("bericht.command.unknown_format", name=f".{ending}" if ending else "–", formats=possible))
    try:
        content = FORMATS[ending](make(options))
    except (
        NoFileError,
        UnknownSectionError,
        UnknownElementError,
        NobodyHiddenError,
        UnusableTemplateError,
    ) as error:
        return _refused(_reason(t, options, error))
    Path(options.to).write_bytes(content)
    print(t("export.command.written", name=options.to, size=t.number(len(content) / 1000)))
    return 0


def _reason(t: Words, options: argparse.Namespace, error: AkteursnetzError) -> str:
    if isinstance(error, NobodyHiddenError):
        return nobody_hidden(t, error)
    if isinstance(error, UnknownSectionError):
        return t("bericht.command.unknown_section", names=error, sections=", ".join(CHAPTERS))
    if isinstance(error, UnknownElementError):
        return t("bericht.command.unknown_element", names=error)
    if isinstance(error, UnusableTemplateError):
        return t("bericht.command.unusable_template", name=options.template)
    return str(error)


def _refused(reason: str) -> int:
    print(reason, file=sys.stderr)
    return 1
