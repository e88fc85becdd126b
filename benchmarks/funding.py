"""A city's grants: 73,000 from 40 funders to 9,000 recipients, with the heavy tail that real grants have.

Ours (`graph.ledger.flow`, `graph.ledger.totals`) against what a user would write: pandas, dictionaries and a Plotly
Sankey.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from time import perf_counter

import numpy as np
import pandas as pd

from graph.dataset import Dataset
from graph.ledger.flow import Flow, flow
from graph.ledger.totals import totals
from graph.picture.charts import Wording, sankey
from graph.schema import TABLES, TIE_COLUMNS, CellKind
from graph.selection import Selection, select

GRANTS, FUNDERS, RECIPIENTS = 73_000, 40, 9_000
LEVELS = ("funder", "kompetenzfeld", "project")
FIELDS = ("Bildung", "Kultur", "Soziales", "Sport", "Umwelt", "Wirtschaft", "Wissenschaft")
_EMPTY = {CellKind.LIST: (), CellKind.ACTORS: (), CellKind.MONEY: None, CellKind.FLAG: False}


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


def ours(dataset: Dataset) -> dict[str, str]:
    """Flow over three levels, two rankings, one filter with its flow, and the picture of the flow."""
    whole = flow(dataset, LEVELS)
    totals(dataset, "funder")
    totals(dataset, "project")
    part = flow(select(dataset, Selection(kompetenzfelder={FIELDS[0]})), LEVELS)
    return {"picture": _picture(whole), "total": str(whole.total_eur), "part": str(part.total_eur)}


def _picture(answer: Flow) -> str:
    keys = {part.key: str(part.amount_eur) for part in (*answer.nodes, *answer.bands)}
    words = {
        "description": "",
        "label": "",
        "text": "",
        **{f"level_{level}": code for level, code in enumerate(LEVELS)},
    }
    return json.dumps(sankey(answer, Wording(words, {key: key for key in keys}, keys)))


def plain(dataset: Dataset) -> dict[str, str]:
    """Do the same as a user would write it: pandas groupby, a dictionary of labels, a Plotly Sankey of everything."""
    whole = _plain_frame(dataset)
    part = whole[whole["field"] == FIELDS[0]]
    whole.groupby("from_id")["amount_eur"].sum().sort_values(ascending=False)
    whole.groupby("to_id")["amount_eur"].sum().sort_values(ascending=False)
    _plain_picture(part)
    return {
        "picture": _plain_picture(whole),
        "total": str(whole["amount_eur"].sum()),
        "part": str(part["amount_eur"].sum()),
    }


def _plain_frame(dataset: Dataset) -> pd.DataFrame:
    grants = dataset.ties.dropna(subset=["amount_eur"]).copy()
    grants["amount_eur"] = grants["amount_eur"].astype(float)
    fields = dataset.projects[["id", "kompetenzfelder"]].rename(columns={"id": "project"})
    grants = grants.merge(fields, left_on="to_id", right_on="project")
    grants["field"] = grants["kompetenzfelder"].apply(lambda own: own[0])
    return grants


def _plain_picture(grants: pd.DataFrame) -> str:
    labels = [*grants["from_id"].unique(), *grants["field"].unique(), *grants["to_id"].unique()]
    place = {label: number for number, label in enumerate(labels)}
    links: dict[str, list] = {"source": [], "target": [], "value": []}
    for columns in (["from_id", "field"], ["field", "to_id"]):
        for (source, target), amount in grants.groupby(columns)["amount_eur"].sum().items():
            links["source"].append(place[source])
            links["target"].append(place[target])
            links["value"].append(amount)
    return json.dumps({"data": [{"type": "sankey", "node": {"label": labels}, "link": links}]})


def plain_loop(dataset: Dataset) -> dict[str, str]:
    """Do the same in a loop over the rows, as most pages on the web show it."""
    field = {row["id"]: row["kompetenzfelder"][0] for _, row in dataset.projects.iterrows()}
    sums: dict[tuple[str, str], float] = {}
    total = part = 0.0
    for _, row in dataset.ties.iterrows():
        amount = float(row["amount_eur"] or 0)
        for pair in ((row["from_id"], field[row["to_id"]]), (field[row["to_id"]], row["to_id"])):
            sums[pair] = sums.get(pair, 0) + amount
        total += amount
        part += amount if field[row["to_id"]] == FIELDS[0] else 0
    labels = list(dict.fromkeys(end for pair in sums for end in pair))
    place = {label: number for number, label in enumerate(labels)}
    rows = [(place[a], place[b], amount) for (a, b), amount in sums.items()]
    return {"picture": json.dumps({"node": labels, "link": rows}), "total": str(total), "part": str(part)}


def measure(repeats: int = 3) -> list[tuple[str, float, int]]:
    """Name, best seconds of some repeats, and bytes of the picture for each way."""
    dataset = city()
    found = []
    for way in (ours, plain, plain_loop):
        seconds, answer = [], {}
        for _ in range(1 if way is plain_loop else repeats):
            started = perf_counter()
            answer = way(dataset)
            seconds.append(perf_counter() - started)
        found.append((way.__name__, min(seconds), len(answer["picture"])))
    return found


def main(_: Sequence[str] = ()) -> None:
    print(f"{GRANTS:,} grants, {FUNDERS} funders, {RECIPIENTS:,} recipients: flow, two rankings, filter, picture")
    for name, seconds, size in measure():
        print(f"{name:12s} {seconds:7.3f} s   picture {size / 1000:8.1f} kB")


if __name__ == "__main__":
    main()
