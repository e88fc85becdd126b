"""Sentences on reading a paper and on what was found in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.errors import AkteursnetzError
from graph.extraction import Extraction, Proposal, Proposed
from graph.extraction.files.document import UnreadablePaperError
from views.language.words import words


def failure(error: AkteursnetzError, language: str) -> str:
    """Return why a paper cannot be read, and what to do about it."""
    t = words(language)
    code = error.code if isinstance(error, UnreadablePaperError) else "damaged"
    return t(f"papers.failure.{code}", name=getattr(error, "name", ""))


def summary(found: Extraction, left_out: Sequence[Proposal], language: str) -> str:
    """Return how much was found of each kind, what was not read and what has no row."""
    t = words(language)
    counts = Counter(proposal.kind for proposal in found.proposals)
    parts = [t.count(f"papers.found.{kind}", counts[kind]) for kind in Proposed]
    sentences = [t("papers.found.all", parts=t.names(parts))]
    if found.read_to < len(found.text):
        sentences.append(t("papers.read_to", n=t.number(found.read_to)))
    if left_out:
        sentences.append(t.count("papers.left_out", len(left_out)))
    return " ".join(sentences)
