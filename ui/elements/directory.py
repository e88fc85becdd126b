"""What helps in the directory: narrowing projects down beside the list, and taking its rows away in one click."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from graph.export.formats import FORMATS, PROGRAM
from ui import controls, query
from views.address.filters import LEAST_EUR, least_words
from views.address.slugs import recorded_options, slugs_of
from views.exhibit.mappe import Mappe, asked_view
from views.exhibit.order import Order, carried_out
from views.language.words import Words
from views.progress import no_progress
from views.table import Table
from views.view import View

_PAGE = "verzeichnis"
_INPUT_WIDTH = 230  # px
_FILES = {"csv": "csv.zip", "xlsx": "xlsx"}  # format -> ending of what leaves


def narrow(view: View) -> None:
    """Offer what projects are asked for most; a choice adds to the filters and lists projects."""
    t, fields = view.t, slugs_of(view.whole, "feld")
    leads = recorded_options(t, slugs_of(view.whole, "leitung"))
    amounts = {euros: least_words(t, euros) for euros in LEAST_EUR}
    with st.container(horizontal=True, key="narrow"):
        for name, choices in (("feld", fields), ("leitung", leads), ("betrag", amounts)):
            with st.container(width=_INPUT_WIDTH):
                controls.once(
                    f"narrow_{name}",
                    label=t(f"verzeichnis.narrow.{name}"),
                    options=choices,
                    placeholder=t("verzeichnis.narrow.any"),
                    take_up=partial(_take, name),
                )


def _take(name: str, value: str) -> None:
    before = getattr(query.current(), name)
    after = tuple(dict.fromkeys((*before, value))) if isinstance(before, tuple) else value
    query.change(**{name: after, "liste": "projekte"})


def files(view: View, content: Table) -> None:
    """Offer the rows on screen as files, which are made when they are asked for."""
    order = Order(Mappe(views=(asked_view(_PAGE, view.query, ""),)), "", view.t.language)
    for name, ending in _FILES.items():
        st.download_button(
            _label(view.t, name, len(content.rows)),
            data=partial(_made, view, order, name),
            file_name=f"{date.today().isoformat()}_{PROGRAM}_{view.query.liste}.{ending}",
            mime=FORMATS[name].mime if ending == name else "application/zip",
            on_click="ignore",
            icon=":material/download:",
            key=f"list_{name}",
            disabled=not content.rows,
        )


def _label(t: Words, name: str, rows: int) -> str:
    return t.count(f"verzeichnis.file.{name}", rows)


def _made(view: View, order: Order, name: str) -> bytes:
    return carried_out(replace(order, format=name), view.whole, no_progress).content
