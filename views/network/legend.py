"""The legend of a picture in words."""

from __future__ import annotations

from graph.picture.drawn import Drawing, LegendEntry
from graph.picture.encoding import AMOUNT_CLASSES, ROLE_WIDTHS, UNKNOWN_AMOUNT, WEIGHT_CLASSES
from views.language.words import Words

_WIDTH_VALUES = {
    "role": set(ROLE_WIDTHS),
    "count": {name for _, name, _ in WEIGHT_CLASSES},
    "amount": {UNKNOWN_AMOUNT, *(name for _, name, _ in AMOUNT_CLASSES)},
}


def title(t: Words, drawing: Drawing, channel: str) -> str:
    """Question a visual variable answers: ``Farbe zeigt: Akteurstyp``.

    Parameters
    ----------
    t
        Words of the language.
    drawing
        The drawing.
    channel
        Visual variable: ``colour``, ``shape``, ``size``, ``width`` ...
    """
    if channel == "colour":
        return t(f"legend.colour.{drawing.colour}")
    if channel == "size":
        known = f"legend.size.{drawing.size_name}"
        return t(known) if t.has(known) else t("legend.size.other")
    if channel == "width":
        return t("legend.width.title", what=t.names(t(f"legend.width.{kind}") for kind in _width_kinds(drawing)))
    return t(f"legend.{channel}.title")


def _width_kinds(drawing: Drawing) -> list[str]:
    """Say what line widths stand for in this picture: roles, counts of projects, amounts."""
    shown = {entry.value for entry in drawing.legend if entry.channel == "width"}
    return [kind for kind, values in _WIDTH_VALUES.items() if shown & values]


def entry_name(t: Words, entry: LegendEntry) -> str:
    """Words for one entry; values of the data stand for themselves, types and kinds that are known in the language."""
    if entry.channel == "shape":
        return t(f"legend.shape.{entry.value}")
    if entry.channel == "fill":
        return t.term("status", entry.value)
    if entry.channel == "line" and entry.line:
        return t(f"legend.line.{entry.line.line}.{entry.value}")
    if entry.channel == "width":
        return _width_name(t, entry)
    if entry.channel == "size":
        return t.number(float(entry.value), 0 if float(entry.value).is_integer() else 2)
    return t.recorded(entry.value) if entry.channel == "colour" else entry.value


def _width_name(t: Words, entry: LegendEntry) -> str:
    """Words for a width; of lines that a change removes or adds they say so, since others are as wide."""
    known = f"legend.width.{entry.value}"
    name = t(known) if t.has(known) else t.term("tie_role", entry.value)
    changed = f"legend.width.of_{entry.line.line}" if entry.line else ""
    return t(changed, what=name) if t.has(changed) else name


def entry_text(t: Words, entry: LegendEntry) -> str:
    """Name of an entry and how often it occurs."""
    name = entry_name(t, entry)
    return t("legend.entry", name=name, n=t.number(entry.count)) if entry.count else name
