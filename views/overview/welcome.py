"""Three ways in for a first visitor, with real examples of the data shown."""

from __future__ import annotations

from collections.abc import Mapping

from views.elements.answer import best_connected
from views.overview.answer import overview_of
from views.view import View

Way = tuple[str, str, Mapping[str, str]]  # words, page, changes to the query


def ways(view: View) -> list[Way]:
    """Profile of the best connected actor, what it shares with the second, and the field with most projects."""
    t, best = view.t, best_connected(view.whole)
    found: list[Way] = []
    if best:
        name = view.short_names[best[0]]
        found.append((t("ueberblick.welcome.profile", name=name), "steckbrief", {"id": best[0]}))
    if len(best) > 1:
        names = t.names(view.short_names[actor] for actor in best[:2])
        found.append((t("ueberblick.welcome.compare", names=names), "vergleich", {"vergleich": ",".join(best[:2])}))
    for row in overview_of(view.whole).fields[:1]:
        field = view.field_slugs[row.kompetenzfeld]
        found.append((t("ueberblick.welcome.field", field=row.kompetenzfeld), "netzwerk", {"feld": field}))
    return found
