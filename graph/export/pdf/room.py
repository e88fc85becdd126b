"""How high a picture may be, so that it stands on one page with all that explains it."""

from __future__ import annotations

from collections.abc import Iterable

from graph.export.exhibit import Exhibit
from graph.export.legend import placed
from graph.export.pictures import DrawnNetwork
from graph.export.svg.paragraph import Style, fitted
from graph.export.svg.printed import HIGH, POINTS, WIDTH

_PAGE, _LINE, _LEAST = 715.0, 493.0, 240.0  # pt of a page and of a line, px of the lowest picture
_SENTENCE, _SMALL = Style(12.5), Style(8.8)  # pt, a little more than is printed, since lines break otherwise here
_LEADING, _SPACES = 1.3, 64.0  # of lines, and pt between the parts
_LEGEND = 0.6  # pt a px of a legend: its lines are closer on paper


def room(exhibit: Exhibit, below: Iterable[str], most: float = HIGH) -> float:
    """Return the height in px that title, sentence, legend and the lines below leave for a picture.

    Parameters
    ----------
    exhibit
        What the page shows.
    below
        Lines below the picture.
    most
        Height in px at most.
    """
    used = _SPACES + _height((exhibit.title, exhibit.sentence, exhibit.annotation), _SENTENCE) + _height(below, _SMALL)
    if isinstance(exhibit.picture, DrawnNetwork):
        used += sum(placed([group], WIDTH).height for group in exhibit.picture.legend) * _LEGEND
        used += _height([exhibit.picture.note], _SMALL)
    return min(max((_PAGE - used) / POINTS, _LEAST), most)


def _height(texts: Iterable[str], style: Style) -> float:
    return sum(len(fitted(text, style, _LINE)) for text in texts) * style.size * _LEADING
