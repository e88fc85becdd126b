"""Lines of text that fit a width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.export.plain import one_line
from graph.export.svg.element import Element, text_element
from graph.giving_up import ensure_wanted
from graph.graphemes import clusters
from graph.picture.breaking import JOINT, SYLLABLE
from graph.picture.labels import text_width
from graph.picture.palette import LINES

INK = LINES["light"]["ink"]
QUIET = LINES["light"]["quiet"]
LEADING = 1.3
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")  # within a word
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


@dataclass(frozen=True, slots=True)
class Style:
    """Size in px, weight and colour of text."""

    size: float
    bold: bool = False
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Piece:
    """Elements drawn from 0, 0 downwards, and the height they take in px."""

    elements: tuple[Element, ...]
    height: float


def fitted(text: str, style: Style, width: float, most: int = 100) -> list[str]:
    """Break a text into lines of at most that width in px; what is left after the last line becomes ``…``.

    The work grows with the length of the text, or with what fits the lines if that is less.

    Parameters
    ----------
    text
        The text.
    style
        Type, size and colour.
    width
        Width in px.
    most
        How many lines at most.
    """
    lines = [""]
    for part in _all_parts(text, style, width):
        ensure_wanted()
        joined = f"{lines[-1]} {part}".strip()
        if text_width(joined, style.size, bold=style.bold) <= width:
            lines[-1] = joined
        else:
            lines.append(part)
        if len(lines) > most + 1:
            break
    lines = [line for line in lines if line]
    return lines if len(lines) <= most else [*lines[: most - 1], shortened(f"{lines[most - 1]}…", style, width)]


def shortened(text: str, style: Style, width: float) -> str:
    """Cut a line so that it fits a width in px, never within a sign; ``…`` stands for what is left out.

    Parameters
    ----------
    text
        The text.
    style
        Type, size and colour.
    width
        Width in px.
    """
    if text_width(text, style.size, bold=style.bold) <= width:
        return text
    room = width - text_width("…", style.size, bold=style.bold)
    kept = []
    for sign in clusters(text.rstrip("…")):
        room -= text_width(sign, style.size, bold=style.bold)
        if room < 0:
            break
        kept.append(sign)
    return f"{''.join(kept).rstrip()}…"


def cut(text: str, style: Style, width: float, most: int) -> tuple[str, int]:
    """Return a text as long as it fits some lines, for programs that break lines by themselves, and their number.

    >>> cut("a ministry for economy and energy", Style(10), 90, 2)
    ('a ministry for economy and…', 2)

    Parameters
    ----------
    text
        The text.
    style
        Type, size and colour.
    width
        Width in px.
    most
        How many lines at most.
    """
    whole, lines = one_line(text), fitted(text, style, width, most)
    if len(fitted(text, style, width, most + 1)) <= most:
        return whole, len(lines)
    end = 0
    for sign in "".join(lines).removesuffix("…").replace(" ", ""):
        end += whole[end] == " "
        end += sign == whole[end]  # else it is a hyphen that broke a word
    return f"{whole[:end]}…", len(lines)


def softened(text: str, style: Style, width: float) -> str:
    """Return a text with soft hyphens in words that are wider than a line, for programs that break lines themselves.

    Without them such a program breaks within a word and shows no hyphen. All other words stay as they are.

    >>> softened("Die Wirtschaftsgesellschaft", Style(10), 90).replace(SOFT_HYPHEN, "|")
    'Die Wirtschafts|gesellschaft'

    Parameters
    ----------
    text
        The text.
    style
        Type and size.
    width
        Width of a line in px.
    """
    return " ".join(_softened(word, style, width) for word in text.split(" "))


def _softened(word: str, style: Style, width: float) -> str:
    made, place = "", 0
    for piece in _parts(word, style, width):
        hyphened = not word.startswith(piece, place)
        kept = piece.removesuffix("-") if hyphened else piece
        made, place = f"{made}{kept}{SOFT_HYPHEN if hyphened else ''}", place + len(kept)
    return made


def paragraph(text: str, style: Style, width: float, *, top: float = 0.0, most: int = 100) -> Piece:
    """Text broken into lines, drawn from ``top`` downwards.

    Parameters
    ----------
    text
        The text.
    style
        Type, size and colour.
    width
        Width in px.
    top
        Upper edge in px.
    most
        How many lines at most.
    """
    leading = style.size * LEADING
    lines = fitted(text, style, width, most)
    drawn = tuple(line_of_text(line, 0, top + leading * (i + 0.78), style) for i, line in enumerate(lines))
    return Piece(drawn, leading * len(lines))


def line_of_text(text: str, x: float, y: float, style: Style, anchor: str = "start") -> Element:
    """One line with its base line at y.

    Parameters
    ----------
    text
        The text.
    x
        Where the line is anchored, from the left in px.
    y
        Base line, from the top in px.
    style
        Type, size and colour.
    anchor
        Which part of the line stands at ``x``: ``start``, ``middle`` or ``end``.
    """
    made = text_element("text", text, x=x, y=y, font_size=style.size, fill=style.colour)
    if style.bold:
        made.set("font-weight", "600")
    if anchor != "start":
        made.set("text-anchor", anchor)
    return made


def _all_parts(text: str, style: Style, width: float) -> Iterator[str]:
    for word in one_line(text).split():
        yield from _parts(word, style, width)


def _parts(word: str, style: Style, width: float) -> Iterator[str]:
    """Break a word that is wider than a line: after its hyphens, else where two nouns are joined if possible."""
    if text_width(word, style.size, bold=style.bold) <= width or not _HYPHEN.search(word):
        yield from _broken(word, style, width)
        return
    line = ""
    for piece in _HYPHEN.sub("-\n", word).split("\n"):
        if line and text_width(line + piece, style.size, bold=style.bold) > width:
            yield from _broken(line, style, width)
            line = ""
        line += piece
    yield from _broken(line, style, width)


def _broken(word: str, style: Style, width: float) -> Iterator[str]:
    rest = text_width(word, style.size, bold=style.bold)
    if rest <= width:
        yield word
        return
    signs, hyphen = clusters(word), "-" if word.isalpha() else ""
    wide = [text_width(sign, style.size, bold=style.bold) for sign in signs]
    room, start = width - text_width(hyphen, style.size, bold=style.bold), 0
    while rest > width and start < len(signs) - 1:
        end, used = start + 1, wide[start]
        while end < len(signs) - 1 and used + wide[end] <= room:
            used += wide[end]
            end += 1
        end = _joint(signs, start, end) if hyphen else end
        yield f"{''.join(signs[start:end])}{hyphen}"
        rest -= sum(wide[start:end])
        start = end
    yield "".join(signs[start:])


def _joint(signs: Sequence[str], start: int, end: int) -> int:
    """Return where two nouns or syllables are joined in the second half of a part, else where it ends."""
    part = "".join(signs[start:end])
    if len(part) != end - start:
        return end
    for pattern in (JOINT, SYLLABLE):
        joints = [found.end() for found in pattern.finditer(part) if found.end() > len(part) / 2]
        if joints:
            return start + joints[-1]
    return end
