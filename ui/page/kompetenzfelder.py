"""Fields of competence: gaps by type of actor, who works together, the network as a matrix, overlapping bodies."""

from collections.abc import Mapping

from ui import controls, pieces, view
from ui.fields import actor_matrix, bodies, competence_matrix, together
from ui.tab import Tab

ANSWERS: Mapping[str, Tab] = {
    "felder": competence_matrix,
    "zusammen": together,
    "akteure": actor_matrix,
    "gremien": bodies,
}

seen = view.current()
t = seen.t
shown = controls.tab(ANSWERS)
answer = ANSWERS[shown]

pieces.heading(t(f"kompetenzfelder.title.{shown}"), answer.sentence(seen))
with pieces.options(t, "answer_controls"):
    controls.tabs(t("kompetenzfelder.tab_label"), {name: t(f"kompetenzfelder.tab.{name}") for name in ANSWERS})
    answer.options(seen)
answer.show(seen)
