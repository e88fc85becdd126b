"""What if: actors leave, projects end, partnerships and projects begin; and who would be missed most."""

from ui import pieces, view
from ui.editing import saved
from ui.whatif import consequences, scenario
from views.whatif import words

seen = view.current()

pieces.heading(scenario.title(seen), words.in_brief(seen))
with pieces.options(seen.t, "scenario_controls", rows=True):
    scenario.show_inputs(seen)
    scenario.show_changes(seen)
saved.views(seen, "scenario", worth=bool(seen.query.szenario))
consequences.show(seen)
consequences.ranking(seen)
