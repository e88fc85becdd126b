"""What a passage speaks of where its sentence names no project: the project of the heading, or the one named last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.extraction.entities import Entity
from graph.extraction.mention import What
from graph.extraction.owned import is_company
from graph.extraction.place import MentionPlace, between, first_from
from graph.extraction.reading import Reading
from graph.extraction.sections import Owners, is_question, items_of
from graph.extraction.status import is_earlier

FAR = 900  # characters back to a project that no heading names
NEAR_GROUP = 260  # characters back to the body that a passage speaks of
_GROUPS = ("Gremium", "Netzwerk", "Verein", "Verband", "Verbund", "Genossenschaft", "Kooperation")
_HEADING = re.compile(
    r"(?:\A|(?<=\n))[ \t]*(?:(?:[\dIVX]{1,4}(?:\.\d{1,2})*[.)]?|[a-z]\)|TOP \d+:?|#+|§ ?\d+) +)?(?P<words>[^\n]{3,90}?)[ \t]*(?=\n)"
)
_NO_HEADING_ENDS = (".", ",", ";", ":", "!", "?", "-")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True)
class Topics:
    """The headings of a paper and the projects named in it.

    Attributes
    ----------
    places
        All places of names, in their order.
    headings
        Where each heading begins, and the project it names, if any; in their order.
    paragraphs
        Where each paragraph begins.
    projects
        Places of projects that a passage may speak of, in their order.
    groups
        Places of bodies, networks and associations, in their order.
    sentences
        Where each sentence begins.
    companies
        Places of companies, in their order.
    sheets
        Places of projects behind their label, in their order.
    items
        Where each item with a number or letter begins that is no part of what stood before.
    main
        The project that the head of the paper names and that is named most.
    owners
        Whose matter each part of the paper is.
    oblique
        Where networks are named by whom or with whom something is done, which a passage does not go on about.
    questions
        Which items are headings or questions that may go on about the whole.
    """

    places: Sequence[MentionPlace] = field(repr=False)
    headings: Sequence[tuple[int, Entity | None]]
    paragraphs: Sequence[int]
    projects: Sequence[MentionPlace] = field(repr=False)
    groups: Sequence[MentionPlace] = field(repr=False, default=())
    sentences: Sequence[int] = field(repr=False, default=())
    companies: Sequence[MentionPlace] = field(repr=False, default=())
    sheets: Sequence[MentionPlace] = field(repr=False, default=())
    items: Sequence[int] = field(repr=False, default=())
    main: MentionPlace | None = None
    owners: Owners | None = field(repr=False, default=None)
    oblique: frozenset[int] = field(repr=False, default=frozenset())
    questions: frozenset[int] = field(repr=False, default=frozenset())

    def opens(self, place: int) -> bool:
        """Whether a sentence begins with what stands here."""
        at = bisect_right(self.sentences, place) - 1
        return at >= 0 and place - self.sentences[at] < _OPENS

    def owner_at(self, place: int) -> Entity | None:
        """Return the organisation whose part of the paper a place stands in by its heading, or nothing."""
        return self.owners.at(place) if self.owners else None

    def group_at(self, place: int) -> Entity | None:
        """Return the body, network or association that a passage speaks of, or nothing: "Ihm gehören ... an"."""
        last = bisect_left(self.groups, place, key=lambda one: one.start)
        near = self.groups[max(0, last - 1) : last]
        return near[0].entity if near and place - near[0].end < NEAR_GROUP else None

    def sheet_at(self, place: int) -> Entity | None:
        """Return the project of the sheet that a place stands in, or nothing."""
        return _of_sheet(place, self.sheets)

    def company_at(self, place: int) -> Entity | None:
        """Return the company that a passage speaks of, or nothing: "Die Stadt ist mit 60 Prozent beteiligt"."""
        last = bisect_left(self.companies, place, key=lambda one: one.start)
        near = self.companies[max(0, last - 1) : last]
        return near[0].entity if near and place - near[0].end < NEAR_GROUP else None

    def at(self, place: int) -> Entity | None:
        """Return the project a passage speaks of, or nothing: the one named last, else that of the heading."""
        found, heading = self._before(place)
        return found[-1].entity if found else heading

    def near_at(self, place: int) -> Entity | None:
        """Return the project that the paragraph of a place has named, else the one of its heading or of the paper."""
        begin, heading = self._heading(place)
        near = self._between(max(begin, self._paragraph(place)), place)
        spoken = self.at(place)
        of_paper = spoken if self.main and spoken is self.main.entity else None
        return near[-1].entity if near else heading or of_paper

    def subject_at(self, place: int) -> Entity | None:
        """Return the project a passage speaks of as the bearer of what is told: "⟦P1⟧ ist Teil der ⟦P2⟧" goes on about the first."""
        found, heading = self._before(place)
        return self._foremost(found).entity if found else heading

    def _before(self, place: int) -> tuple[Sequence[MentionPlace], Entity | None]:
        begin, heading = self._heading(place)
        near = self._between(max(begin, self._paragraph(place)), place)
        found = near or ([] if heading else self._between(max(0, place - FAR, self._item(place)), place))
        about = (
            self.main and self.main.start < place and self._about_main(place, self.main) and not self.owner_at(place)
        )
        main = self.main if about else None
        return found, heading or (main.entity if main else None)

    def _about_main(self, place: int, main: MentionPlace) -> bool:
        """Whether a part of the paper may speak of what the whole is about: none with a letter that begins later."""
        item = self._item(place)
        return item <= main.start or item in self.questions

    def _paragraph(self, place: int) -> int:
        return self.paragraphs[max(bisect_right(self.paragraphs, place) - 1, 0)] if self.paragraphs else 0

    def _foremost(self, found: Sequence[MentionPlace]) -> MentionPlace:
        """Return the project the last sentence with one begins with, else the one named last."""
        last = next((one for one in reversed(found) if one.start not in self.oblique), found[-1])
        begin = self.sentences[max(bisect_right(self.sentences, last.start) - 1, 0)] if self.sentences else 0
        first = next(one for one in found if one.start >= begin)
        return first if first.start - begin < _BEGINS else last

    def _item(self, place: int) -> int:
        """Return where the numbered item of a list begins that a place stands in; what stood before is another matter."""
        at = bisect_right(self.items, place) - 1
        return self.items[at] if at >= 0 else 0

    def _heading(self, place: int) -> tuple[int, Entity | None]:
        at = bisect_right(self.headings, place, key=lambda pair: pair[0]) - 1
        return self.headings[at] if at >= 0 else (0, None)

    def _between(self, start: int, end: int) -> Sequence[MentionPlace]:
        return between(self.projects, start, end)


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
    found = [hit for hit in _HEADING.finditer(reading.text) if _is_heading(reading.text, hit)]
    labelled = {
        m.start for e in {id(p.entity): p.entity for p in projects}.values() for m in e.mentions if m.rule == "labelled"
    }
    sheets = [place for place in projects if place.start in labelled]
    headings = [(hit.start("words"), _named(hit, projects) or _of_sheet(hit.start(), sheets)) for hit in found]
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
        _main(projects),
        Owners(reading.text, places),
        frozenset(
            p.start
            for p in projects
            if p.entity.kind == "Netzwerk" and _BY.search(reading.text, max(0, p.start - 24), p.start)
        ),
        frozenset(item for item in items if is_question(reading.text, item)),
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
    return place.start - reading.sentence_at(place.start)[0] < _OPENS


_OPENS = 12  # characters of a sentence before the association it is about


def _begins(place: MentionPlace, reading: Reading) -> bool:
    return place.start - reading.sentence_at(place.start)[0] < _BEGINS


_BEGINS = 34  # characters of a sentence before what it speaks of: "Das Verbundprojekt „"


def _is_heading(text: str, hit: re.Match[str]) -> bool:
    """Whether a line stands after an empty one or is numbered, and is no sentence."""
    words = hit["words"]
    alone = (
        not hit.start() or text[: hit.start()].rstrip(" \t").endswith("\n\n") or hit.start("words") > hit.start() + 1
    )
    return alone and not words.rstrip().endswith(_NO_HEADING_ENDS) and words[0] not in "•-–*"


def _main(projects: Sequence[MentionPlace]) -> MentionPlace | None:
    """Return the project a paper is about: named at its head, and more often than any other."""
    counts = Counter(place.entity.number for place in projects if not place.indirect)
    first = [place for place in projects if place.start < _HEAD]
    most = max((counts[place.entity.number] for place in projects), default=0)
    named = {place.entity.number for place in first if not place.indirect}
    only = first[0] if len(named) == 1 and first[0].start < _TITLE and first[0].entity.first.rule in _SAID else None
    return next((place for place in first if counts[place.entity.number] == most > 1), only)


_HEAD = 700  # characters of a paper that say what it is about
_SAID = ("quoted", "labelled")  # recognisers of names that are said to be one
_TITLE = 500  # characters of a paper in which its title stands


def _of_sheet(start: int, sheets: Sequence[MentionPlace]) -> Entity | None:
    """Return the project whose label stands before a place: a sheet speaks of it to its end."""
    at = first_from(sheets, start)
    return sheets[at - 1].entity if at else None


def _named(hit: re.Match[str], projects: Sequence[MentionPlace]) -> Entity | None:
    at = first_from(projects, hit.start("words"))
    inside = at < len(projects) and projects[at].start < hit.end("words") and not projects[at].indirect
    return projects[at].entity if inside else None
