"""Whether two actors share more or fewer projects than the sizes of both would give by chance, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from graph.dataset import Dataset, unpacked
from graph.expected.backbone import LEAST_ACTORS, backbone
from graph.expected.ties import Word, expected_ties
from views.elements.tables import profile_link
from views.keeping import cached
from views.language.words import Words
from views.table import Cell, Column, Look, Table, number_cell
from views.view import View, narrow_of


class Compared(NamedTuple):
    """A pair beside chance: shared and expected projects, and the word for them."""

    seen: int
    expected: float
    word: str


@cached
def compared_pairs(dataset: Dataset, membership: bool = False) -> Mapping[tuple[str, str], Compared]:
    """Pairs of `graph.expected_ties` by both ids, the smaller first."""
    table = expected_ties(dataset, membership=membership)
    rows = unpacked(table, "actor_a", "actor_b", "seen", "expected", "word")
    return {(a, b): Compared(seen, expected, word) for a, b, seen, expected, word in rows}


@cached
def standing_out(dataset: Dataset, rate: float, membership: bool = False) -> Mapping[tuple[str, str], Compared]:
    """Pairs of `graph.backbone` by both ids, the smaller first.

    Parameters
    ----------
    dataset
        Tables of the data.
    rate
        Largest expected share of them that chance gave.
    membership
        Whether networks and bodies count like projects.
    """
    table = backbone(dataset, rate=rate, membership=membership)
    rows = unpacked(table, "actor_a", "actor_b", "seen", "expected")
    return {(a, b): Compared(seen, expected, Word.OFTEN) for a, b, seen, expected in rows}


def is_large(dataset: Dataset) -> bool:
    """Whether there are so many actors that a picture of only what stands out has something to show."""
    return len(dataset.actors) >= LEAST_ACTORS


def drawn_pairs(view: View) -> Mapping[tuple[str, str], Compared]:
    """Pairs of the network of collaborations beside chance, as far as each of them can be said on screen.

    Of large data these are the pairs that the picture keeps when it shows only what stands out.
    """
    asked, membership = view.query, view.query.gremien == "ja"
    if rate := narrow_of(asked).rate:
        return standing_out(view.part, rate, membership)
    return {} if is_large(view.part) else compared_pairs(view.part, membership)


def compared_pair(dataset: Dataset, a: str, b: str) -> Compared | None:
    """Return a pair beside chance; ``None`` when it shares nothing and nothing was to be expected.

    Parameters
    ----------
    dataset
        Tables of the data.
    a
        Id of one actor.
    b
        Id of the other actor.
    """
    return compared_pairs(dataset).get((min(a, b), max(a, b)))


def expected_cell(t: Words, found: Compared | None) -> Cell:
    """Cell with the expected number and the word, sorted by how far the pair is from it."""
    if found is None:
        return Cell(t("format.missing.none"))
    text = t("evidence.expected.cell", expected=t.expected(found.expected), word=t(f"evidence.expected.{found.word}"))
    return Cell(text, found.seen - found.expected)


def sentence(t: Words, found: Compared) -> str:
    """Say how many projects two actors share, and how many chance would give."""
    word = t(f"evidence.expected.{found.word}")
    return t.count("evidence.expected.sentence", found.seen, expected=t.expected(found.expected), word=word)


def sentence_of_some(t: Words, found: Compared) -> str:
    """Say the same where the two share more projects: those that one of them only supports are no cooperation."""
    word = t(f"evidence.expected.{found.word}")
    return t.count("evidence.expected.cooperating", found.seen, expected=t.expected(found.expected), word=word)


def seldom(view: View) -> Table:
    """List the pairs that work together less often than expected, those in common fields first."""
    t, part = view.t, view.part
    fields = {key: set(cell) for key, cell in unpacked(part.actors, "id", "kompetenzfelder")}
    pairs = [(pair, found) for pair, found in compared_pairs(part).items() if found.word == Word.SELDOM]
    pairs.sort(key=lambda item: (not fields[item[0][0]] & fields[item[0][1]], item[1].seen - item[1].expected, item[0]))
    looks = {"a": Look.LINK, "b": Look.LINK, "seen": Look.NUMBER, "expected": Look.NUMBER, "fields": Look.TEXT}
    return Table(
        t.count("evidence.seldom.caption", len(pairs)),
        tuple(Column(t(f"evidence.seldom.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                profile_link(view, a),
                profile_link(view, b),
                number_cell(t, found.seen),
                number_cell(t, found.expected, 1),
                ", ".join(sorted(fields[a] & fields[b])) or t("format.missing.none"),
            )
            for (a, b), found in pairs
        ),
    )


def seldom_in_brief(view: View) -> str:
    """Say how many pairs work together less often than expected."""
    pairs = [found for found in compared_pairs(view.part).values() if found.word == Word.SELDOM]
    return view.t.count("evidence.seldom.sentence", len(pairs))
