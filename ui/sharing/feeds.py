"""Feeds of the store: somebody who may edit gives one to others, sees its address once, and revokes it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from store import Editor, Store
from store.feeds import give_feed, given_feeds, revoke_feed
from ui import controls
from ui.editing import access, drafts, news
from views.exhibit.mappe import LONGEST_TITLE
from views.language.words import plain
from views.news.following import address_of, followed, following
from views.view import View

_VIEW, _TITLE, _TOKEN = "feed_view", "feed_title", "feed_token"


def button(view: View, home: str) -> None:
    """Offer the dialog to those who may edit; ``home`` is where the app stands, for addresses of feeds."""
    title = view.t("news.follow.button")
    if access.may_edit(view.person) and st.button(title, icon=":material/rss_feed:", key="feeds"):
        drafts.keep(_TOKEN, "")  # it is shown once
        st.dialog(title, width="medium", icon=":material/rss_feed:")(st.fragment(_form))(view, home)


def _form(view: View, home: str) -> None:
    t, store = view.t, access.open_store(view.person)
    if store is None:
        return
    names = followed(view, store)
    st.markdown(t("news.follow.text"))
    with st.form(key="give_feed", border=False):
        st.selectbox(t("news.follow.what"), list(names), key=_VIEW, format_func=names.__getitem__)
        st.text_input(t("news.follow.title"), key=_TITLE, max_chars=LONGEST_TITLE)
        st.form_submit_button(t("news.follow.give"), on_click=partial(drafts.carry_out, _give), type="primary")
    news.show(view)
    if token := drafts.kept(_TOKEN, ""):
        st.success(t("news.follow.once"), icon=":material/key:")
        st.code(address_of(t, home, token), language=None, wrap_lines=True)
    for feed in given_feeds(store.engine):
        with st.container(horizontal=True, vertical_alignment="center", key=f"feed_{feed.id}"):
            st.markdown(plain(following(view, feed)))
            revoke = partial(drafts.carry_out, partial(_revoke, feed.id))
            st.button(t("news.follow.revoke"), key=f"revoke_{feed.id}", on_click=revoke, type="tertiary")


def _give(store: Store, editor: Editor) -> None:
    view, title = controls.filled_in(_VIEW, _TITLE)
    drafts.keep(_TOKEN, give_feed(store.engine, editor, str(title or "").strip(), str(view or "")))


def _revoke(id: str, store: Store, editor: Editor) -> None:
    revoke_feed(store.engine, editor, id)
