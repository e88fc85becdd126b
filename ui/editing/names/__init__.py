"""A line to type one name after the other into: suggestions, Enter takes one, the cursor stays for the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ui.component import component
from ui.editing import drafts

# ids are those of the component's own tree, which no other part of the page shares
_HTML = """
<div class="names"><label for="typed"></label>
<input id="typed" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="found"
 autocomplete="off">
<ul id="found" role="listbox" aria-labelledby="typed" hidden></ul></div>
"""
_component = component("names", __file__, _HTML)

Taken = Callable[[Sequence[tuple[str, str]]], None]


def show(
    *,
    key: str,
    options: Mapping[str, str],
    label: str,
    placeholder: str,
    create: str,
    after: str,
    turn: str,
    take_up: Taken,
) -> None:
    """Show the line.

    Parameters
    ----------
    options
        Id -> name.
    create
        Words for taking a name that nobody has, with ``{name}`` for it.
    after, turn
        Key of the input before this line; the cursor comes from there when ``turn`` becomes another text.
    take_up
        Called with the names that were taken, as pairs of id and name; the id of a new name is ``""``.
    """

    def hear() -> None:
        take_up([(str(id), str(name)) for id, name in drafts.heard(key)])

    _component(
        key=key,
        data={
            "options": list(options.items()),
            "label": label,
            "placeholder": placeholder,
            "create": create,
            "after": after,
            "turn": turn,
            "heard": drafts.last_heard(key),
        },
        on_queue_change=hear,
    )
