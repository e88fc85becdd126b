"""The pages of the site that show views of the app. A new one is one line here and its title in the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.export import Exhibit
from graph.export.pictures import Chart, DrawnNetwork
from graph.export.site.document import Facet, Page, SiteSection
from views.address import codec
from views.exhibit.links import has_exhibit
from views.exhibit.pages import COMPARING
from views.report.chapters import ReportScope
from views.rows import rows_of
from views.view import View


@dataclass(frozen=True, slots=True)
class AskedPage:
    """A view of the app: name of the page, parameters of its address, and how it is shown.

    Its network may be live; tables that another file has may be left out.
    """

    page: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    live: bool = False
    bare: bool = False


# name of the page of the site -> the views it shows
PAGES: Mapping[str, tuple[AskedPage, ...]] = {
    "index": (AskedPage("ueberblick"),),
    "netzwerk": (AskedPage("netzwerk", {"gruppen": "aus"}, live=True), AskedPage("netzwerk")),
    "karte": (AskedPage("netzwerk", {"form": "karte"}),),
    "akteure": (AskedPage("verzeichnis"),),
    "projekte": (AskedPage("verzeichnis", {"liste": "projekte"}),),
    "felder": (
        AskedPage("kompetenzfelder", {"reiter": "felder"}),
        AskedPage("kompetenzfelder", {"reiter": "zusammen"}),
    ),
    "foerderung": tuple(AskedPage("foerderung", {"reiter": tab}) for tab in ("fluss", "balken", "klippe", "bleibt")),
    "zeitverlauf": (
        AskedPage("zeitverlauf", {"reiter": "projekte"}),
        AskedPage("zeitverlauf", {"reiter": "entwicklung"}),
    ),
    "rollen": tuple(AskedPage("rollen", {"reiter": tab}) for tab in ("rang", "bruecken", "ausfall")),
    "veraenderungen": (
        AskedPage("veraenderungen", {"reiter": "eintraege"}),
        AskedPage("veraenderungen", {"reiter": "bild"}, bare=True),  # every change of a tie is in the feed
    ),
    "daten": (AskedPage("daten", {"reiter": "offen"}), AskedPage("daten", {"reiter": "quellen"})),
    "methode": (AskedPage("daten", {"reiter": "methodik"}),),
}


# page -> what it says about the site itself
_REMARKS: Mapping[str, str] = {"methode": "publishing.without_likeness"}


def listed_pages(view: View) -> tuple[str, ...]:
    """WebNames of the pages there are: a view the app does not have, or without an earlier state, has none."""
    return tuple(
        name
        for name, views in PAGES.items()
        if all(has_exhibit(asked.page, asked.parameters.get("reiter", "")) for asked in views)
        and not (view.older is None and any(asked.page in COMPARING for asked in views))
    )


def pages(scope: ReportScope) -> Iterator[Page]:
    """Yield the pages of views."""
    t = scope.view.t
    for name in listed_pages(scope.view):
        views = PAGES[name]
        sections = tuple(_section(scope, name, number, asked) for number, asked in enumerate(views, 1))
        yield Page(f"{name}.html", t(f"publishing.page.{name}"), sections)


def _section(scope: ReportScope, name: str, number: int, asked: AskedPage) -> SiteSection:
    made = section(scope, asked, f"{name}-{number}" if number > 1 else name)
    if number > 1 or name not in _REMARKS:
        return made
    remarks = (*made.exhibit.remarks, scope.view.t(_REMARKS[name]))
    return replace(made, exhibit=replace(made.exhibit, remarks=remarks))


def section(scope: ReportScope, asked: AskedPage, name: str) -> SiteSection:
    """Return a view as a section of a page.

    Parameters
    ----------
    scope
        The data.
    asked
        The view.
    name
        Stem of the files of its picture, if it has one.
    """
    query, _ = codec.decode(asked.parameters)
    made = scope.checked(asked.page, **{name: getattr(query, name) for name in asked.parameters})
    if asked.bare:
        made = replace(made, table=None, further=())
    return SiteSection(
        made,
        codec.address(asked.page, **asked.parameters),
        name if _is_drawn(made) else "",
        _facets(scope.view, asked, made),
        live=asked.live and isinstance(made.picture, DrawnNetwork) and bool(made.picture.drawing.nodes),
    )


def without_picture(made: SiteSection) -> SiteSection:
    """Return a section that only says and lists what its view shows."""
    return replace(made, exhibit=replace(made.exhibit, picture=None), name="", live=False)


def _is_drawn(made: Exhibit) -> bool:
    shown = made.picture
    return isinstance(shown, Chart) or (isinstance(shown, DrawnNetwork) and bool(shown.drawing.nodes))


def _facets(view: View, asked: AskedPage, made: Exhibit) -> tuple[Facet, ...]:
    """Choices for the list of actors and that of projects."""
    if asked.page != "verzeichnis" or made.table is None:
        return ()
    t, is_projects = view.t, asked.parameters.get("liste") == "projekte"
    rows = {row.id: row for row in rows_of(view.whole.projects if is_projects else view.whole.actors)}
    found = [rows[key] for key in made.table.ids]
    kind = "kind" if is_projects else "type"
    facets = [
        Facet(t(f"verzeichnis.column.{kind}"), tuple((t.recorded(getattr(row, kind)),) for row in found)),
        Facet(t("verzeichnis.column.fields"), tuple(tuple(row.kompetenzfelder) for row in found)),
    ]
    if is_projects:
        facets.append(Facet(t("verzeichnis.column.status"), tuple((t.term("status", row.status),) for row in found)))
    else:
        places = tuple(tuple(part.strip() for part in row.location.split(";")) for row in found)
        facets.append(Facet(t("verzeichnis.column.location"), places))
    return tuple(facets)
