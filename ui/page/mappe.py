"""Portfolio: the views that were collected, in their order, and what can be done with them."""

import streamlit as st

from ui import pieces, view
from ui.editing import saved
from ui.export.actions import app_address
from ui.export.report import report_button
from ui.portfolio import collection, listing, toolbar

seen = view.current()
t = seen.t
held = collection.current()

pieces.heading(held.title or t("mappe.heading"), t.count("mappe.sentence", len(held.views)))
saved.linked(seen)
report_button(seen, app_address())
toolbar.bar(seen, held)
saved.portfolios(seen, held)
if held.views:
    listing.show(seen, held)
else:
    st.info(t("mappe.nothing"), icon=":material/collections_bookmark:")
    pieces.examples(seen)
