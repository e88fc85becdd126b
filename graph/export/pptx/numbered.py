"""Names that find no place in a picture on a slide: a number stands for each, and a key has the names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from graph.export.labels import relabelled
from graph.export.pictures import DrawnNetwork
from graph.export.pptx.parts import Slide
from graph.export.pptx.texts import QUIET, SlideLine, measured, textbox
from graph.export.pptx.units import SlideBox
from graph.export.svg.paragraph import LEADING, cut, fitted
from graph.picture.drawn import Drawing, DrawnNode
from graph.picture.labels import PROJECT_FONT

NATIVE = 60  # elements up to which every one is a shape of its own, with a name or a number
LEAST = 16.0  # px of text on a slide, 12 pt
LARGER = LEAST / PROJECT_FONT  # names on slides beside those on screen: none is smaller than 12 pt
_LINE = LEAST * LEADING
_AIR = 8.0  # px between a picture and its key
_KEY_LINES = 3  # that a picture can spare; a longer key has a slide of its own
_TRIES = 4
NO_NUMBER = "[–]"
_FULL = 32  # names of a key that are written in full
_COLUMNS, _BETWEEN = 4, 24.0  # of a key on a slide of its own, and px between two


class NamedPicture(NamedTuple):
    """A drawing with the names of a slide.

    Attributes
    ----------
    drawing
        What is drawn; an element that found no place for its name has its number there.
    unnamed
        Elements without their name, in the order of their numbers.
    said
        What stands below the picture: the key, where to find it, or how many have no name; ``""`` for nothing.
    apart
        Whether the key needs a slide of its own.
    room, below
        Where the picture and what is said stand.
    """

    drawing: Drawing
    unnamed: tuple[DrawnNode, ...]
    said: str
    apart: bool
    room: SlideBox
    below: SlideBox


class _Named(NamedTuple):
    drawing: Drawing
    unnamed: tuple[DrawnNode, ...]


def named_picture(shown: DrawnNetwork, drawing: Drawing, box: SlideBox, words: Mapping[str, str]) -> NamedPicture:
    """Return a picture in which every element has its name or a number that a key explains.

    Parameters
    ----------
    shown
        The picture, which knows whether all names are wanted.
    drawing
        What is drawn of it.
    box
        Room for the picture and what is said below it, in px of the slide.
    words
        ``numbered`` heads the key, ``numbered_apart`` says that it follows, ``unnamed_one`` and ``unnamed`` count the
        elements of a large picture that have no name.
    """
    many = len(drawing.shown) > NATIVE
    for lines in range(_KEY_LINES + 1):
        made, room = _named(shown, drawing, box.without_bottom(_high(lines))), box.without_bottom(_high(lines))
        said = _count(made.unnamed, words) if many else _key(made, words)
        if _lines(said, box.width) <= lines:
            return _placed(made, said, box, room)
    said = words["numbered_apart"]
    room = box.without_bottom(_high(_lines(said, box.width)))
    return _placed(_named(shown, drawing, room), said, box, room, apart=True)


def _placed(made: _Named, said: str, box: SlideBox, room: SlideBox, *, apart: bool = False) -> NamedPicture:
    below = SlideBox(box.left, room.bottom + _AIR, box.width, box.height - room.height - _AIR)
    return NamedPicture(made.drawing, made.unnamed, said, apart, room, below)


def _named(shown: DrawnNetwork, drawing: Drawing, room: SlideBox) -> _Named:
    """Place the names, and a number for each that finds no place; one of those then may need one too."""
    if not drawing.shown:
        return _Named(drawing, ())
    numbers: dict[str, int] = {}
    for _ in range(_TRIES):
        made = _with_numbers(shown, drawing, numbers, room)
        missing = {node.id for node in made.shown if not node.label_shown}
        unnamed = tuple(node for node in drawing.shown if node.id in {*numbers, *missing})
        if len(drawing.shown) > NATIVE or missing <= numbers.keys():
            break
        numbers = {node.id: place for place, node in enumerate(unnamed, 1)}
    return _Named(made, unnamed)


def _with_numbers(shown: DrawnNetwork, drawing: Drawing, numbers: Mapping[str, int], room: SlideBox) -> Drawing:
    """Write numbers instead of some names; what an element is called stays."""
    called = {node.id: node.short_name for node in drawing.nodes}
    nodes = (replace(n, short_name=mark(numbers[n.id])) if n.id in numbers else n for n in drawing.nodes)
    asked = replace(drawing, nodes=tuple(nodes))
    made = relabelled(asked, room.width, room.height, LARGER, all_names=shown.all_names or bool(numbers), even=True)
    return replace(made, nodes=tuple(replace(node, short_name=called[node.id]) for node in made.nodes))


def mark(number: int) -> str:
    """Sign that stands for a name in the picture; a number alone would be one of ties."""
    return f"[{number}]"


def _key(made: _Named, words: Mapping[str, str]) -> str:
    names = _entries(made.drawing, [(node, node.short_name) for node in made.unnamed])
    return f"{words['numbered']} {' · '.join(names)}" if names else ""


def _entries(drawing: Drawing, names: Sequence[tuple[DrawnNode, str]]) -> list[str]:
    """Return names with their numbers, and a dash where not even a number finds a place in a full picture."""
    written = {node.id for node in drawing.shown if node.label_shown}
    return [f"{mark(n) if node.id in written else NO_NUMBER} {name}" for n, (node, name) in enumerate(names, 1)]


def _count(unnamed: Sequence[DrawnNode], words: Mapping[str, str]) -> str:
    if len(unnamed) < 2:
        return words["unnamed_one"] if unnamed else ""
    return words["unnamed"].format(n=len(unnamed))


def _lines(text: str, width: float) -> int:
    return len(fitted(text, measured(LEAST), width)) if text else 0


def _high(lines: int) -> float:
    return lines * _LINE + _AIR if lines else 0.0


def add_key(slide: Slide, made: NamedPicture, name: str) -> None:
    """Write below a picture what is said of names it does not have.

    Parameters
    ----------
    slide
        Slide that is written.
    made
        The picture.
    name
        Name in the list of shapes.
    """
    if made.said:
        textbox(slide.shapes, made.below, [SlideLine(made.said, LEAST, colour=QUIET)], name=name)


def add_names(slide: Slide, made: NamedPicture, box: SlideBox, words: Mapping[str, str]) -> None:
    """Write a key that has a slide of its own, in columns.

    Parameters
    ----------
    slide
        Slide that is written.
    made
        The picture.
    box
        Where it stands, in px of the slide.
    words
        ``numbered`` names it in the list of shapes.
    """
    unnamed = made.unnamed
    each = -(-len(unnamed) // _COLUMNS)
    wide = (box.width - _BETWEEN * (_COLUMNS - 1)) / _COLUMNS
    most = max(int(box.height / (_LINE + 4) / max(each, 1)), 1)
    full = [(node, node.name if len(unnamed) <= _FULL else node.short_name) for node in unnamed]
    short = _entries(made.drawing, [(node, node.short_name) for node in unnamed])
    both = zip(_entries(made.drawing, full), short, strict=True)
    texts = [entry_in(wide, most, whole, brief) for whole, brief in both]
    for column in range(_COLUMNS):
        lines = [SlideLine(text, LEAST, after=4) for text in texts[column * each : (column + 1) * each]]
        if lines:
            area = SlideBox(box.left + column * (wide + _BETWEEN), box.top, wide, box.height)
            textbox(slide.shapes, area, lines, name=words["numbered"])


def entry_in(width: float, lines: int, whole: str, brief: str) -> str:
    """Return an entry of a key with the full name where that finds room, else with the short one.

    Parameters
    ----------
    width
        Room in px of the slide.
    lines
        Lines that it may take.
    whole, brief
        The entry with either name.
    """
    text = whole if len(fitted(whole, measured(LEAST), width)) <= lines else brief
    return cut(text, measured(LEAST), width, lines)[0]
