"""Comparison: what actors share, how they are connected, who could join in, who covers what is needed."""

from ui import controls, parts, view
from ui.answers import chain, common_ground, consortium, partner_search
from ui.editing import shelf

ANSWERS = {
    "gemeinsam": common_ground,
    "verbindung": chain,
    "partner": partner_search,
    "konsortium": consortium,
}

seen = view.current()
t = seen.t
answer = ANSWERS[controls.tab(ANSWERS)]

parts.heading(t("vergleich.title"), answer.sentence(seen))
with parts.options(t, "comparison_controls", rows=True):
    controls.tabs(t("vergleich.tab_label"), {name: t(f"vergleich.tab.{name}") for name in ANSWERS})
    answer.options(seen)
if answer is partner_search:
    shelf.views(seen, "partners", worth=bool(seen.query.vorgemerkt))
answer.show(seen)
