"""Funding: where the money goes, how it is spread, whether the sum is right, and what ends soon."""

from collections.abc import Mapping

from ui import controls, pieces, view
from ui.funding import bars, cliff, flow, renewal, sheet
from ui.tab import Tab
from views import loaded

ANSWERS: Mapping[str, Tab] = {"fluss": flow, "balken": bars, "tabelle": sheet, "klippe": cliff, "bleibt": renewal}

seen = view.current()
t = seen.t
answer = ANSWERS[controls.tab(ANSWERS)]

pieces.heading(t("foerderung.title"), answer.sentence(seen))
with pieces.options(t, "answer_controls", align="center"):
    controls.tabs(t("foerderung.tab_label"), {name: t(f"foerderung.tab.{name}") for name in ANSWERS})
    answer.options(seen)
if (seen.part.ties["kind"] == "funds").any():
    answer.show(seen)
else:
    pieces.nothing_found(seen, loaded.loosenings(seen.whole, seen.selection))
