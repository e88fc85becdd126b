"""What if: the scenario in the address, its changes one by one, and the inputs that add them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from graph.answers.scenario import AddPartnership, AddProject, Change, EndProject, RemoveActor, Scenario
from graph.answers.scenario_link import LONGEST_NAME, MOST_CHANGES, from_text, to_text
from ui import controls, query
from views.language.words import plain
from views.speaking import speech
from views.view import View
from views.whatif import words as wording
from views.whatif.question import asked_scenario


def title(view: View) -> str:
    """Name of the scenario, or the question of the page."""
    return asked_scenario(view).name or view.t("wenn.title")


def show_inputs(view: View) -> None:
    """Offer the four kinds of change."""
    t = view.t
    with st.container(horizontal=True, vertical_alignment="bottom", key="changes"):
        controls.once(
            "aktor_weg",
            label=t("wenn.remove.label"),
            options=view.actor_names,
            placeholder=t("wenn.remove.placeholder"),
            take_up=lambda actor: _add(RemoveActor(actor)),
        )
        controls.once(
            "projekt_weg",
            label=t("wenn.end.label"),
            options=view.project_names,
            placeholder=t("wenn.end.placeholder"),
            take_up=lambda project: _add(EndProject(project)),
        )
        with st.popover(t("wenn.link.label")):
            _partnership(view)
        with st.popover(t("wenn.plan.label")):
            _project(view)


def show_changes(view: View) -> None:
    """List the changes, each to be taken back, and the name of the scenario."""
    t, say, scenario = view.t, speech(view), asked_scenario(view)
    if unreadable := from_text(view.query.szenario)[1]:
        st.warning(t("shell.unknown", parts=plain(", ".join(unreadable))), icon=":material/link_off:")
    if not scenario.changes:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="scenario"):
        for number, change in enumerate(scenario.changes):
            said = wording.change(say, change)
            st.button(t("filter.chip", name=said), key=f"undo_{number}", on_click=_take_back, args=(number,))
        st.button(
            t("wenn.reset"), key="reset_scenario", on_click=query.change, kwargs={"szenario": ""}, type="tertiary"
        )
        controls.text(
            "szenario_name",
            scenario.name,
            label=t("wenn.name.label"),
            placeholder=t("wenn.name.placeholder"),
            most=LONGEST_NAME,
            take_up=lambda name: _set(replace(asked_now(), name=name)),
        )
    if len(scenario.changes) >= MOST_CHANGES:
        st.markdown(t("wenn.most", n=t.number(MOST_CHANGES)))


def asked_now() -> Scenario:
    """Scenario of the address as it is when a callback runs."""
    return from_text(query.current().szenario)[0]


def _partnership(view: View) -> None:
    t = view.t
    with st.form(key="link", border=False, clear_on_submit=True):
        for name in ("link_a", "link_b"):
            _actor(view, name, t(f"wenn.link.{name[-1]}"))
        st.form_submit_button(t("wenn.add"), on_click=_add_partnership)


def _project(view: View) -> None:
    t, names = view.t, view.actor_names
    with st.form(key="plan", border=False, clear_on_submit=True):
        st.text_input(t("wenn.plan.name"), key="plan_name", max_chars=LONGEST_NAME)
        _actor(view, "plan_lead", t("wenn.plan.lead"))
        _several(t("wenn.plan.partners"), "plan_partners", names, t("wenn.plan.choose"))
        fields = {field: field for field in view.field_slugs}
        _several(t("wenn.plan.fields"), "plan_fields", fields, t("wenn.plan.choose"))
        st.form_submit_button(t("wenn.add"), on_click=_add_project)


def _actor(view: View, key: str, label: str) -> None:
    names = view.actor_names
    st.selectbox(
        label,
        list(names),
        index=None,
        key=key,
        format_func=lambda actor: names[actor],
        placeholder=view.t("wenn.remove.placeholder"),
    )


def _several(label: str, key: str, options: Mapping[str, str], placeholder: str) -> None:
    st.multiselect(
        label,
        list(options),
        key=key,
        format_func=lambda value: options[value],
        placeholder=placeholder,
        select_all=False,
    )


def _add_partnership() -> None:
    a, b = controls.filled_in("link_a", "link_b")
    if a and b:
        _add(AddPartnership(a, b))


def _add_project() -> None:
    name, lead, partners, fields = controls.filled_in("plan_name", "plan_lead", "plan_partners", "plan_fields")
    if lead or partners:
        _add(AddProject(name or "", tuple(partners or ()), lead or "", tuple(fields or ())))


def _add(change: Change) -> None:
    scenario = asked_now()
    if change not in scenario.changes:
        _set(replace(scenario, changes=(*scenario.changes, change)[:MOST_CHANGES]))


def _take_back(number: int) -> None:
    scenario = asked_now()
    _set(replace(scenario, changes=scenario.changes[:number] + scenario.changes[number + 1 :]))


def _set(scenario: Scenario) -> None:
    query.change(szenario=to_text(scenario))
