"""What there is to download on the site: the data in every format that carries them, for people and for machines."""

from __future__ import annotations

from collections.abc import Mapping

from graph.dataset import Dataset
from graph.export import FORMATS
from graph.export.exhibit import Portfolio
from graph.export.feeds.atom import atom
from graph.export.formats import archive
from graph.export.linked.catalogue import CatalogueRecord, catalogue
from graph.export.linked.jsonld import linked_data
from graph.export.linked.package import data_package
from graph.export.stamp import stamped
from graph.export.step import no_step
from views.exhibit.source import data_title
from views.language.words import Words
from views.news.changes import FeedPlace, changes_feed
from views.news.days import coming_calendar
from views.overview import answer
from views.overview import words as overview
from views.publishing.places import names_of_site
from views.view import View

FEED, CALENDAR = "aenderungen.atom", "termine.ics"
_TABLES = "data_csv"
# name of the file -> format; what is large or of several files leaves as an archive
_FILES: Mapping[str, str] = {
    "tabellen.xlsx": "data_xlsx",
    "netzwerk.graphml.zip": "graphml",
    "netzwerk.gexf.zip": "gexf",
    "netzwerk.json.zip": "json",
    "netzwerk.zip": "network_csv",
}


def downloads(made: Portfolio, view: View, address: str) -> dict[str, bytes]:
    """Write the data in all formats.

    Parameters
    ----------
    made
        Carries the data and says what was taken out of them.
    view
        The same data, in the language of the record for catalogues.
    address
        Where the site will stand; ``""`` when that is not known.

    Returns
    -------
    dict
        Path -> content.
    """
    dataset = stamped(view.whole, made)
    tables = FORMATS[_TABLES].files(made, no_step)
    files = {**tables, **{name: _written(made, name, code) for name, code in _FILES.items()}}
    files["daten.jsonld"] = linked_data(dataset, names_of_site(view, address))
    files["datapackage.json"] = data_package(dataset, tables)
    files["dcat.jsonld"] = _catalogue(view, dataset, address, tuple(files))
    return {f"daten/{name}": content for name, content in files.items()}


def feeds(view: View, base: str, address: str) -> dict[str, bytes]:
    """Write the calendar of an edition, and with the one at the root the feed of changes.

    Parameters
    ----------
    view
        The data and the earlier state, in the language of the edition.
    base
        Folder of the edition.
    address
        Where the site will stand; ``""`` when that is not known.
    """
    names = names_of_site(view, address)
    days = {f"{base}{CALENDAR}": coming_calendar(view, names)}
    if base:
        return days
    feed = changes_feed(view, FeedPlace(names, f"{address}{FEED}" if address else ""))
    return {FEED: atom(feed), **days}


def file_title(t: Words, name: str) -> str:
    """Say what a file is; its name where there are no words for it."""
    key = f"publishing.file.{name}"
    return t(key) if t.has(key) else name


def _written(made: Portfolio, name: str, code: str) -> bytes:
    files = FORMATS[code].files(made, no_step)
    if name.endswith(".zip"):
        inside = name.removesuffix(".zip")
        return archive({path or inside: content for path, content in files.items()})
    return next(iter(files.values()))


def _catalogue(view: View, dataset: Dataset, address: str, names: tuple[str, ...]) -> bytes:
    """Write the record; addresses in it are relative to the record where that of the site is not known."""
    t, folder = view.t, "daten/" if address else ""
    paths = {f"{folder}{name}": file_title(t, name) for name in names}
    said = overview.sentence(t, answer.overview_of(view.whole))
    return catalogue(dataset, CatalogueRecord(data_title(view), said, t.language, address, tuple(paths), paths))
