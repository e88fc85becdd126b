"""From a paper to what its passages speak of: headings, parts of the whole, the project of the title, rows that notes refer to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graph.extraction.clean import opens_block
from graph.extraction.entities import Entity
from graph.extraction.lemma import lookup
from graph.extraction.lexicon import PART_HEADINGS
from graph.extraction.mention import What
from graph.extraction.owned import is_company
from graph.extraction.place import MentionPlace, first_from
from graph.extraction.reading import Reading
from graph.extraction.sections import TITLE, Owners, is_question, is_said, items_of, referred
from graph.extraction.status import is_earlier
from graph.extraction.topics import OPENS, Topics, of_sheet

_GROUPS = ("Gremium", "Netzwerk", "Verein", "Verband", "Verbund", "Genossenschaft", "Kooperation")
_HEADING = re.compile(
    r"(?:\A|(?<=\n))[ \t]*(?:(?:[\dIVX]{1,4}(?:\.\d{1,2})*[.)]?|[a-z]\)|TOP \d+:?|#+|§ ?\d+) +)?(?P<words>[^\n]{3,90}?)[ \t]*(?=\n)"
)
_NO_HEADING_ENDS = (".", ",", ";", ":", "!", "?", "-")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


def topics_of(reading: Reading, places: Sequence[MentionPlace]) -> Topics:
    """Find the headings, and the projects a passage may speak of.

    Parameters
    ----------
    reading
        The paper.
    places
        All places of names.
    """
    projects = [place for place in places if _may_be_topic(place, reading) and not _is_aside(reading.text, place)]
    found = [
        hit
        for hit in _HEADING.finditer(reading.text)
        if _is_heading(reading.text, hit) or _is_name_alone(reading.text, hit, projects)
    ]
    labelled = {
        m.start for e in {id(p.entity): p.entity for p in projects}.values() for m in e.mentions if m.rule == "labelled"
    }
    sheets = [place for place in projects if place.start in labelled]
    named = [(hit.start("words"), _named(hit, projects) or of_sheet(hit.start(), sheets)) for hit in found]
    headings = sorted([*named, *referred(reading.text, projects)], key=lambda pair: pair[0])
    paragraphs = [0, *(hit.end() for hit in _PARAGRAPH.finditer(reading.text))]
    groups = [place for place in places if _is_group(place, reading)]
    items = items_of(reading.text)
    return Topics(
        places,
        headings,
        paragraphs,
        projects,
        groups,
        [start for start, _ in reading.sentences],
        [place for place in places if is_company(place.entity)],
        sheets,
        items,
        _main(projects, reading.text),
        Owners(reading.text, places),
        frozenset(
            p.start
            for p in projects
            if p.entity.kind == "Netzwerk" and _BY.search(reading.text, max(0, p.start - 24), p.start)
        ),
        frozenset(item for item in items if is_question(reading.text, item)),
        frozenset(hit.start("words") for hit in found if _is_part(hit)),
        next(
            (p.entity for p in places if p.start < TITLE and p.entity.kind in ("Netzwerk", "Verein", "Verband")), None
        ),
    )


def _may_be_topic(place: MentionPlace, reading: Reading) -> bool:
    """Whether a passage may speak of it; of a programme with a name only where it is the subject of a sentence."""
    entity = place.entity
    subject = (
        entity.kind == "Programm"
        and not place.indirect
        and _SUBJECT.fullmatch(reading.text[reading.sentence_at(place.start)[0] : place.start])
    )
    return _is_topic(entity) or bool(subject)


_SUBJECT = re.compile(r"(?:[a-z]\) [^:\n]{0,40}: )?[ ]?(?:Das|Der|Die) [A-ZÄÖÜ][\w-]{3,24} [„\"»]?")
_BY = re.compile(
    r"\b(?:vom|von|von der|von dem|durch|durch das|durch die|mit|mit dem|mit der|beim|bei der|bei) [„\"]?\Z"
)
_OPENED = re.compile(r"\([^()\n]{0,60}$")


def _is_aside(text: str, place: MentionPlace) -> bool:
    """Whether a name is said by the way: in brackets, or as what came before the matter of the passage."""
    begin = max(text.rfind("\n", 0, place.start) + 1, place.start - _NEAR_EARLIER)
    earlier = not place.indirect and is_earlier(text[begin : place.start])
    return earlier or _in_brackets(text, place)


_NEAR_EARLIER = 50  # characters before a name that say that something came after it


def _in_brackets(text: str, place: MentionPlace) -> bool:
    """Whether a name stands in brackets, as who gives does behind an amount."""
    return (
        _OPENED.search(text[max(0, place.start - 60) : place.start]) is not None
        and ")" in text[place.end : place.end + 60]
    )


def _is_topic(entity: Entity) -> bool:
    return entity.what is What.PROJECT and entity.kind not in ("Gremium", "Programm") and not entity.collective


def _is_group(place: MentionPlace, reading: Reading) -> bool:
    """Whether a passage may speak of a body, a network, or an association: of an actor only where it begins a sentence."""
    if place.entity.kind not in _GROUPS or place.entity.collective:
        return False
    return place.entity.what is What.PROJECT or place.entity.kind == "Netzwerk" or _opens(place, reading)


def _opens(place: MentionPlace, reading: Reading) -> bool:
    return place.start - reading.sentence_at(place.start)[0] < OPENS


def _is_heading(text: str, hit: re.Match[str]) -> bool:
    """Whether a line stands after an empty one or is numbered, and is no sentence."""
    words = hit["words"]
    alone = opens_block(text, hit.start()) or hit.start("words") > hit.start() + 1
    return alone and not words.rstrip().endswith(_NO_HEADING_ENDS) and words[0] not in "•-–*"


def _is_name_alone(text: str, hit: re.Match[str], projects: Sequence[MentionPlace]) -> bool:
    """Whether a line below the end of a sentence holds the name of a project and nothing else, as where empty lines were lost."""
    begin = hit.start("words")
    at = first_from(projects, begin)
    named = at < len(projects) and projects[at].start == begin and projects[at].end == hit.end("words")
    return named and text[: hit.start()].rstrip().endswith((".", "!", "?", "“"))


def _is_part(hit: re.Match[str]) -> bool:
    """Whether a heading with a number says only what its part tells: "2. Partner und Aufgabenverteilung"."""
    numbered = hit[0].lstrip()[:1].isdigit()
    return numbered and bool(lookup(hit["words"].split()[0], PART_HEADINGS))


def _main(projects: Sequence[MentionPlace], text: str) -> MentionPlace | None:
    """Return the project a paper is about: named at its head, and more often than any other."""
    counts = Counter(place.entity.number for place in projects if not place.indirect)
    first = [place for place in projects if place.start < _HEAD]
    most = max((counts[place.entity.number] for place in projects), default=0)
    titled = [place for place in first if place.start < TITLE and not place.indirect and _in_title(text, place)]
    named = {place.entity.number for place in titled}
    only = titled[0] if len(named) == 1 and is_said(titled[0].entity) else None
    return next((place for place in first if counts[place.entity.number] == most > 1), only)


def _in_title(text: str, place: MentionPlace) -> bool:
    """Whether a name stands in a line of the head that is no sentence."""
    line = text[text.rfind("\n", 0, place.start) + 1 : (text.find("\n", place.end) + 1 or len(text))]
    return len(line) < _LONGEST_TITLE and not line.rstrip().endswith((".", ",", ";", ":"))


_LONGEST_TITLE = 200  # characters of a line that may be a title
_HEAD = 700  # characters of a paper that say what it is about


def _named(hit: re.Match[str], projects: Sequence[MentionPlace]) -> Entity | None:
    at = first_from(projects, hit.start("words"))
    inside = at < len(projects) and projects[at].start < hit.end("words") and not projects[at].indirect
    return projects[at].entity if inside else None
