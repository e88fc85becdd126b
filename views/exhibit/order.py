"""An order for a file: which views, in which format, with what left out; and how it is carried out beside the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.dataset import Dataset
from graph.export import FORMATS, Exhibit, export
from graph.export.formats import Content, File
from graph.export.pictures import Network
from graph.picture.named import moved
from graph.redaction import Redaction, redact
from graph.redaction.redact import COMPANIES, NOBODY, pseudonyms
from views.address import codec
from views.evidence.exhibit import marked
from views.exhibit.links import States, exhibit_of, has_exhibit, no_state, view_of
from views.exhibit.mappe import Kept, Kind, Mappe
from views.exhibit.portfolio import portfolio, redacted, redacted_states
from views.exhibit.reports import decision
from views.language.words import words
from views.network.places import Position
from views.progress import Progress
from views.view import View

NOTHING = Redaction()
_TITLE, _NOTE, _SEARCH = "order title", "order note", "order search"


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
    template
        An organisation's own file for presentations.
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
    template: bytes | None = None
    whole: bool = False
    address: str = ""
    states: States = field(default=no_state, repr=False, compare=False)
    places: Mapping[str, Position] = field(default_factory=dict)

    @property
    def names_are_hidden(self) -> bool:
        """Whether somebody's name is taken out; a link or a search could tell it."""
        return bool(self.redaction.anonymous_types) or self.redaction.types_only


def carried_out(order: Order, dataset: Dataset, progress: Progress) -> File:
    """Make the file; the first half of the progress prepares the views, the second writes them.

    Raises
    ------
    graph.export.pptx.UnusableTemplateError
        If the template cannot be used.
    """
    states = redacted_states(order.states, dataset, order.redaction)
    order, left = without_what_is_hidden(with_what_can_leave(order), dataset)
    of = 2 * len(order.mappe.views)
    exhibits, views = [], []
    for done, kept in enumerate(order.mappe.views):
        progress(done, of)
        view = view_of(left, kept.link, order.language, states)
        exhibits.append(exhibit(order, kept, view))
        views += [view] if kept.kind is Kind.VIEW else []
    made = portfolio(data_of(order, left, views), exhibits, title=order.mappe.title)
    made = replace(redacted(made, words(order.language), order.redaction, draft=order.draft), template=order.template)
    made = replace(made, cover=order.whole)
    return export(order.format, made, lambda number, _: progress(of // 2 + number - 1, of))


def with_what_can_leave(order: Order) -> Order:
    """Leave out places of pages that show nothing or no longer exist; a file from elsewhere may name any."""
    views = tuple(
        kept
        for kept in order.mappe.views
        if kept.kind is Kind.DECISION or has_exhibit(kept.page, kept.parameters.get("reiter", ""))
    )
    return replace(order, mappe=replace(order.mappe, views=views))


def exhibit(order: Order, kept: Kept, view: View) -> Exhibit:
    """Return a place of the portfolio as an exhibit; only a title that a person has confirmed replaces the view's."""
    if kept.kind is Kind.DECISION:
        reasons = tuple(line.strip() for line in kept.note.splitlines() if line.strip())
        return decision(view, kept.title, reasons)
    link = "" if order.names_are_hidden or not order.address else f"{order.address}{kept.link}"
    made = exhibit_of(view, kept.link)
    if FORMATS[order.format].content is Content.EXHIBITS:
        made = marked(kept.page, view, made)
    shown = replace(made, link=link, note=kept.note)
    if order.places and not order.names_are_hidden and isinstance(shown.picture, Network):
        shown = replace(shown, picture=as_dragged(shown.picture, order.places))
    if kept.confirmed:
        return replace(shown, title=kept.title)
    return replace(shown, mark=view.t("mappe.suggestion")) if order.whole else shown


def as_dragged(picture: Network, places: Mapping[str, Position]) -> Network:
    """Return a network with elements where a person has put them."""
    return replace(picture, drawing=moved(picture.drawing, places))


def data_of(order: Order, dataset: Dataset, views: list[View]) -> View:
    """Return the view whose data leave: what the views have in common, else everything."""
    if views and all(view.selection == views[0].selection for view in views):
        return views[0]
    return view_of(dataset, "", order.language)


def without_what_is_hidden(order: Order, dataset: Dataset) -> tuple[Order, Dataset]:
    """Redact the data, and with the same rules what the visitor wrote and asked for.

    Texts go through the redaction as facts on the dataset; ids of actors in links become those of their pseudonyms.
    """
    if order.redaction.is_nothing:
        return order, dataset
    texts = dict(_texts(order.mappe))
    left = redact(replace(dataset, about={**dataset.about, **texts}), order.redaction)
    names = {actor: name.id for actor, name in pseudonyms(dataset, order.redaction).items()}
    said = {key: left.about[key] for key in texts}
    views = tuple(_renamed(kept, place, said, names) for place, kept in enumerate(order.mappe.views))
    mappe = replace(order.mappe, title=said[_TITLE], views=views)
    about = {key: value for key, value in left.about.items() if key not in texts}
    return replace(order, mappe=mappe), replace(left, about=about)


def _texts(mappe: Mappe) -> Iterator[tuple[str, str]]:
    yield _TITLE, mappe.title
    for place, kept in enumerate(mappe.views):
        yield f"{_TITLE} {place}", kept.title
        yield f"{_NOTE} {place}", kept.note
        yield f"{_SEARCH} {place}", kept.parameters.get("suche", "")


def _renamed(kept: Kept, place: int, said: Mapping[str, str], names: Mapping[str, str]) -> Kept:
    parameters = {
        name: ",".join(names.get(part, part) for part in value.split(",")) for name, value in kept.parameters.items()
    }
    if "suche" in parameters:
        parameters["suche"] = said[f"{_SEARCH} {place}"]
    asked, _ = codec.decode(parameters)
    return replace(kept, parameters=codec.encode(asked), title=said[f"{_TITLE} {place}"], note=said[f"{_NOTE} {place}"])


def redaction_of(parts: frozenset[str], language: str, key: str) -> Redaction:
    """Return the redaction of the chosen profiles (`views.exhibit.offers.PROFILES`)."""
    t = words(language)
    return Redaction(
        amounts="amounts" in parts,
        anonymous_types=COMPANIES if "companies" in parts else NOBODY,
        types_only="types" in parts,
        confirmed_only="confirmed" in parts,
        key=key,
        label=t.entries["export.profile.company"],
        untyped=t("export.profile.untyped"),
    )
