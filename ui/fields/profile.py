"""The profile of a field of competence, on a page with its own address, fit for printing."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ui import picture, pieces
from ui.elements.printing import print_button
from views.fields import profile_tables as tables
from views.fields import profile_words as words
from views.fields.question import field_ids
from views.language.words import plain
from views.view import View


def show(view: View, field: str) -> None:
    """Show what is in a field, its network with all names, and its lists."""
    t, name = view.t, view.field_slugs[field]
    pieces.heading(field, words.in_brief(view, field))
    with pieces.aside("actions"), st.container(horizontal=True, vertical_alignment="center", key="profile_actions"):
        pieces.open_button(
            t("steckbrief.in_network"), "netzwerk", key="to_network", feld=(name,), fokus="", primary=True
        )
        pieces.open_button(
            t("kompetenzfelder.tab.zusammen"), "kompetenzfelder", key="to_together", feld=(name,), reiter="zusammen"
        )
        pieces.open_button(t("steckbrief.search"), "vergleich", key="to_search", suchfeld=(name,), reiter="partner")
        print_button(t)
    if drawing := words.drawing(view, field):
        st.markdown(words.drawn_part(view, drawing, field))
        picture.arranged(words.picture_view(view, field), drawing, key="field_picture")
    for section in tables.sections(view, field):
        pieces.section(section.heading)
        st.markdown(section.lead)
        pieces.open_table(t, section.table, key=f"profile_{section.key}")


def links(view: View, fields: Sequence[str]) -> None:
    """Offer the profiles of some fields of competence; nothing for none."""
    if fields:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="fields_of_element"):
            st.markdown(f"**{view.t('steckbrief.fact.kompetenzfelder')}:**", width="content")
            for field in fields:
                key = field_ids(view)[field]
                pieces.open_button(plain(field), "steckbrief", key=f"open_{key}", id=key)
