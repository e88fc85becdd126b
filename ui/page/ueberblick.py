"""Landing page: four figures, questions that lead somewhere, projects per field, state of the data."""

import streamlit as st

from ui import home, pieces, view, welcome
from ui.changes import earlier
from ui.editing import access
from views.changes.states import label
from views.data import answer as data_answer
from views.elements import tables as elements
from views.funding import answer as funding_answer
from views.funding import words as money
from views.network.consortia import carrying_of
from views.news import soon
from views.overview import answer
from views.overview import words as wording
from views.speaking import speech

seen = view.current()
t = seen.t
facts = answer.overview_of(seen.part)

with pieces.aside("welcome"):
    welcome.show(seen)
with st.container(horizontal=True, vertical_alignment="bottom", key="heading"):
    with st.container():
        pieces.heading(wording.title(seen), wording.sentence(t, facts, selected=bool(seen.selection.active)))
    pieces.without_carrying(seen, carrying_of(seen.part))
with st.grid(4, min_column_width=260):
    for figure in wording.figures(t, facts, wording.carried(seen)):
        pieces.figure(*figure)

with st.grid(2, min_column_width=420) as columns:
    with columns.cell():
        pieces.section(t("ueberblick.fields.heading"))
        st.markdown(f"{wording.fields(t, facts)} {money.coverage(speech(seen), funding_answer.coverage_of(seen.part))}")
        pieces.open_table(t, elements.fields(seen, facts), key="fields")
    with columns.cell():
        with pieces.aside("questions"):
            pieces.section(t("ueberblick.question.heading"))
            home.show(seen, "ueberblick")
            questions = wording.questions(t, state := earlier.chosen(seen), label(seen, state))
            if answer.is_empty(seen.whole):
                questions = wording.beginning(t, may_edit=access.may_edit(seen.person))
            with st.grid(3, min_column_width=180):
                for question in questions:
                    pieces.card(question.title, question.text, question.page, **question.changes)
        if found := earlier.in_brief(seen):
            since, changed = found
            pieces.section(wording.news(t, since))
            st.markdown(changed)
        pieces.section(t("ueberblick.state.heading"))
        points = data_answer.open_points_of(seen.part)
        st.markdown(t.count("ueberblick.state.sentence", len(points)))
        pieces.description_list(wording.doubts(t, points))
        pieces.open_button(t("ueberblick.state.button"), "daten", key="open_points", reiter="offen")
        pieces.section(t("news.soon.heading"))
        st.markdown(f"{soon.ending_sentence(seen)} {soon.unchecked_sentence(seen)}")
        pieces.open_table(t, soon.ending(seen), key="ending_soon")
        pieces.open_table(t, soon.unchecked(seen), key="unchecked")
