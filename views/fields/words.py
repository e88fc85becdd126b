"""Sentences on gaps, groups and double structures."""

from __future__ import annotations

from collections.abc import Sequence

from graph.answers.actor_matrix import ActorMatrix
from graph.answers.bodies import Body, Load, Overlap, find_overlaps
from graph.answers.gaps import GapCell, Gaps
from graph.answers.groups import Group, Grouping, Membership, TypicalField
from views.fields.answer import asked_matrix, bodies_of, gaps_of
from views.language.speech import NAMED, Speech
from views.level import most
from views.roles.answer import groups_of
from views.speaking import speech
from views.view import View

CENTRAL = 2  # members in the name of a group beside its field
_ALONE = 3  # members in the name of a group that no field describes


def sentence(say: Speech, gaps: Gaps) -> str:
    """Say in how many cells of the matrix nobody is recorded."""
    if not gaps.cells:
        return say.t("answers.gaps.no_types" if gaps.fields else "answers.gaps.no_fields")
    return say.t.count("answers.gaps.sentence", len(gaps.empty), cells=say.t.number(len(gaps.cells)))


def missing_types(say: Speech, gaps: Gaps, field: str) -> str:
    """Say which types of actor a field lacks.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    gaps
        What the data hold for each field and type.
    field
        Field of competence.
    """
    types = [say.t.recorded_amid(kind) for name, kind in gaps.empty if name == field]
    return say.t.count("answers.gaps.missing", len(types), field=say.show(field), types=say.values(types))


def cell_title(say: Speech, field: str, kind: str, cell: GapCell) -> str:
    """Heading of the list behind a cell.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    field
        Field of competence.
    kind
        Type of actor.
    cell
        What the data hold there.
    """
    return say.t(
        "answers.gaps.cell",
        field=say.show(field),
        type=say.show(say.t.recorded(kind)),
        actors=say.t.count("count.actors", len(cell.actors)),
        projects=say.t.count("count.projects", len(cell.projects)),
    )


def cell_money(say: Speech, cell: GapCell) -> str:
    """Say what is known about the funding of the projects of a cell, and what the sum leaves out."""
    left_out = say.t.count("answers.gaps.left_out", len(cell.funded.left_out))
    return say.t("answers.gaps.money", amount=say.t.money(cell.funded.amount_eur), left_out=left_out)


def notes(say: Speech, gaps: Gaps) -> list[str]:
    """Say how to read the matrix and what it cannot show."""
    t = say.t
    return [
        t("answers.gaps.not_recorded"),
        t("answers.gaps.counted"),
        t("answers.gaps.once"),
        t.count("answers.gaps.actors_without_field", len(gaps.actors_without_field)),
        t.count("answers.gaps.actors_without_type", len(gaps.actors_without_type)),
        t.count("answers.gaps.projects_without_field", len(gaps.projects_without_field)),
    ]


def matrix_sentence(say: Speech, matrix: ActorMatrix, *, alone: int, further: int) -> str:
    """Say how many actors and cooperations the matrix shows, and how many actors it leaves out for which reason.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    matrix
        Cooperations of each two actors.
    alone
        How many actors are left out because they have no partner.
    further
        How many actors are left out for want of room.
    """
    shown = say.t.count("count.actors", len(matrix.actors))
    said = [say.t.count("answers.matrix.sentence", len(matrix.cells), actors=shown)]
    left_out = (("answers.matrix.alone", alone), ("answers.matrix.further", further))
    return " ".join([*said, *(say.t.count(key, n) for key, n in left_out if n)])


def pair_title(say: Speech, a: str, b: str, projects: int) -> str:
    """Heading of the list behind a pair.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    a
        Id of one actor.
    b
        Id of the other actor.
    projects
        How many projects they share.
    """
    return say.t.count("answers.matrix.pair", projects, a=say.name(a), b=say.name(b))


def blocks(say: Speech, matrix: ActorMatrix, by: str, grouping: Grouping) -> str:
    """List the blocks of the matrix from top to bottom, as Markdown.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    matrix
        Cooperations of each two actors.
    by
        What rows are arranged by: field, type or group.
    grouping
        Groups of the network.
    """
    groups = {str(group.number): group_name(say, group) for group in grouping.groups}
    named = (
        say.t(
            "answers.matrix.block",
            name=(groups.get(block.key) if by == "group" else say.show(say.t.recorded(block.key)))
            or say.t("format.missing.text"),
            actors=say.t.count("count.actors", block.size),
        )
        for block in matrix.blocks
    )
    listed = "\n".join(f"1. {name}" for name in named)
    return "" if by == "name" else f"{say.t('answers.matrix.blocks')}\n\n{listed}"


