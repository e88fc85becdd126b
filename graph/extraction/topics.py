"""What a passage speaks of where its sentence names no project: the project of the heading, or the one named last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf

from graph.extraction.entities import Entity
from graph.extraction.place import MentionPlace, between, first_from
from graph.extraction.sections import Owners

FAR = 900  # characters back to a project that no heading names
NEAR_GROUP = 260  # characters back to the body that a passage speaks of
OPENS = 12  # characters of a sentence before the association it is about
BEGINS = 34  # characters of a sentence before what it speaks of: "Das Verbundprojekt „"


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
    parts
        Where headings with a number begin that say only what their part tells, such as "2. Partner".
    network
        The network or association whose paper it is.
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
    parts: frozenset[int] = field(repr=False, default=frozenset())
    network: Entity | None = None

    def opens(self, place: int) -> bool:
        """Whether a sentence begins with what stands here."""
        at = bisect_right(self.sentences, place) - 1
        return at >= 0 and place - self.sentences[at] < OPENS

    def owner_at(self, place: int) -> Entity | None:
        """Return the organisation whose part of the paper a place stands in by its heading, or nothing."""
        return self.owners.at(place) if self.owners else None

    def group_at(self, place: int) -> Entity | None:
        """Return the body, network or association that a passage speaks of, or nothing: "Ihm gehören ... an"."""
        last = bisect_left(self.groups, place, key=lambda one: one.start)
        near = self.groups[max(0, last - 1) : last]
        if near and near[0].entity.kind == "Gremium" and self.network and self._paragraph(place) > near[0].start:
            return self.network
        return near[0].entity if near and place - near[0].end < NEAR_GROUP else None

    def _paragraph(self, place: int) -> int:
        return self.paragraphs[max(bisect_right(self.paragraphs, place) - 1, 0)] if self.paragraphs else 0

    def sheet_at(self, place: int) -> Entity | None:
        """Return the project of the sheet that a place stands in, or nothing."""
        return of_sheet(place, self.sheets)

    def company_at(self, place: int) -> Entity | None:
        """Return the company that a passage speaks of, or nothing: "Die Stadt ist mit 60 Prozent beteiligt"."""
        last = bisect_left(self.companies, place, key=lambda one: one.start)
        near = self.companies[max(0, last - 1) : last]
        return near[0].entity if near and place - near[0].end < NEAR_GROUP else None

    def at(self, place: int) -> Entity | None:
        """Return the project a passage speaks of, or nothing: the one named last, else that of the heading."""
        found, heading = self._before(place)
        return found[-1].entity if found else heading

    def begins(self, place: int) -> bool:
        """Whether a sentence begins with what stands here, or with a noun before it: "Das Verbundprojekt „"."""
        at = bisect_right(self.sentences, place) - 1
        return at >= 0 and place - self.sentences[at] < BEGINS

    def headed_at(self, place: int) -> Entity | None:
        """Return the project that the heading above a place names, or nothing."""
        return self._heading(place)[1]

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
        whole = self._speaks_of_whole(begin, place)
        found = near or ([] if heading or whole else self._between(max(0, place - FAR, self._item(place)), place))
        about = (
            self.main and self.main.start < place and self._about_main(place, self.main) and not self.owner_at(place)
        )
        main = self.main if about else None
        return found, heading or (main.entity if main else None)

    def _speaks_of_whole(self, begin: int, place: int) -> bool:
        """Whether a heading such as "2. Partner" is one of the whole paper: no heading before it names a project."""
        main = self.main
        return begin in self.parts and main is not None and main.start < place and begin <= self._first_other

    @cached_property
    def _first_other(self) -> float:
        """Where the first heading begins that names another project than that of the whole."""
        main = self.main.entity if self.main else None
        return next((start for start, entity in self.headings if entity and entity is not main), inf)

    def _about_main(self, place: int, main: MentionPlace) -> bool:
        """Whether a part of the paper may speak of what the whole is about: none with a letter that begins later."""
        item = self._item(place)
        return item <= main.start or item in self.questions

    def _foremost(self, found: Sequence[MentionPlace]) -> MentionPlace:
        """Return the project the last sentence with one begins with, else the one named last."""
        last = next((one for one in reversed(found) if one.start not in self.oblique), found[-1])
        begin = self.sentences[max(bisect_right(self.sentences, last.start) - 1, 0)] if self.sentences else 0
        first = next(one for one in found if one.start >= begin)
        return first if first.start - begin < BEGINS else last

    def _item(self, place: int) -> int:
        """Return where the numbered item of a list begins that a place stands in; what stood before is another matter."""
        at = bisect_right(self.items, place) - 1
        return self.items[at] if at >= 0 else 0

    def _heading(self, place: int) -> tuple[int, Entity | None]:
        at = bisect_right(self.headings, place, key=lambda pair: pair[0]) - 1
        return self.headings[at] if at >= 0 else (0, None)

    def _between(self, start: int, end: int) -> Sequence[MentionPlace]:
        return between(self.projects, start, end)


def of_sheet(start: int, sheets: Sequence[MentionPlace]) -> Entity | None:
    """Return the project whose label stands before a place: a sheet speaks of it to its end."""
    at = first_from(sheets, start)
    return sheets[at - 1].entity if at else None
