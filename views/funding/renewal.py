"""What remains when the money ends: sentence, table and picture."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from graph.dataset import Dataset, unpacked
from graph.export import Exhibit
from graph.history.renewal import funded_projects, partnerships, renewals
from graph.history.renewal_groups import BETWEEN, renewals_by
from graph.history.survival import kaplan_meier
from graph.picture.charts import ChartLook, survival
from graph.picture.charts.theme import Spec
from views.elements.tables import profile_link
from views.exhibit.charts import look, pictured
from views.exhibit.frame import framed
from views.exhibit.tables import exported
from views.keeping import cached
from views.speaking import speech
from views.table import Cell, Column, Look, Table, date_cell, number_cell, share_cell
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
    again, every = int(known["renewed"].sum()), len(known)
    if every == 1:
        return t.count("foerderung.renewal.single", again)
    return t.count("foerderung.renewal.sentence", again, of=t.number(every), share=t.percent(again / every))


@cached
def renewals_by_of(dataset: Dataset, by: str) -> pd.DataFrame:
    """See `graph.history.renewal_groups.renewals_by`."""
    return renewals_by(dataset, by, YEARS)


@cached
def funded_projects_of(dataset: Dataset) -> frozenset[str]:
    """See `graph.history.renewal.funded_projects`."""
    return funded_projects(dataset)


def _unfunded(view: View) -> str:
    """Say how many went on without further funding; ``""`` when nobody went on."""
    known, funded = partnerships_of(view.part), funded_projects_of(view.part)
    again = [project for project in known["again"] if project]
    left = sum(project not in funded for project in again)
    return view.t.count("foerderung.renewal.unfunded", left, again=view.t.number(len(again))) if again else ""


def notes(view: View) -> list[str]:
    """Say what this cannot show, how many went on unfunded, and which funded projects are left out."""
    t, undated = view.t, partnerships_of(view.part).attrs.get("undated", ())
    left_out = (
        [t.count("foerderung.renewal.undated", len(undated), names=speech(view).named(undated, 5))] if undated else []
    )
    said = [t("foerderung.renewal.no_cause"), t("foerderung.renewal.counted"), _unfunded(view), *left_out]
    return [note for note in said if note]


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
            for years, at_risk, survived, low, high in unpacked(rows, "years", "at_risk", "survival", "low", "high")
        ),
    )


def _band(view: View, low: float, high: float) -> str:
    if math.isnan(low):  # nothing lasts, or nothing is known
        return view.t("format.missing.none")
    return view.t("foerderung.renewal.from_to", low=view.t.percent(1 - high), high=view.t.percent(1 - low))


def by_group(view: View) -> Table:
    """Share that has worked together again by group; what ended too lately to be judged is counted, not guessed."""
    t, by = view.t, view.query.bleibtnach
    rows = [group.to_dict("records") for _, group in renewals_by_of(view.part, by).groupby("group", sort=False)]
    within = [Column(t.count("foerderung.renewal.by.within", years), Look.BAR) for years in YEARS]
    return Table(
        t(f"foerderung.renewal.by.caption.{by}"),
        (
            Column(t(f"choice.bleibtnach.{by}")),
            Column(t("foerderung.renewal.by.partnerships"), Look.NUMBER),
            *within,
            *(Column(t.count("foerderung.renewal.by.open", years), Look.NUMBER) for years in YEARS[:1]),
        ),
        tuple(
            (
                _group(view, by, str(group[0]["group"])),
                number_cell(t, group[0]["partnerships"]),
                *(_within(view, row) for row in group),
                number_cell(t, group[0]["open"]),
            )
            for group in rows
        ),
    )


def _within(view: View, row: Mapping[Hashable, Any]) -> Cell:
    """Share of a group; in words where nobody is watched for so long and some might still."""
    if row["at_risk"] == 0 and row["survival"] > 0:
        return Cell(view.t("foerderung.renewal.by.too_early"))
    return share_cell(view.t, 1 - row["survival"])


def _group(view: View, by: str, group: str) -> str:
    t = view.t
    if by == "size":
        least, most = group.split("-")
        kind = "more" if most == "0" else "exactly" if least == most else "between"
        return t(f"foerderung.renewal.size.{kind}", least=least, most=most)
    if by == "types":
        return f" {BETWEEN} ".join(t.recorded(kind) or t("format.missing.text") for kind in group.split(BETWEEN))
    return view.short_names.get(group, group) or t("format.missing.text")


def lists(view: View) -> dict[str, Table]:
    """Tables below the curve by name: the comparison that is asked for, who went on, and who did not."""
    compared = {"by_group": by_group(view)} if view.query.bleibtnach else {}
    return {**compared, "True": pairs(view, renewed=True), "False": pairs(view, renewed=False)}


def pairs(view: View, *, renewed: bool) -> Table:
    """Partnerships that went on, or those of which no further project is recorded, the latest first.

    Of the first it says whether the further project is funded, of the others whether it is too early to judge.
    """
    t, known = view.t, partnerships_of(view.part)
    rows = known[known["renewed"] == renewed].sort_values(["ended", "actor_a"], ascending=[False, True])
    key = "renewed" if renewed else "left"
    columns = ("a", "b", "project", "ended", *(("again", "funding") if renewed else ("watched",)))
    looks = {"ended": Look.DATE, "funding": Look.TEXT, "watched": Look.TEXT}
    return Table(
        t.count(f"foerderung.renewal.{key}.caption", len(rows)),
        tuple(Column(t(f"foerderung.renewal.{name}"), looks.get(name, Look.LINK)) for name in columns),
        tuple(
            (
                profile_link(view, a),
                profile_link(view, b),
                profile_link(view, project),
                date_cell(t, ended.isoformat()),
                *((profile_link(view, again), _funding(view, again)) if renewed else (_watched(view, years),)),
            )
            for a, b, project, ended, again, years in unpacked(
                rows, "actor_a", "actor_b", "project", "ended", "again", "years"
            )
        ),
    )


def _funding(view: View, project: str) -> Cell:
    funded = project in funded_projects_of(view.part)
    return Cell(view.t(f"foerderung.renewal.again_{'funded' if funded else 'unfunded'}"))


def _watched(view: View, years: float) -> Cell:
    """Say for how long nothing followed; before the first of the years it is too early to judge."""
    key = "too_early" if years < YEARS[0] else "since"
    return Cell(view.t(f"foerderung.renewal.watched_{key}", years=view.t.number(years, 1)), years)


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
        tables=[exported(table) for table in (by_years(view), *lists(view).values())],
        remarks=notes(view),
    )
