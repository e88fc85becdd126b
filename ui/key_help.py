"""The key ``?``: it opens the help of the page from everywhere but a field one types into."""

from __future__ import annotations

import streamlit as st

_JS = """
const KEYS = new WeakMap();
const TYPING = "input, textarea, select, [contenteditable=true]";

export default function ({ data, parentElement }) {
  KEYS.get(parentElement)?.abort();
  const heard = new AbortController();
  KEYS.set(parentElement, heard);
  window.addEventListener("keydown", (event) => {
    const at = event.composedPath()[0];
    if (event.key !== "?" || event.ctrlKey || event.metaKey || at?.matches?.(TYPING)) return;
    document.querySelector(`.st-key-${data.opens} button`)?.click();
  }, { signal: heard.signal });
  return () => heard.abort();
}
"""
_component = st.components.v2.component("akteursnetz_key_help", js=_JS)


def listen(opens: str) -> None:
    """Let ``?`` press the button of the container with the key ``opens``."""
    with st.container(key="key_help"):
        _component(key="key_help_listener", data={"opens": opens}, height=0)
