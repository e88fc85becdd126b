"""What a person says about a translation beforehand: where to cut, and what becomes of persons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.intake.region import Region

KEEPS = ("consortium", "coordinators", "region")
PERSONS = ("collective", "leave-out")


@dataclass(frozen=True, slots=True)
class Answers:
    """Settings of a translation.

    Attributes
    ----------
    region
        Only what belongs to it is taken; everything when ``None``.
    keep
        Of projects that touch the region: all rows (``consortium``), those of the region and of coordinators
        (``coordinators``), or only those of the region (``region``).
    persons
        Private persons become one counted, collective actor without ties (``collective``) or none (``leave-out``).
    writing
        Header of a column -> decimal sign of its amounts, or ``dmy`` or ``mdy``, where nothing in the file decides.
    source_id, source_title, day
        Row of sources.csv that everything refers to; made from the recipe and the name of the file by default.
    """

    region: Region | None = None
    keep: str = "consortium"
    persons: str = "collective"
    writing: Mapping[str, str] = field(default_factory=dict)
    source_id: str = ""
    source_title: str = ""
    day: str = ""
