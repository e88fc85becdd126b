"""Regions of any size as files, with groups as in real ones: most ties stay within a field of competence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

_TYPES = ("Hochschule", "Unternehmen", "Kommune", "Verein/Netzwerk", "Kammer/Verband", "Bildung")
_ACTORS_SHARE, _TIES_PER_ELEMENT, _WITHIN = 0.4, 2, 0.85
BROAD_FIELD, _BROAD_SHARE = "Querschnitt", 0.7  # a filter by it leaves most of the picture


def write_region(folder: Path, elements: int, fields: int = 20, seed: int = 7) -> Path:
    """Write actors.csv, projects.csv and links.csv with that many actors and projects together."""
    chance = np.random.default_rng(seed)
    actors = int(elements * _ACTORS_SHARE)
    projects = elements - actors
    field_of_actor, field_of_project = chance.integers(0, fields, actors), chance.integers(0, fields, projects)
    folder.mkdir(parents=True, exist_ok=True)
    _actors(actors, field_of_actor).to_csv(folder / "actors.csv", index=False)
    _projects(projects, field_of_project).to_csv(folder / "projects.csv", index=False)
    _links(chance, field_of_actor, field_of_project, elements * _TIES_PER_ELEMENT).to_csv(
        folder / "links.csv", index=False
    )
    return folder


def _actors(count: int, field: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "id": [f"actor-{i}" for i in range(count)],
            "name": [f"Akteur {i}" for i in range(count)],
            "type": [_TYPES[i % len(_TYPES)] for i in range(count)],
            "kompetenzfelder": _fields(field),
        }
    )


def _projects(count: int, field: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "id": [f"project-{i}" for i in range(count)],
            "name": [f"Projekt {i}" for i in range(count)],
            "kind": "Projekt",
            "kompetenzfelder": _fields(field),
            "status": "ongoing",
        }
    )


def _fields(field: np.ndarray) -> list[str]:
    broad = len(field) * _BROAD_SHARE
    return [f"Feld {f:02}" + (f";{BROAD_FIELD}" if place < broad else "") for place, f in enumerate(field)]


def _links(
    chance: np.random.Generator, field_of_actor: np.ndarray, field_of_project: np.ndarray, count: int
) -> pd.DataFrame:
    projects = chance.integers(0, len(field_of_project), count)
    by_field = [np.flatnonzero(field_of_actor == f) for f in range(field_of_actor.max() + 1)]
    anywhere = chance.integers(0, len(field_of_actor), count)
    near = [
        chance.choice(by_field[f]) if f < len(by_field) and len(by_field[f]) else 0 for f in field_of_project[projects]
    ]
    actors = np.where(chance.random(count) < _WITHIN, near, anywhere)
    links = pd.DataFrame(
        {"from_id": [f"actor-{a}" for a in actors], "to_id": [f"project-{p}" for p in projects], "kind": "partner"}
    )
    return links.drop_duplicates().reset_index(drop=True)
