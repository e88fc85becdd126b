"""Two measures of each actor as points."""

from __future__ import annotations

from collections.abc import Mapping

from graph.picture.charts import ChartLook, Point, scatter
from graph.picture.charts.theme import Spec
from views.roles.figures import value_text
from views.roles.words import measure_names
from views.view import View


def value_scatter(view: View, pairs: Mapping[str, tuple[float, float]], look: ChartLook) -> Spec:
    """Draw a point for each actor with both values.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    pairs
        Value across and value up of each actor.
    look
        Theme, language and size.
    """
    t, names = view.t, measure_names(view)
    across, up = _asked(view)
    points = [
        Point(view.short_names[actor], *both, *(value_text(t, m, v) for m, v in zip((across, up), both, strict=True)))
        for actor, both in pairs.items()
    ]
    words = {
        "description": f"{t('rollen.scatter.title')}: {names[across]}, {names[up]}",
        "name": t("rollen.column.actor"),
        "across_text": names[across],
        "up_text": names[up],
    }
    return scatter(points, words, look)


def _asked(view: View) -> tuple[str, str]:
    return view.query.mass, view.query.mass2
