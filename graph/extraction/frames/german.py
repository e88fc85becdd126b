"""The frames of German council papers, from ``german.toml``; a new one is an entry there."""

from __future__ import annotations

import tomllib
from pathlib import Path

from graph.extraction.frames.frame import Frame, frame

FRAMES: tuple[Frame, ...] = tuple(
    frame(**entry)
    for entry in tomllib.loads(Path(__file__).with_name("german.toml").read_text(encoding="utf-8"))["frame"]
)
