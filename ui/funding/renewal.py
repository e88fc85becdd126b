"""What remains when the money ends."""

from __future__ import annotations

import streamlit as st

from ui import charts, controls, pieces
from views.funding import renewal
from views.view import View

sentence = renewal.in_brief

_COLUMN = 480  # px a half needs
_HEIGHT = 420  # px of a table


def options(view: View) -> None:
    """Offer what partnerships are compared by."""
    controls.choice(view.t, "bleibtnach", label=view.t("foerderung.renewal.by.label"))


def show(view: View) -> None:
    """Show the curve beside its table, then which partnerships went on and which did not."""
    spec = renewal.curve(view, charts.look(view.t))
    with st.grid(2, min_column_width=_COLUMN) as halves:
        with halves.cell():
            if spec:
                charts.show(spec, key="renewal")
        with halves.cell():
            pieces.open_table(view.t, renewal.by_years(view), key="renewal_years")
            st.markdown("\n".join(f"- {note}" for note in renewal.notes(view)))
    for name, table in renewal.lists(view).items():
        pieces.open_table(view.t, table, key=f"renewal_{name}", max_height=_HEIGHT)
