"""The wizard for a table nobody recognises: what is a row, what does each column mean, what do words mean."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from graph.intake.mapping import lacking, mapping_of
from ui.editing import drafts
from ui.intake import mappings
from views.data import wizard as wording
from views.data.first_rows import first_rows
from views.data.intake import Intake
from views.data.wizard import Asking
from views.language.words import Words, plain

_BESIDE = 3  # columns of the table in a row of the page


def show(t: Words, key: str, done: Intake) -> None:
    """Ask what the first table means that is not recognised, or the one that somebody wants to read anew."""
    look = done.asked_about(drafts.kept(f"{key}_open", ""))
    if look is None:
        return
    name = f"{key}_{wording.digest(look)}"
    with st.container(border=True, key=f"{key}_wizard"):
        st.markdown(t("intake.wizard.heading", file=plain(look.file)))
        names = {shape: wording.shape_words(t, shape) for shape in look.shapes}
        examples, label = [example for _, example in names.values()], t("intake.wizard.row")
        shape = st.radio(
            label, list(names), key=f"{name}_shape", format_func=lambda each: names[each][0], captions=examples
        )
        asking = Asking(t, look, str(shape))
        fields = _fields(asking, f"{name}_{shape}")
        words = _words(asking, f"{name}_{shape}", fields)
        money, funder = _money(asking, f"{name}_{shape}", fields)
        title = st.text_input(t("intake.mapping.title"), key=f"{name}_title", placeholder=wording.stem(look)) or ""
        recipe = mapping_of(look, asking.shape, fields, title=title, words=words, money=money, funder=funder)
        if missing := lacking(asking.shape, fields, funder):
            st.info(wording.missing_words(t, missing), icon=":material/arrow_upward:")
        else:
            st.markdown(first_rows(t, look, recipe))
        st.button(
            t("intake.wizard.take"),
            key=f"{key}_wizard_take",
            type="primary",
            disabled=bool(missing),
            on_click=mappings.use,
            args=(key, recipe),
        )


def _fields(asking: Asking, name: str) -> dict[int, str]:
    """Show the table column by column with its first cells, and ask at each what it means."""
    t = asking.t
    st.markdown(t("intake.wizard.columns", line=t.number(asking.look.line)))
    beside, chosen = st.columns(_BESIDE), dict[int, str]()
    for place, (label, options, likely, is_sure, cells) in enumerate(asking.columns()):
        beside = st.columns(_BESIDE) if place and place % _BESIDE == 0 else beside
        with beside[place % _BESIDE], st.container(border=True):
            field = st.selectbox(
                label, list(options), index=likely, key=f"{name}_{place}", format_func=options.__getitem__
            )
            if likely and not is_sure and field == list(options)[likely]:
                st.markdown(t("intake.wizard.check"))
            st.code(cells, language=None, height=120)
        if field and field not in chosen.values():
            chosen[place] = str(field)
    return chosen


def _words(asking: Asking, name: str, fields: Mapping[int, str]) -> dict[str, dict[str, str]]:
    """Ask what the words of coded columns mean."""
    said: dict[str, dict[str, str]] = {}
    for place, field, label, options, words in asking.coded(fields):
        st.markdown(label)
        with st.container(horizontal=True):
            for number, (word, likely) in enumerate(words.items()):
                key, names = f"{name}_{place}_{number}", options.__getitem__
                code = st.selectbox(plain(word), list(options), index=likely, key=key, format_func=names, width=240)
                said.setdefault(field, {})[word] = str(code)
    return said


def _money(asking: Asking, name: str, fields: Mapping[int, str]) -> tuple[str, str]:
    """Ask whose the amounts are, and who gives them where no column says it."""
    t, options = asking.t, asking.money(fields)
    if not options:
        return "partner", ""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        label, names = t("intake.money.label"), options.__getitem__
        money = st.selectbox(label, list(options), key=f"{name}_money", format_func=names, width=420)
        funder = "" if "funder" in fields.values() else st.text_input(t("intake.money.funder"), key=f"{name}_funder")
    return str(money), str(funder or "")
