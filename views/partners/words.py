"""Sentences on possible partners and consortia."""

from __future__ import annotations

from graph.answers.candidate import Candidate, Reason, Why
from graph.answers.consortium import Consortia, Consortium
from graph.answers.partners import Found
from graph.answers.similarity import ScorePart
from views.language.speech import Speech
from views.language.words import capitalised
from views.partners import question
from views.partners.answer import asked_candidates, asked_consortia, shown_consortium
from views.speaking import speech
from views.view import View

# Reasons whose ids are words of the data, not actors or projects
_TYPES = frozenset({Why.MISSING_TYPE, Why.OTHER_TYPE})
_VALUES = frozenset({Why.SHARED_FIELDS, Why.MISSING_TYPE, Why.OTHER_TYPE, Why.SAME_LOCATION, Why.LOCATION_UNKNOWN})


def sentence(say: Speech, found: Found) -> str:
    """Say how many actors fit, which fits best or which fit equally well, and in which fields was searched."""
    best = tied(found)
    fields = say.values(found.kompetenzfelder, 5)
    if len(best) > 1:
        considered = say.t.number(found.considered)
        fit = say.t.count("answers.partners.sentence_tied", len(best), considered=considered, names=say.named(best))
    else:
        fit = say.t.count("answers.partners.sentence", found.considered, best=say.named(best))
    return f"{fit} {say.t.count('answers.partners.fields', len(found.kompetenzfelder), names=fields)}"


def tied(found: Found) -> list[str]:
    """Return the candidates with as many points as the first, as points are shown."""
    points = [round(100 * candidate.score) for candidate in found.candidates]
    return [candidate.id for candidate, own in zip(found.candidates, points, strict=True) if own == points[0]]


def not_considered(say: Speech, found: Found) -> str:
    """Say how many actors were left out for which reason; ``""`` if none was."""
    reasons = [say.t.count(f"answers.partners.left_out.{code}", n) for code, n in found.left_out.items()]
    return say.t("answers.partners.not_considered", reasons=say.listed(reasons)) if reasons else ""


def reasons(say: Speech, candidate: Candidate) -> list[str]:
    """Every reason for a candidate, in words."""
    return [_reason(say, reason) for reason in candidate.reasons]


def why(say: Speech, candidate: Candidate, *, introduced: bool) -> str:
    """Say all reasons in one line; who could introduce is said only if there is somebody to be introduced to.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    candidate
        The candidate.
    introduced
        Whether somebody asks who could introduce them.
    """
    said = [f"{capitalised(reason)}." for reason in reasons(say, candidate)]
    return " ".join([*said, introduced_by(say, candidate)] if introduced else said)


def introduced_by(say: Speech, candidate: Candidate) -> str:
    """Say who could introduce a candidate."""
    names = say.named(candidate.introducers)
    return say.t.count("answers.partners.introduced", len(candidate.introducers), names=names)


def part(say: Speech, counted: ScorePart) -> tuple[str, str]:
    """Name of a part of the score, and what it adds."""
    t = say.t
    label = t(f"answers.partners.part.{counted.code}")
    if counted.value is None:
        return label, t("answers.partners.part_not_applicable")
    value, weight = t.number(round(100 * counted.value)), t.percent(counted.weight)
    return label, t("answers.partners.points", value=value, weight=weight)


def consortium_sentence(say: Speech, found: Consortia, shown: Consortium | None) -> str:
    """Say who covers what was asked for, how many do not know each other, and how sure that is.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    found
        Smallest sets that cover what is needed.
    shown
        The consortium that is looked at.
    """
    t = say.t
    actors = [contribution.actor for contribution in shown.contributions] if shown else []
    uncovered = (*found.uncovered_fields, *map(t.recorded, found.uncovered_types))
    key = "answers.consortium.sentence_partly" if uncovered else "answers.consortium.sentence"
    said = [t.count(key, len(actors), names=say.named(actors, most=None))]
    if shown and shown.pairs:
        which = "strangers_of_two" if shown.pairs == 1 else "strangers"
        said.append(t.count(f"answers.consortium.{which}", len(shown.strangers), pairs=t.number(shown.pairs)))
    if shown:
        said.append(t("answers.consortium.exact" if found.exact else "answers.consortium.approximate"))
        said.extend(_equally_good(say, found, shown))
    if uncovered:
        said.append(t.count("answers.consortium.uncovered", len(uncovered), names=say.values(uncovered)))
    return " ".join(said)


def _equally_good(say: Speech, found: Consortia, shown: Consortium) -> list[str]:
    """Name the other proposals that are as good as the one that is looked at; more of them may not be proposed."""
    equal = [other for other in found.consortia if other != shown and len(other.strangers) == len(shown.strangers)]
    if not equal:
        return []
    names = [say.named([one.actor for one in other.contributions], most=None) for other in equal]
    return [say.t("answers.consortium.equal", names="; ".join(names))]


def _reason(say: Speech, reason: Reason) -> str:
    values = map(say.t.recorded, reason.ids) if reason.code in _TYPES else reason.ids
    names = say.values(values) if reason.code in _VALUES else say.named(reason.ids)
    return say.t.count(f"answers.partners.reason.{reason.code}", len(reason.ids), names=names)


def candidates_in_brief(view: View) -> str:
    """Say how many fit and who fits best."""
    return (
        sentence(speech(view), asked_candidates(view))
        if question.is_searching(view)
        else view.t("vergleich.wanted.prompt")
    )


def consortium_in_brief(view: View) -> str:
    """Say who covers what, and whether a smaller set can exist."""
    if not question.needs_cover(view):
        return view.t("vergleich.consortium.prompt")
    found = asked_consortia(view)
    return consortium_sentence(speech(view), found, shown_consortium(view, found))
