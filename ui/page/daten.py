"""Data and methods: sources, open points, own files, column help, explanations."""

from ui import controls, pieces, view
from ui.data import tabs
from views.data import words as wording

seen = view.current()
t = seen.t

pieces.heading(t("daten.title"), wording.sentence(seen))
with pieces.options(t, "answer_controls"):
    controls.tabs(t("daten.tab_label"), {name: t(f"daten.tab.{name}") for name in tabs.TABS})
tabs.TABS[controls.tab(tabs.TABS)](seen)
