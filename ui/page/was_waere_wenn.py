"""What if: actors leave, projects end, partnerships and projects begin; and who would be missed most."""

from ui import parts, view
from ui.answers import consequences, scenario
from ui.editing import shelf

seen = view.current()

parts.heading(scenario.title(seen), consequences.sentence(seen))
with parts.options(seen.t, "scenario_controls", rows=True):
    scenario.show_inputs(seen)
    scenario.show_changes(seen)
shelf.views(seen, "scenario", worth=bool(seen.query.szenario))
consequences.show(seen)
consequences.ranking(seen)