def groups_sentence(say: Speech, grouping: Grouping) -> str:
    """Say how many groups there are, which is the largest, and who is in none for sure."""
    t = say.t
    unclear = [membership.actor for membership in grouping.memberships if membership.ambiguous]
    first = most(grouping.groups, lambda group: len(group.members))
    words = {"first": t.count("answers.groups.first", len(first)) if first else "", "largest": _largest(say, first)}
    said = [t.count("answers.groups.sentence", len(grouping.groups), **words)]
    if grouping.groups:
        said.append(t.count("answers.groups.ambiguous", len(unclear), names=say.named(unclear)))
    if grouping.groups or grouping.alone:
        said.append(t.count("answers.groups.alone", len(grouping.alone)))
    return " ".join(said)


def group_name(say: Speech, group: Group) -> str:
    """Name a group by a field that at least half of it have and its most central members, else by these alone."""
    typical = [shown.field for shown in group.fields if 2 * shown.members >= len(group.members)]
    if not typical:
        return say.t("answers.groups.unnamed", members=say.named(group.members[:_ALONE], most=None))
    members = say.named(group.members[:CENTRAL], most=None)
    return say.t("answers.groups.named", field=say.show(typical[0]), members=members)


def membership(say: Speech, shown: Membership, runs: int) -> str:
    """Say how firmly an actor belongs to its group.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    shown
        With how many runs an actor falls into the same group.
    runs
        How many runs there are.
    """
    return say.t("answers.groups.together", n=say.t.number(shown.together), runs=say.t.number(runs))


def typical(say: Speech, shown: TypicalField) -> str:
    """Say how a field stands out in a group."""
    members, expected = say.t.count("count.actors", shown.members), say.t.expected(shown.expected)
    return say.t("answers.groups.typical", field=say.show(shown.field), members=members, expected=expected)


def bodies_sentence(say: Speech, bodies: Sequence[Body], overlaps: Sequence[Overlap]) -> str:
    """Say how many networks and bodies there are and how many pairs share members.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    bodies
        Bodies in the order of rows.
    overlaps
        Members that two bodies share.
    """
    shared = say.t.count("answers.bodies.overlaps", len(overlaps))
    return say.t.count("answers.bodies.sentence", len(bodies), overlaps=shared)


def merge_sentence(say: Speech, hints: Sequence[Overlap]) -> str:
    """Say which pairs of bodies overlap so much that it is worth asking whether both are needed."""
    pairs = say.listed((overlap_pair(say, hint) for hint in hints), 5)
    return say.t.count("answers.bodies.merge", len(hints), names=pairs)


def overlap_pair(say: Speech, overlap: Overlap) -> str:
    """Two bodies and the share of members they have in common."""
    share = say.t.percent(overlap.jaccard)
    return say.t("answers.bodies.pair", a=say.name(overlap.a), b=say.name(overlap.b), share=share)


def contained(say: Speech, overlap: Overlap) -> str:
    """Say that the smaller body lies within the larger one; ``""`` if it does not."""
    if not overlap.contained:
        return ""
    return say.t("answers.bodies.contained", a=say.name(overlap.a), b=say.name(overlap.b))


def loads_sentence(say: Speech, loads: Sequence[Load], most: int) -> str:
    """Say which actors are in more than ``most`` bodies.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    loads
        Seats of each actor, the most first.
    most
        In how many bodies an actor may be without being named.
    """
    names = say.named(load.actor for load in loads)
    return say.t.count("answers.bodies.loads", len(loads), most=say.t.number(most), names=names)


def _largest(say: Speech, first: Sequence[Group]) -> str:
    if not first:
        return ""
    names = say.listed((group_name(say, group) for group in first), NAMED)
    actors = say.t.count("count.actors", len(first[0].members))
    return say.t.count("answers.groups.size", len(first), names=names, actors=actors)


def matrix_in_brief(view: View) -> str:
    """Say how many actors and cooperations are shown, and how many are not."""
    shown, alone = asked_matrix(view), len(groups_of(view.part).alone)
    further = len(view.part.actors) - len(shown.actors) - alone
    return matrix_sentence(speech(view), shown, alone=alone, further=further)


def bodies_in_brief(view: View) -> str:
    """Say how many bodies share members."""
    bodies = bodies_of(view.part)
    return bodies_sentence(speech(view), bodies, find_overlaps(bodies))


def competence_in_brief(view: View) -> str:
    """Say in how many cells nobody is recorded."""
    return sentence(speech(view), gaps_of(view.part))
