"""The pages of the app: one line here and one file beside it make a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page and its place in the navigation; its title is ``page.<name>.title``."""

    name: str  # file in this folder; in its address hyphens stand for underscores
    landing: bool = False
    hidden: bool = False
    editing: bool = False  # in the navigation for those only who may edit
    section: str = ""  # menu it stands in, called ``page.section.<section>``; directly in the bar without one


PAGES = (
    PageEntry("ueberblick", landing=True),
    PageEntry("netzwerk"),
    PageEntry("verzeichnis"),
    PageEntry("steckbrief", hidden=True),
    PageEntry("vergleich"),
    PageEntry("mappe"),
    PageEntry("daten"),
    PageEntry("bearbeiten", editing=True),
    PageEntry("rechte", hidden=True),
    PageEntry("kompetenzfelder", section="auswertung"),
    PageEntry("rollen", section="auswertung"),
    PageEntry("foerderung", section="auswertung"),
    PageEntry("zeitverlauf", section="auswertung"),
    PageEntry("was_waere_wenn", section="auswertung"),
    PageEntry("veraenderungen", section="auswertung"),
)
