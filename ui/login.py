"""Who is at work: the gate before the pages, the account in the bar, and the person whose name changes carry."""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime

import streamlit as st

from store import Store, StoreError, region, register, sessions
from store.people import NOBODY, Editor, Role
from store.sessions import Session
from ui import accounts, controls, query
from views import exposure
from views.language.words import Words, plain

FIRST_ADMINS_VARIABLE = "AKTEURSNETZ_ADMIN"
log = logging.getLogger("akteursnetz")

_LONGEST_NAME = 80


def editor() -> Editor:
    """Return who is at work and what they may do, asked anew each time since a role can be taken away.

    Somebody whose session has ended meanwhile may change nothing; the gate is shown with the next run.
    """
    return visitor() or NOBODY


def visitor() -> Editor | None:
    """Return who is at work; nothing for somebody who has to log in first, or while the rights cannot be read."""
    if not accounts.configured():
        return Editor("", "", query.editor_name(), exposure.role_without_login())
    session, store = accounts.session(), region.store_or_none()
    if session is None or store is None or session.is_over(datetime.now(UTC)):
        return None
    try:
        return None if sessions.is_ended(store.engine, session) else _arrived(store, session)
    except StoreError as error:
        log.error("rights: %s", error.logged)
        return None


def _arrived(store: Store, session: Session) -> Editor:
    named = os.environ.get(FIRST_ADMINS_VARIABLE, "").split()
    return register.arrive(store.engine, session.issuer, session.subject, session.name, named)


def gate(t: Words) -> None:
    """Ask a visitor to log in, and say so when an earlier session has ended."""
    st.title(t("login.title"), anchor=False)
    if not _store_answers():
        st.error(t("login.no_store"), icon=":material/database_off:")
        return
    st.markdown(t("login.ended" if accounts.session() else "login.text"))
    st.button(t("login.begin"), key="log_in", on_click=st.login, type="primary", icon=":material/login:")


def _store_answers() -> bool:
    store = region.store_or_none()
    try:
        return store is not None and store.revision >= 0
    except StoreError:
        return False


def account(t: Words, person: Editor) -> None:
    """Show in the bar who is logged in, with the way out; nothing where nobody logs in."""
    if not accounts.configured():
        return
    with st.popover(t("login.account"), key="popover_account", icon=":material/account_circle:"):
        st.markdown(t("login.as", name=plain(person.name), role=t(f"login.role.{person.role}")))
        st.markdown(t("login.subject", subject=plain(person.subject)))
        if person.role is Role.ADMIN:
            st.button(
                t("login.rights"), key="open_rights", on_click=query.go_to, args=("rechte",), kwargs={"reiter": ""}
            )
        st.button(t("login.end"), key="log_out", on_click=leave, icon=":material/logout:")


def leave() -> None:
    """End the session for every copy of its cookie, then let the browser forget it; for callbacks."""
    session, store = accounts.session(), region.store_or_none()
    if session and store:
        sessions.end(store.engine, session)
    st.logout()


def name_field(t: Words) -> None:
    """Ask for the name that the log of changes shows, where nobody logs in."""
    if not accounts.configured():
        controls.text(
            "editor_name",
            query.editor_name(),
            label=t("login.name"),
            placeholder=t("login.name"),
            most=_LONGEST_NAME,
            take_up=query.use_editor_name,
        )
