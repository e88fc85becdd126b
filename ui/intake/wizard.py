"""The wizard for a table nobody recognises: what is a row, what does each column mean, what do words mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import streamlit as st

from graph.intake.looking import Look, Preset
from graph.intake.mapping import lacking, mapping_of
from graph.intake.recipe import Recipe
from ui.editing import drafts
from ui.intake import mappings
from views.data import wizard as wording
from views.data.intake import Intake
from views.language.words import Words, plain

_BESIDE = 3  # columns of the table in a row of the page
_MONEY = ("partner", "project")
_WORDS = 12  # of a column that are asked about


@dataclass(frozen=True, slots=True)
class _Table:
    """A table somebody is asked about; `name` begins the keys of its inputs."""

    t: Words
    name: str
    look: Look
    shape: str = ""

    def called(self, place: int) -> str:
        """Return what a column is called, safe in Markdown."""
        return plain(wording.column_words(self.t, self.look.columns[place], place))


def show(t: Words, key: str, done: Intake) -> None:
    """Ask what the first table means that is not recognised, or the one that somebody wants to read anew."""
    wanted = drafts.kept(f"{key}_open", "")
    look = next((each for each in done.looks if each.file == wanted), None)
    look = look or next(iter(done.unread), None)
    if look is None:
        return
    with st.container(border=True, key=f"{key}_wizard"):
        st.markdown(t("intake.wizard.heading", file=plain(look.file)))
        name = f"{key}_{_digest(look)}"
        shape = _shape(t, name, look)
        table = _Table(t, f"{name}_{shape}", look, shape)
        fields = _fields(table)
        words = _words(table, fields)
        money, funder = _money(table, fields)
        title = st.text_input(t("intake.mapping.title"), key=f"{name}_title", placeholder=look.file.rsplit(".", 1)[0])
        recipe = mapping_of(look, shape, fields, title=title or "", words=words, money=money, funder=funder)
        _take(t, key, recipe, lacking(shape, fields, funder))


def _digest(look: Look) -> str:
    """Return what stands for a table in the keys of its inputs."""
    headers = "\n".join(column.header for column in look.columns)
    return sha256(f"{look.file}\n{headers}".encode()).hexdigest()[:8]


def _shape(t: Words, name: str, look: Look) -> str:
    """Ask what a row is; the likely shape comes first."""
    names = {shape: wording.shape_words(t, shape) for shape in look.shapes}
    chosen = st.radio(
        t("intake.wizard.row"),
        list(names),
        key=f"{name}_shape",
        format_func=lambda shape: names[shape][0],
        captions=[example for _, example in names.values()],
    )
    return str(chosen)


def _fields(table: _Table) -> dict[int, str]:
    """Show the table column by column, and ask at each what it means."""
    t, look = table.t, table.look
    st.markdown(t("intake.wizard.columns", line=t.number(look.line)))
    presets = {preset.column: preset for preset in look.presets[table.shape]}
    chosen: dict[int, str] = {}
    for first in range(0, len(look.columns), _BESIDE):
        beside = st.columns(_BESIDE)
        for place in range(first, min(first + _BESIDE, len(look.columns))):
            with beside[place - first], st.container(border=True):
                field = _field(table, place, presets.get(place))
                if field and field not in chosen.values():
                    chosen[place] = field
    return chosen


def _field(table: _Table, place: int, preset: Preset | None) -> str:
    """Ask what a column means, beside its cells; what is only probable is to be looked at."""
    t, options = table.t, wording.fields_of(table.shape)
    likely = preset.field if preset else ""
    field = st.selectbox(
        table.called(place),
        options,
        index=options.index(likely) if likely in options else 0,
        key=f"{table.name}_{place}",
        format_func=lambda field: wording.field_words(t, field),
    )
    if preset and not preset.is_sure and field == likely:
        st.markdown(t("intake.wizard.check"))
    st.code("\n".join(wording.sample(table.look, place)), language=None, height=120)
    return str(field)


def _words(table: _Table, fields: Mapping[int, str]) -> dict[str, dict[str, str]]:
    """Ask what the words of coded columns mean."""
    said: dict[str, dict[str, str]] = {}
    for place, field in fields.items():
        codes = wording.code_options(table.shape, field)
        if not codes:
            continue
        st.markdown(table.t("intake.wizard.words", column=table.called(place)))
        with st.container(horizontal=True):
            said[field] = {
                word: _word(table, f"{place}_{number}", field, word)
                for number, word in enumerate(table.look.columns[place].words[:_WORDS])
            }
    return said


def _word(table: _Table, key: str, field: str, word: str) -> str:
    t, codes = table.t, list(wording.code_options(table.shape, field))
    chosen = st.selectbox(
        plain(word),
        codes,
        index=codes.index(wording.likely_code(t, field, word, codes)),
        key=f"{table.name}_{key}",
        format_func=lambda code: wording.code_words(t, field, code),
        width=240,
    )
    return str(chosen)


def _money(table: _Table, fields: Mapping[int, str]) -> tuple[str, str]:
    """Ask whose the amounts are, and who gives them where no column says it."""
    t, name = table.t, table.name
    if table.shape != "participation" or "amount" not in fields.values():
        return "partner", ""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        money = st.selectbox(
            t("intake.money.label"),
            _MONEY,
            key=f"{name}_money",
            format_func=lambda means: t(f"intake.money.{means}"),
            width=420,
        )
        funder = "" if "funder" in fields.values() else st.text_input(t("intake.money.funder"), key=f"{name}_funder")
    return str(money), str(funder or "")


def _take(t: Words, key: str, recipe: Recipe, missing: Sequence[str]) -> None:
    """Offer to read with what was said, or tell what is still to be said."""
    if missing:
        st.info(wording.missing_words(t, missing), icon=":material/arrow_upward:")
    st.button(
        t("intake.wizard.take"),
        key=f"{key}_wizard_take",
        type="primary",
        disabled=bool(missing),
        on_click=mappings.use,
        args=(key, recipe),
    )
