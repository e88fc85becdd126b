"""Data and methods: sources, open points, own files, column help, explanations."""

from ui import controls, datapage, parts, view
from views.data import words as wording

seen = view.current()
t = seen.t

parts.heading(t("daten.title"), wording.sentence(seen))
with parts.options(t, "answer_controls"):
    controls.tabs(t("daten.tab_label"), {name: t(f"daten.tab.{name}") for name in datapage.TABS})
datapage.TABS[controls.tab(datapage.TABS)](seen)
