"""A page for each actor, project and field of competence."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from itertools import chain

import pandas as pd

from graph.dataset import unpacked
from graph.export import Exhibit
from graph.export.linked.jsonld import CONTEXT, WebNames, elements
from graph.export.site.document import Link, Page, SiteSection
from graph.vocabulary import Mode
from views.address import codec
from views.fields.question import field_ids
from views.publishing.pages import AskedPage, section, without_picture
from views.publishing.places import field_paths, profile_paths
from views.report.chapters import ReportScope
from views.view import View


def profile_pages(scope: ReportScope, names: WebNames | None) -> Iterator[Page]:
    """Yield a page for each actor and project, with the same as linked data.

    Parameters
    ----------
    scope
        The data.
    names
        What elements are called in the web; ``None`` leaves the linked data out.
    """
    view, nodes = scope.view, elements(scope.view.whole, names) if names else {}
    websites = {key: site for table in (view.whole.actors, view.whole.projects) for key, site in _websites(table)}
    fields = dict(
        chain(*(unpacked(table, "id", "kompetenzfelder") for table in (view.whole.actors, view.whole.projects)))
    )
    for key, path in profile_paths(view).items():
        made = _without_likeness(view, scope.exhibit("steckbrief", id=key))
        shown = SiteSection(made, codec.address("steckbrief", id=key), whole=True)
        yield Page(
            path,
            made.title,
            (shown,),
            links={"": _further(view, key, fields.get(key, ()), websites.get(key, ""))},
            data=_linked(nodes.get(key)),
        )


def _without_likeness(view: View, made: Exhibit) -> Exhibit:
    """Leave out who or what is alike: it is judged, not recorded, and would be a twelfth of the bytes of a site."""
    judged = {view.t(f"steckbrief.alike.caption.{mode}") for mode in Mode}
    judged.add(view.t("kompetenzfelder.profile.alike.caption"))
    return replace(made, further=tuple(table for table in made.further if table.caption not in judged))


def _linked(node: Mapping[str, object] | None) -> Mapping[str, object] | None:
    return {"@context": dict(CONTEXT), **node} if node else None


def _websites(table: pd.DataFrame) -> Iterator[tuple[str, str]]:
    return unpacked(table, "id", "website") if "website" in table else iter(())


def _further(view: View, key: str, fields: Container[str], website: str) -> tuple[Link, ...]:
    shown = [Link(view.t("publishing.in_network"), f"netzwerk.html#{key}")]
    shown += [Link(field, path) for field, path in field_paths(view).items() if field in fields]
    if website.startswith(("http://", "https://")):
        shown.append(Link(view.t("publishing.website"), website, website.split("//", 1)[1].rstrip("/")))
    return tuple(shown)


def field_pages(scope: ReportScope) -> Iterator[Page]:
    """Yield a page for each field of competence: its profile with the network, and where its money goes."""
    view = scope.view
    for field, path in field_paths(view).items():
        name = path.removeprefix("felder/").removesuffix(".html")
        yield Page(path, field, tuple(_sections_of_field(scope, field, name)))


def _sections_of_field(scope: ReportScope, field: str, name: str) -> Iterator[SiteSection]:
    view = scope.view
    asked = [
        AskedPage("steckbrief", {"id": field_ids(view)[field]}),
        AskedPage("foerderung", {"feld": view.field_slugs[field], "reiter": "fluss"}),
    ]
    profile, money = (section(scope, each, f"feld-{name}-{number}") for number, each in enumerate(asked, 1))
    yield replace(profile, exhibit=_without_likeness(view, profile.exhibit))
    yield without_picture(money)
