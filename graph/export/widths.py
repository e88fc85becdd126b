"""How columns of a table share the room there is."""

from __future__ import annotations

from collections.abc import Sequence


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
