"""Datasets written out in a test, and random ones for property tests."""

from collections import Counter
from decimal import Decimal

import pandas as pd
from hypothesis import strategies as st

from graph.dataset import Dataset
from graph.schema import TABLES, TIE_COLUMNS, CellKind

_EMPTY = {CellKind.LIST: (), CellKind.ACTORS: (), CellKind.MONEY: None, CellKind.FLAG: False}
_DEFAULTS = {"certainty": "confirmed"}


def table(name, rows):
    """Frame of a table of the contract; columns left out in a row are empty."""
    columns = TABLES[name].columns
    records = [{c.name: row.get(c.name, _EMPTY.get(c.cell, "")) for c in columns} | row for row in rows]
    return pd.DataFrame(records, columns=list(TABLES[name].names), dtype=object)


def actor(key, type="", **rest):
    return {"id": key, "name": key, "type": type, **rest}


def project(key, *fields, **rest):
    return {"id": key, "name": key, "kompetenzfelder": fields, **rest}


def tie(from_id, kind, to_id, amount=None, basis="", **rest):
    return {
        "from_id": from_id,
        "kind": kind,
        "to_id": to_id,
        "amount_eur": amount,
        "amount_basis": basis or ("" if amount is None else "granted"),
        **rest,
    }


def ties_table(rows):
    """Frame of ties with ids as the reader gives them."""
    seen = Counter()
    records = []
    for row in rows:
        key = f"{row['from_id']}>{row['kind']}>{row['to_id']}"
        seen[key] += 1
        number = f"#{seen[key]}" if seen[key] > 1 else ""
        empty = {c.name: _EMPTY.get(c.cell, "") for c in TABLES["links"].columns}
        records.append({"id": key + number} | empty | _DEFAULTS | row)
    return pd.DataFrame(records, columns=list(TIE_COLUMNS), dtype=object)


def region(actors=(), projects=(), ties=(), events=(), sources=(), **about):
    """Dataset of the given rows; actors and projects that only ties name are added."""
    known = {row["id"] for row in (*actors, *projects)}
    ends = [t["from_id"] for t in ties] + [t["to_id"] for t in ties]
    missing = [actor(key) for key in dict.fromkeys(ends) if key not in known]
    return Dataset(
        actors=table("actors", [*actors, *missing]),
        projects=table("projects", projects),
        ties=ties_table(ties),
        sources=table("sources", sources),
        events=table("events", events),
        about=about,
    )


amounts = st.none() | st.integers(0, 10**9) | st.decimals(0, 10**7, places=2).map(Decimal)


@st.composite
def funded_regions(draw):
    """Regions with up to five funders and six projects; fields, leads, amounts and statuses vary."""
    funders = [
        actor(f"funder-{i}", draw(st.sampled_from(["", "Bund", "Land"]))) for i in range(draw(st.integers(1, 5)))
    ]
    fields = st.lists(st.sampled_from(["Wasserstoff", "Photonik", "Automotive"]), unique=True, max_size=3)
    starts = st.sampled_from(["", "2019-23", "2020", "2021-05"])
    ends = st.sampled_from(["", "2020-12", "2022~", ".."])
    areas = st.sampled_from(["", "A", "B"])
    projects = [
        project(f"project-{i}", *draw(fields), area=draw(areas), start=draw(starts), end=draw(ends)) for i in range(6)
    ]
    targets = st.sampled_from([row["id"] for row in (*projects, *funders)])
    givers = st.sampled_from([row["id"] for row in funders])
    grant = st.builds(
        lambda giver, target, amount, basis, status, start, end: tie(
            giver, "funds", target, amount, basis if amount is not None else "", status=status, start=start, end=end
        ),
        givers,
        targets,
        amounts,
        st.sampled_from(["granted", "own_funds", "per_year", "ceiling", "overlap"]),
        st.sampled_from(["", "approved", "applied", "completed"]),
        st.sampled_from(["", "2020", "2021-05", "2021-05-11?"]),
        st.sampled_from(["", "2022", "2023-06~", ".."]),
    )
    others = st.builds(
        tie, givers, st.sampled_from(["leads", "partner", "part_of"]), st.sampled_from([p["id"] for p in projects])
    )
    ties = draw(st.lists(grant, max_size=12)) + draw(st.lists(others, max_size=8))
    return region(funders, projects, ties)
