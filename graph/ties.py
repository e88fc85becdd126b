"""The one table of ties, made from links.csv and from the lists lead, partners and funders of projects.csv."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.schema import TIE_COLUMNS
from graph.vocabulary import Certainty

# column of projects.csv -> kind of the ties it lists
LISTED_KINDS: Mapping[str, str] = {"lead": "leads", "partners": "partner", "funders": "funds"}

_BLANK: Mapping[str, Any] = {**dict.fromkeys(TIE_COLUMNS, ""), "amount_eur": None}

Columns = Mapping[str, Sequence[Any]]


def tie_columns(links: Columns, projects: Columns) -> dict[str, list[Any]]:
    """Merge the rows of links.csv with the ties that the lists of projects.csv state.

    A tie of a list that links.csv has too (same ends, same kind) is one tie with the properties of
    links.csv. A tie only a list knows inherits the reference of its project.

    Parameters
    ----------
    links, projects
        Columns of equal length with checked values; columns after those of the contract are kept.

    Returns
    -------
    Columns `graph.schema.TIE_COLUMNS`, then the extra columns of links.csv; rows of links.csv first.
    """
    extra = [column for column in links if column not in TIE_COLUMNS]
    stated = [dict(zip(links, row, strict=True)) for row in zip(*links.values(), strict=True)]
    known = {(tie["from_id"], tie["to_id"], tie["kind"]) for tie in stated}
    listed = [tie for tie in listed_ties(projects) if (tie["from_id"], tie["to_id"], tie["kind"]) not in known]

    blank = {**_BLANK, **dict.fromkeys(extra, "")}
    ties = [{**blank, **tie} for tie in (*stated, *listed)]
    columns = {column: [tie[column] for tie in ties] for column in (*TIE_COLUMNS, *extra)}
    columns["certainty"] = [certainty or Certainty.CONFIRMED.value for certainty in columns["certainty"]]
    columns["id"] = tie_ids(zip(columns["from_id"], columns["kind"], columns["to_id"], strict=True))
    return columns


def listed_ties(projects: Columns) -> Iterator[dict[str, Any]]:
    """Yield the ties stated by the lists of projects, each once, in the order of the file."""
    for row in range(len(projects["id"])):
        for column, kind in LISTED_KINDS.items():
            for actor in dict.fromkeys(projects[column][row]):
                yield {
                    "from_id": actor,
                    "to_id": projects["id"][row],
                    "kind": kind,
                    "reference": projects["reference"][row],
                }


def tie_ids(ends: Iterator[tuple[str, str, str]]) -> list[str]:
    """Name ties ``from>kind>to``; the second and later ones of the same name get ``#2``, ``#3`` ..."""
    seen: Counter[str] = Counter()
    ids = []
    for end in ends:
        name = ">".join(end)
        seen[name] += 1
        ids.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return ids
