"""The landing page as an exhibit: four figures, and projects by field of competence."""

from __future__ import annotations

from collections.abc import Sequence

from graph.export import Exhibit, Figure
from graph.export.pictures import Chart, ChartForm
from graph.overview import FieldCount
from graph.picture.charts import bars
from graph.picture.charts.bars import Bar
from views.elements import tables as elements
from views.exhibit.charts import barred, look
from views.exhibit.frame import framed
from views.exhibit.tables import exported
from views.language.words import Words
from views.overview import answer
from views.overview import words as wording
from views.view import View

_FIELDS = 12  # bars that can be read from the back row
_NAMED = 3


def status(view: View) -> Exhibit:
    """Return where we stand."""
    t, facts = view.t, answer.overview_of(view.part)
    return framed(
        view,
        wording.title(view),
        wording.sentence(t, facts, selected=bool(view.selection.active)),
        picture=_field_bars(t, facts.fields) if facts.fields else None,
        figures=tuple(
            Figure(label, value, note) for label, value, note, _ in wording.figures(t, facts, wording.carried(view))
        ),
        tables=[exported(elements.fields(view, facts))],
    )


def _field_bars(t: Words, fields: Sequence[FieldCount]) -> Chart:
    """Draw the fields with most projects, and say how many there are."""
    shown, of = fields[:_FIELDS], t.number(len(fields))
    drawn = [Bar(row.kompetenzfeld, row.kompetenzfeld, t.number(row.projects), row.projects) for row in shown]
    left_out = len(fields) > len(shown)
    caption = (
        t("exhibit.counts.projects_of", n=t.number(len(shown)), of=of) if left_out else t("exhibit.counts.projects")
    )
    named = t("exhibit.fields", names=t.names(f"{bar.label} {bar.text}" for bar in drawn[:_NAMED]))
    words = {name: t(f"ueberblick.fields.{name}") for name in ("field", "projects")}
    spec = bars(drawn, {"description": named, "label": words["field"], "text": words["projects"]}, look(t))
    return barred(t, spec, ChartForm.BARS, named, drawn, euros=False, caption=caption)
