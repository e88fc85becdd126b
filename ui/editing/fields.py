"""One input for each kind of cell: it shows the text of a cell and writes text back, as a file would hold it."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from graph.reading.cells import parts
from graph.schema import FACTS, CellKind, ContractColumn, fact_of
from graph.vocabulary import VOCABULARIES
from ui import controls, widget_keys
from ui.editing import drafts
from views.editing import words as wording
from views.editing.answer import joined, told_apart, values_of
from views.editing.draft import EntryDraft
from views.view import View

_PAUSE = "400ms"  # without a key stroke until the reader checks what was typed
_LONG = frozenset({"description", "note", "value"})
# text that mostly repeats what other entries say; something new may be typed
_SUGGESTED = frozenset({"type", "kind", "area", "location", "publisher", "label"})
_LONG_HEIGHT = 110


@dataclass(frozen=True)
class Field:
    """One cell of a draft to fill in."""

    view: View
    draft: EntryDraft
    column: ContractColumn

    @property
    def text(self) -> str:
        """What the cell holds."""
        return self.draft.shown.get(self.column.name, "")

    @property
    def label(self) -> str:
        """Name of the column; what has to be there is marked."""
        name = wording.column(self.view.t, self.draft.table, self.column.name)
        return f"{name} *" if self.column.required else name

    @property
    def cell(self) -> CellKind:
        """How the text is understood; what a fact on the dataset says depends on which fact it is."""
        if (self.draft.table, self.column.name) == ("about", "value"):
            return fact_of(self.draft.shown.get("key", "")).cell
        return self.column.cell

    @property
    def typed_key(self) -> str:
        """Key of an input that text is typed into."""
        return widget_keys.typed(self._name, self.text)

    def key(self, value: object) -> str:
        """Key of the input, which shows this value."""
        return widget_keys.seed(self._name, value)

    def take(self, written: Callable[[Any], str] = str, options: Container[str] | None = None) -> Callable[[], None]:
        """Return a callback that writes what was filled in, as the text of the cell.

        With ``options`` a list that reports anything else writes nothing: it shows a name that changed meanwhile.
        """

        def take() -> None:
            value = widget_keys.chosen(self._name)
            if options is not None and not controls.are_in(value, options):
                return
            drafts.write(self.draft, self.column.name, "" if value is None else written(value))

        return take

    @property
    def _name(self) -> str:
        return f"field_{self.draft.key}_{self.column.name}"


def show(field: Field) -> None:
    """Show the input of a cell."""
    if field.column.name in _SUGGESTED and field.cell is CellKind.TEXT:
        _suggested(field)
    elif field.column.name in _LONG and field.cell is CellKind.TEXT:
        _long(field)
    else:
        FIELDS[field.cell](field)


def _line(field: Field, placeholder: str = "") -> None:
    st.text_input(
        field.label,
        field.text,
        key=field.typed_key,
        on_change=field.take(),
        live=_PAUSE,
        placeholder=placeholder or None,
    )


def committed(field: Field) -> None:
    """Show a line of text that counts when Enter is pressed or the cursor leaves it."""
    st.text_input(field.label, field.text, key=field.typed_key, on_change=field.take())


def _long(field: Field) -> None:
    st.text_area(field.label, field.text, key=field.typed_key, on_change=field.take(), height=_LONG_HEIGHT)


def _hinted(hint: str) -> Callable[[Field], None]:
    def show(field: Field) -> None:
        _line(field, field.view.t(f"bearbeiten.hint.{hint}"))

    return show


def _suggested(field: Field) -> None:
    known = values_of(field.view, field.draft.table, field.column.name)
    _choice(field, field.text or None, {value: value for value in known}, str, new=True)


def _identity(field: Field) -> None:
    """Show what names the entry; others refer to it, so it stays once it is there."""
    if field.column.name in ("from_id", "to_id"):
        _choice(field, field.text or None, field.view.names, str)
    elif field.column.name == "project_id":
        _choice(field, field.text or None, field.view.project_names, str)
    elif field.column.name == "key":
        _fact(field)
    elif field.draft.is_new:
        _line(field, field.view.t("bearbeiten.hint.id"))
    else:
        st.text_input(
            field.label, field.text, key=field.typed_key, disabled=True, help=field.view.t("bearbeiten.fixed_id")
        )


def _fact(field: Field) -> None:
    """Show which fact on the dataset it is; a new one may be any that is not there yet, or one of its own."""
    t, said = field.view.t, field.view.whole.about
    if field.draft.is_new:
        missing = {name: wording.fact(t, name) for name in FACTS if name not in said}
        _choice(field, field.text or None, missing, lambda key: fact_of(str(key)).name, new=True)
    else:
        st.text_input(field.label, wording.fact(t, field.text), key=field.typed_key, disabled=True)


def _code(field: Field) -> None:
    vocabulary, t = field.column.vocabulary, field.view.t
    codes = dict.fromkeys(VOCABULARIES[vocabulary].values())
    term = "tie_role" if vocabulary == "tie_kind" else vocabulary
    now = VOCABULARIES[vocabulary].get(field.text.casefold(), field.text) or None
    _choice(field, now, {code: t.term(term, code) for code in codes}, str)


def _choice(
    field: Field,
    value: str | None,
    options: Mapping[str, str],
    written: Callable[[Any], str],
    *,
    new: bool = False,
) -> None:
    shown = told_apart({**options, **({value: options.get(value, value)} if value else {})})
    st.selectbox(
        field.label,
        list(shown),
        index=None,
        key=field.key(value),
        on_change=field.take(written, None if new else shown),
        format_func=lambda option: shown.get(option, option),
        placeholder=field.view.t("bearbeiten.choose_or_type" if new else "bearbeiten.choose"),
        accept_new_options=new,
    )


def _several(field: Field, options: Mapping[str, str], *, new: bool) -> None:
    values = list(parts(field.text))
    shown = told_apart({**options, **{value: options.get(value, value) for value in values}})
    st.multiselect(
        field.label,
        list(shown),
        key=field.key(values),
        on_change=field.take(joined, None if new else shown),
        format_func=lambda option: shown.get(option, option),
        placeholder=field.view.t("bearbeiten.choose_or_type" if new else "bearbeiten.choose"),
        accept_new_options=new,
        select_all=False,
    )


def _list(field: Field) -> None:
    # places of the region are those where somebody is
    column = "location" if field.draft.table == "about" else field.column.name
    known = (part for value in values_of(field.view, field.draft.table, column) for part in parts(value))
    _several(field, {value: value for value in known}, new=True)


def _actors(field: Field) -> None:
    _several(field, field.view.actor_names, new=False)


def _references(field: Field) -> None:
    sources = field.view.whole.sources
    _several(field, dict(zip(sources["id"], sources["title"], strict=True)), new=False)


def _flag(field: Field) -> None:
    st.toggle(
        field.label,
        key=field.key(bool(field.text)),
        on_change=field.take(lambda on: "ja" if on else ""),
    )


# Kind of cell -> its input.
FIELDS: Mapping[CellKind, Callable[[Field], None]] = {
    CellKind.ID: _identity,
    CellKind.TEXT: _line,
    CellKind.LIST: _list,
    CellKind.ACTORS: _actors,
    CellKind.DATE: _hinted("date"),
    CellKind.MONEY: _hinted("money"),
    CellKind.CODE: _code,
    CellKind.URL: _hinted("url"),
    CellKind.REFERENCE: _references,
    CellKind.FLAG: _flag,
}
