"""A file in the making: how far it is, a button to give it up, and at last the button that downloads it."""

from __future__ import annotations

import streamlit as st

from graph.export.formats import File
from ui import controls
from ui.component import component
from views.exhibit.words import size_words
from views.language.words import Words, plain
from views.making import Making

_glance = component("waiting", __file__, "<span></span>")  # a look at a file in the making; between two, clicks count
_PATIENCE = 0.3  # seconds a file may take before there is a word about progress


def offer(t: Words, part: str, making: Making) -> None:
    """Show how far a file is, then offer it; when there is none, say why.

    Parameters
    ----------
    t
        Words of the language.
    part
        Key of the fragment this is called in, and of the input in it that asked for the file and is emptied when it is
        given up.
    making
        How the file is made.
    """
    st.fragment(_shown)(t, part, making, _PATIENCE)


def _shown(t: Words, part: str, making: Making, patience: float) -> None:
    job = controls.job(part, making.key, making.make)
    try:
        file = job.wait(patience)
    except making.refusals as error:
        st.error(plain(making.why_not(error)), icon=":material/draft:")
        return
    if file:
        _download(t, making.name, file)
    else:
        st.progress(job.share, making.says(job.done, job.of))
        st.button(t("takeaway.cancel"), key=f"{part}_cancel", on_click=_give_up, args=(part,))
        _glance(key=f"{part}_glance", on_asked_change=lambda: None, height=0)


def _give_up(part: str) -> None:
    controls.end_job(part)
    st.rerun(part)


def _download(t: Words, name: str, file: File) -> None:
    st.download_button(
        t("takeaway.download", name=name, size=size_words(t, len(file.content))),
        data=file.content,
        file_name=file.name,
        mime=file.mime,
        on_click="ignore",
        type="primary",
        icon=":material/download:",
        key="takeaway_download",
    )
    st.markdown(t("takeaway.file", name=plain(file.name)))
