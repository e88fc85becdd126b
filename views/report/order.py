"""An order for a report, a booklet of profiles or a draft for a council, and how it is carried out beside the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from graph.dataset import Dataset
from graph.errors import NobodyHiddenError, UnusableTemplateError
from graph.export.formats import PROGRAM, File
from graph.export.report.document import ReportDocument
from graph.redaction import Redaction, ensure_somebody_is_hidden, redact_with_ids
from graph.slugs import slug
from views.address.parameters import Query
from views.exhibit.links import States, no_state, view_asked
from views.exhibit.order import NOTHING, GoneError, renamed
from views.exhibit.portfolio import profile_of, redacted_states, without_amounts_said
from views.exhibit.writing import nobody_hidden
from views.language.words import Words
from views.progress import Progress, no_progress
from views.report.booklet import UnknownElementError, booklet
from views.report.chapters import USUAL
from views.report.document import ReportRequest, document_of
from views.report.motion import motion
from views.view import View, selection_of

LONGEST_PROPOSAL = 500  # characters
_PAGE = "ueberblick"  # the view a report starts from
_TEXT = "report text"


@dataclass(frozen=True)
class ReportOrder:
    """What somebody wants to have written.

    Attributes
    ----------
    kind
        Key of `KINDS`.
    format
        Key of `FORMATS`.
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
    states: States = field(default=no_state, repr=False, compare=False)

    @property
    def names_are_hidden(self) -> bool:
        """Whether somebody's name is taken out; a link could tell it."""
        return self.redaction.hides_names


# why there may be no file; each has its sentence
REFUSALS = (NobodyHiddenError, GoneError, UnusableTemplateError)


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
    views.report.booklet.UnknownElementError
        If a selected profile is not in the data.
    views.report.document.UnknownSectionError
        If a chapter does not exist.
    """
    steps: list[int] = [0]

    def before(number: int, of: int) -> None:
        steps[0] = of
        progress(number - 1, of + 1)

    document = ordered_document(order, dataset, before)
    progress(steps[0], steps[0] + 1)
    written = FORMATS[order.format]
    name = f"{document.day.isoformat()}_{PROGRAM}_{slug(document.title)}.{order.format}"
    return File(name, written.mime, written.write(document))


def ordered_document(
    order: ReportOrder, dataset: Dataset, step: Callable[[int, int], None] = lambda *_: None
) -> ReportDocument:
    """Write what is ordered as a document.

    Parameters
    ----------
    order
        What it is to be.
    dataset
        All data.
    step
        Called before each part with its number, from 1, and the number of all; raise in it to stop.
    """
    hides = bool(order.redaction.anonymous_types) and not order.redaction.types_only
    ensure_somebody_is_hidden(dataset, order.redaction.anonymous_types if hides else None)
    _ensure_known(order, dataset)
    states = redacted_states(order.states, dataset, order.redaction)
    order, left = _without_what_is_hidden(order, dataset)
    view = replace(view_asked(left, _PAGE, order.query), older=states(order.query.stand))
    _ensure_scope(view, order.query, dataset)
    view = without_amounts_said(view) if order.redaction.amounts else view
    asked = ReportRequest(
        view,
        order.sections,
        address="" if order.names_are_hidden else order.address,
        profile=profile_of(view.t, order.redaction),
        draft=order.draft,
        template=order.template,
    )
    return KINDS[order.kind](order, asked, step)


def why_not(t: Words, error: Exception) -> str:
    """Say why there is no file."""
    if isinstance(error, NobodyHiddenError):
        return nobody_hidden(t, error)
    if isinstance(error, UnusableTemplateError):
        return t("bericht.screen.unusable_template")
    return t("export.refused.gone")


def _ensure_known(order: ReportOrder, dataset: Dataset) -> None:
    elements = {*dataset.actors["id"], *dataset.projects["id"]}
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
    texts = {f"{_TEXT} {place}": text for place, text in enumerate((order.query.suche, *order.proposals))}
    left, ids = redact_with_ids(replace(dataset, about={**dataset.about, **texts}), order.redaction)
    if any(key not in ids for key in order.ids):
        raise GoneError(_PAGE)
    search, *proposals = (left.about[key] for key in texts)
    query = renamed(order.query, ids, search)
    order = replace(order, query=query, proposals=tuple(proposals), ids=tuple(ids[key] for key in order.ids))
    return order, replace(left, about={key: value for key, value in left.about.items() if key not in texts})


Step = Callable[[int, int], None]


def _report(_: ReportOrder, asked: ReportRequest, step: Step) -> ReportDocument:
    return document_of(asked, step)


def _booklet(order: ReportOrder, asked: ReportRequest, step: Step) -> ReportDocument:
    return booklet(asked, order.ids, by_field=order.by_field, step=step)


def _motion(order: ReportOrder, asked: ReportRequest, step: Step) -> ReportDocument:
    step(1, 1)
    return motion(asked, order.proposals)


# what can be written: a new kind is one function, one line here and its words
KINDS: Mapping[str, Callable[[ReportOrder, ReportRequest, Step], ReportDocument]] = {
    "bericht": _report,
    "steckbriefe": _booklet,
    "vorlage": _motion,
}


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
