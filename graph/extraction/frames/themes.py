"""What a deed may be done to: a project, a body one may join, a company, an authority."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.extraction.entities import Entity
from graph.extraction.lemma import bases
from graph.extraction.mention import What
from graph.extraction.owned import is_company

_GROUPS = ("Netzwerk", "Verein", "Verband", "Verbund", "Genossenschaft", "Gremium", "Kooperation", "Zweckverband")
_JOINED = tuple(
    "netz netzwerk bündnis allianz verbund cluster initiative kreis runde forum pakt konferenz gemeinschaft tisch konsortium".split()
)
_COMMITTEES = ("ausschuss", "ausschusses", "gemeinderat", "stadtrat", "kreistag", "ortsrat", "magistrat", "versammlung")
_AUTHORITIES = ("Ministerium", "Behörde", "Amt", "Land", "Bund", "Stiftung", "Anstalt", "Bank", "Agentur", "Verband")


def is_committee(entity: Entity) -> bool:
    """Whether it is a body of a council, which carries out no project and which nobody joins."""
    return entity.name.lower().split()[0].endswith(_COMMITTEES)


def is_joinable(entity: Entity) -> bool:
    """Whether one may join it: a network, an association, an initiative."""
    first = entity.name.lower().split()[0]
    joined = entity.what is What.PROJECT and any(base.endswith(_JOINED) for base in bases(first))
    return (entity.kind in _GROUPS or joined) and not is_committee(entity)


def is_carried_out(entity: Entity) -> bool:
    """Whether organisations take part in it: a project, a network, no programme and no body of a council."""
    body = entity.kind == "Gremium" and is_committee(entity)
    return entity.what is What.PROJECT and entity.kind != "Programm" and not body and not entity.collective


def fits_theme(theme: str, entity: Entity, agent: Entity, *, subject: bool) -> bool:
    """Whether a deed may be done to a thing.

    Parameters
    ----------
    theme
        As of `graph.extraction.frames.deeds.Deed`.
    entity
        The thing.
    agent
        Who acts.
    subject
        Whether the clause begins with the thing.
    """
    rule = _RULES.get(theme)
    return rule(entity, agent) if rule else _may_be_done(entity, subject)


def _may_be_done(entity: Entity, subject: bool) -> bool:
    committee = entity.kind == "Gremium" and is_committee(entity)
    project = entity.what is What.PROJECT and not committee and (entity.kind != "Programm" or subject)
    return project or entity.kind == "Netzwerk"


_RULES: Mapping[str, Callable[[Entity, Entity], bool]] = {
    "both": lambda entity, agent: entity.what is agent.what,
    "receiver": lambda entity, _: not entity.collective and entity.kind not in ("Programm", "Gremium"),
    "authority": lambda entity, _: entity.what is What.ACTOR and entity.kind in _AUTHORITIES,
    "whole": lambda entity, _: entity.what is What.PROJECT and entity.kind != "Gremium",
    "company": lambda entity, _: is_company(entity),
    "group": lambda entity, _: is_joinable(entity),
}
