"""An order for a report, profiles, a draft, all tables or a website, and how it is carried out beside the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from graph.dataset import Dataset
from graph.errors import NobodyHiddenError, UnusableTemplateError
from graph.export.formats import PROGRAM, File, archive, export
from graph.export.report.document import ReportDocument
from graph.export.step import Step, no_step
from graph.history.activity import as_of_day
from graph.redaction import Redaction, ensure_somebody_is_hidden, redact_with_ids
from graph.slugs import slug
from store import Editor, Role
from views.address.parameters import Query
from views.exhibit.links import States, no_state, view_asked
from views.exhibit.order import NOTHING, GoneError, renamed
from views.exhibit.portfolio import profile_of, redacted_states, without_amounts_said
from views.exhibit.writing import nobody_hidden
from views.fields.question import FIELD, field_keys
from views.language.words import Words, words
from views.progress import Progress, no_progress
from views.publishing.site import NoWebAddressError, Publication, published, web_address
from views.report.all_tables import all_tables
from views.report.booklet import UnknownElementError, booklet
from views.report.chapters import USUAL
from views.report.document import ReportRequest, document_of
from views.report.files import FORMATS
from views.report.motion import motion
from views.view import View, selection_of

LONGEST_PROPOSAL = 500  # characters
TEMPLATED = "docx"  # the format that takes an organisation's own styles
_PAGE = "ueberblick"  # the view a report starts from
_TEXT = "report text"
_SITE = "bericht.screen.kinds.webseite"  # words for the name of its file

Written = TypeVar("Written")


@dataclass(frozen=True)
class ReportOrder:
    """What somebody wants to have written.

    Attributes
    ----------
    kind
        Key of `KINDS`.
    format
        One of the formats of its kind.
    query
        Its filters are the scope, its ``stand`` the earlier state, its ``lang`` the language of every word.
    sections
        Chapters of a report.
    ids, by_field
        Profiles of a booklet, all that fit the filters when empty; and whether they are grouped by field.
    proposals
        What a council is to decide, one sentence each.
    redaction, draft
        What to take out, and whether the file says that it is a draft.
    template
        An organisation's own Word file.
    address
        Where the app stands, for links in the file; ``""`` for none.
    site
        Where a website will stand; ``""`` when that is not known.
    states
        Finds the earlier state that is compared with.
    """

    kind: str = "bericht"
    format: str = "docx"
    query: Query = field(default_factory=Query)
    sections: tuple[str, ...] = USUAL
    ids: tuple[str, ...] = ()
    by_field: bool = False
    proposals: tuple[str, ...] = ()
    redaction: Redaction = NOTHING
    draft: bool = False
    template: bytes | None = field(default=None, repr=False)
    address: str = ""
    site: str = ""
    states: States = field(default=no_state, repr=False, compare=False)

    @property
    def names_are_hidden(self) -> bool:
        """Whether somebody's name is taken out; a link could tell it."""
        return self.redaction.hides_names


# why there may be no file; each has its sentence
REFUSALS = (NobodyHiddenError, GoneError, UnusableTemplateError, NoWebAddressError)


def carried_out(order: ReportOrder, dataset: Dataset, progress: Progress = no_progress) -> File:
    """Make the file.

    Parameters
    ----------
    order
        What it is to be.
    dataset
        All data.
    progress
        Called with the parts that are done and with all of them; the last part writes the file.

    Raises
    ------
    NobodyHiddenError
        If actors of some type are to be anonymous and there are none.
    GoneError
        If a selected profile, or what the filters ask for, is left out by the redaction.
    UnusableTemplateError
        If the template cannot be opened as a Word file.
    NoWebAddressError
        If what should be the address of a website is none.
    views.report.booklet.UnknownElementError
        If a selected profile is not in the data.
    views.report.document.UnknownSectionError
        If a chapter does not exist.
    """
    hides = bool(order.redaction.anonymous_types) and not order.redaction.types_only
    ensure_somebody_is_hidden(dataset, order.redaction.anonymous_types if hides else None)
    return KINDS[order.kind].make(order, dataset, progress)


def ordered_document(order: ReportOrder, dataset: Dataset, step: Step = no_step) -> ReportDocument:
    """Write what is ordered as a document, one of the kinds that are one.

    Parameters
    ----------
    order
        What it is to be.
    dataset
        All data.
    step
        Called before each part with its number, from 1, and the number of all; raise in it to stop.
    """
    return _WRITERS[order.kind](*_asked(order, dataset), step)


def _asked(order: ReportOrder, dataset: Dataset) -> tuple[ReportOrder, ReportRequest]:
    """Return the order and what it asks for, both without what is taken out."""
    _ensure_known(order, dataset)
    states = redacted_states(order.states, dataset, order.redaction)
    order, left = _without_what_is_hidden(order, dataset)
    view = replace(view_asked(left, _PAGE, order.query), older=states(order.query.stand))
    _ensure_scope(view, order.query, dataset)
    view = without_amounts_said(view) if order.redaction.amounts else view
    return order, ReportRequest(
        view,
        order.sections,
        address="" if order.names_are_hidden else order.address,
        profile=profile_of(view.t, order.redaction),
        draft=order.draft,
        template=order.template,
    )


