"""Headings beside headings that name projects: where two of "3. Projekt „X“", "4. Campus Y" are projects, "6. Telemedizin in der Fläche" is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.extraction.clean import opens_block
from graph.extraction.lemma import lookup, nominative
from graph.extraction.lexicon import PART_HEADINGS
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

_HEADING = re.compile(
    r"(?:\A|(?<=\n))[ \t]*(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}[.)]?[ \t]+|[a-z]\)[ \t]+|)(?P<name>[A-ZÄÖÜ„\d](?:[^\n\t.:;?!]|(?<=\d)\.(?=\d)){3,70})(?=\n(?:[ \t]*\n)?[ \t]*[A-ZÄÖÜ„][^\n]{40,})"
)
_OF_PROJECTS = re.compile(
    r"(?i)^(?:[\dIVX.]+ )?(?:(?:unsere|die|aktuelle) )?(?:projekte|vorhaben|maßnahmen|projektübersicht|projektarbeit)$|\b(?:ausgewählte|aktuelle|laufende|geförderte|bewilligte|abgeschlossene|einzelne|unsere|weitere|die)\b.*\b(?:vorhaben|projekte|maßnahmen|förderprojekte)\b"
)
_GENERAL = re.compile(
    r"(?i)\b(?:wer|wie|was|wir|neue[rns]?|kurz|top|und|sowie|über|zu|aus|von|unsere|weitere|partner|finanzier\w*|kosten|organis\w*|träger\w*|gremien|verhältnis|stand|netzwerke|zusammenarbeit|ergebnis\w*|ausblick|allgemein\w*|mittel\w*|personal\w*|öffentlichkeit\w*|termine|sonstiges|verschiedenes|antrag|beschluss\w*|bericht\w*)\b"
)
FEWEST = 2  # headings of one kind that name projects


def find_siblings(reading: Reading, named: Sequence[Mention]) -> Iterator[Mention]:
    """Yield each heading that stands among headings of projects and names no organisation.

    Parameters
    ----------
    reading
        The paper.
    named
        What is named already, in the order of the text.
    """
    found = [hit for hit in _HEADING.finditer(reading.text) if opens_block(reading.text, hit.start())]
    for alike in _by_form(reading.text, found):
        projects = [hit for hit in alike if _names(hit, named, What.PROJECT)]
        most = len(projects) >= FEWEST and 2 * len(projects) >= len(alike)
        under = _under_projects(reading.text, alike[0])
        if not most and not under:
            continue
        for hit in alike:
            if len(alike) > 1 and _may_be_project(hit, named, under=under):
                start = hit.start("name")
                name = nominative(hit["name"].strip())
                yield Mention(What.PROJECT, start, start + len(hit["name"].rstrip()), name, "Projekt", "heading")


def _by_form(text: str, found: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield headings of one form that follow one another: numbers of one depth, letters, or lines without a mark; "Projekte" begins anew."""
    alike: list[re.Match[str]] = []
    for hit in found:
        if alike and (_form(hit) != _form(alike[0]) or _under_projects(text, hit)):
            yield alike
            alike = []
        alike.append(hit)
    if alike:
        yield alike


def _form(hit: re.Match[str]) -> tuple[bool, int]:
    return bool(hit["number"]), hit["number"].strip(" .)\t").count(".")


def _names(hit: re.Match[str], named: Sequence[Mention], what: What, most: float = 0.5) -> bool:
    """Whether a heading holds a name of a kind that is most of it."""
    start, end = hit.span("name")
    inside = (one for one in named if start <= one.start < end)
    return any(
        one.what is what and one.kind != "Gremium" and one.end - one.start > most * (end - start) for one in inside
    )


def _under_projects(text: str, first: re.Match[str]) -> bool:
    """Whether the line before the first of some headings says that projects follow."""
    before = text[: first.start()].rstrip().rsplit("\n", 1)[-1]
    return len(before) < _LONGEST and _OF_PROJECTS.search(before) is not None


_LONGEST = 80  # characters of a heading


def _may_be_project(hit: re.Match[str], named: Sequence[Mention], *, under: bool) -> bool:
    first = hit["name"].split()[0]
    general = lookup(first, PART_HEADINGS) or _GENERAL.search(hit["name"]) or len(hit["name"].split()) < _WORDS
    whole = any(
        one.what is What.ACTOR and one.end - one.start > len(hit["name"]) - 4
        for one in named
        if hit.start() <= one.start < hit.end()
    )
    return not general and (under or not whole) and not _names(hit, named, What.PROJECT, most=_WHOLE)


_WHOLE = 0.75  # part of a heading that a name has which is all there is of it
_WORDS = 2  # words of a heading that may be the name of a project
