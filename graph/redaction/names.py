"""Actors under other names, everywhere: in rows, lists, ties, texts, headers, ids and addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from graph.dataset import Dataset, no_identifiers, unpacked
from graph.ledger.amounts import Amount, total
from graph.redaction.finder import NO_SHORT, Finder, Pseudonym
from graph.redaction.ids import Ids, mapped, named, new_ids, with_ids
from graph.redaction.short_forms import short_forms
from graph.redaction.texts import with_texts


def renamed(dataset: Dataset, names: Mapping[str, Pseudonym]) -> tuple[Dataset, Ids]:
    """Return the dataset with these actors under their pseudonyms; several with the same one become one.

    Parameters
    ----------
    dataset
        Checked tables.
    names
        Actor id -> pseudonym.

    Returns
    -------
    The dataset, and the new ids of all elements by the old ones.
    """
    hidden = dataset.actors["id"].isin(list(names))
    finder = finder_of(dataset, names)
    ids = {actor: name.id for actor, name in names.items()}
    # an institution named after a company would give it away
    others = [*dataset.actors.loc[~hidden, "id"], *dataset.projects["id"]]
    ids |= new_ids(others, finder.replaced_id, set(ids.values()))
    sources = new_ids(dataset.sources["id"], finder.replaced_id)
    shown = dataset.actors[~hidden].reset_index(drop=True)
    pseudonymous = _actors(dataset, names)
    # what an actor is called in public lists says who it is, and so does the name of a register that it is not
    dataset = with_texts(replace(dataset, actors=shown, identifiers=no_identifiers()), finder.replaced)
    shown = dataset.actors.assign(id=mapped(dataset.actors["id"], ids))
    pseudonymous = pseudonymous.set_axis(shown.columns, axis="columns")
    dataset = with_ids(replace(dataset, actors=pd.concat([shown, pseudonymous], ignore_index=True)), ids, sources)
    if len({name.id for name in names.values()}) < len(names):
        dataset = replace(dataset, ties=_merged(dataset.ties))
    return dataset, ids


def finder_of(dataset: Dataset, names: Mapping[str, Pseudonym]) -> Finder:
    """Return what finds the names of these actors in texts."""
    rows = dataset.actors[dataset.actors["id"].isin(list(names))].to_dict("records")
    short = short_forms(dataset, set(names)) if len(rows) < len(dataset.actors) else NO_SHORT
    return Finder([{str(key): value for key, value in row.items()} for row in rows], names, short)


def _actors(dataset: Dataset, names: Mapping[str, Pseudonym]) -> pd.DataFrame:
    """Rows of the pseudonyms: type and fields, nothing else, because few more facts already tell who it is."""
    fields: dict[Pseudonym, set[str]] = defaultdict(set)
    for actor, own in unpacked(dataset.actors, "id", "kompetenzfelder"):
        if actor in names:
            fields[names[actor]] |= set(own)
    several = defaultdict(list)
    for actor, name in names.items():
        several[name].append(actor)
    rows = []
    for name in sorted(fields, key=lambda name: name.id):
        row = {column: _nothing(dataset.actors[column]) for column in dataset.actors.columns}
        row |= {"id": name.id, "name": name.name, "short_name": name.name, "type": name.type}
        rows.append(row | {"kompetenzfelder": tuple(sorted(fields[name])), "collective": len(several[name]) > 1})
    types = dataset.actors.dtypes
    return pd.DataFrame(rows, columns=dataset.actors.columns, dtype=object).astype(types.to_dict())


def _nothing(column: pd.Series) -> object:
    first = column.iloc[0] if len(column) else ""
    return {tuple: (), bool: False}.get(type(first), "" if isinstance(first, str) else None)


def _merged(ties: pd.DataFrame) -> pd.DataFrame:
    """Leave no tie among actors that became one, and make one of ties that say the same."""
    return named(_added_up(ties[ties["from_id"] != ties["to_id"]]))


def _added_up(ties: pd.DataFrame) -> pd.DataFrame:
    """One tie for all of the same ends, kind, status, certainty and kind of amount; amounts are added up.

    What only one of them says (period, note, source) is left out.
    """
    same = ["from_id", "to_id", "kind", "amount_basis", "status", "certainty"]
    rows: dict[tuple[str, ...], list[Amount | None]] = defaultdict(list)
    for key, amount in zip(unpacked(ties, *same), ties["amount_eur"].tolist(), strict=True):
        rows[key].append(amount)
    blank = dict.fromkeys(ties.columns, "")
    records = [
        blank | dict(zip(same, key, strict=True)) | {"amount_eur": total(amounts)} for key, amounts in rows.items()
    ]
    return pd.DataFrame(records, columns=ties.columns, dtype=object).astype(ties.dtypes.to_dict())
