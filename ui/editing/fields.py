"""One input for each kind of cell: it shows the text of a cell and writes text back, as a file would hold it."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from graph.schema import CellKind, ContractColumn
from ui import controls, widget_keys
from ui.editing import drafts
from views.editing import words as wording
from views.editing.choices import CellChoices, cell_of, choices_of, written
from views.editing.draft import EntryDraft
from views.view import View

_PAUSE = "400ms"  # without a key stroke until the reader checks what was typed
_LONG = frozenset({"description", "note", "value"})
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
    def typed_key(self) -> str:
        """Key of an input that text is typed into."""
        return widget_keys.typed(self._name, self.text)

    def key(self, value: object) -> str:
        """Key of the input, which shows this value."""
        return widget_keys.seed(self._name, value)

    def take(self, options: Container[str] | None = None) -> Callable[[], None]:
        """Return a callback that writes what was filled in, as the text of the cell.

        With ``options`` a list that reports anything else writes nothing: it shows a name that changed meanwhile.
        """

        def take() -> None:
            value = widget_keys.chosen(self._name)
            if options is None or controls.are_in(value, options):
                drafts.write(self.draft, self.column.name, written(self.column, value))

        return take

    @property
    def _name(self) -> str:
        return f"field_{self.draft.key}_{self.column.name}"


def show(field: Field) -> None:
    """Show the input of a cell."""
    cell = cell_of(field.draft, field.column)
    if choices := choices_of(field.view, field.draft, field.column):
        _choice(field, choices)
    elif field.column.name in _LONG and cell is CellKind.TEXT:
        _long(field)
    else:
        FIELDS[cell](field)


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


def _identity(field: Field) -> None:
    """Show what names the entry; others refer to it, so it stays once it is there."""
    t = field.view.t
    if field.column.name == "key":
        st.text_input(field.label, wording.fact(t, field.text), key=field.typed_key, disabled=True)
    elif field.draft.is_new:
        _line(field, t("bearbeiten.hint.id"))
    else:
        st.text_input(field.label, field.text, key=field.typed_key, disabled=True, help=t("bearbeiten.fixed_id"))


def _choice(field: Field, choices: CellChoices) -> None:
    """Show a list to search in; what is not among its options can be typed only where the cell takes new values."""
    options = choices.options
    common: dict[str, Any] = {
        "on_change": field.take(None if choices.new else options),
        "format_func": lambda option: options.get(option, option),
        "placeholder": field.view.t("bearbeiten.choose_or_type" if choices.new else "bearbeiten.choose"),
        "accept_new_options": choices.new,
    }
    if choices.several:
        key = field.key(list(choices.values))
        st.multiselect(field.label, list(options), key=key, select_all=False, **common)
    else:
        st.selectbox(field.label, list(options), index=None, key=field.key(next(iter(choices.values), None)), **common)


def _flag(field: Field) -> None:
    st.toggle(field.label, key=field.key(bool(field.text)), on_change=field.take())


# Kind of cell that is typed -> its input.
FIELDS: Mapping[CellKind, Callable[[Field], None]] = {
    CellKind.ID: _identity,
    CellKind.TEXT: _line,
    CellKind.DATE: _hinted("date"),
    CellKind.MONEY: _hinted("money"),
    CellKind.URL: _hinted("url"),
    CellKind.FLAG: _flag,
}
