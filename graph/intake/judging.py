"""How two names of organisations are related, and why: the same legal body, or something that is only told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from graph.intake.naming import ADDITIONS, FILLER, KINDS, PARTS, PREFIXES, RIVERS, WORDS, Name, are_companies, plain
from graph.memory import remembered

Words = frozenset[str]
LEAST_TOLD = 50  # score below which nothing is told


@dataclass(frozen=True, slots=True)
class Judgement:
    """How two names are related.

    Attributes
    ----------
    score
        0 to 100.
    reason
        Stable code: ``equal``, ``equal-letters``, ``acronym``, ``addition``, ``begins-and-same-place``,
        ``typing-error`` and ``alias`` are the same; ``another-place``, ``another-form``, ``part``,
        ``same-group``, ``another-kind`` and ``near`` are only told.
    same
        Whether it is offered as the same legal body.
    """

    score: int
    reason: str
    same: bool = False


NOTHING = Judgement(0, "")


def place_words(text: str) -> frozenset[str]:
    """Return the words of a place in comparable form, such as ``heidenheim`` and ``brenz``."""
    return frozenset(_words_of_place(text)) if text else frozenset()


@remembered(16_384)
def _words_of_place(text: str) -> tuple[str, ...]:
    return tuple(part for word in plain(text).split() for part in WORDS.get(word, word).split() if part not in FILLER)


def judge(one: Name, place: frozenset[str], other: Name, other_place: frozenset[str]) -> Judgement:
    """Say how two names with their places are related.

    Parameters
    ----------
    one, place
        The name of the register and the words of its place.
    other, other_place
        The name of the actor and the words of its place.
    """
    mine, theirs = one.bag, other.bag
    where = (place | other_place) - PREFIXES
    apart = _apart(mine, place, theirs, other_place)
    only_mine, only_theirs = (mine - theirs) - where, (theirs - mine) - where
    if mine == theirs or one.letters == other.letters:
        # "Volkshochschule" and nothing else is one in each town
        is_anywhere = mine <= KINDS and bool(place) != bool(other_place)
        return _equal(one, other, apart or is_anywhere, 100)
    if not only_mine and not only_theirs and mine & theirs - where:
        # "Technische Universität Ilmenau", and "Technische Universität" in Ilmenau
        is_placed = (place and other_place) or _is_in(other_place, mine) or _is_in(place, theirs)
        generic = (mine & theirs) - where <= KINDS and not is_placed
        return _equal(one, other, apart or generic or _places_differ(mine ^ theirs, mine, theirs, where), 97)
    if found := _slip(one, other, apart, bool(place & other_place)):
        return found
    is_one_place = bool(place & other_place)
    may_be_short = not apart and (is_one_place or not only_mine or not only_theirs)
    if may_be_short and (found := _short_form(one, other, where, is_one_place)):
        return found
    extra = only_mine | only_theirs
    common = mine & theirs
    if not common - KINDS - where and not (common & KINDS and common & where):
        return NOTHING
    return _beside(one, other, extra, (only_mine, only_theirs), apart)


def _is_in(place: frozenset[str], words: frozenset[str]) -> bool:
    """Whether a name says the place that the other one is in."""
    return bool(place - PREFIXES) and place <= words


def _equal(one: Name, other: Name, apart: bool, score: int) -> Judgement:
    if apart:
        return Judgement(75, "another-place")
    if _is_another_form(one, other):
        return Judgement(75, "another-form")
    return Judgement(score, "equal", same=True)


def _beside(
    one: Name, other: Name, extra: frozenset[str], only: tuple[frozenset[str], frozenset[str]], apart: bool
) -> Judgement:
    """Judge names of which one or both have words the other has not."""
    only_mine, only_theirs = only
    if only_mine and only_theirs:
        alike = fuzz.ratio(one.letters, other.letters)
        return Judgement(int(min(alike, 60)), "near") if alike >= LEAST_TOLD else NOTHING
    if apart:
        return Judgement(60, "another-place")
    if extra & PARTS:
        return Judgement(70, "part")
    if are_companies(one, other) or one.form in ("gmbh", "ag", "kg") or other.form in ("gmbh", "ag", "kg"):
        return Judgement(70, "same-group")
    whole, longer = (other, one) if only_mine else (one, other)
    begins = longer.words[: len(whole.words)] == whole.words
    if begins and len(whole.words) >= 2 and not _is_another_form(one, other):
        return Judgement(90, "begins-and-same-place", same={"hochschule", "universitat"} & set(whole.words) != set())
    return Judgement(65, "another-kind")


def _slip(one: Name, other: Name, apart: bool, is_one_place: bool) -> Judgement | None:
    """Judge names that differ in a few letters: a slip of the pen, ``None`` when it is none."""
    if apart or _is_another_form(one, other) or min(len(one.letters), len(other.letters)) < 10:
        return None
    mine, theirs = one.bag - other.bag, other.bag - one.bag
    if len(mine) == len(theirs) == 1 and len(one.words) >= 2:
        (word,), (twin,) = mine, theirs
        longest = max(len(word), len(twin))
        few = DamerauLevenshtein.distance(word, twin, score_cutoff=2) <= (1 if longest < 11 else 2)
        if (
            few
            and longest >= (6 if is_one_place else 9)
            and word[:2] == twin[:2]
            and not any(map(str.isdigit, word + twin))
        ):
            return Judgement(85, "typing-error", same=True)
        return None
    alike = len(one.letters) >= 24 and fuzz.ratio(one.letters, other.letters) >= 96 and max(len(mine), len(theirs)) <= 2
    return Judgement(85, "typing-error", same=True) if alike else None


def _short_form(one: Name, other: Name, where: frozenset[str], is_one_place: bool) -> Judgement | None:
    """Judge a name that is the other's short form, or has nothing but an addition more; ``None`` when it is neither."""
    for short, long in ((one, other), (other, one)):
        rest = [word for word in long.words if word not in short.words and word not in where]
        own = [word for word in short.words if word not in long.words and word not in where]
        core = [word for word in long.words if word not in where]
        shared = [word for word in short.words if word in long.words and word not in where]
        if not own and rest and _is_addition(rest, shared, short, long, where):
            return Judgement(93, "addition", same=not _is_another_form(one, other))
        if (
            is_one_place
            and len(own) == 1
            and 2 <= len(own[0]) <= 6
            and len(rest) >= 2
            and _stands_for(own[0], rest, long)
        ):
            return Judgement(92, "acronym", same=True)
        named = is_one_place and len(shared) == 1 and 2 <= len(shared[0]) <= 8 and shared[0] in long.acronyms
        if named and not own and len(core) >= 3:
            return Judgement(92, "acronym", same=True)
    return None


