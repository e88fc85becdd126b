"""Hypothesis strategies for data of the contract."""

from __future__ import annotations

import csv
import io

from hypothesis import strategies as st

from graph.dataset import Dataset
from graph.load import load
from graph.schema import TABLES
from graph.vocabulary import AmountBasis, Certainty, Status

# Letters that German files hold, and signs that are special to CSV, HTML and spreadsheets.
ALPHABET = "abcdefghijklmnopqrstuvwxyzABCXYZäöüßÄÖÜéñ0123456789 .,:!?'\"&<>()/-+=@%#_€–„“"
FIELDS = ("Automotive", "Holz und Papier", "Kreativwirtschaft", "Maschinen-, Anlagen- und Werkzeugbau")
DATES = ("", "2021", "2021-10", "2021-10-11", "2021-23", "2021-05?", "2021~", "2021-05/..")
KINDS = {
    "leads": ("actor", "project"),
    "partner": ("actor", "project"),
    "supports": ("actor", "project"),
    "funds": ("actor", "project"),
    "awarded": ("actor", "project"),
    "shareholder_of": ("actor", "actor"),
    "member_of": ("actor", "actor"),
    "cooperates_with": ("actor", "actor"),
    "related_to": ("project", "project"),
}


def texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Text of a cell as the dataset holds it: no blanks at its ends, no blanks in a row."""
    return st.text(ALPHABET, max_size=max_size).map(lambda text: " ".join(text.split()))


def amounts() -> st.SearchStrategy[str]:
    """Nothing, whole euro, or euro and cents, as text."""
    euro = st.integers(0, 10_000_000)
    cents = st.tuples(euro, st.integers(1, 99)).map(lambda pair: f"{pair[0]}.{pair[1]:02d}")
    return st.one_of(st.just(""), euro.map(str), cents)


def several(options: tuple[str, ...] | list[str], max_size: int = 3) -> st.SearchStrategy[str]:
    """Some of the options, each once, as the text of a list cell."""
    if not options:
        return st.just("")
    return st.lists(st.sampled_from(options), max_size=max_size, unique=True).map(";".join)


@st.composite
def tables(draw: st.DrawFn, max_actors: int = 6, max_projects: int = 5, max_links: int = 8):
    """Draw the rows of every table, table name -> list of {column: text}; they pass every check."""
    actors = [f"a{number}" for number in range(draw(st.integers(1, max_actors)))]
    projects = [f"p{number}" for number in range(draw(st.integers(0, max_projects)))]
    ends = {"actor": actors, "project": projects}
    links = [draw(_links(ends)) for _ in range(draw(st.integers(0, max_links)))]
    return {
        "actors": [draw(_actors(actor)) for actor in actors],
        "projects": [draw(_projects(project, actors)) for project in projects],
        "links": [link for link in links if link],
        "sources": [{"id": "s1", "title": "Vorlage", "date": "2021-10-11"}, {"id": "s2", "title": "Web"}],
        "events": [{"project_id": project, "label": "Auftakt", "start": "2021-10"} for project in projects],
        "identifiers": [{"actor_id": actors[0], "scheme": "pic", "value": "999", "says": "is"}],
        "about": [{"key": "title", "value": "Region"}],
    }


def _actors(actor: str):
    return st.fixed_dictionaries(
        {
            "id": st.just(actor),
            "name": texts().map(lambda text: f"{actor} {text}".strip()),
            "type": st.sampled_from(["", "Hochschule", "Kommune", "Verein"]),
            "kompetenzfelder": several(FIELDS),
            "description": texts(30),
            "reference": several(["s1", "s2"]),
            "collective": st.sampled_from(["", "yes"]),
        }
    )


def _projects(project: str, actors: list[str]):
    return st.fixed_dictionaries(
        {
            "id": st.just(project),
            "name": texts().map(lambda text: f"{project} {text}".strip()),
            "kind": st.sampled_from(["", "Projekt", "Netzwerk"]),
            "kompetenzfelder": several(FIELDS),
            "status": st.sampled_from(["", *Status]).map(str),
            "start": st.sampled_from(DATES),
            "lead": several(actors, max_size=1),
            "partners": several(actors, max_size=4),
            "funders": several(actors, max_size=1),
            "budget_eur": amounts(),
            "reference": several(["s1", "s2"]),
        }
    )


@st.composite
def _links(draw: st.DrawFn, ends: dict[str, list[str]]):
    kind = draw(st.sampled_from(sorted(KINDS)))
    sides = [ends[side] for side in KINDS[kind]]
    if not all(sides):
        return {}
    start, end = (draw(st.sampled_from(side)) for side in sides)
    if start == end:
        return {}
    amount = draw(amounts())
    return {
        "from_id": start,
        "to_id": end,
        "kind": kind,
        "amount_eur": amount,
        "amount_basis": draw(st.sampled_from(list(AmountBasis))) if amount else "",
        "start": draw(st.sampled_from(DATES)),
        "certainty": draw(st.sampled_from(list(Certainty))),
        "note": draw(texts()),
        "reference": "s1",
    }


def as_csv(rows: list[dict[str, str]], table: str) -> bytes:
    """Write rows as a CSV file with all columns of the table."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, TABLES[table].names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def files(rows: dict[str, list[dict[str, str]]]) -> dict[str, bytes]:
    """The tables as uploaded files."""
    return {f"{table}.csv": as_csv(content, table) for table, content in rows.items()}


def datasets(max_actors: int = 6, max_projects: int = 5, max_links: int = 8) -> st.SearchStrategy[Dataset]:
    """Small valid datasets with at least one actor; ties always fit their ends."""
    return tables(max_actors, max_projects, max_links).map(lambda rows: load(files(rows)).dataset)
