"""An order for a file: which views, in which format, with what left out; and how it is carried out beside the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace

from graph.dataset import Dataset
from graph.errors import AkteursnetzError
from graph.export import FORMATS, Exhibit, export
from graph.export.formats import Content, File
from graph.export.pictures import DrawnNetwork
from graph.picture.named import moved
from graph.redaction import Redaction, ensure_somebody_is_hidden, redact_with_ids
from graph.redaction.redact import COMPANIES, NOBODY
from views.address import codec
from views.address.parameters import PARAMETERS, Form, Query
from views.evidence.exhibit import checked, marked
from views.exhibit.decision import decision
from views.exhibit.links import States, exhibit_of, has_exhibit, no_state, view_asked
from views.exhibit.mappe import Kept, KeptKind, Mappe
from views.exhibit.portfolio import portfolio, redacted, redacted_states, without_amounts_said
from views.fields.question import FIELD
from views.language.words import words
from views.network.places import Position
from views.progress import Progress
from views.view import View

NOTHING = Redaction()
_TITLE, _NOTE, _TYPED = "order title", "order note", "order typed"
# parameters whose parts may be ids of elements; those of the others are names of values of the data, or codes
_WITH_IDS = frozenset(
    {
        *(name for name, parameter in PARAMETERS.items() if parameter.form in (Form.ELEMENT, Form.ELEMENTS)),
        *("wahl", "zelle", "szenario", "teil", "auf", "eintrag"),
    }
)
TYPED = ("suche", "notiz")  # parameters that hold what a visitor has written
_ONE = ("fokus", "id", "partnervon")  # without these a view has nothing to show


class GoneError(AkteursnetzError, ValueError):
    """A view is about an element that the redaction leaves out."""


@dataclass(frozen=True)
class Order:
    """What a visitor wants to take away.

    Attributes
    ----------
    mappe
        Title and views; a single view is a portfolio of one.
    format
        Key of `graph.export.FORMATS`.
    language
        Of every word in the file.
    redaction, draft
        What to take out, and whether every page says that it is a draft.
    template, layout
        An organisation's own file for presentations, and the name of its layout for views.
    whole
        Whether this is a collection: with a title slide, and with suggested titles marked as such.
    address
        Where the app stands, for links in the file; ``""`` for none.
    states
        Finds the earlier state a view compares with.
    places
        Where a person has dragged elements of the picture; left out when names are hidden.
    """

    mappe: Mappe
    format: str
    language: str = "de"
    redaction: Redaction = NOTHING
    draft: bool = False
    template: bytes | None = field(default=None, repr=False)
    layout: str = ""
    whole: bool = False
    address: str = ""
    states: States = field(default=no_state, repr=False, compare=False)
    places: Mapping[str, Position] = field(default_factory=dict)

    @property
    def names_are_hidden(self) -> bool:
        """Whether somebody's name is taken out; a link or a search could tell it."""
        return self.redaction.hides_names


