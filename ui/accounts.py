"""Who logged in, as the provider of the login says (OpenID Connect, through Streamlit)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import streamlit as st

from store.sessions import Session

# claims that differ from login to login, the best first; a nonce is asked for by Streamlit itself
_MARKS = ("nonce", "jti", "sid", "at_hash")


def configured() -> bool:
    """Whether people log in here: the secrets of the server have a section ``[auth]``."""
    return bool(st.secrets.load_if_toml_exists()) and "auth" in st.secrets


def session() -> Session | None:
    """Return the login of this visitor, nothing for somebody who did not log in."""
    claims = st.user.to_dict()
    return session_of(claims) if claims.get("is_logged_in") else None


def session_of(claims: Mapping[str, object]) -> Session | None:
    """Return the login that claims of a provider tell of; nothing when they lack what tells logins apart.

    Parameters
    ----------
    claims
        Those of the ID token: ``iss``, ``sub``, ``iat`` and one that differs from login to login are needed.
    """
    began, mark = claims.get("iat"), next((claims[name] for name in _MARKS if claims.get(name)), None)
    if not (claims.get("iss") and claims.get("sub") and mark and isinstance(began, int | float)):
        return None
    return Session(
        issuer=str(claims["iss"]),
        subject=str(claims["sub"]),
        name=_name(claims),
        began=datetime.fromtimestamp(began, UTC),
        mark=str(mark),
    )


def _name(claims: Mapping[str, object]) -> str:
    names = (claims.get(name) for name in ("name", "preferred_username", "email"))
    return next((str(name).strip() for name in names if name), "")
