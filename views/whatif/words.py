"""Sentences on scenarios and on who would be missed."""

from __future__ import annotations

from collections.abc import Sequence

from graph.answers.impact import ComparedFigure, Impact
from graph.answers.missed import Missed
from graph.answers.scenario import AddPartnership, AddProject, Change, EndProject, RemoveActor
from graph.ledger.sums import Sum
from views.language.speech import Speech
from views.language.words import Words
from views.level import most
from views.roles.figures import is_share
from views.speaking import speech
from views.view import View
from views.whatif import answer
from views.whatif import question as whatif_question

_COUNTS = frozenset({"actors", "projects", "ties", "components", "isolates", "largest_component", "diameter"})


def change(say: Speech, made: Change) -> str:
    """Say what a change does."""
    match made:
        case RemoveActor(actor):
            return say.t("answers.whatif.change.remove", name=say.name(actor))
        case EndProject(project):
            return say.t("answers.whatif.change.end", name=say.name(project))
        case AddPartnership(a, b):
            return say.t("answers.whatif.change.link", a=say.name(a), b=say.name(b))
        case AddProject(name, partners, lead, _):
            actors = dict.fromkeys(actor for actor in (lead, *partners) if actor)
            return say.t("answers.whatif.change.plan", name=say.show(name), names=say.named(actors))


def sentence(say: Speech, found: Impact, changes: Sequence[Change]) -> str:
    """Say who loses the only connection, the first thing a change is asked for.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    found
        What the scenario changes.
    changes
        Changes of the scenario.
    """
    if not changes:
        return say.t("answers.whatif.nothing")
    lone = found.without_connection
    return say.t.count("answers.whatif.connection", len(lone), names=say.named(lone))


def details(say: Speech, found: Impact) -> list[str]:
    """Further sentences: ties, cut off actors, projects, fields, money, changes without effect."""
    t, count = say.t, say.t.count
    said = [
        ties(t, found),
        count("answers.whatif.cut_off", len(found.cut_off), names=say.named(found.cut_off)),
        count("answers.whatif.leaderless", len(found.leaderless), names=say.named(found.leaderless))
        if found.recorded_leads
        else t("answers.whatif.no_leads"),
        count("answers.whatif.fields", len(found.fields), names=say.values(found.fields, 5))
        if found.recorded_fields
        else t("answers.gaps.no_fields"),
        *_money(t, found),
    ]
    if idle := found.without_effect:
        changes = say.listed((change(say, made) for made in idle), 5)
        said.append(count("answers.whatif.without_effect", len(idle), changes=changes))
    return said


def ties(t: Words, found: Impact) -> str:
    """Say how many cooperations are lost, new and weaker."""
    return t(
        "answers.whatif.ties",
        lost=t.count("answers.whatif.lost", len(found.lost)),
        new=t.count("answers.whatif.new", len(found.new)),
        weaker=t.count("answers.whatif.weaker", len(found.weaker)),
    )


def figure_name(t: Words, figure: ComparedFigure) -> str:
    """Name of a network figure."""
    return t(f"answers.whatif.figure.{figure.code}")


def figure_values(t: Words, figure: ComparedFigure) -> tuple[str, str, str]:
    """Before, after and difference of a figure; "–" where it is not defined."""
    if figure.difference is None or not is_share(figure.code):
        return _plain_values(t, figure)
    before, after = (t.percent(value or 0.0, 1) for value in (figure.before, figure.after))
    return (before, after, t("wenn.figures.points", number=_signed(t, 100 * figure.difference, 1)))


def _plain_values(t: Words, figure: ComparedFigure) -> tuple[str, str, str]:
    digits = 0 if figure.code in _COUNTS else 2
    before, after = (_number(t, value, digits) for value in (figure.before, figure.after))
    return before, after, _number(t, None, 0) if figure.difference is None else _signed(t, figure.difference, digits)


def _signed(t: Words, difference: float, digits: int) -> str:
    change = round(difference, digits) or 0.0  # never "-0.00"
    return ("+" if change > 0 else "") + t.number(change, digits)


def missed_sentence(say: Speech, ranking: Sequence[Missed]) -> str:
    """Say who would be missed most; a network that nobody tears apart by leaving has no such actor."""
    first = most(ranking, lambda missed: missed.separated)
    key = "answers.whatif.missed_level" if len(first) > 1 else "answers.whatif.missed"
    return say.t.count(key, first[0].separated if first else 0, names=say.named(missed.actor for missed in first))


def _money(t: Words, found: Impact) -> list[str]:
    said = [
        t(key, amount=t.money(money.amount_eur))
        for key, money in (("answers.whatif.gone", found.gone), ("answers.whatif.at_risk", found.at_risk))
        if money.amount_eur is not None
    ]
    left_out = _left_out(found.gone) + _left_out(found.at_risk)
    if not said:
        return [t.count("answers.whatif.money_unknown", left_out)]
    return [*said, t.count("answers.whatif.money_left_out", left_out)] if left_out else said


def _left_out(money: Sum) -> int:
    return len(money.left_out)


def _number(t: Words, value: float | None, digits: int) -> str:
    return t("format.missing.none") if value is None else t.number(value, digits)


def in_brief(view: View) -> str:
    """Say who loses the only connection; without any change, what can be done here."""
    scenario = whatif_question.asked_scenario(view)
    if not scenario.changes:
        return view.t("wenn.prompt")
    return sentence(speech(view), answer.impact_of(view.part, scenario), scenario.changes)
