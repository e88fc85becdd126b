"""What the panel of a line says: what ties the two elements, with role, period, amount, source and certainty."""

from __future__ import annotations

from dataclasses import dataclass

from graph.between import TieReason, between
from graph.dataset import Dataset
from graph.profile import TieEnd, references
from views.evidence import expected
from views.evidence.expected import drawn_pairs
from views.keeping import cached
from views.language.dates import duration_words
from views.language.words import plain
from views.view import View

_FUNDS = ">funds"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the picture.

    Attributes
    ----------
    source, target
        Ids of its ends.
    reasons
        What it stands for.
    """

    source: str
    target: str
    reasons: tuple[TieReason, ...]


@cached
def between_of(dataset: Dataset, one: str, other: str) -> tuple[TieReason, ...]:
    """See `graph.between.between`.

    Parameters
    ----------
    dataset
        Tables of the data.
    one
        Id of one end.
    other
        Id of the other end.
    """
    return between(dataset, one, other)


def line_of(view: View, clicked: str | None) -> Line | None:
    """Return the line a click chose; ``None`` where it is none between two elements that are known."""
    if not clicked or ">" not in clicked or clicked in view.names:
        return None
    source, _, target = clicked.removesuffix(_FUNDS).partition(">")
    if source not in view.names or target not in view.names:
        return None
    reasons = between_of(view.part, source, target)
    if clicked.endswith(_FUNDS):
        reasons = tuple(one for one in reasons if any(end.kind == "funds" for _, end in one.ends))
    elif view.query.ansicht == "kooperation":
        reasons = tuple(one for one in reasons if all(end.kind != "funds" for _, end in one.ends))
    return Line(source, target, reasons)


def title(view: View, line: Line) -> str:
    """Name both ends."""
    return view.t("netzwerk.line.title", one=view.short_names[line.source], other=view.short_names[line.target])


def sentence(view: View, line: Line) -> str:
    """Say how many things tie the two, and between collaborators whether that is more than chance would give."""
    said = view.t.count("netzwerk.line.sentence", len(line.reasons))
    ends = min(line.source, line.target), max(line.source, line.target)
    found = drawn_pairs(view).get(ends) if view.query.ansicht == "kooperation" else None
    return f"{expected.sentence(view.t, found)} {said}" if found else said


def facts(view: View, reason: TieReason) -> list[tuple[str, str]]:
    """Say what one reason is, term by term; safe as Markdown."""
    t = view.t
    when = duration_words(t, reason.start, reason.end)
    status = t.term("status", reason.status) if reason.status else ""
    own = [(t("netzwerk.line.when"), plain(", ".join(part for part in (when, status) if part)))]
    roles = [
        (plain(view.short_names.get(who, who)) if reason.element else t("netzwerk.line.tie"), _role(view, end))
        for who, end in reason.ends
    ]
    sources = references(*(end.reference for _, end in reason.ends))
    named = view.whole.sources.set_index("id")["title"].to_dict()
    said = [(t("netzwerk.line.source"), plain("; ".join(str(named.get(one) or one) for one in sources)))]
    return [pair for pair in (*roles, *own, *said) if pair[1]]


def _role(view: View, end: TieEnd) -> str:
    """Role, amount and certainty of one tie."""
    t = view.t
    amount = t.money(end.amount_eur) if end.kind == "funds" else ""
    sure = t.term("certainty", end.certainty)
    return plain(", ".join(part for part in (t.term("tie_role", end.kind), amount, sure, end.note) if part))
