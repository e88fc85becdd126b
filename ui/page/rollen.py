"""Roles in the network: who stands where, who brokers, which groups there are, what would fall apart."""

from collections.abc import Mapping
from functools import partial

from ui import controls, pieces, view
from ui.roles import brokers, cuts, figures, groups, ranking, two_measures
from ui.tab import Tab
from views import loaded
from views.network.consortia import carrying_of
from views.roles.question import measured
from views.roles.words import reference

ANSWERS: Mapping[str, Tab] = {
    "rang": ranking,
    "streuung": two_measures,
    "bruecken": brokers,
    "gruppen": groups,
    "ausfall": cuts,
    "netz": figures,
}

seen = view.current()
t = seen.t
answer = ANSWERS[controls.tab(ANSWERS)]

pieces.heading(t("rollen.title"), f"{answer.sentence(seen)} {reference(seen)}")
carried = partial(pieces.without_carrying, seen, carrying_of(seen.part)) if seen.query.bezug != "gesamt" else None
with pieces.options(t, "answer_controls", carried=carried):
    controls.tabs(t("rollen.tab_label"), {name: t(f"rollen.tab.{name}") for name in ANSWERS})
    answer.options(seen)
    controls.choice(t, "bezug", label=t("rollen.reference"))
if len(measured(seen).actors):
    answer.show(seen)
else:
    pieces.nothing_found(seen, loaded.loosenings(seen.whole, seen.selection))
