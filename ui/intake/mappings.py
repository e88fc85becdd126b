"""Mappings on the page: those of this visit as files, and their way into the store."""

from __future__ import annotations

from functools import partial

import streamlit as st

from graph.intake.mapping import ENDING
from graph.intake.recipe import Recipe, from_json
from ui.editing import access, drafts, log
from views.data.mappings import save_mapping, saved_mappings
from views.view import View


def usable(key: str) -> tuple[str, ...]:
    """Return the mappings of this visit and those saved for everybody, as JSON; the first counts."""
    return (*drafts.kept(f"{key}_mappings", ()), *saved_mappings(log.open_history()))


def use(key: str, recipe: Recipe) -> None:
    """Read with a mapping from now on; for callbacks."""
    drafts.keep(f"{key}_mappings", (recipe.to_json(), *drafts.kept(f"{key}_mappings", ())))
    drafts.keep(f"{key}_open", "")


def show(view: View, key: str) -> None:
    """Offer the mappings of this visit as files, and to save them for everybody."""
    t, held = view.t, [from_json(text) for text in drafts.kept(f"{key}_mappings", ())]
    if not held:
        return
    known, can_save = saved_mappings(log.open_history()), access.open_store(view.person) is not None
    with st.container(border=True, key=f"{key}_mappings"):
        st.markdown(t("intake.mapping.text"))
        for number, recipe in enumerate(held):
            with st.container(horizontal=True, vertical_alignment="center"):
                label, file = t("intake.mapping.download", name=recipe.name), f"{recipe.name}{ENDING}"
                name = f"{key}_mapping_{number}"
                st.download_button(label, recipe.to_json(), file, "application/json", on_click="ignore", key=name)
                if recipe.to_json() in known:
                    st.markdown(t("intake.mapping.saved"))
                elif can_save:
                    save = (partial(save_mapping, recipe),)
                    st.button(t("intake.mapping.save"), key=f"{name}_save", on_click=drafts.carry_out, args=save)
