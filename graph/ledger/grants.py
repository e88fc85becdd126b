"""The ledger of funding: one row per funding tie, counted or left out with a reason."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from graph.dataset import Dataset
from graph.ledger.amounts import Amount, Omission, omissions, total
from graph.ledger.cents import cents_array, to_euros


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Funding ties that no sum contains, for one reason.

    Attributes
    ----------
    reason
        See `Omission`.
    count
        Number of ties.
    amount_eur
        What the left-out ties record together, for information only; ``None`` when nothing is recorded.
    ties
        Their ids, sorted.
    """

    reason: Omission
    count: int
    amount_eur: Amount | None
    ties: tuple[str, ...]


def grants(dataset: Dataset) -> pd.DataFrame:
    """Every funding tie with the cents it adds to a sum.

    A project's amount stays with the project: it is one row here, however many partners the project has. A
    partner's own amount is a row when it is recorded as a tie of its own that ends at the actor; ``within`` says in
    which project, from which it has fields, programme, years and status.

    Returns
    -------
    pd.DataFrame
        Columns ``tie, funder, target, project, cents, omission, amount_eur, start, end``, in the order of the ties;
        ``project`` is the project in which an actor is funded, else the target itself;
        ``cents`` is 0 and ``omission`` an `Omission` where the tie does not count, else ``omission`` is ``None``.
    """
    # plain objects, because they are read one by one, which is slow on text kept in Arrow
    ties = dataset.ties[dataset.ties["kind"] == "funds"].reset_index(drop=True).astype(object)
    omitted = not_twice(ties, omissions(ties, dataset.projects))
    counted = (
        amount if reason is None else None for amount, reason in zip(ties["amount_eur"].tolist(), omitted, strict=True)
    )
    return pd.DataFrame(
        {
            "tie": ties["id"],
            "funder": ties["from_id"],
            "target": ties["to_id"],
            "project": ties["to_id"].where(ties["within"] == "", ties["within"]),
            "cents": cents_array(counted),
            "omission": omitted,
            "amount_eur": ties["amount_eur"],
            "start": ties["start"],
            "end": ties["end"],
        }
    )


def not_twice(ties: pd.DataFrame, omitted: pd.Series) -> pd.Series:
    """Leave out a partner's amount where the amount of its whole project, of the same funder, counts already."""
    rows = zip(ties["from_id"].tolist(), ties["to_id"].tolist(), omitted, strict=True)
    whole = {(funder, target) for funder, target, reason in rows if reason is None}
    twice = [
        reason is None and bool(within) and (funder, within) in whole
        for funder, within, reason in zip(ties["from_id"].tolist(), ties["within"].tolist(), omitted, strict=True)
    ]
    return omitted.mask(pd.Series(twice, index=omitted.index, dtype=bool), Omission.OVERLAP)


def counted_grants(ledger: pd.DataFrame) -> pd.DataFrame:
    """Rows of the ledger that a sum contains."""
    return ledger[ledger["omission"].isna()]


def granted_to(dataset: Dataset) -> dict[str, Amount]:
    """Return the euros that are known to go to each project or actor directly; who gets nothing known is absent."""
    counted = counted_grants(grants(dataset))
    cents: dict[str, int] = {}
    for target, project, amount in zip(counted["target"], counted["project"], counted["cents"], strict=True):
        for key in {target, project}:
            cents[key] = cents.get(key, 0) + int(amount)
    return {target: to_euros(amount) for target, amount in cents.items()}


def left_out(ledger: pd.DataFrame) -> tuple[LeftOut, ...]:
    """Say what no sum contains, by reason in the order of `Omission`; reasons that do not occur are absent."""
    omitted = ledger[ledger["omission"].notna()]
    groups = {reason: omitted[omitted["omission"] == reason] for reason in Omission}
    return tuple(_left_out(reason, rows) for reason, rows in groups.items() if len(rows))


def _left_out(reason: Omission, rows: pd.DataFrame) -> LeftOut:
    return LeftOut(reason, len(rows), total(rows["amount_eur"]), tuple(sorted(rows["tie"])))


def table_total(ledger: pd.DataFrame) -> Amount:
    """Sum of the table in plain euros, without the way through cents: the check of every other total."""
    return total(counted_grants(ledger)["amount_eur"]) or 0
