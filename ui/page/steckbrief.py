"""Profile of one actor, project or field of competence, on a page with its own address, fit for printing."""

import streamlit as st

from graph.vocabulary import Mode
from ui import home, picture, pieces, view
from ui.editing import links, log
from ui.elements.printing import print_button
from ui.fields import profile as fields
from views.elements import answer, surroundings
from views.elements import profile_tables as tables
from views.elements import words as wording
from views.fields.question import field_asked
from views.language.words import plain
from views.whatif import question

seen = view.current()
t = seen.t
shown = answer.profile_of(seen.whole, seen.query.id) if seen.query.id else None

if field := field_asked(seen):
    fields.show(seen, field)
elif shown is None:
    hint = t("steckbrief.unknown", id=plain(seen.query.id)) if seen.query.id else t("steckbrief.choose")
    pieces.heading(t("steckbrief.title"), hint)
    pieces.open_button(t("steckbrief.open_directory"), "verzeichnis", key="to_directory")
    pieces.examples(seen)
else:
    pieces.heading(seen.names[shown.id], wording.profile_in_brief(seen, shown))
    with pieces.aside("actions"), st.container(horizontal=True, vertical_alignment="center", key="profile_actions"):
        pieces.open_button(t("steckbrief.in_network"), "netzwerk", key="to_network", fokus=shown.id, primary=True)
        if shown.mode is Mode.ACTOR:
            pieces.open_button(
                t("steckbrief.role"), "rollen", key="to_role", reiter="", mass="betweenness", fokus=shown.id
            )
            pieces.open_button(
                t("steckbrief.compare"), "vergleich", key="to_comparison", vergleich=(shown.id,), reiter=""
            )
            pieces.open_button(
                t("steckbrief.search"), "vergleich", key="to_search", partnervon=shown.id, reiter="partner"
            )
            pieces.open_button(
                t("steckbrief.what_if"), "was_waere_wenn", key="to_what_if", szenario=question.without(shown.id)
            )
            home.show(seen, "steckbrief", shown.id)
        links.edit_element(seen, shown, key="edit_profile")
        print_button(t)
    pieces.profile_facts(t, shown, wording.facts(seen, shown, fields=False))
    fields.links(seen, shown.facts["kompetenzfelder"])
    if drawing := surroundings.drawing(seen, shown):
        pieces.section(t("steckbrief.surroundings.heading"))
        st.markdown(surroundings.sentence(seen, shown, drawing))
        picture.arranged(seen, drawing, key="surroundings")
    for section in tables.sections(seen, shown, wording.sums(t, shown.money)):
        pieces.section(section.heading)
        st.markdown(section.lead)
        pieces.open_table(t, section.table, key=f"profile_{section.key}")
    log.of_element(seen, shown)
