"""The chapters of the report, each a row of views. A new chapter is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.export import Exhibit
from graph.export.report.document import Block, Bullets, Heading, NewPage, Paragraph, Run
from graph.selection import select
from views.address import codec
from views.address.parameters import FILTERS, Query
from views.evidence.exhibit import checked as with_marks
from views.evidence.exhibit import marked
from views.exhibit.committee import in_focus
from views.exhibit.links import exhibit_of
from views.exhibit.pages import COMPARING
from views.report.blocks import blocks_of, linked, without_columns
from views.view import View, selection_of


@dataclass(frozen=True, slots=True)
class ReportScope:
    """What the report is about.

    Attributes
    ----------
    view
        The data, the filters and the earlier state.
    address
        Where the app stands, for links; ``""`` for none.
    """

    view: View
    address: str = ""

    def asked(self, **parameters: object) -> Query:
        """Return a query with the filters of the report."""
        kept = {name: getattr(self.view.query, name) for name in ("lang", "stand", "undatiert", *FILTERS)}
        return replace(Query(**kept), **parameters)  # type: ignore[arg-type]  # names are those of the fields

    def exhibit(self, page: str, **parameters: object) -> Exhibit:
        """Return the exhibit of a page with its link.

        Parameters
        ----------
        page
            Name of the page.
        parameters
            Of its address, as fields of `Query`.
        """
        return self._made(page, self.asked(**parameters), checked=False)

    def checked(self, page: str, **parameters: object) -> Exhibit:
        """Return the exhibit of a page with its link and with the mark that says how firmly its answer stands.

        Parameters
        ----------
        page
            Name of the page.
        parameters
            Of its address, as fields of `Query`.
        """
        return self._made(page, self.asked(**parameters), checked=True)

    def _made(self, page: str, query: Query, *, checked: bool) -> Exhibit:
        selection, unknown = selection_of(query, self.view.whole)
        part = select(self.view.whole, selection)
        older = self.view.older if page in COMPARING else None  # as the page behind the link has it
        view = replace(self.view, query=query, selection=selection, part=part, unknown=unknown, page=page, older=older)
        view = with_marks(page, view) if checked else view
        made = exhibit_of(view, self.link(page, query))
        return marked(page, view, made) if checked else made

    def link(self, page: str, query: Query) -> str:
        """Return the address of a view, ``""`` when the app has none."""
        return f"{self.address.rstrip('/')}/{codec.address(page, **codec.encode(query))}" if self.address else ""


Chapter = Callable[[ReportScope], Iterator[Block]]

# the five sentences of the summary
_SUMMARY: tuple[tuple[str, dict[str, str]], ...] = (
    ("ueberblick", {}),
    ("foerderung", {"reiter": "fluss"}),
    ("foerderung", {"reiter": "klippe"}),
    ("rollen", {"reiter": "rang"}),
    ("kompetenzfelder", {"reiter": "felder"}),
)


def summary(scope: ReportScope) -> Iterator[Block]:
    """Five sentences, each with its figures."""
    exhibits = [scope.exhibit(page, **parameters) for page, parameters in _SUMMARY]
    yield Bullets(tuple(linked(exhibit.sentence, exhibit.link) for exhibit in exhibits if exhibit.sentence))


def standing(scope: ReportScope) -> Iterator[Block]:
    """Where we stand: the figures, and the network around the actor with most partners, with what is written on it."""
    t, note = scope.view.t, scope.view.query.notiz
    yield from blocks_of(t, scope.exhibit("ueberblick"), rows=6)
    focus = in_focus(replace(scope.view, query=scope.asked())).query.fokus
    if focus:
        yield from blocks_of(t, scope.exhibit("netzwerk", ansicht="kooperation", fokus=focus, notiz=note), rows=0)


def changes(scope: ReportScope) -> Iterator[Block]:
    """Say what changed since the earlier state, or that there is none."""
    if scope.view.older is None:
        yield Paragraph((Run(scope.view.t("bericht.no_state")),))
        return
    yield from blocks_of(scope.view.t, scope.exhibit("veraenderungen", reiter="eintraege"), rows=6)


def money(scope: ReportScope) -> Iterator[Block]:
    """Who funds what, and what ends soon."""
    for parameters in ({"reiter": "balken"}, {"reiter": "balken", "nach": "kompetenzfeld"}, {"reiter": "klippe"}):
        yield from blocks_of(scope.view.t, scope.checked("foerderung", **parameters), rows=8)


def roles(scope: ReportScope) -> Iterator[Block]:
    """Who is central, who connects, on whom others depend, and what nobody does."""
    t = scope.view.t
    yield from blocks_of(t, scope.checked("rollen", reiter="rang"), rows=10, bare=True)
    brokers = replace(scope.checked("rollen", reiter="bruecken"), further=())  # further figures are for the screen
    yield from blocks_of(t, brokers, rows=8, bare=True)
    yield from blocks_of(t, scope.checked("rollen", reiter="ausfall"), rows=8, bare=True)
    yield from blocks_of(t, scope.checked("kompetenzfelder", reiter="felder"), rows=20)


def fields(scope: ReportScope) -> Iterator[Block]:
    """Each field of competence: who, which projects, how much money."""
    view = scope.view
    named = [field for field in view.field_slugs if field in _fields_of(view)]
    if not named:
        yield Paragraph((Run(view.t("bericht.no_fields")),))
    for field in named:
        yield from _field(scope, field)


def _fields_of(view: View) -> set[str]:
    """Fields of the part of the data the report is about."""
    return {field for cell in view.part.projects["kompetenzfelder"] for field in cell}


def _field(scope: ReportScope, field: str) -> Iterator[Block]:
    t, name = scope.view.t, scope.view.field_slugs[field]
    here = scope.exhibit("ueberblick", feld=(name,))
    paid = scope.exhibit("foerderung", reiter="fluss", feld=(name,))
    central = scope.exhibit("rollen", reiter="rang", feld=(name,))
    projects = scope.exhibit("verzeichnis", liste="projekte", feld=(name,))
    yield Heading(field, 2)
    sentences = (linked(one.sentence, one.link) for one in (here, paid, central) if one.sentence)
    yield Bullets(tuple(sentences))
    table = projects.table
    if table is not None and table.rows:
        listed = replace(projects, title=t("bericht.projects_of", field=field), sentence="", remarks=(), figures=())
        narrow = without_columns(table, {t(f"verzeichnis.column.{name}") for name in ("kind", "fields")})
        yield from list(blocks_of(t, replace(listed, table=narrow, further=()), rows=4, bare=True))[1:]


def open_points(scope: ReportScope) -> Iterator[Block]:
    """Name what is still open in the data."""
    t, points = scope.view.t, scope.exhibit("daten", reiter="offen")
    if points.table:  # titles of sources are long; who answers for them stands there, too
        points = replace(points, table=without_columns(points.table, {t("daten.open.source")}))
    yield from blocks_of(t, points)


def method(scope: ReportScope) -> Iterator[Block]:
    """How things are counted, and where they come from."""
    yield from blocks_of(scope.view.t, scope.exhibit("daten", reiter="methodik"), rows=30)
    yield from blocks_of(scope.view.t, scope.exhibit("daten", reiter="quellen"), rows=30)


def annex(scope: ReportScope) -> Iterator[Block]:
    """List all actors and projects."""
    for liste in ("akteure", "projekte"):
        yield from blocks_of(scope.view.t, scope.exhibit("verzeichnis", liste=liste), rows=1000, bare=True)
        yield NewPage()


CHAPTERS: Mapping[str, Chapter] = {
    "kurzfassung": summary,
    "stand": standing,
    "veraenderungen": changes,
    "geld": money,
    "rollen": roles,
    "felder": fields,
    "offen": open_points,
    "methode": method,
    "anhang": annex,
}
USUAL = tuple(name for name in CHAPTERS if name != "anhang")  # the annex doubles the number of pages
