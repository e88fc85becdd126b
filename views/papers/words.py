"""Sentences on reading a paper and on what was found in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from graph.errors import AkteursnetzError
from graph.extraction import Extraction, PaperRows, Proposal, Proposed
from graph.extraction.files.document import PaperDocument, UnreadablePaperError
from graph.extraction.matching import Contradiction
from graph.money import read_amount
from views.language.dates import date_words
from views.language.words import Words, words


def failure(error: AkteursnetzError, language: str) -> str:
    """Return why a paper cannot be read, and what to do about it."""
    t = words(language)
    code = error.code if isinstance(error, UnreadablePaperError) else "damaged"
    return t(f"papers.failure.{code}", name=getattr(error, "name", "") or t("papers.pasted"))


def summary(found: Extraction, left_out: Sequence[Proposal], language: str) -> str:
    """Return how much was found of each kind, what was not read and what has no row.

    Parameters
    ----------
    found
        What the rules found in the paper.
    left_out
        Proposals that have no row.
    language
        ``de`` or ``en``.
    """
    t = words(language)
    counts = Counter(proposal.kind for proposal in found.proposals)
    parts = [t.count(f"papers.found.{kind}", counts[kind]) for kind in Proposed]
    sentences = [t("papers.found.all", parts=t.names(parts))]
    if found.read_to < len(found.text):
        sentences.append(t("papers.read_to", n=t.number(found.read_to)))
    if left_out:
        sentences.append(t.count("papers.left_out", len(left_out)))
    return " ".join(sentences)


def not_taken(t: Words, rows: PaperRows) -> str:
    """Return what was accepted but fits no row, by its words and owner, and how many rows the data had already."""
    held = t.count("papers.held", rows.held) if rows.held else ""
    if not rows.left_out:
        return held
    told = [t("papers.not_taken.one", words=" ".join(p.text.split()[:12]), of=p.of or p.source) for p in rows.left_out]
    said = t.count("papers.left_out", len(rows.left_out))
    return f"{t('papers.not_taken.all', said=said, what='; '.join(told))} {held}".strip()


def pages_not_read(t: Words, document: PaperDocument) -> str:
    """Return how many pages were not read, beyond the limit or without text; nothing when all were."""
    counts = {"pages_left_out": document.pages_left_out, "pages_of_pictures": document.pages_of_pictures}
    return " ".join(t.count(f"papers.{name}", count) for name, count in counts.items() if count)


_BUTTONS = (
    *("text", "proposal", "keys", "accept", "reject", "edit", "same", "next", "back", "undo", "help", "list", "finish"),
    *("save", "save_fields", "save_same", "cancel", "end", "end_text", "end_none", "own", "by_hand", "sure", "unsure"),
    *(
        "why",
        "alike",
        "alike_same",
        "known",
        "pick",
        "pick_entry",
        "fresh",
        "same_as",
        "progress",
        "said_accepted",
        "said_rejected",
        "said_undone",
        "collective",
    ),
)
_FIELDS = ["text", "type", "tie", "status", "source", "target", "value", "basis", "of", "edtf"]
_HELP = ["accept", "reject", "edit", "same", "next", "undo", "list", "jump", "finish", "mark"]


def buttons(t: Words) -> dict[str, object]:
    """Return the words of the review screen; what stands in braces is filled in there."""
    shown: dict[str, object] = {name: t.entries[f"papers.review.{name}"] for name in _BUTTONS}
    shown |= {f"field_{name}": t(f"papers.field.{name}") for name in _FIELDS}
    shown |= {f"kind_{kind}": t(f"papers.kind.{kind}") for kind in Proposed}
    shown |= {f"kind_one_{kind}": t(f"papers.kind_one.{kind}") for kind in Proposed}
    return shown | {"help_lines": [t(f"papers.help.{name}") for name in _HELP]}


def reason(t: Words, proposal: Proposal) -> str:
    """Return what a proposal rests on, and what a noun in it may mean instead."""
    found = _found_by(t, proposal)
    return f"{found}. {t('papers.choices', names=t.names(proposal.choices))}" if proposal.choices else found


def _found_by(t: Words, proposal: Proposal) -> str:
    """Return the kind of recogniser, or the words of the frame."""
    if t.has(f"papers.rule.{proposal.rule}"):
        return t(f"papers.rule.{proposal.rule}")
    if proposal.kind is Proposed.TIE:
        return t("papers.rule.frame", words=" ".join(proposal.text.split()[:12]))
    return t("papers.rule.other", name=proposal.rule)


def opposed(t: Words, against: Contradiction) -> str:
    """Return what the paper says, what the data say otherwise, and on which source they rest."""
    shown = _SHOWN[against.what]
    paper, value = shown(t, against.paper), shown(t, against.value)
    if against.source:
        return t("papers.against.sourced", paper=paper, value=value, source=against.source)
    return t("papers.against.plain", paper=paper, value=value)


_SHOWN: Mapping[str, Callable[[Words, str], str]] = {
    "status": lambda t, code: t.term("status", code),
    "amount": lambda t, euro: t.money(read_amount(euro.replace(".", ",")) if euro else None),
    "date": date_words,
}
