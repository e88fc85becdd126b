"""What the panel of a line says: what ties the two elements, with role, period, amount, source and certainty."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.between import TieReason, between, taking_part
from graph.dataset import Dataset, unpacked
from graph.profile import TieEnd, references
from views.evidence import expected
from views.evidence.expected import drawn_pairs
from views.keeping import cached
from views.language.dates import duration_words
from views.language.words import plain
from views.view import View

_FUNDS = ">funds"
MOST_NAMED = 6  # of one side of a line, or funders of a project: more would hide what else ties the two

Sides = Sequence[tuple[str, Collection[str]]]


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


@cached
def taking_part_of(dataset: Dataset, project: str, actors: tuple[str, ...]) -> TieReason:
    """See `graph.between.taking_part`.

    Parameters
    ----------
    dataset
        Tables of the data.
    project
        Id of a project.
    actors
        Ids of the actors.
    """
    return taking_part(dataset, project, actors)


def line_of(view: View, clicked: str | None) -> Line | None:
    """Return the line a click chose; ``None`` where it is none between two elements that are known."""
    if not clicked or ">" not in clicked or clicked in view.names:
        return None
    source, _, target = clicked.removesuffix(_FUNDS).partition(">")
    if source not in view.names or target not in view.names:
        return None
    reasons = between_of(view.part, source, target)
    funded = tuple(one for one in reasons if any(end.kind == "funds" for _, end in one.ends))
    others = tuple(one for one in reasons if one not in funded)
    if clicked.endswith(_FUNDS) or view.query.ansicht == "foerderung":
        return Line(source, target, funded)
    beside = view.query.ansicht == "kooperation" or any(not one.element for one in others)  # money has its own line
    return Line(source, target, others if beside else reasons)


def title(view: View, line: Line) -> str:
    """Name both ends."""
    return view.t("netzwerk.line.title", one=view.short_names[line.source], other=view.short_names[line.target])


def sentence(view: View, line: Line) -> str:
    """Say how many things tie the two, and between collaborators whether that is more than chance would give."""
    said = _how_many(view, line)
    ends = min(line.source, line.target), max(line.source, line.target)
    found = drawn_pairs(view).get(ends) if view.query.ansicht == "kooperation" else None
    return f"{expected.sentence(view.t, found)} {said}" if found else said


def _how_many(view: View, line: Line) -> str:
    """Count the ties that the line stands for, and beside them, where it stands for no cooperation, what both share."""
    t, direct = view.t, sum(not reason.element for reason in line.reasons)
    shared = len(line.reasons) - direct
    if view.query.ansicht == "kooperation" or not (direct and shared):
        return t.count("netzwerk.line.sentence", len(line.reasons))
    return t.count("netzwerk.line.shared_too", shared, ties=t.count("count.ties", direct))


def facts(view: View, reason: TieReason, sides: Sides = ()) -> list[tuple[str, str]]:
    """Say what one reason is, term by term; safe as Markdown.

    Parameters
    ----------
    view
        What is asked.
    reason
        One thing behind a line.
    sides
        Between groups: name of each, and who of it takes part. Between two elements each stands for itself.
    """
    t = view.t
    when = duration_words(t, reason.start, reason.end)
    status = t.term("status", reason.status) if reason.status else ""
    own = [(t("netzwerk.line.when"), plain(", ".join(part for part in (when, status) if part)))]
    roles = _by_side(view, reason, sides) if sides else _one_by_one(view, reason)
    sources = references(*(end.reference for end in (*(end for _, end in reason.ends), *reason.money)))
    said = [(t("netzwerk.line.source"), plain(source_names(view, sources)))]
    return [pair for pair in (*roles, *own, *_money(view, reason), *said) if pair[1]]


def source_names(view: View, sources: Iterable[str]) -> str:
    """Name sources by their titles; one that is not listed by its id."""
    named = _titles(view.whole)
    return "; ".join(named.get(one) or one for one in sources)


@cached
def _titles(dataset: Dataset) -> Mapping[str, str]:
    """Title of each source by its id, once for all things a panel lists."""
    return dict(unpacked(dataset.sources, "id", "title"))


def _one_by_one(view: View, reason: TieReason) -> list[tuple[str, str]]:
    own = view.t("netzwerk.line.tie")
    return [
        (plain(view.short_names.get(who, who)) if reason.element else own, plain(_role(view, end)))
        for who, end in reason.ends
    ]


def _by_side(view: View, reason: TieReason, sides: Sides) -> list[tuple[str, str]]:
    """Who of either side takes part, each with role and certainty; of very many the first, and how many more."""
    said = []
    for name, actors in sides:
        own = [(who, end) for who, end in reason.ends if who in actors]
        named = [f"{view.short_names.get(who, who)} ({_role(view, end)})" for who, end in own[:MOST_NAMED]]
        left = len({who for who, _ in own[MOST_NAMED:]} - {who for who, _ in own[:MOST_NAMED]})
        said.append((plain(name), _with_more(view, named, left)))
    return said


def _money(view: View, reason: TieReason) -> list[tuple[str, str]]:
    """Say what a shared project is funded with, funder by funder, each with certainty."""
    named = [f"{view.short_names.get(end.other, end.other)} ({_amount(view, end)})" for end in reason.money]
    said = _with_more(view, named[:MOST_NAMED], len(named[MOST_NAMED:]))
    return [(view.t("netzwerk.panel.funded_by"), said)]


def _with_more(view: View, named: Sequence[str], left: int) -> str:
    """Join names, and say how many more there are."""
    listed = "; ".join(named)
    return plain(view.t("netzwerk.panel.more", names=listed, n=view.t.number(left)) if left else listed)


def _amount(view: View, end: TieEnd) -> str:
    return f"{view.t.money(end.amount_eur)}, {view.t.term('certainty', end.certainty)}"


def _role(view: View, end: TieEnd) -> str:
    """Role, amount and certainty of one tie."""
    t = view.t
    amount = t.money(end.amount_eur) if end.kind == "funds" else ""
    sure = t.term("certainty", end.certainty)
    return ", ".join(part for part in (t.term("tie_role", end.kind), amount, sure, end.note) if part)
