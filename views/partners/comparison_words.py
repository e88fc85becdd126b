"""Sentences on what actors share and how they are connected."""

from __future__ import annotations

from graph.answers.comparison import Comparison
from graph.answers.paths import Chain, ChainAnswer, Chains, Step
from graph.vocabulary import Certainty
from views.evidence import expected
from views.evidence.expected import compared_pair
from views.language.speech import Speech
from views.partners.answer import asked_chains, asked_comparison
from views.speaking import speech
from views.view import View

_FUNDERS = 3  # named in the sentence before the rest is only counted


def sentence(say: Speech, found: Comparison) -> str:
    """Say how many partners, projects and funders the actors share."""
    t = say.t
    if len(found.actors) < 2:
        return t("answers.comparison.too_few")
    key = "answers.comparison.sentence" if len(found.actors) == 2 else "answers.comparison.sentence_many"
    return t(
        key,
        names=say.named(found.actors),
        partners=t.count("answers.comparison.partners", len(found.partners)),
        projects=t.count("answers.comparison.projects", len(found.projects)),
        funders=t.count("answers.comparison.funders", len(found.funders), names=_funders(say, found)),
    )


def _funders(say: Speech, found: Comparison) -> str:
    """Name the funders of the common projects with what they give, unknown amounts too."""
    return say.listed(
        (
            say.t("answers.comparison.funder", name=say.name(each.id), amount=say.t.money_short(each.given.amount_eur))
            for each in found.funders
        ),
        _FUNDERS,
    )


def details(say: Speech, found: Comparison) -> list[str]:
    """Further sentences: direct cooperation, money, what the drawing hides, ids that are unknown."""
    t, count = say.t, say.t.count
    pairs = say.listed((t("answers.comparison.pair", a=say.name(a), b=say.name(b)) for a, b in found.direct), 5)
    said = []
    if len(found.actors) > 1:
        names = say.named(found.direct[0]) if len(found.direct) == 1 else pairs
        said.append(count("answers.comparison.direct", len(found.direct), names=names))
    if found.projects:
        said.append(_money(say, found))
    if found.projects and found.funded.left_out:
        said.append(count("answers.comparison.left_out", len(found.funded.left_out)))
    if found.columns.hidden:
        said.append(count("answers.comparison.hidden", found.columns.hidden))
    if found.unknown:
        said.append(count("answers.comparison.unknown", len(found.unknown), names=say.values(found.unknown, 5)))
    return said


def beside_chance(view: View, found: Comparison) -> list[str]:
    """Say of two actors whether they share more or fewer projects than chance would give."""
    pair = compared_pair(view.part, *found.actors) if len(found.actors) == 2 else None
    if pair is None:
        return []
    say = expected.sentence if len(found.projects) == pair.seen else expected.sentence_of_some
    return [say(view.t, pair)]


def only(say: Speech, actor: str) -> str:
    """Heading of what one actor does not share."""
    return say.t("answers.comparison.only", name=say.name(actor))


def chains_sentence(say: Speech, found: Chains) -> str:
    """Say how two actors are connected."""
    a, b = say.name(found.source), say.name(found.target)
    if found.answer is ChainAnswer.FOUND:
        between = found.chains[0].actors[1:-1]
        via = say.t.count("answers.chains.via", len(between), a=a, b=b, names=say.named(between, most=None))
        return " ".join((via, *_doubts(say, found.chains[0])))
    if found.answer is ChainAnswer.NONE:
        said = [say.t("answers.chains.no_way", a=a, b=b)]
        if found.without_contacts:
            names = say.named(found.without_contacts)
            said.append(say.t.count("answers.chains.without_contacts", len(found.without_contacts), names=names))
        return " ".join(said)
    return say.t("answers.chains.same" if found.answer is ChainAnswer.SAME else "answers.chains.unknown")


def _doubts(say: Speech, chain: Chain) -> list[str]:
    """Say which steps of a chain are not well supported."""
    doubtful = [taken for taken in chain.steps if taken.certainty != Certainty.CONFIRMED]
    if not doubtful:
        return []
    if len(chain.steps) == 1:
        return [say.t("answers.chains.direct_rests", step=_step(say, doubtful[0]))]
    steps = say.listed(f"{say.name(each.from_id)} – {say.name(each.to_id)} ({_step(say, each)})" for each in doubtful)
    return [say.t.count("answers.chains.rests", len(doubtful), steps=steps)]


def step(say: Speech, taken: Step) -> str:
    """Say what makes one step of a chain: projects first, then bodies, then recorded ties."""
    said = _step(say, taken)
    if taken.certainty == Certainty.CONFIRMED:
        return said
    return say.t("answers.chains.uncertain", step=said)


def _step(say: Speech, taken: Step) -> str:
    if taken.projects:
        return say.t.count("answers.chains.by_project", len(taken.projects), names=say.named(taken.projects, 2))
    if taken.bodies:
        return say.t.count("answers.chains.by_body", len(taken.bodies), names=say.named(taken.bodies, 2))
    tie = taken.ties[0]
    verb = say.t.term("tie_kind", tie.kind)
    return say.t("answers.chains.by_tie", a=say.name(tie.from_id), verb=verb, b=say.name(tie.to_id))


def _money(say: Speech, found: Comparison) -> str:
    if found.funded.amount_eur is None:
        return say.t("answers.comparison.funded_unknown")
    return say.t("answers.comparison.funded", amount=say.t.money(found.funded.amount_eur))


def comparison_in_brief(view: View) -> str:
    """Say how many partners, projects and funders are shared."""
    return sentence(speech(view), asked_comparison(view))


def chains_in_brief(view: View) -> str:
    """Say how the two actors are connected, or that no way is known."""
    found = asked_chains(view)
    return chains_sentence(speech(view), found) if found else view.t("answers.comparison.too_few")
