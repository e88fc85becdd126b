"""Amounts in euro, and what each is: granted, a ceiling, per year, own funds, a budget for the whole."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.money import Money, UnreadableAmountError, found_amounts, read_amount

_NEXT = re.compile(
    r"; | / |, (?:der|die|das|davon|dass|wobei|und) | und (?:der|die|das|ein|eine) | bei (?:einem|einer|Gesamt\w+) "
)
# first match wins; looked for in the clause around the amount
_FILE = tomllib.loads(Path(__file__).with_name("german_money.toml").read_text(encoding="utf-8"))
_BASES: tuple[tuple[str, re.Pattern[str], int, int, re.Pattern[str]], ...] = tuple(
    (
        entry["code"],
        re.compile(entry["pattern"], re.IGNORECASE),
        entry["before"],
        entry["after"],
        re.compile(entry.get("unless", "(?!)"), re.IGNORECASE),
    )
    for entry in _FILE["basis"]
)

_LABELS = {code: re.compile(pattern, re.IGNORECASE) for code, pattern in _FILE["label"].items()}
_LABEL = re.compile(
    r"(?:^|[\n\t/;,(•|–-] ?)(?P<label>[A-ZÄÖÜ][\w-]*(?: [\w.()]+){0,3}):[ \t]*(?:rund |ca\. |rd\. |circa |etwa |bis zu |max\. )?$"
)
_PER_HEAD = re.compile(_FILE["per_head"])
_LIMIT_BEFORE, _LIMIT_AFTER = (re.compile(_FILE["threshold"][side], re.IGNORECASE) for side in ("before", "after"))


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount in the copy: ``[start, end)``, euro, and the code of what it is, empty when the clause does not say."""

    start: int
    end: int
    euro: Money
    basis: str


def find_amounts(text: str, sentences: Sequence[tuple[int, int]] = ()) -> list[FoundAmount]:
    """Return the amounts of a text in their order; rates per head or kilometre are none.

    Parameters
    ----------
    text
        The flattened copy, or a cell of a table.
    sentences
        ``[start, end)`` of its sentences; what an amount is, is looked for in its own. Without them the text is one.
    """
    found: list[FoundAmount] = []
    before = 0
    for start, end in _found(text):
        euro = _euro(text[start:end])
        if euro is not None and not _is_rule(text, start, end):
            sentence = _going_on(text, _sentence(sentences, start, len(text)), start)
            raised = found and _RAISED.fullmatch(text, found[-1].end, start)
            basis = found[-1].basis if raised else _basis(text, max(sentence[0], before), (start, end), sentence[1])
            if not basis and found and is_like_before(text[found[-1].end : start]):
                basis = found[-1].basis
            found.append(FoundAmount(start, end, euro, basis))
        before = end
    return found


_GOES_ON = re.compile(r" ?\d")  # the number of "a € 34 million"


def _is_rule(text: str, start: int, end: int) -> bool:
    """Whether a sum is a rate per head, or a limit that a rule sets for applications or contracts."""
    after = text[end : end + 40]
    if not any(map(str.isdigit, text[start:end])) and _GOES_ON.match(after):
        return True
    limit = _LIMIT_BEFORE.search(text[max(0, start - 80) : start]) or _LIMIT_AFTER.search(after)
    return _PER_HEAD.search(after) is not None or limit is not None


_RAISED = re.compile(r" (?:auf|zu)(?: nunmehr| jetzt| künftig| dann| neu)? ")  # "von 12.000 Euro auf 20.000 Euro"
# "Verein A erhielt 5.000 Euro, die Schule B 2.000 Euro": the verb is said once
_NO_VERB = re.compile(
    r"(?:,| und| sowie) (?:(?:und|sowie|der|die|das|den|dem|des|für|an|am|im|in|weitere|g?[A-ZÄÖÜ]\S*|e\.) ){1,12}"
)
_MOST_BETWEEN = 110  # characters between two such amounts


def is_like_before(between: str) -> bool:
    """Whether nothing but a name stands between two amounts."""
    return len(between) < _MOST_BETWEEN and _NO_VERB.fullmatch(between) is not None


_NUMERAL = re.compile(r"\d|(?i:million|milliard|tausend|hundert|mio|mrd|tsd)")
_ALONE = 12  # characters of a line before its amount
_AROUND = 60  # characters of an amount to either side of its first number


def _found(text: str) -> Iterator[tuple[int, int]]:
    """Yield where amounts begin and end; stretches without a number cost nothing."""
    for first, last in _stretches(text):
        yield from ((first + start, first + end) for start, end in found_amounts(text[first:last]))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    first = last = -1
    for found in _NUMERAL.finditer(text):
        if found.start() - _AROUND > last and first >= 0:
            yield first, last
            first = -1
        if first < 0:
            first = max(last, 0, _blank(text, found.start() - _AROUND))
        last = _blank(text, found.end() + _AROUND)
    if first >= 0:
        yield first, last


def _blank(text: str, place: int) -> int:
    """Return a place behind a blank at or after one, so that no word is cut."""
    blank = text.find(" ", max(place, 0), max(place, 0) + _AROUND) if 0 < place < len(text) else -1
    return min(max(place, 0), len(text)) if blank < 0 else blank + 1


def _euro(words: str) -> Money | None:
    try:
        return read_amount(words)
    except UnreadableAmountError:
        return None


def _sentence(sentences: Sequence[tuple[int, int]], start: int, length: int) -> tuple[int, int]:
    at = bisect_left(sentences, (start + 1, -1)) - 1
    return sentences[at] if sentences and at >= 0 else (0, length)


def _going_on(text: str, sentence: tuple[int, int], start: int) -> tuple[int, int]:
    """Take along the line before where an amount stands on a line of its own: "eine Zuwendung in Höhe von"."""
    before = text[: sentence[0]].rstrip()
    alone = start - sentence[0] < _ALONE and before[-1:] not in (".", "!", "?", ";", "")
    return (max(before.rfind("\n"), len(before) - 150, 0), sentence[1]) if alone else sentence


def _basis(text: str, first: int, place: tuple[int, int], last: int) -> str:
    """Return what an amount is, by the words of its clause from ``first`` to ``last``."""
    start, end = place
    if labelled := _of_label(text[max(0, start - 60) : start]):
        return labelled
    sentence = first
    stop = _NEXT.search(text, end, last)
    last = stop.start() if stop else last
    first = max(first, text.rfind("; ", first, start) + 1)
    for code, pattern, before, after, unless in _BASES:
        if unless.search(text, sentence, last):
            continue
        if pattern.search(text[max(first, start - before) : start]) or pattern.search(
            text[end : min(last, end + after)]
        ):
            return code
    return ""


def _of_label(before: str) -> str:
    """Return what the label right before an amount says it is; empty for none."""
    label = _LABEL.search(before)
    return next((code for code, pattern in _LABELS.items() if pattern.search(label["label"])), "") if label else ""
