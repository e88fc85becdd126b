"""How columns of a table share the room there is."""

from __future__ import annotations

from collections.abc import Sequence

from graph.picture.labels import text_width

_HALF = 0.6  # of a text, that two lines of it need


def header_width(text: str, size: float) -> float:
    """Width that a header needs, which may be broken into two lines, but not within a word."""
    words = max((text_width(word, size) for word in text.split()), default=0.0)
    return max(words, text_width(text, size) * _HALF)


def shared_widths(needs: Sequence[float], room: float) -> list[float]:
    """Widths that fill the room: narrow columns get what they need, wide ones share the rest.

    >>> shared_widths([50, 400, 600], 450)
    [50, 200.0, 200.0]
    """
    widths = [0.0] * len(needs)
    rest, waiting = room, sorted(range(len(needs)), key=lambda place: needs[place])
    while waiting:
        share = rest / len(waiting)
        place = waiting.pop(0)
        widths[place] = min(needs[place], share)
        rest -= widths[place]
    if widths and rest > 0:
        widths[-1] += rest
    return widths
