"""The review of a paper: what the screen is given, and the rows that come of what a person decided."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from graph.dataset import unpacked
from graph.dates import is_edtf
from graph.extraction import Extraction, Paper, PaperRows, Proposal, Proposed, rows_of
from graph.extraction.matching import alike, contradictions
from graph.extraction.plugins import LONGEST_SPAN
from graph.extraction.rows import without_collisions, without_held
from graph.money import UnreadableAmountError, read_amount
from graph.slugs import slug
from graph.vocabulary import VOCABULARIES
from store import Edit, Store
from views.language.words import Words
from views.papers.cards import beside, card, strokes_of
from views.view import View

LONGEST_ANSWER = 2_000_000  # characters of a message from the screen
LONGEST_FIELD = 300
_TYPED = ("text", "type", "status", "source", "target", "basis", "of")
_NAMED = (Proposed.ACTOR, Proposed.PROJECT)
_CODES = {"status": "status", "basis": "amount_basis"}


def paper_key(found: Extraction) -> str:
    """Return what names a text on the screen without saying anything of it."""
    return hashlib.sha256(found.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def screen(view: View, found: Extraction, shown: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the review screen is given.

    Parameters
    ----------
    view
        What the page works on; its data are those the proposals are compared with.
    found
        The text and its proposals.
    shown
        Words of the buttons, see `views.papers.words.buttons`.
    """
    t, dataset = view.t, view.whole
    meant = alike(found.proposals, dataset)
    against = contradictions(found.proposals, dataset, meant)
    strokes = strokes_of(found.proposals)
    return {
        "paper": paper_key(found),
        "text": found.text,
        "lang": t.language,
        "words": shown,
        "proposals": [
            card(t, one) | {"group": strokes.get(place, 0)} | beside(t, meant.get(place), against.get(place))
            for place, one in enumerate(found.proposals)
        ],
        "ties": _choices(t, "tie_kind"),
        "statuses": [["", "–"], *_choices(t, "status")],
        "bases": [["", "–"], *_choices(t, "amount_basis"), ["total", t("papers.total")]],
        "known": {
            str(Proposed.ACTOR): _known(dataset.actors),
            str(Proposed.PROJECT): _known(dataset.projects),
        },
    }


def _known(table: Any) -> list[list[str]]:  # noqa: ANN401 - a table of the data
    return [[id, name] for id, name in unpacked(table, "id", "name")]


def _choices(t: Words, vocabulary: str) -> list[list[str]]:
    return [[code, t.term(vocabulary, code)] for code in dict.fromkeys(VOCABULARIES[vocabulary].values())]


def decided(found: Extraction, message: str, known: Collection[str]) -> tuple[list[Proposal], dict[str, str]]:
    """Return the proposals a person accepted, changed as the person said, and the elements of the data they mean.

    Parameters
    ----------
    found
        The text and its proposals.
    message
        What the screen sent; a browser may send anything, so that every value is checked.
    known
        Ids of actors and projects of the data.

    Returns
    -------
    tuple
        Proposals, and name -> id of those that are in the data already.
    """
    accepted: list[Proposal] = []
    taken: dict[str, str] = {}
    renamed: dict[str, str] = {}
    for said in _said(message):
        one = _changed(found, said)
        if one is None:
            continue
        number = said.get("n")
        if _is_place(number, found) and one.kind in _NAMED:
            renamed[found.proposals[int(str(number))].text] = one.text
        if said.get("same") in known:
            taken[one.text] = str(said["same"])
        accepted.append(one)
    return [_with_names(one, renamed) for one in _once(accepted)], taken


