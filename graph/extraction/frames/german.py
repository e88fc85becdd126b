"""The frames of German council papers, from ``german.toml`` and ``german_nouns.toml``; a new one is an entry there."""

from __future__ import annotations

import tomllib
from pathlib import Path

from graph.extraction.frames.frame import Frame, frame

FRAMES: tuple[Frame, ...] = tuple(
    frame(**entry)
    for file in ("german.toml", "german_nouns.toml")
    for entry in tomllib.loads(Path(__file__).with_name(file).read_text(encoding="utf-8"))["frame"]
)
