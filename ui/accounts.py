"""Who logged in, as the provider of the login says (OpenID Connect, through Streamlit)."""

from __future__ import annotations

import streamlit as st

from store.people import Role
from store.sessions import Session, session_of
from views.exposure import role_without_login


def configured() -> bool:
    """Whether people log in here: the secrets of the server have a section ``[auth]``."""
    return bool(st.secrets.load_if_toml_exists()) and "auth" in st.secrets


def is_open() -> bool:
    """Whether people from elsewhere may come: because they log in, or because the operator wants it so."""
    return role_without_login() is not Role.ADMIN or configured()


def session() -> Session | None:
    """Return the login of this visitor, nothing for somebody who did not log in."""
    claims = st.user.to_dict()
    return session_of(claims) if claims.get("is_logged_in") else None
