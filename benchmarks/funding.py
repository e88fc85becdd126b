"""A city's grants: 73,000 from 40 funders to 9,000 recipients, with the heavy tail that real grants have.

Ours (`graph.flow`, `graph.totals`) against what a user would write: pandas, dictionaries and a Plotly Sankey.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from graph.dataset import Dataset
from graph.schema import TABLES, TIE_COLUMNS, Cell

GRANTS, FUNDERS, RECIPIENTS = 73_000, 40, 9_000
FIELDS = ("Bildung", "Kultur", "Soziales", "Sport", "Umwelt", "Wirtschaft", "Wissenschaft")
_EMPTY = {Cell.LIST: (), Cell.ACTORS: (), Cell.MONEY: None, Cell.FLAG: False}


def city(seed: int = 2026) -> Dataset:
    """Dataset of one city's grants: funders are actors, recipients are projects."""
    chance = np.random.default_rng(seed)
    funders = [f"amt-{i}" for i in range(FUNDERS)]
    recipients = [f"traeger-{i}" for i in range(RECIPIENTS)]
    fields = chance.integers(0, len(FIELDS), RECIPIENTS)
    ties = _table("links", GRANTS, TIE_COLUMNS).assign(
        id=[f"zuwendung-{i}" for i in range(GRANTS)],
        from_id=np.array(funders, dtype=object)[(FUNDERS * chance.random(GRANTS) ** 3).astype(int)],
        to_id=np.array(recipients, dtype=object)[(RECIPIENTS * chance.random(GRANTS) ** 2).astype(int)],
        kind="funds",
        amount_eur=pd.Series(_amounts(chance), dtype=object),
        amount_basis="granted",
        start=[str(2009 + year) for year in chance.integers(0, 15, GRANTS)],
        certainty="confirmed",
    )
    return Dataset(
        actors=_table("actors", FUNDERS).assign(id=funders, name=funders),
        projects=_table("projects", RECIPIENTS).assign(
            id=recipients, name=recipients, kompetenzfelder=[(FIELDS[i],) for i in fields]
        ),
        ties=ties,
        sources=_table("sources", 0),
        events=_table("events", 0),
    )


def _amounts(chance: np.random.Generator) -> list[int | None]:
    """Pareto amounts in whole euros; one in fifty is not recorded."""
    euros = (1_000 * (1 + chance.pareto(1.2, GRANTS))).astype(int).tolist()
    known = chance.random(GRANTS) > 0.02
    return [euro if here else None for euro, here in zip(euros, known, strict=True)]


def _table(name: str, rows: int, columns: tuple[str, ...] = ()) -> pd.DataFrame:
    cells = {column.name: _EMPTY.get(column.cell, "") for column in TABLES[name].columns}
    return pd.DataFrame(
        {column: pd.Series([cells.get(column, "")] * rows, dtype=object) for column in columns or TABLES[name].names}
    )
