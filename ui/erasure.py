"""Erasing a text for good: what will happen, typed a second time, and what came of it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial

import streamlit as st

from store import Erasure, NotAllowedError, StoreError, region
from store.pattern import MARK
from store.register import LastAdminError
from ui import controls, login
from ui.editing import drafts
from views.data.disclosure import erased, remaining
from views.language.words import Words, plain

log = logging.getLogger("akteursnetz")
_CAME, _TURN = "erasure_came", "erasure_turn"
_PAUSE = "400ms"  # without a key stroke until both texts are compared
# of a refusal that means something else here than where entries are edited
_OWN_WORDS: Mapping[str, str] = {"name-taken": "auskunft.erase.two_alike"}


def turn() -> int:
    """Return the number of erasures in this session: inputs named after it begin empty with each."""
    return int(drafts.kept(_TURN, 0))


def forget() -> None:
    """Say nothing of the last erasure any more; for callbacks."""
    drafts.keep(_CAME, None)


def offer(t: Words, text: str, places: str) -> None:
    """Say what erasing means, and offer it once the text was typed a second time."""
    with st.expander(t("auskunft.erase.open"), icon=":material/delete_forever:", key="erase"):
        facts = (t(f"auskunft.erase.{name}") for name in ("parts", "no_undo", "not_reached"))
        what = t("auskunft.erase.what", text=plain(text), places=places, mark=MARK)
        st.markdown("\n".join(f"- {line}" for line in (what, *facts)))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            typed = st.text_input(t("auskunft.erase.again"), key=_again(), live=_PAUSE, autocomplete="off", width=420)
            st.button(
                t("auskunft.erase.do"),
                key="erase_now",
                type="primary",
                disabled=(typed or "").strip() != text,
                on_click=partial(_erase, text),
            )


def _again() -> str:
    return f"erase_again_{turn()}"


def _erase(text: str) -> None:
    """Erase and keep what came of it, but not the text; for callbacks."""
    (typed,) = controls.filled_in(_again())
    if (typed or "").strip() != text:  # changed in the moment of the click
        return
    came = _came_of(text)
    drafts.keep(_CAME, came)
    if isinstance(came, Erasure):
        drafts.keep(_TURN, turn() + 1)


def _came_of(text: str) -> Erasure | str:
    """Erase; return what was erased, or the key of the words that say why nothing was."""
    store = region.store_or_none()
    try:
        return store.erase(login.editor(), text) if store else "store.unreachable"
    except NotAllowedError:
        return "rechte.not_allowed"
    except LastAdminError:
        return "rechte.last_admin"
    except StoreError as fault:
        log.error("erasure: %s", fault.logged)
        return _OWN_WORDS.get(fault.code, f"store.{fault.code}")


def tell(t: Words) -> None:
    """Say what came of the last erasure; the place is always there."""
    came: Erasure | str | None = drafts.kept(_CAME)
    with st.container(key="erasure_news"):
        if isinstance(came, str):
            st.error(t(came), icon=":material/block:")
        elif came:
            st.success(erased(t, came), icon=":material/check:")
            for warning in remaining(t, came):
                st.warning(warning, icon=":material/warning:")
