"""Time: projects on a line, the network year by year, and how its figures developed."""

from collections.abc import Mapping

import streamlit as st

from ui import controls, pieces, view
from ui.tab import Tab
from ui.time import film, lines, panels, trend
from views import loaded
from views.network.few import few_said
from views.time.answer import carrying_in_years
from views.time.words import years_carried

ANSWERS: Mapping[str, Tab] = {"projekte": lines, "netz": film, "jahre": panels, "entwicklung": trend}

seen = view.current()
t = seen.t
answer = ANSWERS[controls.tab(ANSWERS)]

pieces.heading(t("zeitverlauf.title"), answer.sentence(seen))
if answer is not lines and (carrying := carrying_in_years(seen)):
    st.markdown(years_carried(seen, carrying))
    pieces.without_carrying(seen, carrying)
for said in few_said(seen) if answer in (film, panels) else ():
    st.markdown(said)
with pieces.options(t, "answer_controls", align="center"):
    controls.tabs(t("zeitverlauf.tab_label"), {name: t(f"zeitverlauf.tab.{name}") for name in ANSWERS})
    answer.options(seen)
if len(seen.part.projects):
    answer.show(seen)
else:
    pieces.nothing_found(seen, loaded.loosenings(seen.whole, seen.selection))
