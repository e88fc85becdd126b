"""Projects that a list names below a line that says so: "Folgende Vorhaben bewerben sich: - Kiosk am Au (Stadt Au)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

# items below "Folgende Vorhaben bewerben sich:", up to the bracket with who carries them out, a dash or a sum
_OF_PROJECTS = re.compile(
    r"\b(?:Vorhaben|Projekte|Maßnahmen|Kleinprojekte|Teilprojekte|Förderprojekte|Leitprojekte)n?\b[^\n:.]{0,90}:[ \t]*\n"
)
_LISTED = re.compile(
    r"\s*(?:[•▪●○·*–-]|\(?\d{1,2}[.)])[ \t]+[„\"»]?(?P<name>[A-ZÄÖÜ0-9][^\n\t(:;–“”„\"«]{2,90}?)[“”\"«]?(?P<after> ?[(:;–\t]| - |[ \t]*(?=\n|$))[^\n]*"
)
_NO_ITEM = re.compile(r"[.!?]$|\b(?:ist|sind|wird|werden|hat|haben|soll|sollen|wurden?|kann)\b|€|\bEuro\b|\bEUR\b")


def find(reading: Reading) -> Iterator[Mention]:
    """Yield the items of a list that its opening calls projects: "Folgende Vorhaben bewerben sich: - Kiosk am Au (Stadt Au)"."""
    for opening in _OF_PROJECTS.finditer(reading.text):
        items = list(_items(reading.text, opening.end() - 1))
        names = [item for item in items if not _NO_ITEM.search(item["name"])]
        alone = len(items) == 1 and items[0]["name"].isupper() and items[0]["after"].startswith(":")
        for item in names if alone or 2 * len(names) > len(items) > 1 else ():
            name, start = item["name"].strip(), item.start("name")
            yield Mention(What.PROJECT, start, start + len(name), name, "Projekt", "item")


def _items(text: str, at: int) -> Iterator[re.Match[str]]:
    while item := _LISTED.match(text, at):
        yield item
        at = item.end()
