"""What the wizard for files of other programs says: shapes, fields, and organisations that may be known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.intake.against import Suggestion
from graph.intake.decisions import ANOTHER, PART, SAME
from graph.intake.looking import Column, Look
from graph.intake.targets import CODED, TARGETS
from views.language.words import Words

NOTHING = ""  # what a column means that is not taken
_RELATED = frozenset({"same-group", "part"})


def shape_words(t: Words, shape: str) -> tuple[str, str]:
    """Return what a row is, and an example of such a table."""
    return t(f"intake.shape.{shape}.name"), t(f"intake.shape.{shape}.example")


def field_words(t: Words, name: str) -> str:
    """Return what a column means; a field that need not be there stands for itself."""
    return t(f"intake.field.{name}") if name else t("intake.field.nothing")


def fields_of(shape: str) -> tuple[str, ...]:
    """Return what a column may mean in a shape, nothing first."""
    return (NOTHING, *TARGETS[shape].words)


def missing_words(t: Words, missing: Sequence[str]) -> str:
    """Say which columns are still to be named."""
    return t("intake.wizard.missing", fields=t.names([_either(t, each.split("|")) for each in missing]))


def _either(t: Words, names: Sequence[str]) -> str:
    first, *others = (field_words(t, name) for name in names)
    return t("intake.either", one=first, other=others[0]) if others else first


def code_options(shape: str, name: str) -> tuple[str, ...]:
    """Return what the words of a column may mean."""
    return CODED.get(shape, {}).get(name, ())


def code_words(t: Words, name: str, code: str) -> str:
    """Return a meaning of a word."""
    return t.term("tie_role" if name == "role" else "tie_kind", code)


def likely_code(t: Words, name: str, word: str, codes: Sequence[str]) -> str:
    """Return the meaning a word probably has: the one called so, else the first that means nothing special."""
    said = {code_words(t, name, code).casefold(): code for code in codes}
    return said.get(word.casefold(), "partner" if "partner" in codes else codes[0])


def column_words(t: Words, column: Column, place: int) -> str:
    """Return what a column is called; one without a header by its number."""
    return " ".join(column.header.split()) or t("intake.wizard.column", n=t.number(place + 1))


def sample(look: Look, place: int) -> list[str]:
    """Return the first cells of a column."""
    return [" ".join(row[place].split()) for row in look.rows]


def match_options(t: Words, group: Sequence[Suggestion], names: Mapping[str, str]) -> dict[str, str]:
    """Return what can be said of an organisation that may be known, the undecided first."""
    called = {each.actor: names.get(each.actor, each.actor) for each in group}
    options = {"": t("intake.match.later")}
    options |= {f"{SAME}:{actor}": t("intake.match.same", actor=name) for actor, name in called.items()}
    related = [each.actor for each in group if each.reason in _RELATED]
    options |= {f"{PART}:{actor}": t("intake.match.part", actor=called[actor]) for actor in related}
    return {**options, ANOTHER: t("intake.match.another")}


def match_reason(t: Words, each: Suggestion, names: Mapping[str, str]) -> str:
    """Say why an organisation may be one that is there, with the score."""
    return t(
        "intake.match.reason",
        actor=names.get(each.actor, each.actor),
        reason=t(f"intake.why.{each.reason}"),
        score=t.number(each.score),
    )
