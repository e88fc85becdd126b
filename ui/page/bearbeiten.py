"""Editing together: the form of an entry, a new project, whole tables, files, duplicates."""

from ui import controls, login, pieces, view
from ui.editing import workplace

seen = view.current()
t = seen.t

pieces.heading(t("bearbeiten.title"), workplace.sentence(seen))
with pieces.options(t, "answer_controls"):
    controls.tabs(t("bearbeiten.tab_label"), {name: t(f"bearbeiten.tab.{name}") for name in workplace.PARTS})
    login.name_field(t)
workplace.show(seen)
