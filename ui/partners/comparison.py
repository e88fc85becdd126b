"""What two or more actors share, and what each has alone."""

from __future__ import annotations

import streamlit as st

from graph.answers.comparison import Comparison
from graph.picture.arrangement import arranged_height
from graph.picture.drawn import Drawing
from ui import controls, picture, pieces, query
from ui.legend import legend
from views.language.words import plain
from views.partners import answer as partners_answer
from views.partners import comparison_tables as tables
from views.partners import comparison_words as wording
from views.partners.answer import asked_comparison
from views.partners.comparison_words import comparison_in_brief
from views.partners.question import MOST_COMPARED as MOST
from views.speaking import speech
from views.view import View

sentence = comparison_in_brief

_LIST_HEIGHT = 420  # px of the lists below the picture
_SIDE = 250  # px of the lists beside the picture


def options(view: View) -> None:
    """Offer the actors to compare."""
    pickers(view, most=MOST)


def show(view: View) -> None:
    """Show the picture between the lists, and the tables of what is shared."""
    pieces.filtered_out(view, view.query.vergleich)
    found = asked_comparison(view)
    if len(found.actors) < 2:
        examples(view)
        return
    _picture(view, found)
    for line in (*wording.beside_chance(view, found), *wording.details(speech(view), found)):
        st.markdown(line)
    for name, content in tables.shared(view, found).items():
        pieces.section(view.t.count(f"vergleich.{name}.heading", len(content.rows)))
        pieces.open_table(view.t, content, key=f"shared_{name}")
    if len(found.alone) > 2:
        with st.grid(len(found.alone), min_column_width=_SIDE) as columns:
            for alone in found.alone:
                with columns.cell():
                    pieces.open_table(
                        view.t, tables.alone(view, alone), key=f"alone_{alone.actor}", max_height=_LIST_HEIGHT
                    )


def pickers(view: View, *, most: int) -> None:
    """Offer a list for each compared actor, the swap of the first two, and one list more."""
    t, asked = view.t, view.query.vergleich
    with st.container(horizontal=True, vertical_alignment="bottom", key="compared"):
        for index in range(min(max(2, len(asked) + (len(asked) > 1)), most)):
            if index == 1:
                st.button(
                    t("vergleich.swap"),
                    key="swap",
                    icon=":material/swap_horiz:",
                    disabled=len(asked) < 2,
                    on_click=query.change,
                    kwargs={"vergleich": (*asked[1::-1], *asked[2:])},
                )
            controls.place(
                "vergleich",
                index,
                label=t("vergleich.actor.label", letter="ABCDEF"[index]) if index < 2 else t("vergleich.actor.further"),
                options=view.actor_names,
                placeholder=t("vergleich.actor.placeholder"),
            )


def examples(view: View) -> None:
    """Offer pairs to begin with."""
    pairs = partners_answer.closest_pairs_of(view.part)
    if pairs:
        st.markdown(view.t("vergleich.examples"))
    with st.container(horizontal=True):
        for a, b in pairs:
            names = view.t.names([view.short_names[a], view.short_names[b]])
            st.button(plain(names), key=f"example_{a}_{b}", on_click=query.change, kwargs={"vergleich": (a, b)})


def _picture(view: View, found: Comparison) -> None:
    """Show the picture, for two actors between the lists of what each has alone."""
    drawing = partners_answer.comparison_drawing(view.part, found)
    if len(found.alone) > 2:
        picture.arranged(view, drawing, key="shared")
    else:
        _between_lists(view, found, drawing)
    legend(view.t, drawing, note=False)


def _between_lists(view: View, found: Comparison, drawing: Drawing) -> None:
    left, right = found.alone
    height = arranged_height(drawing)
    with st.container(horizontal=True, key="beside", wrap=False):
        with st.container(key="beside_left", width=_SIDE):
            pieces.open_table(view.t, tables.alone(view, left), key="alone_left", max_height=height)
        with st.container(key="beside_middle"):
            picture.arranged(view, drawing, key="shared")
        with st.container(key="beside_right", width=_SIDE):
            pieces.open_table(view.t, tables.alone(view, right), key="alone_right", max_height=height)
