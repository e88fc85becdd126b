"""What a cell of a form can be filled in with: entries, codes and what the data say already, each in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.reading.cells import parts
from graph.schema import FACTS, CellKind, ContractColumn, fact_of
from graph.vocabulary import VOCABULARIES
from views.editing.answer import joined, told_apart, values_of
from views.editing.draft import EntryDraft
from views.editing.words import fact
from views.language.words import Words
from views.view import View

# text that mostly repeats what other entries say; something new may be typed
_SUGGESTED = frozenset({"type", "kind", "area", "location", "publisher", "label"})
_ENDS = frozenset({"from_id", "to_id"})


@dataclass(frozen=True)
class CellChoices:
    """What a cell can be filled in with.

    Attributes
    ----------
    values
        What the cell holds now, as the list shows it; several only where the cell may hold several.
    options
        Value -> words, those that the cell holds among them; no two have the same words.
    several, new
        Whether the cell may hold several values, and whether something else may be typed.
    """

    values: tuple[str, ...]
    options: Mapping[str, str]
    several: bool = False
    new: bool = False


def choices_of(view: View, draft: EntryDraft, column: ContractColumn) -> CellChoices | None:
    """Return what a cell is chosen from; nothing where it is typed, or stays as it is.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    draft
        The entry the cell belongs to.
    column
        The column of the cell.
    """
    cell, text = cell_of(draft, column), draft.shown.get(column.name, "")
    if cell is CellKind.TEXT:
        return _suggested(view, draft, column, text) if column.name in _SUGGESTED else None
    if cell is CellKind.ID:
        return _of_identity(view, draft, column, text)
    return _CHOSEN[cell](view, draft, column, text) if cell in _CHOSEN else None


def cell_of(draft: EntryDraft, column: ContractColumn) -> CellKind:
    """Say how the text of a cell is understood; what a fact on the dataset says depends on which fact it is."""
    if (draft.table, column.name) == ("about", "value"):
        return fact_of(draft.shown.get("key", "")).cell
    return column.cell


def code_options(t: Words, vocabulary: str) -> dict[str, str]:
    """Codes of a vocabulary in words."""
    return {code: code_word(t, vocabulary, code) for code in dict.fromkeys(VOCABULARIES[vocabulary].values())}


def code_word(t: Words, vocabulary: str, text: str) -> str:
    """Say a code, or a word that stands for it in the data.

    Parameters
    ----------
    t
        Words of the language.
    vocabulary
        Name in `graph.vocabulary.VOCABULARIES`.
    text
        The code or word.
    """
    term = "tie_role" if vocabulary == "tie_kind" else vocabulary
    return t.term(term, VOCABULARIES[vocabulary].get(text.casefold(), text))


def written(column: ContractColumn, value: object) -> str:
    """Return what was filled in as the text of the cell: several in a row, a fact by its name, a flag as ``ja``."""
    if isinstance(value, list | tuple):
        return joined(value)
    if isinstance(value, bool):
        return "ja" if value else ""
    if column.name == "key" and value:
        return fact_of(str(value)).name
    return "" if value is None else str(value)


def _single(text: str, options: Mapping[str, str], *, new: bool = False) -> CellChoices:
    shown = {**options, **({text: options.get(text, text)} if text else {})}
    return CellChoices((text,) if text else (), told_apart(shown), new=new)


def _several(text: str, options: Mapping[str, str], *, new: bool = False) -> CellChoices:
    values = tuple(parts(text))
    shown = {**options, **{value: options.get(value, value) for value in values}}
    return CellChoices(values, told_apart(shown), several=True, new=new)


def _suggested(view: View, draft: EntryDraft, column: ContractColumn, text: str) -> CellChoices:
    known = values_of(view, draft.table, column.name)
    return _single(text, {value: value for value in known}, new=True)


def _of_identity(view: View, draft: EntryDraft, column: ContractColumn, text: str) -> CellChoices | None:
    """Offer the ends of a tie and the project of an event; a new fact may be any that is not there yet."""
    if column.name in _ENDS:
        return _single(text, view.names)
    if column.name == "project_id":
        return _single(text, view.project_names)
    if column.name == "key" and draft.is_new:
        missing = {name: fact(view.t, name) for name in FACTS if name not in view.whole.about}
        return _single(text, missing, new=True)
    return None


def _of_code(view: View, _: EntryDraft, column: ContractColumn, text: str) -> CellChoices:
    known = VOCABULARIES[column.vocabulary]
    return _single(known.get(text.casefold(), text), code_options(view.t, column.vocabulary))


def _of_list(view: View, draft: EntryDraft, column: ContractColumn, text: str) -> CellChoices:
    # places of the region are those where somebody is
    said = "location" if draft.table == "about" else column.name
    known = (part for value in values_of(view, draft.table, said) for part in parts(value))
    return _several(text, {value: value for value in known}, new=True)


def _of_actors(view: View, _draft: EntryDraft, _column: ContractColumn, text: str) -> CellChoices:
    return _several(text, view.actor_names)


def _of_references(view: View, _draft: EntryDraft, _column: ContractColumn, text: str) -> CellChoices:
    sources = view.whole.sources
    return _several(text, dict(zip(sources["id"], sources["title"], strict=True)))


# Kind of cell -> what it is chosen from.
_CHOSEN: Mapping[CellKind, Callable[[View, EntryDraft, ContractColumn, str], CellChoices]] = {
    CellKind.CODE: _of_code,
    CellKind.LIST: _of_list,
    CellKind.ACTORS: _of_actors,
    CellKind.REFERENCE: _of_references,
}
