"""What is saved for everybody in the store: portfolios, scenarios, remembered partners; each has a link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from store import Document, Editor, Store, StoreError
from ui import filterbar, query, widget_keys
from ui.clock import local, today
from ui.editing import access, drafts, log, news
from ui.portfolio import collection
from views.address import codec
from views.editing import saved as documents
from views.editing.outcome_words import saved_document
from views.exhibit import mappe_file as file
from views.exhibit.mappe import LONGEST_TITLE, Mappe
from views.view import View

_TITLE = "shelf_title"


def views(view: View, kind: str, *, worth: bool) -> None:
    """Offer to save the view on screen for everybody, and to open a saved one.

    Parameters
    ----------
    kind
        ``scenario`` or ``partners``.
    worth
        Whether there is something to save.
    """
    address = codec.address(query.here(), **codec.encode(query.current()))
    _shelf(view, kind, worth=worth, content=lambda: address, open_it=lambda laid: query.follow(laid.content))


def portfolios(view: View, held: Mappe) -> None:
    """Offer to save the portfolio for everybody, and to open one of others."""
    _shelf(
        view,
        "mappe",
        worth=bool(held.views),
        content=lambda: file.written(held),
        open_it=_open_portfolio,
        title=held.title,
    )


def linked(view: View) -> None:
    """Show the portfolio a link leads to, with the button that opens it in place of the visitor's own."""
    t, asked = view.t, query.current().mappe
    if not asked:
        return
    laid = _document(asked)
    if laid is None:
        st.warning(t("bearbeiten.shelf.gone"), icon=":material/link_off:")
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True, key="linked_portfolio"):
        st.markdown(_about(view, laid), width=640)
        st.button(t("bearbeiten.shelf.open"), key="linked_open", type="primary", on_click=_open_portfolio, args=(laid,))
        st.button(
            t("bearbeiten.close"), key="linked_close", on_click=query.change, kwargs={"mappe": ""}, type="tertiary"
        )


def _document(id: str) -> Document | None:
    store = log.open_history()
    try:
        laid = store.get_document(id) if store else None
    except StoreError:
        return None
    return laid if laid and laid.kind == "mappe" else None


def _open_portfolio(laid: Document) -> None:
    """Put a portfolio in place of the visitor's own, which can be undone; for callbacks."""
    try:
        collection.replace_by(file.read(laid.content))
    except file.UnusableMappeError:
        return
    query.change(mappe="")
    drafts.keep("laid_mappe", (laid.id, laid.version))


def _shelf(
    view: View,
    kind: str,
    *,
    worth: bool,
    content: Callable[[], str],
    open_it: Callable[[Document], None],
    title: str = "",
) -> None:
    """Show the button that opens what is saved; nothing where there is no store."""
    store = log.open_history()
    if store is None or query.presenting():
        return
    try:
        laid = store.documents(kind)
    except StoreError:
        return
    t = view.t
    news.show(view)
    label = f"{t(f'bearbeiten.shelf.{kind}')} ({t.number(len(laid))})" if laid else t(f"bearbeiten.shelf.{kind}")
    with st.popover(label, icon=":material/inventory_2:", key=f"shelf_{kind}"):
        if access.may_edit(view.person) and worth:
            _lay_down(view, kind, content, title)
        _list(view, laid, open_it)


def _lay_down(view: View, kind: str, content: Callable[[], str], title: str) -> None:
    t, name = view.t, f"{_TITLE}_{kind}"
    with st.form(key=f"lay_{kind}", border=False):
        st.text_input(t("bearbeiten.shelf.title"), title, key=widget_keys.typed(name, title), max_chars=LONGEST_TITLE)
        st.form_submit_button(
            t("bearbeiten.shelf.lay"),
            type="primary",
            key=f"lay_now_{kind}",
            on_click=partial(_put, kind, name, content),
        )


def _put(kind: str, name: str, content: Callable[[], str]) -> None:
    """Save something, in place of what this visitor saved or opened before; for callbacks."""
    title = str(widget_keys.chosen(name) or "").strip()
    before: tuple[str, int] = drafts.kept(f"laid_{kind}", ("", 0))

    def put(store: Store, editor: Editor) -> None:
        laid = documents.laid(store, editor, kind, title=title, content=content(), before=before)
        drafts.keep(f"laid_{kind}", (laid.id, laid.version))

    if title:
        drafts.carry_out(put)


def _list(view: View, laid: Sequence[Document], open_it: Callable[[Document], None]) -> None:
    t = view.t
    if not laid:
        st.markdown(t("bearbeiten.shelf.nothing"))
    for document in laid:
        with st.container(border=True, key=f"laid_{document.id}"):
            st.markdown(_about(view, document))
            st.code(_link(view, document), language=None, wrap_lines=True)
            with st.container(horizontal=True):
                st.button(t("bearbeiten.shelf.open"), key=f"open_{document.id}", on_click=open_it, args=(document,))
                if access.may_edit(view.person):
                    st.button(
                        t("bearbeiten.shelf.drop"),
                        key=f"forget_{document.id}",
                        type="tertiary",
                        on_click=drafts.carry_out,
                        args=(partial(_drop, document.id),),
                    )


def _drop(id: str, store: Store, editor: Editor) -> None:
    store.drop_document(editor, id)


def _about(view: View, laid: Document) -> str:
    return saved_document(view.t, laid, local(laid.at), today())


def _link(view: View, laid: Document) -> str:
    """Return the full address that opens it: a portfolio by its id, a view as it was saved."""
    here = filterbar.link(view).split("?")[0]
    return f"{here}?{urlencode({'mappe': laid.id}) if laid.kind == 'mappe' else laid.content.partition('?')[2]}"
