"""Changes: what is new, changed, ended and removed since an earlier state of the data."""

import streamlit as st

from ui import controls, parts, view
from ui.earlier import earlier
from ui.history import comparison, lists, others, picture

ANSWERS = {"eintraege": lists, "bild": picture, "weitere": others}

seen = view.current()
t = seen.t
found = earlier(seen)

parts.heading(t("veraenderungen.title"), comparison.sentence(seen, found))
with st.container(horizontal=True, vertical_alignment="center", key="answer_controls"):
    if found:
        controls.tabs(t("veraenderungen.tab_label"), {name: t(f"veraenderungen.tab.{name}") for name in ANSWERS})
    comparison.choose(seen)
if found:
    ANSWERS[controls.tab(ANSWERS)].show(seen, found)
    comparison.notes(seen, found)