def _stands_for(letters: str, words: Sequence[str], long: Name) -> bool:
    """Whether letters are the initials of words, of the first three at least, or stand with the name in brackets."""
    first = "".join(word[0] for word in words)
    return letters in long.acronyms or (len(letters) >= 3 and first.startswith(letters)) or letters == first


def _is_addition(rest: Sequence[str], shared: Sequence[str], short: Name, long: Name, where: frozenset[str]) -> bool:
    """Whether what a name has more says nothing of another body."""
    more = set(rest)
    if more <= ADDITIONS | short.acronyms | long.acronyms and shared:
        return True
    if more <= {"stadt", "gemeinde"} and not shared and set(short.words) & where:
        return True
    if more == {"landkreis"} and any(word.endswith("kreis") for word in short.words):
        return True
    if more == {"stiftung"} and {"universitat", "hochschule", "forschungszentrum"} & set(shared):
        return True
    if more <= RIVERS and {"stadt", "gemeinde", "landkreis"} & set(short.words) and not RIVERS & set(short.words):
        return True
    begins = long.words[: len(short.words)] == short.words
    initial = "".join(word[0] for word in rest)
    return begins and bool(shared) and (rest[0] == "gesellschaft" or initial.startswith("".join(shared)))


def _apart(mine: frozenset[str], place: frozenset[str], theirs: frozenset[str], other_place: frozenset[str]) -> bool:
    """Whether both have a place, and neither place stands with or in the other."""
    if not place or not other_place:
        return False
    if place & other_place:
        # Frankfurt on one river is not Frankfurt on another, and Neu-Ulm is not Ulm
        return bool(place & RIVERS and other_place & RIVERS and not place & other_place & RIVERS) or (
            place & PREFIXES != other_place & PREFIXES
        )
    return not (place & theirs or other_place & mine)


def _places_differ(
    different: frozenset[str], mine: frozenset[str], theirs: frozenset[str], where: frozenset[str]
) -> bool:
    """Whether each name says another place."""
    return bool(different & mine & where) and bool(different & theirs & where)


def _is_another_form(one: Name, other: Name) -> bool:
    """Whether legal forms tell two bodies apart: a company and its association, or a GmbH and an AG."""
    forms = {one.form, other.form} - {"", "public"}
    if len(forms) < 2:
        return False
    if "ev" in forms or "eg" in forms:
        return True
    return forms == {"gmbh", "ag"}
