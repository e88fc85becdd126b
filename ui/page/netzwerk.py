"""Network: the picture, the details of the selected element, the legend and the table for the picture."""

from graph.picture.sides import MOST
from ui import controls, picture, pieces, view
from views import loaded
from views.address.parameters import CHOICES
from views.address.slugs import recorded_options, slug_options
from views.network import groups, maps
from views.network import picture as pictures
from views.network import words as wording

seen = view.current()
t, asked = seen.t, seen.query
drawing = pictures.drawing_of(seen)
on_map = maps.is_map(seen)
by = groups.groups_by(seen)

pieces.heading(wording.title(seen), wording.sentence(seen, drawing))
if asked.ansicht == "kooperation":
    pieces.without_carrying(seen)
with pieces.options(t, "picture_controls"):
    controls.choice(t, "ansicht", label=t("netzwerk.control.view"))
    if by is None and not on_map:
        controls.choice(t, "farbe", label=t("netzwerk.control.colour"))
        controls.choice(t, "groesse", label=t("netzwerk.control.size"))
    if asked.ansicht == "kooperation":
        controls.choice(t, "zaehlung", label=t("netzwerk.control.counting"))
        controls.toggle("gremien", label=t("netzwerk.control.membership"))
        pieces.open_button(t("netzwerk.control.matrix"), "kompetenzfelder", key="as_matrix", reiter="akteure", zelle="")
    if not asked.fokus:
        choices = ("", "ort", "kreis") if on_map else CHOICES["gruppen"]
        controls.choice(t, "gruppen", label=t("gruppen.label"), options=choices)
    in_columns = by is None and asked.ansicht == "alles" and len(drawing.nodes) <= MOST
    forms = ("netz", "spalten", "karte") if in_columns or asked.form == "spalten" else ("netz", "karte")
    controls.choice(t, "form", label=t("netzwerk.control.form"), options=forms)
    if (parts := wording.kept_parts(seen)) and not on_map:
        controls.choice(t, "zeigen", label=t("netzwerk.control.zeigen"), options=parts)
    if by is None and not on_map:
        controls.choice(t, "abpartner", label=t("netzwerk.control.abpartner"))
        if asked.ansicht == "kooperation":
            controls.choice(t, "abprojekte", label=t("netzwerk.control.abprojekte"))
        types = recorded_options(t, slug_options(seen.whole)["typ"])
        label, nobody = t("netzwerk.control.zwischen"), t("netzwerk.control.any_type")
        with pieces.list_button(f"{label}: {len(asked.zwischen)}" if asked.zwischen else label, key="between_types"):
            controls.several("zwischen", label=label, options=types, placeholder=nobody)
    if asked.rest != "blass" and by is None and not on_map:
        controls.toggle("fest", label=t("netzwerk.control.hold"), help_text=t("netzwerk.control.hold_help"))
    if asked.fokus:
        controls.choice(t, "umkreis", label=t("netzwerk.control.distance"))
        controls.leave_focus(t)

if on_map:
    picture.show_map(seen, drawing)
elif not drawing.nodes:
    pieces.nothing_found(seen, loaded.loosenings(seen.whole, seen.selection))
else:
    if by is not None:
        picture.open_groups(seen, by)
    picture.show(seen, drawing)