def _said(message: str) -> list[dict[str, Any]]:
    if len(message) > LONGEST_ANSWER:
        return []
    try:
        said = json.loads(message)
    except ValueError:
        return []
    return [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []


def _changed(found: Extraction, said: Mapping[str, Any]) -> Proposal | None:
    """Return a proposal with what was typed; ``None`` when something of it is not valid."""
    number = said.get("n")
    one = found.proposals[int(str(number))] if _is_place(number, found) else _own(found, said)
    if one is None:
        return None
    typed = {name: _typed(said[name]) for name in _TYPED if isinstance(said.get(name), str)}
    if one.kind not in _NAMED:
        typed.pop("text", None)
    for name, words in _CODES.items():
        if typed.get(name) and typed[name] not in (*VOCABULARIES[words].values(), "total"):
            return None
    one = replace(one, **typed)  # type: ignore[arg-type] # names of text fields only
    if one.kind is Proposed.TIE and one.type not in VOCABULARIES["tie_kind"].values():
        return None
    return _with_value(one, said)


def _is_place(number: object, found: Extraction) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and 0 <= number < len(found.proposals)


def _with_value(one: Proposal, said: Mapping[str, Any]) -> Proposal | None:
    """Take over a typed date or amount, when it is one."""
    if isinstance(said.get("edtf"), str) and one.kind is Proposed.DATE:
        return replace(one, edtf=said["edtf"]) if is_edtf(said["edtf"]) else None
    if isinstance(said.get("value"), str) and one.kind is Proposed.AMOUNT:
        try:
            value = read_amount(_typed(said["value"]))
        except UnreadableAmountError:
            return None
        return replace(one, value_eur=value) if isinstance(value, int | Decimal) else None
    return one if one.kind is not Proposed.DATE or one.edtf else None


def _typed(value: str) -> str:
    return " ".join(value.split())[:LONGEST_FIELD]


def _own(found: Extraction, said: Mapping[str, Any]) -> Proposal | None:
    """Return a proposal of the person: a kind, and words of the text."""
    span = said.get("span")
    kinds = {str(kind): kind for kind in Proposed}
    if said.get("kind") not in kinds or not isinstance(span, list) or len(span) != 2:
        return None
    start, end = span
    if not (isinstance(start, int) and isinstance(end, int)):
        return None
    if not 0 <= start < end <= min(len(found.text), start + LONGEST_SPAN):
        return None
    words = " ".join(found.text[start:end].split())
    return Proposal(kinds[said["kind"]], (start, end), words, rule="own")


def _once(accepted: Sequence[Proposal]) -> list[Proposal]:
    """Keep the first of two names that a person called the same."""
    seen: dict[object, Proposal] = {}
    for place, one in enumerate(accepted):
        named = one.kind in _NAMED
        seen.setdefault((one.kind, one.text) if named else place, one)
    return list(seen.values())


def _with_names(one: Proposal, renamed: Mapping[str, str]) -> Proposal:
    """Let ties, amounts and dates name what they belong to by its new name."""
    return replace(
        one,
        source=renamed.get(one.source, one.source),
        target=renamed.get(one.target, one.target),
        of=renamed.get(one.of, one.of),
    )


def rows(found: Extraction, message: str, paper: Paper, known: Mapping[str, Collection[str]]) -> PaperRows:
    """Return the rows of what a person accepted.

    Parameters
    ----------
    found, message
        See `decided`.
    paper
        The source; its id is changed when another one has it.
    known
        Table -> id -> row, see `known_of`; of actors, projects and sources the ids are enough.
    """
    elements = {*known.get("actors", ()), *known.get("projects", ())}
    accepted, taken = decided(found, message, elements)
    source = without_collisions(paper, known.get("sources", ()))
    made = rows_of(accepted, found.text, source, taken, used=elements)
    return without_held(made, *(_rows_in(known.get(name, ())) for name in ("links", "events")))


def _rows_in(table: Collection[str]) -> list[Mapping[str, str]]:
    return list(table.values()) if isinstance(table, Mapping) else []


def known_of(store: Store | None) -> dict[str, dict[str, Mapping[str, str]]]:
    """Return the rows of a store that rows of a paper are compared with: table -> id -> cells; none without a store."""
    names = ("actors", "projects", "sources", "links", "events")
    return {} if store is None else {name: {id: one.cells for id, one in store.entries(name).items()} for name in names}


def edits_of(rows: PaperRows) -> list[Edit]:
    """Return rows as new entries of a store, the source first; empty cells are left out."""
    tables = ("sources", "actors", "projects", "links", "events")
    return [
        Edit(name, row.get("id", ""), 0, {column: text for column, text in row.items() if text})
        for name in tables
        for row in rows.tables[name]
    ]


def paper_of(title: str, date: str, url: str, day: str) -> Paper:
    """Return the source of a review, by what the person typed about it.

    Parameters
    ----------
    title, date, url
        As typed; a date that is none is left out.
    day
        Today, which makes the id tell papers apart.
    """
    plain = _typed(title) or day
    return Paper(
        slug(plain)[:40].strip("-") or "vorlage", plain, date.strip() if is_edtf(date.strip()) else "", _typed(url)
    )
