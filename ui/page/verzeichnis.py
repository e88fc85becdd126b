"""Directory: all actors or projects that fit the filters."""

from ui import controls, pieces, view
from ui.editing import links
from ui.elements import directory
from views import loaded
from views.elements import tables as elements

seen = view.current()
t = seen.t
listed = seen.query.liste
build = {"akteure": elements.actors, "projekte": elements.projects}[listed]
content = build(seen)

pieces.heading(t("verzeichnis.title"), t.count(f"verzeichnis.sentence.{listed}", len(content.rows)))
with pieces.options(t, "list_controls"):
    controls.choice(t, "liste", label=t("verzeichnis.switch"))
    pieces.open_button(
        t("verzeichnis.show_in_network"), "netzwerk", key="to_network", ansicht="alles", fokus="", ganz="ja"
    )
    directory.files(seen, content)
    links.new_element(seen, listed)
with pieces.aside("narrow"):
    directory.narrow(seen)
if content.rows:
    pieces.open_table(t, content, key=f"list_{listed}")
else:
    pieces.nothing_found(seen, loaded.loosenings(seen.whole, seen.selection))
