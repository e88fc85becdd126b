"""Network: the picture, the details of the selected element, the legend and the table for the picture."""

from ui import controls, picture, pieces, view
from views import loaded
from views import view as views_view
from views.network import answer as network_answer
from views.network import words as wording
from views.overview import answer

UNPROMPTED = 60  # elements drawn without asking; above, the page first asks what to look at

seen = view.current()
t, asked = seen.t, seen.query
drawing = network_answer.drawing_of(seen.whole, seen.part, views_view.scene_of(asked))

pieces.heading(wording.title(seen), wording.sentence(seen, drawing))
if asked.ansicht == "kooperation":
    pieces.without_carrying(seen)
with pieces.options(t, "picture_controls"):
    controls.choice(t, "ansicht", label=t("netzwerk.control.view"))
    controls.choice(t, "farbe", label=t("netzwerk.control.colour"))
    controls.choice(t, "groesse", label=t("netzwerk.control.size"))
    if asked.ansicht == "kooperation":
        controls.choice(t, "zaehlung", label=t("netzwerk.control.counting"))
        controls.toggle("gremien", label=t("netzwerk.control.membership"))
        pieces.open_button(t("netzwerk.control.matrix"), "kompetenzfelder", key="as_matrix", reiter="akteure", zelle="")
    if asked.rest != "blass":
        controls.toggle("fest", label=t("netzwerk.control.hold"), help_text=t("netzwerk.control.hold_help"))
    if asked.fokus:
        controls.choice(t, "umkreis", label=t("netzwerk.control.distance"))
        controls.leave_focus(t)

if not drawing.nodes:
    pieces.nothing_found(seen, loaded.loosenings(seen.whole, seen.selection))
elif len(drawing.nodes) > UNPROMPTED and not asked.fokus and not asked.ganz and not seen.selection.active:
    picture.prompt(seen, answer.overview_of(seen.part), len(drawing.nodes))
else:
    picture.show(seen, drawing)
