"""What lasts when the money ends: whether partners of a funded project work together again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

import numpy as np
import pandas as pd

from graph.build import participations
from graph.dataset import Dataset, among, unpacked
from graph.history.activity import as_of_day
from graph.history.spans import moment, span
from graph.history.survival import at_times, kaplan_meier
from graph.ledger.amounts import NOT_PROMISED
from graph.vocabulary import COOPERATING_KINDS, Status

DAYS = 365.25  # of a year
_NOT_CARRIED_OUT = frozenset({*NOT_PROMISED, Status.PLANNED})
_COLUMNS = ("actor_a", "actor_b", "project", "ended", "again", "years", "renewed")


def renewals(dataset: Dataset, years: Sequence[float] = (1, 2, 3, 5)) -> pd.DataFrame:
    """Estimate how many partnerships go on after their funded project has ended.

    Parameters
    ----------
    dataset
        Checked tables, usually a selection. Its as-of date is the last day of observation.
    years
        Years after the end of the project.

    Returns
    -------
    pd.DataFrame
        One row for each of ``years``: ``at_risk``, partnerships that can still be judged then (ended at least so long
        ago, not renewed before); ``renewed`` until then; ``survival``, the estimated share (Kaplan-Meier) that has
        *not* worked together again until then; ``low`` and ``high``, its 95 % band. ``attrs`` hold the numbers of
        ``partnerships`` and of funded projects that are ``undated``.
    """
    known = partnerships(dataset)
    found = at_times(kaplan_meier(known["years"], known["renewed"]), years)
    found.insert(0, "years", list(years))
    found = found.rename(columns={"ended": "renewed"})
    found.attrs.update(partnerships=len(known), undated=known.attrs["undated"])
    return found


def funded_projects(dataset: Dataset) -> frozenset[str]:
    """Projects that were or are carried out and at which promised funding ends."""
    projects = _projects(dataset)
    return frozenset(projects.index[projects["funded"]])


def partnerships(dataset: Dataset) -> pd.DataFrame:
    """Follow every two actors from the end of the first funded project they shared.

    Two actors share a project when both lead it or are its partners. A project is funded when a funding tie that is
    promised ends at it. They work together again when another project that they share goes on after that day (then
    after 0 years) or begins later; whether that one is funded does not matter. Projects that are only ideas, planned,
    applied for or cancelled do not count, nor do those that begin after the as-of date.

    Returns
    -------
    pd.DataFrame
        One row for each pair, sorted: ``actor_a, actor_b``, the smaller id first; ``project``, the funded one that
        ended first, and the day it ``ended``; ``again``, the project that follows, ``""`` when there is none;
        ``years`` until it began or, without one, until the as-of date; ``renewed``, whether there is one.
        ``attrs["undated"]`` holds the ids of the funded projects without a recorded end. Empty without an as-of date.
    """
    projects, until = _projects(dataset), as_of_day(dataset)
    funded = projects[projects["funded"]]
    shared = _shared(dataset, projects[projects["first"].notna()])
    found = _followed(shared, until) if until else pd.DataFrame(columns=list(_COLUMNS))
    found.attrs["undated"] = tuple(sorted(funded.index[funded["last"].isna()]))
    return found


def _projects(dataset: Dataset) -> pd.DataFrame:
    """First and last day of each project that was or is carried out, and whether it is funded; index: ids."""
    table = dataset.projects[~dataset.projects["status"].isin(_NOT_CARRIED_OUT)]
    funds = dataset.ties[(dataset.ties["kind"] == "funds") & ~dataset.ties["status"].isin(NOT_PROMISED)]
    paid = _paid_until(funds)
    rows = []
    for project, start, end in unpacked(table, "id", "start", "end"):
        when = span(start, end)
        last = when.end.latest or paid.get(project)
        rows.append((project, _number(when.start.earliest or last), _number(last), project in paid))
    table = pd.DataFrame(rows, columns=["project", "first", "last", "funded"]).set_index("project")
    return table.astype({"first": float, "last": float, "funded": bool})


def _paid_until(funds: pd.DataFrame) -> Mapping[str, date | None]:
    """Last day of the funding of each funded project; ``None`` where no funding has a recorded end."""
    ends: dict[str, list[date]] = defaultdict(list)
    for project, end in zip(funds["to_id"], funds["end"], strict=True):
        ends[project] += [day] if end and (day := moment(end).latest) else []
    return {project: max(days, default=None) for project, days in ends.items()}


def _number(day: date | None) -> float:
    """Return the number of a day, so that days are compared and subtracted fast; NaN when not recorded."""
    return float(day.toordinal()) if day else np.nan


def _shared(dataset: Dataset, projects: pd.DataFrame) -> pd.DataFrame:
    """One row for every two actors and every dated project they share."""
    ties = participations(dataset)
    ties = ties[ties["kind"].isin(COOPERATING_KINDS) & among(ties["to_id"], projects.index)]
    members = ties.groupby("to_id")["from_id"].unique()
    rows = [(a, b, project) for project, actors in members.items() for a, b in combinations(sorted(actors), 2)]
    pairs = pd.DataFrame(rows, columns=["actor_a", "actor_b", "project"])
    return pairs.join(projects, on="project")


def _followed(shared: pd.DataFrame, until: date) -> pd.DataFrame:
    """Find the first funded end of each pair, and what came next."""
    begun = shared[shared["first"] <= until.toordinal()]
    over = begun[begun["funded"] & (begun["last"] <= until.toordinal())]
    over = over.sort_values(["actor_a", "actor_b", "last", "project"])
    starts = over.drop_duplicates(["actor_a", "actor_b"])[["actor_a", "actor_b", "project", "last"]]
    starts = starts.rename(columns={"last": "ended"})
    others = starts.merge(begun, on=["actor_a", "actor_b"], suffixes=("", "_again"))
    others = others[others["project"] != others["project_again"]]
    return _measured(starts, _next(others), until)


def _next(others: pd.DataFrame) -> pd.DataFrame:
    """Choose the project of each pair that follows first on the end of the funded one."""
    lasting = others["last"].isna() | (others["last"] > others["ended"])
    later = others[lasting].assign(days=lambda rows: (rows["first"] - rows["ended"]).clip(lower=0))
    later = later.sort_values(["days", "project_again"]).drop_duplicates(["actor_a", "actor_b"])
    return later.set_index(["actor_a", "actor_b"])[["project_again", "days"]]


def _measured(starts: pd.DataFrame, following: pd.DataFrame, until: date) -> pd.DataFrame:
    found = starts.join(following, on=["actor_a", "actor_b"]).reset_index(drop=True)
    renewed = found["days"].notna()
    days = found["days"].fillna(until.toordinal() - found["ended"])
    found = found.assign(
        ended=[date.fromordinal(int(day)) for day in found["ended"]],
        again=found["project_again"].fillna(""),
        years=days / DAYS,
        renewed=renewed,
    )
    return found[list(_COLUMNS)]
