"""How firmly an answer stands, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.evidence.firmness import UNCONFIRMED, Firmness
from graph.evidence.statements import Statement
from graph.evidence.support import support_of
from graph.ledger.breakdown import Category
from graph.ledger.dimensions import CategoryRole
from graph.vocabulary import Certainty
from views.address.filters import source_title
from views.evidence.answer import ties_carried
from views.funding.words import category
from views.language.speech import Speech
from views.language.words import plain
from views.speaking import speech
from views.view import View

_NAMED = 3  # ties named one by one
_MOST = 8  # sources named one by one


def mark(view: View, found: Firmness) -> str:
    """Say in a few words how firmly an answer stands, as Markdown; ``""`` where there is no answer."""
    t = view.t
    if not found.answer:
        return ""
    if found.holds:
        return t("evidence.mark.holds")
    if found.rests_on:
        return t("evidence.mark.rests_on", source=title(view, found.rests_on))
    if not found.tips_without:
        return t("evidence.mark.unconfirmed")
    first = title(view, found.tips_without[0])
    return t.count("evidence.mark.tips", len(found.tips_without), source=first)


def remark(view: View, found: Firmness) -> str:
    """Say the same as a sentence for files and minutes, with the other answer where there is only one."""
    text = mark(view, found)
    if len(found.tips_without) == 1 and not found.rests_on and text:
        other = told(view, found.statement, found.others[found.tips_without[0]])
        return view.t("evidence.remark_other", mark=text, answer=other)
    return view.t("evidence.remark", mark=text) if text else ""


def title(view: View, source: str, longest: int = 60) -> str:
    """Title of a source, cut between words where it is long, as Markdown.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    source
        Id of the source.
    longest
        Characters at most.
    """
    return plain(source_title(view, source, longest))


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """What the answer would be without a source, or without what is not confirmed.

    Attributes
    ----------
    text
        As Markdown.
    ties
        Which ties of the answer the source alone supports, as Markdown; ``""`` for none.
    opens
        Parameters of the address that show the same view in that way; none where no address does.
    """

    text: str
    ties: str
    opens: Mapping[str, tuple[str, ...]]


def other_answers(view: View, found: Firmness) -> list[OtherAnswer]:
    """Say for each source that matters what the answer would be without it."""
    others = [_without(view, found, source) for source in found.tips_without[:_MOST]]
    if found.tips_if_confirmed_only:
        text = view.t("evidence.confirmed_only", answer=told(view, found.statement, found.others[UNCONFIRMED]))
        filtered = view.query.bezug != "gesamt"  # else the filters, of which certainty is one, are not asked
        others.append(OtherAnswer(text, "", {"beleg": (str(Certainty.CONFIRMED),)} if filtered else {}))
    return others


def _without(view: View, found: Firmness, source: str) -> OtherAnswer:
    other = told(view, found.statement, found.others[source])
    text = view.t("evidence.without", source=title(view, source, 200), answer=other)
    return OtherAnswer(text, _carried(view, found, source), {"ohnequelle": (*view.query.ohnequelle, source)})


def _carried(view: View, found: Firmness, source: str) -> str:
    """Count the ties that a source alone supports, name the first, and lead to the source."""
    t, say, whole = view.t, speech(view), view.whole.sources
    ties = ties_carried(view.part, found.statement, source)
    pairs = [t("evidence.tie", one=say.name(start), other=say.name(end)) for _, start, end in ties[:_NAMED]]
    said = t.count("evidence.carries", len(ties), ties=t.names(pairs)) if ties else ""
    url = dict(zip(whole["id"], whole["url"], strict=True)).get(source, "")
    led = t("evidence.source", url=url) if url.startswith(("https://", "http://")) and not {*url} & {*"()<>[] "} else ""
    return " ".join(part for part in (said, led) if part)


def unnamed(view: View, found: Firmness) -> str:
    """Say how many further sources matter that are not named one by one; ``""`` for none."""
    further = len(found.tips_without) - _MOST
    return view.t.count("evidence.more", further) if further > 0 else ""


def details(view: View, found: Firmness) -> list[str]:
    """Say for each source that matters what the answer would be without it, as Markdown."""
    return [*(other.text for other in other_answers(view, found)), *filter(None, [unnamed(view, found)])]


def said(view: View, statement: Statement) -> str:
    """Name what a statement is about, for lists of statements."""
    t = view.t
    if statement.kind in ("first", "ranks"):
        measure = str(statement.about[0]) if statement.about else "degree"
        return t("evidence.kind.first", measure=t(f"measure.{measure}.name"))
    return t(f"evidence.kind.{statement.kind}")


def told(view: View, statement: Statement, answer: Any) -> str:  # noqa: ANN401  # each kind has an answer of its own
    """Say the answer of a statement, as Markdown.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    statement
        What the answer says.
    answer
        The record that the statement is about.
    """
    say = speech(view)
    if answer and statement.kind == "largest":
        return _largest(say, answer, str(statement.about[0]))
    return _TELL[statement.kind](say, answer) if answer else view.t("evidence.nothing")


def _named(say: Speech, ids: Any) -> str:  # noqa: ANN401
    return say.t("evidence.answer.names", names=say.named(sorted(ids)))


def _counted(key: str) -> Callable[[Speech, Any], str]:
    return lambda say, answer: say.t.count(f"evidence.answer.{key}", len(answer))


def _largest(say: Speech, answer: Any, by: str) -> str:  # noqa: ANN401
    names = (category(say, by, Category(CategoryRole.ITEM, code)) for code in sorted(answer))
    return say.t("evidence.answer.names", names=say.listed(names))


def _places(say: Speech, answer: Any) -> str:  # noqa: ANN401
    return _named(say, (actor for actor, first, _ in answer if first == 1))


def _both(say: Speech, answer: Any) -> str:  # noqa: ANN401
    return " · ".join(_named(say, leaders) if leaders else say.t("evidence.nothing") for leaders in answer)


def _chain(say: Speech, answer: Any) -> str:  # noqa: ANN401
    return say.t.count("evidence.answer.chain", answer[1])


def _cliff(say: Speech, answer: Any) -> str:  # noqa: ANN401
    projects, amount = answer
    return say.t.count("evidence.answer.cliff", len(projects), amount=say.t.money_short(amount))


def _comparison(say: Speech, answer: Any) -> str:  # noqa: ANN401
    partners, projects, funders = (say.t.number(len(ids)) for ids in answer)
    return say.t("evidence.answer.comparison", partners=partners, projects=projects, funders=funders)


def _consortium(say: Speech, answer: Any) -> str:  # noqa: ANN401
    return " · ".join(_named(say, members) for members in sorted(answer, key=sorted))


def _what_if(say: Speech, answer: Any) -> str:  # noqa: ANN401
    return say.t.count("evidence.answer.what_if", len(answer[0]), cut=say.t.number(len(answer[3])))


_TELL: Mapping[str, Callable[[Speech, Any], str]] = {
    "first": _named,
    "ranks": _places,
    "both_first": _both,
    "broker": _named,
    "cut_points": _counted("cut_points"),
    "chain": _chain,
    "groups": _counted("groups"),
    "gaps": _counted("gaps"),
    "funding": lambda say, answer: say.t("evidence.answer.funding", amount=say.t.money(answer)),
    "largest_funder": _named,
    "cliff": _cliff,
    "comparison": _comparison,
    "partners": _named,
    "consortium": _consortium,
    "what_if": _what_if,
}


def carrying_sentence(view: View, found: Mapping[str, Any]) -> str:
    """Say on how many sources the main answers hang, and on which most."""
    if not found:
        return view.t("evidence.carrying.none" if support_of(view.part).sources else "evidence.carrying.no_sources")
    first = max(sorted(found), key=lambda source: len(found[source]))
    hanging = view.t.number(len(found[first]))
    return view.t.count("evidence.carrying.sentence", len(found), source=title(view, first), answers=hanging)
