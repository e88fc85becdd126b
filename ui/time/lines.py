"""Projects on a line of time, in groups that fold."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from graph.history.activity import as_of_day
from graph.history.timeline import Timeline
from graph.picture.charts import timebars
from graph.picture.charts.timebars import group_key
from ui import charts, controls, pieces, query, sideways
from ui.time.legend import legend
from views.address.parameters import CHOICES
from views.funding.words import category, dimension
from views.language.words import plain
from views.speaking import picture_speech
from views.time import tables
from views.time import words as wording
from views.time.answer import asked_timeline
from views.time.question import ALL_FOLDED, group_name
from views.time.words import timeline_in_brief
from views.view import View

sentence = timeline_in_brief

_HEIGHT = 600  # px of the table
_MENU = 240  # px of the list of groupings


def options(view: View) -> None:
    """Offer what to group by, and which groups are open."""
    t, found = view.t, asked_timeline(view)
    names = {code: dimension(t, code) if code else t("zeitverlauf.groups.none") for code in CHOICES["ordnung"]}
    controls.menu("ordnung", label=t("zeitverlauf.groups.label"), options=names, width=_MENU)
    if found.by:
        with st.popover(t("zeitverlauf.groups.open")):
            groups = {
                group_name(group): category(picture_speech(view), found.by, group.category) for group in found.groups
            }
            controls.pick(
                "auf", label=t("zeitverlauf.groups.which"), options={key: plain(name) for key, name in groups.items()}
            )
            st.button(t("zeitverlauf.groups.fold"), key="fold", on_click=query.change, kwargs={"auf": (ALL_FOLDED,)})


def show(view: View) -> None:
    """Show the chart with its legend, the clicked project, and the table."""
    t, found = view.t, asked_timeline(view)
    words = wording.timeline_wording(picture_speech(view), found, view.part)
    with st.container(key="narrow_timeline"):  # on a phone the chart is wider than the screen
        sideways.hint(t, key="timeline_sideways")
    charts.to_choose(
        lambda start: timebars(found, words, charts.look(t), today=as_of_day(view.whole), chosen=start),
        key="timeline",
        picked=view.query.teil,
        selection="project",
        column="row",
        take_up=_take_up(found),
    )
    if view.query.teil in view.names:
        with st.container(horizontal=True, vertical_alignment="center", key="chosen_project"):
            name, when = view.names[view.query.teil], words.texts.get(view.query.teil, "")
            st.markdown(f"**{plain(name)}** {plain(when)}")
            pieces.open_button(t("netzwerk.panel.profile"), "steckbrief", key="open_chosen", id=view.query.teil)
    else:
        st.markdown(t("zeitverlauf.hint"))
    legend(t, found)
    with pieces.folded(t("netzwerk.table.heading")):
        pieces.open_table(t, tables.projects(view), key="timeline_table", max_height=_HEIGHT)


def _take_up(found: Timeline) -> Callable[[str], None]:
    """Return what a click does: a folded group opens, an open one folds, a project is chosen."""
    groups = {group_key(group): group_name(group) for group in found.groups}
    opened = tuple(group_name(group) for group in found.groups if not group.folded)

    def take_up(row: str) -> None:
        if row not in groups:
            query.change(teil=row)
            return
        changed = [name for name in opened if name != groups[row]]
        if groups[row] not in opened:
            changed.append(groups[row])
        query.change(auf=tuple(changed) or (ALL_FOLDED,), teil="")

    return take_up
