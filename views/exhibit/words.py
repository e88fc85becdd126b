"""Words of the files, and the legend of a picture in words."""

from __future__ import annotations

from itertools import groupby

from graph.export import FORMATS, KEYS
from graph.export.pictures import LegendGroup, LegendSample
from graph.picture.drawn import Drawing
from views.language.words import Words
from views.network.legend import entry_text, title

_MEGABYTE = 1_000_000


def file_words(t: Words) -> dict[str, str]:
    """Every word that `graph.export` needs; placeholders are filled there."""
    return {key: t.entries[f"export.file.{key}"] for key in KEYS}


def format_names(t: Words) -> dict[str, str]:
    """Name of each format a person may choose, by its code."""
    return {name: t(f"export.format.{name}") for name in FORMATS}


def legend_groups(t: Words, drawing: Drawing) -> tuple[LegendGroup, ...]:
    """Return the legend of a drawing, entry by entry as on screen."""
    return tuple(
        LegendGroup(
            title(t, drawing, channel),
            tuple(
                LegendSample(entry_text(t, entry), sample) for entry in entries if (sample := entry.node or entry.line)
            ),
            channel,
        )
        for channel, entries in groupby(drawing.legend, key=lambda entry: entry.channel)
    )


def size_words(t: Words, size: int) -> str:
    """Size of a file: ``68 kB`` or ``1,8 MB``."""
    if size >= _MEGABYTE:
        return t("takeaway.megabytes", n=t.number(size / _MEGABYTE, 1))
    return t("takeaway.kilobytes", n=t.number(max(size / 1000, 1)))
