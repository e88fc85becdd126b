"""Comparison: what actors share, how they are connected, who could join in, who covers what is needed."""

from collections.abc import Mapping

from ui import controls, pieces, view
from ui.editing import saved
from ui.partners import candidates, chains, comparison, consortium, seldom
from ui.tab import Tab

ANSWERS: Mapping[str, Tab] = {
    "gemeinsam": comparison,
    "verbindung": chains,
    "partner": candidates,
    "konsortium": consortium,
    "selten": seldom,
}

seen = view.current()
t = seen.t
answer = ANSWERS[controls.tab(ANSWERS)]

pieces.heading(t("vergleich.title"), answer.sentence(seen))
with pieces.options(t, "comparison_controls", rows=True):
    controls.tabs(t("vergleich.tab_label"), {name: t(f"vergleich.tab.{name}") for name in ANSWERS})
    answer.options(seen)
if answer is candidates:
    saved.views(seen, "partners", worth=bool(seen.query.vorgemerkt))
answer.show(seen)
