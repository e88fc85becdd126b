"""Mappings on the page: those of this visit, those saved for everybody, and the files of both."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from graph.intake.mapping import ENDING
from graph.intake.recipe import Recipe, UnusableRecipeError, from_json
from store import Document, Editor, Store, StoreError
from ui.editing import access, drafts, log
from views.data.intake import Intake
from views.language.words import Words
from views.view import View

KIND = "mapping"  # of a document of the store


def usable(key: str) -> tuple[str, ...]:
    """Return the mappings of this visit and those saved for everybody, as JSON; the first counts."""
    mine: Sequence[str] = drafts.kept(f"{key}_mappings", ())
    return (*mine, *(each.content for each in _saved() if _is_recipe(each.content)))


def use(key: str, recipe: Recipe) -> None:
    """Read with a mapping from now on; for callbacks."""
    drafts.keep(f"{key}_mappings", (recipe.to_json(), *drafts.kept(f"{key}_mappings", ())))
    drafts.keep(f"{key}_open", "")


def reread(t: Words, key: str, done: Intake) -> None:
    """Offer to say oneself what a table means that was recognised."""
    for number, look in enumerate(done.looks):
        st.button(
            t("intake.wizard.reread", file=look.file),
            key=f"{key}_reread_{number}",
            type="tertiary",
            on_click=drafts.keep,
            args=(f"{key}_open", look.file),
        )


def show(view: View, key: str) -> None:
    """Offer the mappings of this visit as files, and to save them for everybody."""
    t = view.t
    held = [from_json(text) for text in drafts.kept(f"{key}_mappings", ())]
    if not held:
        return
    store = access.open_store(view.person)
    known = {each.content for each in _saved()}
    with st.container(border=True, key=f"{key}_mappings"):
        st.markdown(t("intake.mapping.text"))
        for number, recipe in enumerate(held):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.download_button(
                    t("intake.mapping.download", name=recipe.name),
                    recipe.to_json(),
                    file_name=f"{recipe.name}{ENDING}",
                    mime="application/json",
                    on_click="ignore",
                    key=f"{key}_mapping_{number}",
                )
                if recipe.to_json() in known:
                    st.markdown(t("intake.mapping.saved"))
                elif store is not None:
                    st.button(
                        t("intake.mapping.save"),
                        key=f"{key}_save_mapping_{number}",
                        on_click=drafts.carry_out,
                        args=(partial(_save, recipe),),
                    )


def _save(recipe: Recipe, store: Store, editor: Editor) -> None:
    """Save a mapping for everybody, in place of one of the same name."""
    before = next((each for each in store.documents(KIND) if each.title == recipe.name), None)
    id, version = (before.id, before.version) if before else ("", 0)
    store.put_document(editor, KIND, recipe.name, recipe.to_json(), id=id, version=version)


def _saved() -> tuple[Document, ...]:
    store = log.open_history()
    try:
        return store.documents(KIND) if store else ()
    except StoreError:
        return ()


def _is_recipe(text: str) -> bool:
    try:
        from_json(text)
    except UnusableRecipeError:
        return False
    return True