def kinds_for(person: Editor) -> tuple[str, ...]:
    """Return what somebody may order."""
    return tuple(name for name, kind in KINDS.items() if not kind.by_editors or person.role is not Role.VIEWER)


def why_not(t: Words, error: Exception) -> str:
    """Say why there is no file."""
    if isinstance(error, NobodyHiddenError):
        return nobody_hidden(t, error)
    if isinstance(error, UnusableTemplateError):
        return t("bericht.screen.unusable_template")
    if isinstance(error, NoWebAddressError):
        return t("publishing.no_address", address=str(error))
    return t("export.refused.gone")


def _ensure_known(order: ReportOrder, dataset: Dataset) -> None:
    elements = {*dataset.actors["id"], *dataset.projects["id"], *field_keys(dataset)}
    if unknown := [key for key in order.ids if key not in elements]:
        raise UnknownElementError(", ".join(unknown))


def _ensure_scope(view: View, asked: Query, dataset: Dataset) -> None:
    """Refuse to write on everything when the redaction has taken out what was filtered by."""
    if set(view.unknown) - set(selection_of(asked, dataset)[1]):
        raise GoneError(_PAGE)


def _without_what_is_hidden(order: ReportOrder, dataset: Dataset) -> tuple[ReportOrder, Dataset]:
    """Redact the data, and with the same rules what somebody wrote, selected and filtered by."""
    if order.redaction.is_nothing:
        return order, dataset
    texts = {f"{_TEXT} {n}": text for n, text in enumerate((order.query.suche, order.query.notiz, *order.proposals))}
    left, ids = redact_with_ids(replace(dataset, about={**dataset.about, **texts}), order.redaction)
    ids = {**{key: key for key in order.ids if key.startswith(FIELD)}, **ids}
    if any(key not in ids for key in order.ids):
        raise GoneError(_PAGE)
    search, note, *proposals = (left.about[key] for key in texts)
    query = renamed(order.query, ids, {"suche": search, "notiz": note})
    order = replace(order, query=query, proposals=tuple(proposals), ids=tuple(ids[key] for key in order.ids))
    return order, replace(left, about={key: value for key, value in left.about.items() if key not in texts})


def _report(_: ReportOrder, asked: ReportRequest, step: Step) -> ReportDocument:
    return document_of(asked, step)


def _booklet(order: ReportOrder, asked: ReportRequest, step: Step) -> ReportDocument:
    return booklet(asked, order.ids, by_field=order.by_field, step=step)


def _motion(order: ReportOrder, asked: ReportRequest, step: Step) -> ReportDocument:
    step(1, 1)
    return motion(asked, order.proposals)


# what writes each kind of document
_WRITERS: Mapping[str, Callable[[ReportOrder, ReportRequest, Step], ReportDocument]] = {
    "bericht": _report,
    "steckbriefe": _booklet,
    "vorlage": _motion,
}


def _document(order: ReportOrder, dataset: Dataset, progress: Progress) -> File:
    """Write a document; its parts are the progress, and the file is the last of them."""
    document = _in_parts(progress, partial(ordered_document, order, dataset))
    name = f"{document.day.isoformat()}_{PROGRAM}_{slug(document.title)}.{order.format}"
    return File(name, FORMATS[order.format].mime, FORMATS[order.format].write(document))


def _tables(order: ReportOrder, dataset: Dataset, progress: Progress) -> File:
    """Write all tables; the views they come from are the progress, and the file is the last of them."""
    made = _in_parts(progress, partial(all_tables, _asked(order, dataset)[1]))
    return replace(export(order.format, made), name=_dated(dataset, f"{slug(made.title)}.{order.format}"))


def _in_parts(progress: Progress, write: Callable[[Step], Written]) -> Written:
    """Write something part by part; the file that is made of it is one part more."""
    parts = 0

    def before(number: int, of: int) -> None:
        nonlocal parts
        parts = of
        progress(number - 1, of + 1)

    written = write(before)
    progress(parts, parts + 1)
    return written


def _website(order: ReportOrder, dataset: Dataset, progress: Progress) -> File:
    """Make the site of all data; its pages are the progress, once when they are put together and once when written."""
    asked = Publication(
        dataset,
        order.states,
        order.query.stand,
        order.redaction,
        order.draft,
        order.query.lang,
        web_address(order.site),
        order.address,
    )
    files = published(asked, lambda number, of: progress(number - 1, of))
    return File(_dated(dataset, f"{slug(words(order.query.lang)(_SITE))}.zip"), "application/zip", archive(files))


def _dated(dataset: Dataset, name: str) -> str:
    """Return the name of a file with the day of the data before it, where that is known."""
    day = as_of_day(dataset)
    return "_".join((*([day.isoformat()] if day else []), PROGRAM, name))


@dataclass(frozen=True, slots=True)
class ReportKind:
    """Something that can be ordered.

    Attributes
    ----------
    formats
        Formats it can have.
    make
        Makes the file.
    by_editors
        Whether only who may edit is offered it.
    """

    formats: tuple[str, ...]
    make: Callable[[ReportOrder, Dataset, Progress], File]
    by_editors: bool = False


KINDS: Mapping[str, ReportKind] = {
    **{name: ReportKind(tuple(FORMATS), _document) for name in _WRITERS},
    "tabellen": ReportKind(("xlsx", "ods"), _tables),
    "webseite": ReportKind(("zip",), _website, by_editors=True),
}
