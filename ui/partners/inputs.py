"""Who is wanted: the inputs that partner search and consortium finder share, and what the visitor set aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from ui import controls, pieces, query
from views.address.slugs import recorded_options, slugs_of
from views.language.words import plain
from views.partners.examples import Example
from views.view import View

WIDTH = 420  # px of the inputs beside the answer


def inputs(view: View, *, with_asking_actor: bool) -> None:
    """Offer fields, types and places, and who is in already."""
    t, types = view.t, slugs_of(view.whole, "suchtyp")
    controls.pick("suchfeld", label=t("vergleich.wanted.fields"), options=_plain(slugs_of(view.whole, "suchfeld")))
    controls.pick("suchtyp", label=t("vergleich.wanted.types"), options=_plain(recorded_options(t, types)))
    if with_asking_actor:
        controls.one(
            "partnervon",
            label=t("vergleich.wanted.actor"),
            options=view.actor_names,
            placeholder=t("vergleich.wanted.anyone"),
        )
    controls.several(
        "dabei", label=t("vergleich.wanted.members"), options=view.actor_names, placeholder=t("vergleich.wanted.nobody")
    )
    if with_asking_actor:
        controls.several(
            "suchort",
            label=t("vergleich.wanted.places"),
            options=slugs_of(view.whole, "suchort"),
            placeholder=t("vergleich.wanted.anywhere"),
        )


def examples(view: View, found: Iterable[Example]) -> None:
    """Offer searches to begin with where the answer will stand."""
    with st.container(key="search_results"):
        for number, example in enumerate(found):
            if not number:
                st.markdown(view.t("vergleich.examples"))
            st.button(plain(example.text), key=f"example_{number}", on_click=query.change, kwargs={**example.asked})


def set_aside(view: View) -> None:
    """List who is remembered, each to be opened or dropped, and offer to see the dismissed again."""
    t, asked = view.t, view.query
    remembered, dismissed = view.known(asked.vorgemerkt), view.known(asked.ausgeblendet)
    if not remembered and not dismissed:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="set_aside"):
        if remembered:
            st.markdown(t.count("vergleich.remembered", len(remembered)), width="content")
        for actor in remembered:
            _remembered(view, actor)
        if dismissed:
            st.button(
                t.count("vergleich.show_dismissed", len(dismissed)),
                key="show_dismissed",
                on_click=query.change,
                kwargs={"ausgeblendet": ()},
                type="tertiary",
            )


def _remembered(view: View, actor: str) -> None:
    name = plain(view.short_names[actor])
    with st.container(horizontal=True, gap=None, width="content", key=f"remembered_{actor}"):
        pieces.open_button(name, "steckbrief", key=f"open_{actor}", id=actor)
        st.button(
            "",
            key=f"forget_{actor}",
            icon=":material/close:",
            help=view.t("vergleich.forget", name=name),
            on_click=controls.drop,
            args=("vorgemerkt", actor),
        )


def _plain(options: Mapping[str, str]) -> dict[str, str]:
    return {name: plain(value) for name, value in options.items()}
