"""Who may do what: the register as a table, and the form that gives a role."""

from __future__ import annotations

import streamlit as st

from store import region, register
from store.errors import NotAllowedError
from store.people import Role
from store.register import LastAdminError, Person, UnknownPersonError
from ui import controls, login, pieces
from ui.editing import access
from views.data.rights import table
from views.language.words import Words, plain
from views.view import View

_PERSON, _ROLE = "rights_person", "rights_role"


def people(view: View) -> tuple[Person, ...]:
    """Return everybody who ever logged in; nobody for a visitor who may not know."""
    store = access.administered(view.person)
    return register.persons(store.engine, view.person) if store else ()


def sentence(view: View) -> str:
    """Say how many people have rights."""
    t, known = view.t, people(view)
    able = sum(person.role is not Role.VIEWER for person in known)
    return t.count("rechte.sentence", len(known), able=t.number(able))


def form(t: Words, known: tuple[Person, ...]) -> None:
    """Give a person a role."""
    by_key = {f"{person.issuer} {person.subject}": person for person in known}
    with st.form(key="rights"):
        st.selectbox(
            t("rechte.person"),
            list(by_key),
            index=None,
            key=_PERSON,
            format_func=lambda key: f"{by_key[key].name} ({by_key[key].subject})",
            placeholder=t("rechte.choose"),
        )
        st.segmented_control(
            t("rechte.role"),
            [str(role) for role in Role],
            key=_ROLE,
            default=str(Role.VIEWER),
            required=True,
            format_func=lambda role: t(f"login.role.{role}"),
            help=t("rechte.help"),
        )
        st.form_submit_button(t("rechte.give"), on_click=give, args=(t,), type="primary", key="give_role")


def give(t: Words) -> None:
    """Give the chosen person the chosen role, and say what came of it; for callbacks."""
    person, role = controls.filled_in(_PERSON, _ROLE)
    store = region.store_or_none()
    if not person or store is None:
        st.toast(t("rechte.nobody"), icon=":material/person_off:")
        return
    issuer, subject = str(person).split(" ", 1)
    try:
        register.give_role(store.engine, login.editor(), issuer, subject, Role(role))
        st.toast(t("rechte.given", subject=plain(subject), role=t(f"login.role.{role}")), icon=":material/check:")
    except NotAllowedError:
        st.toast(t("rechte.not_allowed"), icon=":material/block:")
    except LastAdminError:
        st.toast(t("rechte.last_admin"), icon=":material/block:")
    except UnknownPersonError:
        st.toast(t("rechte.nobody"), icon=":material/person_off:")


def show(view: View) -> None:
    """Show the register and the form."""
    known = people(view)
    form(view.t, known)
    pieces.open_table(view.t, table(view.t, known), key="people")
