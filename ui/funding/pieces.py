"""Parts of the page on funding: each says its sentence and shows inputs, picture and tables."""

from __future__ import annotations

import streamlit as st

from ui import controls, pieces, query
from views.funding import tables
from views.view import View

_MOST = 420  # px of a table of fundings


def offer_top(view: View) -> None:
    """Offer how many items are shown."""
    t = view.t
    options = {n: t("foerderung.top.some", n=n) for n in ("8", "12", "20")} | {"alle": t("foerderung.top.all")}
    controls.menu("anzahl", label=t("foerderung.top.label"), options=options, width=205)


def reconciled(line: str) -> None:
    """Show the line that says that a sum is right."""
    with st.container(key="reconciled"):
        st.markdown(f"**{line}**")


def notes(left_out: str, rules: list[str]) -> None:
    """Show what a sum leaves out, and the rules by which it came about."""
    with st.container(key="notes", gap="small"):
        for note in (left_out, *rules):
            st.markdown(note)


def choose_part(part: str) -> None:
    """Show what stands behind a part of a picture; for callbacks."""
    query.change(teil=part)


def behind(view: View, line: str, names: dict[str, str], ties: tuple[str, ...]) -> None:
    """Say that a picture adds up, offer its parts in a list, and show the fundings behind the chosen one.

    Parameters
    ----------
    view
        What the page works on.
    line
        Says that the sum is right.
    names
        Name of each part by its key.
    ties
        Ids of the fundings behind the chosen part.
    """
    t, chosen = view.t, view.query.teil
    reconciled(line)
    with st.container(horizontal=True, vertical_alignment="bottom", key="part"):
        controls.one(
            "teil", label=t("foerderung.part.label"), options=names, placeholder=t("foerderung.part.placeholder")
        )
        if chosen in names:
            st.button(t("foerderung.part.close"), key="close_part", on_click=choose_part, args=("",))
    if chosen in names:
        pieces.open_table(t, tables.ties(view, ties), key="part_ties", max_height=_MOST)
