"""What remains when the money ends: sentence, table and picture."""

from __future__ import annotations

import math

import pandas as pd

from graph.dataset import Dataset
from graph.export import Exhibit
from graph.history.renewal import partnerships, renewals
from graph.history.survival import kaplan_meier
from graph.picture.charts import ChartLook, survival
from graph.picture.charts.theme import Spec
from views.elements.tables import profile_link
from views.exhibit.charts import look, pictured
from views.exhibit.frame import framed
from views.exhibit.tables import exported
from views.keeping import cached
from views.table import Column, Look, Table, date_cell, number_cell, share_cell
from views.view import View

YEARS = (1, 2, 3, 5)


@cached
def partnerships_of(dataset: Dataset) -> pd.DataFrame:
    """See `graph.history.renewal.partnerships`."""
    return partnerships(dataset)


@cached
def renewals_of(dataset: Dataset) -> pd.DataFrame:
    """See `graph.history.renewal.renewals`."""
    return renewals(dataset, YEARS)


def in_brief(view: View) -> str:
    """Say how many partnerships worked together again; without any that ended, that nothing can be said."""
    t, known = view.t, partnerships_of(view.part)
    if not len(known):
        return t("foerderung.renewal.none")
    again = int(known["renewed"].sum())
    return t.count(
        "foerderung.renewal.sentence", len(known), again=t.number(again), share=t.percent(again / len(known))
    )


def notes(view: View) -> list[str]:
    """Say what this cannot show, and which funded projects are left out."""
    t, undated = view.t, partnerships_of(view.part).attrs.get("undated", ())
    left_out = (
        [t.count("foerderung.renewal.undated", len(undated), names=view.short_list(undated[:5]))] if undated else []
    )
    return [t("foerderung.renewal.no_cause"), t("foerderung.renewal.counted"), *left_out]


def by_years(view: View) -> Table:
    """Share that has worked together again within each number of years, with its band."""
    t, rows = view.t, renewals_of(view.part)
    names = ("within", "share", "band", "judged")
    looks = (Look.NUMBER, Look.BAR, Look.TEXT, Look.NUMBER)
    return Table(
        t("foerderung.renewal.caption"),
        tuple(Column(t(f"foerderung.renewal.{name}"), kind) for name, kind in zip(names, looks, strict=True)),
        tuple(
            (
                number_cell(t, years),
                share_cell(t, None if math.isnan(survived) else 1 - survived),
                _band(view, low, high),
                number_cell(t, at_risk),
            )
            for years, at_risk, survived, low, high in zip(
                *(rows[name].tolist() for name in ("years", "at_risk", "survival", "low", "high")), strict=True
            )
        ),
    )


def _band(view: View, low: float, high: float) -> str:
    if math.isnan(low):  # nothing lasts, or nothing is known
        return view.t("format.missing.none")
    return view.t("foerderung.renewal.from_to", low=view.t.percent(1 - high), high=view.t.percent(1 - low))


def pairs(view: View, *, renewed: bool) -> Table:
    """Partnerships that went on, or those of which no further project is recorded, the latest first."""
    t, known = view.t, partnerships_of(view.part)
    rows = known[known["renewed"] == renewed].sort_values(["ended", "actor_a"], ascending=[False, True])
    key = "renewed" if renewed else "left"
    columns = ("a", "b", "project", "ended", "again") if renewed else ("a", "b", "project", "ended")
    looks = {"ended": Look.DATE, "a": Look.LINK, "b": Look.LINK, "project": Look.LINK, "again": Look.LINK}
    return Table(
        t.count(f"foerderung.renewal.{key}.caption", len(rows)),
        tuple(Column(t(f"foerderung.renewal.{name}"), looks[name]) for name in columns),
        tuple(
            (
                profile_link(view, a),
                profile_link(view, b),
                profile_link(view, project),
                date_cell(t, ended.isoformat()),
                *((profile_link(view, again),) if renewed else ()),
            )
            for a, b, project, ended, again in zip(
                *(rows[name].tolist() for name in ("actor_a", "actor_b", "project", "ended", "again")), strict=True
            )
        ),
    )


def curve(view: View, drawn: ChartLook) -> Spec | None:
    """Draw the share that has worked together again against the years since; ``None`` without partnerships."""
    known = partnerships_of(view.part)
    if not len(known):
        return None
    words = {name: view.t(f"foerderung.renewal.axis.{name}") for name in ("years", "share", "low", "high", "censored")}
    return survival(kaplan_meier(known["years"], known["renewed"]), {"description": in_brief(view), **words}, drawn)


def remaining(view: View) -> Exhibit:
    """Return what remains when the money ends."""
    t, sentence = view.t, in_brief(view)
    spec = curve(view, look(t))
    return framed(
        view,
        t("foerderung.renewal.title"),
        sentence,
        picture=pictured(t, spec, "survival", sentence) if spec else None,
        tables=[exported(table) for table in (by_years(view), pairs(view, renewed=True), pairs(view, renewed=False))],
        remarks=notes(view),
    )
