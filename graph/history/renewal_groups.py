"""What lasts when the money ends, compared by field, by types of actors, by programme and by size of the consortium."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from graph.build import participations
from graph.dataset import Dataset, unpacked
from graph.errors import AkteursnetzError
from graph.history.renewal import partnerships
from graph.history.survival import at_times, kaplan_meier
from graph.ledger.dimensions import DIMENSIONS
from graph.vocabulary import COOPERATING_KINDS

Groups = tuple[str, ...]
SIZES = ((2, 2), (3, 5), (6, 10), (11, 0))  # least and most actors of a consortium; 0 for any number
BETWEEN = "\N{EN DASH}"  # stands between the types of two actors in the name of their group
_COLUMNS = ("group", "partnerships", "years", "at_risk", "renewed", "open", "survival", "low", "high")


class UnknownGroupingError(AkteursnetzError, ValueError):
    """Partnerships are not grouped by that."""


def _by_dimension(code: str) -> Callable[[Dataset, pd.DataFrame], list[Groups]]:
    def groups(dataset: Dataset, known: pd.DataFrame) -> list[Groups]:
        categories = DIMENSIONS[code].categories(dataset)
        return [tuple(categories.get(project, ())) or ("",) for project in known["project"]]

    return groups


def _by_types(dataset: Dataset, known: pd.DataFrame) -> list[Groups]:
    types = dict(unpacked(dataset.actors, "id", "type"))
    pairs = zip(known["actor_a"], known["actor_b"], strict=True)
    return [(BETWEEN.join(sorted((types.get(a, ""), types.get(b, "")))),) for a, b in pairs]


def _by_size(dataset: Dataset, known: pd.DataFrame) -> list[Groups]:
    ties = participations(dataset)
    sizes = ties[ties["kind"].isin(COOPERATING_KINDS)].groupby("to_id")["from_id"].nunique()
    return [(_size(int(sizes[project])),) for project in known["project"]]


def _size(actors: int) -> str:
    return next(f"{least}-{most}" for least, most in SIZES if least <= actors and (not most or actors <= most))


# code -> the groups of each partnership, of the first funded project that it shared; one of two fields is in both
GROUPINGS: Mapping[str, Callable[[Dataset, pd.DataFrame], list[Groups]]] = {
    "kompetenzfeld": _by_dimension("kompetenzfeld"),
    "types": _by_types,
    "programme": _by_dimension("programme"),
    "size": _by_size,
}


def renewals_by(dataset: Dataset, by: str, years: Sequence[float] = (1, 2, 3, 5)) -> pd.DataFrame:
    """Estimate for groups of partnerships how many go on after their funded project has ended.

    Parameters
    ----------
    dataset
        Checked tables, usually a selection.
    by
        Code of `GROUPINGS`.
    years
        Years after the end of the project.

    Returns
    -------
    pd.DataFrame
        One row for each group and number of years, the groups with most partnerships first: ``group``, ``""`` where
        it is not recorded; ``partnerships`` of the group; ``years``; ``at_risk, renewed, survival, low, high`` as in
        `graph.history.renewal.renewals`; ``open``, those without a renewal that ended less than so many years ago.

    Raises
    ------
    UnknownGroupingError
        When ``by`` is no code of `GROUPINGS`.
    """
    if by not in GROUPINGS:
        raise UnknownGroupingError(f"{by!r} is not one of {', '.join(GROUPINGS)}")
    known = partnerships(dataset)
    members: dict[str, list[int]] = defaultdict(list)
    for row, groups in enumerate(GROUPINGS[by](dataset, known)):
        for group in groups:
            members[group].append(row)
    ordered = sorted(members, key=lambda group: (-len(members[group]), group))
    found = [_estimated(group, known.iloc[members[group]], years) for group in ordered]
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=list(_COLUMNS))


def _estimated(group: str, known: pd.DataFrame, years: Sequence[float]) -> pd.DataFrame:
    table = at_times(kaplan_meier(known["years"], known["renewed"]), years).rename(columns={"ended": "renewed"})
    lasting = known.loc[~known["renewed"].astype(bool), "years"]
    still_open = [int((lasting < year).sum()) for year in years]
    return table.assign(group=group, partnerships=len(known), years=list(years), open=still_open)[list(_COLUMNS)]
