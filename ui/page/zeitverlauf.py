"""Time: projects on a line, the network year by year, and how its figures developed."""

from ui import controls, pieces, view
from ui.time import film, lines, panels, trend
from views import loaded

ANSWERS = {"projekte": lines, "netz": film, "jahre": panels, "entwicklung": trend}

seen = view.current()
t = seen.t
answer = ANSWERS[controls.tab(ANSWERS)]

pieces.heading(t("zeitverlauf.title"), answer.sentence(seen))
with pieces.options(t, "answer_controls", align="center"):
    controls.tabs(t("zeitverlauf.tab_label"), {name: t(f"zeitverlauf.tab.{name}") for name in ANSWERS})
    answer.options(seen)
if len(seen.part.projects):
    answer.show(seen)
else:
    pieces.nothing_found(seen, loaded.loosenings(seen.whole, seen.selection))
