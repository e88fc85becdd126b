"""Years to step and play through: slider, one back, one on, play, speed.

The browser keeps the beat and asks for the next year only when the one before has arrived, so a slow connection
slows the film down instead of skipping years. Whoever asks their device for less motion gets no film, but every step.
"""

from __future__ import annotations

from collections.abc import Callable

from ui.component import component
from views.language.words import Words

_WORDS = ("year", "back", "on", "play", "pause", "speed", "slow", "usual", "fast", "still")
_PARTS = """
<div class="an-player">
  <output class="shown"></output>
  <button class="back"></button>
  <input class="years" type="range" step="1">
  <button class="on"></button>
  <button class="play"></button>
  <select class="speed"><option value="slow"></option><option value="usual" selected></option><option value="fast">
  </option></select>
  <p class="note"></p>
</div>
"""

_component = component("player", __file__, _PARTS)


def show(t: Words, *, key: str, first: int, last: int, year: int, on_move: Callable[[], None]) -> None:
    """Show the player; call it inside ``st.fragment`` together with what shows the year.

    Parameters
    ----------
    t
        Words of the visitor's language.
    key
        Name of the player on its page.
    first, last, year
        Range of years, and the one shown.
    on_move
        Called when another year is asked for, and when playing ends; see `ui.controls.event` (``year``,
        ``playing``).
    """
    data = {"first": first, "last": last, "year": year, "words": {name: t(f"player.{name}") for name in _WORDS}}
    _component(key=key, data=data, on_year_change=on_move, on_playing_change=on_move)
