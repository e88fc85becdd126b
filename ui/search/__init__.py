"""The search for an actor or project: a line with suggestions, the best fit first.

A list of Streamlit would put a meeting of WiRO before WiRO: it knows neither short names nor aliases, nor which of
several that fit is meant more often.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ui.component import component
from views.language.words import Words

# ids are those of the component's own tree, which no other part of the page shares
_HTML = """
<div class="an-search"><input id="sought" role="combobox" aria-autocomplete="list" aria-expanded="false"
 aria-controls="hits" autocomplete="off" spellcheck="false"><kbd aria-hidden="true"></kbd>
<ul id="hits" role="listbox" hidden></ul></div>
"""
_component = component("search", __file__, _HTML)


def show(t: Words, rows: Sequence[object], *, key: str, on_open: Callable[[], None]) -> None:
    """Show the line.

    Parameters
    ----------
    t
        Words of the visitor's language.
    rows
        What can be found, in the order in which equally good hits stand; see `views.elements.search.findable`.
    key
        Name of the line; the id chosen is the event ``open`` of this key.
    on_open
        Called when one is chosen.
    """
    _component(
        key=key,
        data={
            "entries": rows,
            "words": {name: t(f"filter.search.{name}") for name in ("label", "placeholder", "none", "key")},
            "lang": t.language,
        },
        on_open_change=on_open,
    )
