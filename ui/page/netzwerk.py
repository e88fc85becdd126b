"""Network: the picture, the details of the selected element, the legend and the table for the picture."""

from functools import partial

from graph.picture.sides import MOST
from ui import controls, home, picture, picture_options, pieces, view
from views import loaded
from views.address.parameters import CHOICES
from views.network import groups, maps
from views.network import picture as pictures
from views.network import words as wording
from views.network.consortia import carrying_shown

seen = view.current()
t, asked = seen.t, seen.query
drawing = pictures.drawing_of(seen)
on_map = maps.is_map(seen)
by = groups.groups_by(seen)

pieces.heading(wording.title(seen), wording.sentence(seen, drawing))
carrying = carrying_shown(seen, drawing) if asked.ansicht == "kooperation" else ()
carried = partial(pieces.without_carrying, seen, carrying) if carrying else None
place = pieces.options(t, "picture_controls", carried=carried)
if on_map:
    picture.show_map(seen, drawing)
elif not drawing.nodes:
    pieces.nothing_found(seen, loaded.loosenings(seen.whole, seen.selection))
else:
    picture.show(seen, drawing)

# Last, since the picture is what everybody waits for.
with place:
    controls.choice(t, "ansicht", label=t("netzwerk.control.view"))
    if not asked.fokus:
        choices = ("", "ort", "kreis") if on_map else CHOICES["gruppen"]
        controls.choice(t, "gruppen", label=t("gruppen.label"), options=choices)
    in_columns = by is None and asked.ansicht == "alles" and len(drawing.nodes) <= MOST
    forms = ("netz", "spalten", "karte") if in_columns or asked.form == "spalten" else ("netz", "karte")
    controls.choice(t, "form", label=t("netzwerk.control.form"), options=forms)
    if asked.fokus:
        controls.choice(t, "umkreis", label=t("netzwerk.control.distance"))
        controls.leave_focus(t)
    picture_options.drawn(seen)
    picture_options.narrowed(seen)
    picture_options.noted(seen)
    if not asked.fokus:
        home.show(seen, "netzwerk")
    if asked.ansicht == "kooperation":
        pieces.open_button(t("netzwerk.control.matrix"), "kompetenzfelder", key="as_matrix", reiter="akteure", zelle="")
