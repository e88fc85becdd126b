"""Changes: what is new, changed, ended and removed since an earlier state of the data."""

from ui import controls, pieces, view
from ui.changes import comparison, lists, others, picture
from ui.changes.earlier import earlier

ANSWERS = {"eintraege": lists, "bild": picture, "weitere": others}

seen = view.current()
t = seen.t
found = earlier(seen)

pieces.heading(t("veraenderungen.title"), comparison.sentence(seen, found))
with pieces.options(t, "answer_controls", align="center"):
    if found:
        controls.tabs(t("veraenderungen.tab_label"), {name: t(f"veraenderungen.tab.{name}") for name in ANSWERS})
    comparison.choose(seen)
if found:
    ANSWERS[controls.tab(ANSWERS)].show(seen, found)
    comparison.notes(seen, found)