def carried_out(order: Order, dataset: Dataset, progress: Progress) -> File:
    """Make the file; the first half of the progress prepares the views, the second writes them.

    Parameters
    ----------
    order
        What is taken away, and how.
    dataset
        Tables of the data.
    progress
        Called with what is done and what there is to do.

    Raises
    ------
    graph.export.pptx.UnusableTemplateError
        If the template cannot be used.
    graph.errors.NobodyHiddenError
        If actors of some type are to be anonymous and there are none.
    GoneError
        If a view is about an element that is left out.
    """
    hides = bool(order.redaction.anonymous_types) and not order.redaction.types_only
    ensure_somebody_is_hidden(dataset, order.redaction.anonymous_types if hides else None)
    states = redacted_states(order.states, dataset, order.redaction)
    order, left = without_what_is_hidden(with_what_can_leave(order), dataset)
    of = 2 * len(order.mappe.views)
    exhibits, views = [], []
    for done, kept in enumerate(order.mappe.views):
        progress(done, of)
        view = view_asked(left, kept.page, kept.asked(order.language), states)
        view = without_amounts_said(view) if order.redaction.amounts else view
        exhibits.append(exhibit(order, kept, view))
        views += [view] if kept.kind is KeptKind.VIEW else []
    made = portfolio(data_of(order, left, views), exhibits, title=order.mappe.title)
    made = redacted(made, words(order.language), order.redaction, draft=order.draft)
    made = replace(made, template=order.template, layout=order.layout, cover=order.whole)
    return export(order.format, made, lambda number, _: progress(of // 2 + number - 1, of))


def with_what_can_leave(order: Order) -> Order:
    """Leave out places of pages that show nothing or no longer exist; a file from elsewhere may name any."""
    views = tuple(
        kept
        for kept in order.mappe.views
        if kept.kind is KeptKind.DECISION or has_exhibit(kept.page, kept.parameters.get("reiter", ""))
    )
    return replace(order, mappe=replace(order.mappe, views=views))


def exhibit(order: Order, kept: Kept, view: View) -> Exhibit:
    """Return a place of the portfolio as an exhibit; only a title that a person has confirmed replaces the view's.

    Parameters
    ----------
    order
        What is taken away, and how.
    kept
        Place of the portfolio.
    view
        What is asked, of which data and in which language.
    """
    if kept.kind is KeptKind.DECISION:
        reasons = tuple(line.strip() for line in kept.note.splitlines() if line.strip())
        return decision(view, kept.title, reasons)
    content = FORMATS[order.format].content
    view = view if content is Content.DATA else checked(kept.page, view)
    made = exhibit_of(view)
    if content is Content.EXHIBITS:
        made = marked(kept.page, view, made)
    shown = _reached(order, kept, replace(made, note=kept.note), view)
    if order.places and not order.names_are_hidden and isinstance(shown.picture, DrawnNetwork):
        shown = replace(shown, picture=as_dragged(shown.picture, order.places))
    if kept.confirmed:
        return replace(shown, title=kept.title)
    return replace(shown, mark=view.t("mappe.suggestion")) if order.whole else shown


def _reached(order: Order, kept: Kept, shown: Exhibit, view: View) -> Exhibit:
    """Say where the view is: by a link, or by its name where the app has no address that others reach."""
    if order.names_are_hidden:
        return replace(shown, link="")
    if order.address:
        return replace(shown, link=f"{order.address}{kept.link}")
    place = view.t("export.place", view=kept.place or kept.page)
    return replace(shown, link="", remarks=(*shown.remarks, place))


def as_dragged(picture: DrawnNetwork, places: Mapping[str, Position]) -> DrawnNetwork:
    """Return a network with elements where a person has put them."""
    return replace(picture, drawing=moved(picture.drawing, places))


def data_of(order: Order, dataset: Dataset, views: list[View]) -> View:
    """Return the view whose data leave: what the views have in common, else everything.

    Parameters
    ----------
    order
        What is taken away, and how.
    dataset
        Tables of the data.
    views
        Views in the order of the portfolio.
    """
    if views and all(view.selection == views[0].selection for view in views):
        return views[0]
    return view_asked(dataset, "", Query(lang=order.language))


def without_what_is_hidden(order: Order, dataset: Dataset) -> tuple[Order, Dataset]:
    """Redact the data, and with the same rules what the visitor wrote and asked for.

    Texts go through the redaction as facts on the dataset; ids of elements in links become the new ones.

    Raises
    ------
    GoneError
        If a view is about an element that is left out, or leaves out a source that does not stay.
    """
    if order.redaction.is_nothing:
        return order, dataset
    texts = dict(_texts(order.mappe))
    left, ids = redact_with_ids(replace(dataset, about={**dataset.about, **texts}), order.redaction)
    said = {key: left.about[key] for key in texts}
    elements = {*dataset.actors["id"], *dataset.projects["id"]}
    lost = {*dataset.sources["id"]} - {*left.sources["id"]}  # under another id, or nothing that is left names them
    if any(lost.intersection(kept.parameters.get("ohnequelle", "").split(",")) for kept in order.mappe.views):
        raise GoneError("ohnequelle")
    views = tuple(_renamed(kept, place, said, ids, elements) for place, kept in enumerate(order.mappe.views))
    mappe = replace(order.mappe, title=said[_TITLE], views=views)
    about = {key: value for key, value in left.about.items() if key not in texts}
    return replace(order, mappe=mappe), replace(left, about=about)


def _texts(mappe: Mappe) -> Iterator[tuple[str, str]]:
    yield _TITLE, mappe.title
    for place, kept in enumerate(mappe.views):
        yield f"{_TITLE} {place}", kept.title
        yield f"{_NOTE} {place}", kept.note
        for name in TYPED:
            yield f"{_TYPED} {name} {place}", kept.parameters.get(name, "")


def _renamed(kept: Kept, place: int, said: Mapping[str, str], ids: Mapping[str, str], elements: Set[str]) -> Kept:
    """Return a view with what may be said of it, and with the ids of now."""
    if any(kept.parameters.get(name) in elements - set(ids) for name in _ONE):
        raise GoneError(kept.page)
    typed = {name: said[f"{_TYPED} {name} {place}"] for name in TYPED}
    asked = renamed(kept.question or codec.decode(kept.parameters)[0], ids, typed)
    title, note = said[f"{_TITLE} {place}"], said[f"{_NOTE} {place}"]
    return replace(kept, parameters=codec.encode(asked), question=asked, title=title, note=note)


def renamed(asked: Query, ids: Mapping[str, str], typed: Mapping[str, str]) -> Query:
    """Return a question about data that are redacted.

    Parameters
    ----------
    asked
        The question about all data.
    ids
        What elements are called now, by what they were called; see `graph.redaction.redact_with_ids`.
    typed
        What may be said of each of `TYPED`; of one that is missing nothing.
    """
    given = {**codec.encode(asked), **dict.fromkeys(TYPED, ""), **typed}
    now = {name: _with_ids(value, ids) if name in _WITH_IDS else value for name, value in given.items()}
    return codec.decode(now)[0]


def _with_ids(value: str, ids: Mapping[str, str]) -> str:
    """Return the value of a parameter with other ids; a part that is none stays."""
    if value in ids or value.startswith(FIELD):
        return ids.get(value, value)
    return re.sub(r"[^,;:|>.+~\s]+", lambda part: ids.get(part[0], part[0]), value)


def redaction_of(parts: frozenset[str], language: str, key: str, types: Set[str] = COMPANIES) -> Redaction:
    """Return the redaction of the chosen profiles.

    Parameters
    ----------
    parts
        Some of `views.exhibit.offers.PROFILES`.
    language
        Of the pseudonyms.
    key
        Secret that decides which number a pseudonym gets.
    types
        Types of the actors that are anonymous, if ``companies`` is among the parts.
    """
    t = words(language)
    return Redaction(
        amounts="amounts" in parts,
        anonymous_types=types if "companies" in parts else NOBODY,
        types_only="types" in parts,
        confirmed_only="confirmed" in parts,
        key=key,
        label=t.entries["export.profile.company"],
        untyped=t("export.profile.untyped"),
    )
