"""Landing page: four figures, questions that lead somewhere, projects per field, state of the data."""

import streamlit as st

from ui import cache, parts, view
from ui.tables import elements
from ui.wording import overview as wording

seen = view.current()
t = seen.t
facts = cache.overview_of(seen.part)

parts.heading(wording.title(seen), wording.sentence(t, facts))
with st.grid(4, min_column_width=230):
    for figure in wording.figures(t, facts):
        parts.figure(*figure)

parts.section(t("ueberblick.question.heading"))
with st.grid(len(wording.QUESTIONS), min_column_width=200):
    for name, (page, changes) in wording.QUESTIONS.items():
        parts.card(t(f"ueberblick.question.{name}.title"), t(f"ueberblick.question.{name}.text"), page, **changes)

with st.grid(2, min_column_width=420) as columns:
    with columns.cell():
        parts.section(t("ueberblick.fields.heading"))
        st.markdown(wording.fields(t, facts))
        parts.open_table(t, elements.fields(seen, facts), key="fields")
    with columns.cell():
        parts.section(t("ueberblick.state.heading"))
        points = cache.open_points_of(seen.part)
        st.markdown(t.count("ueberblick.state.sentence", len(points)))
        parts.description_list(wording.doubts(t, points))
        parts.open_button(t("ueberblick.state.button"), "daten", key="open_points", reiter="offen")
