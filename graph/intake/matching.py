"""Which actor a name of a register may be: candidates with score and reason, never a decision.

Same is the same legal body. A named part, another company of the group, the same name in another place and a name that
is only near are told, with the reason, and never offered as the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import pandas as pd

from graph.dataset import Dataset
from graph.intake.judging import LEAST_TOLD, NOTHING, Judgement, judge, place_words
from graph.intake.naming import Name, initials, name_of

COLUMNS = ("query", "actor", "score", "reason", "same")
OFFERED = 3  # candidates for a name
_POSTINGS = 200  # actors that share a word, beyond which the word finds nobody


def match(names: Sequence[str], places: Sequence[str] | None, dataset: Dataset) -> pd.DataFrame:
    """Return the actors that names of a register may be.

    Parameters
    ----------
    names
        Names as the register writes them.
    places
        Place of each name, ``""`` where none is known; ``None`` when no place is known at all.
    dataset
        Its actors are looked through, by name, short name and aliases.

    Returns
    -------
    pd.DataFrame
        Columns ``query`` (position in ``names``), ``actor`` (id), ``score`` (0 to 100), ``reason`` (code, see
        `Judgement`) and ``same`` (bool), best first for each query; at most `OFFERED` for each.

    Raises
    ------
    ValueError
        When there are not as many places as names.
    """
    columns = (dataset.actors[name] for name in ("id", "name", "short_name", "aliases", "location"))
    index = Index(zip(*columns, strict=True))
    stated = [""] * len(names) if places is None else list(places)
    rows = [
        (query, actor, found.score, found.reason, found.same)
        for query, (name, place) in enumerate(zip(names, stated, strict=True))
        for actor, found in index.candidates(str(name), str(place or ""))
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


class Index:
    """Actors by the words, letters and acronyms of their names.

    Parameters
    ----------
    actors
        Id, name, short name, other names and place of each.
    """

    def __init__(self, actors: Iterable[tuple[str, str, str, Sequence[str], str]]) -> None:
        self._spellings: list[tuple[str, Name, frozenset[str], bool]] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_letters: dict[str, list[int]] = defaultdict(list)
        for own, name, short, aliases, location in actors:
            place = place_words(location)
            for spelling in dict.fromkeys(text for text in (name, short, *aliases) if text):
                self._add(own, spelling, place, is_name=spelling == name)

    def _add(self, own: str, spelling: str, place: frozenset[str], *, is_name: bool) -> None:
        name = name_of(spelling)
        number = len(self._spellings)
        self._spellings.append((own, name, place, is_name))
        for word in {*name.words, *name.acronyms}:
            self._by_word[word].append(number)
        if len(name.words) > 2:
            self._by_word[initials(name)].append(number)
        self._by_letters[name.letters].append(number)

    def candidates(self, text: str, place: str) -> list[tuple[str, Judgement]]:
        """Return the actors a name may be, best first."""
        name, where = name_of(text), place_words(place)
        if not name.words:
            return []
        best: dict[str, Judgement] = {}
        for number in self._near(name):
            own, other, its_place, is_name = self._spellings[number]
            found = judge(name, where, other, its_place)
            if found.same and not is_name and found.reason == "equal":
                found = Judgement(found.score, "alias", same=True)
            if found.score >= LEAST_TOLD and found.score > best.get(own, NOTHING).score:
                best[own] = found
        ranked = sorted(best.items(), key=lambda pair: (not pair[1].same, -pair[1].score, pair[0]))
        return _unambiguous(ranked)[:OFFERED]

    def _near(self, name: Name) -> Iterable[int]:
        """Return spellings that share letters, an acronym or one of the rarer words."""
        found = dict.fromkeys(self._by_letters.get(name.letters, ()))
        words = {*name.words, *name.acronyms, *((initials(name),) if len(name.words) > 2 else ())}
        postings = sorted((self._by_word[word] for word in words if word in self._by_word), key=len)
        for numbers in postings[:4]:
            if len(numbers) <= _POSTINGS:
                found.update(dict.fromkeys(numbers))
        return found


def _unambiguous(ranked: list[tuple[str, Judgement]]) -> list[tuple[str, Judgement]]:
    """Tell only what several actors are equally likely to be."""
    same = [pair for pair in ranked if pair[1].same]
    if len(same) > 1 and same[0][1].score == same[1][1].score and same[0][1].score < 100:
        return [
            (own, Judgement(found.score, "several", same=False)) if found.same else (own, found)
            for own, found in ranked
        ]
    # the second best is no proposal beside a better one
    return [
        (own, Judgement(found.score, found.reason, same=found.same and place == 0))
        for place, (own, found) in enumerate(ranked)
    ]
