"""What the wizard for files of other programs asks: shapes, columns, words, and organisations that may be known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from graph.intake.against import Suggestion
from graph.intake.decisions import ANOTHER, PART, SAME, MatchDecision
from graph.intake.looking import SeenColumn, SeenTable
from graph.intake.targets import CODED, TARGETS
from views.language.words import Words, plain

_RELATED = frozenset({"same-group", "part"})
_WORDS = 12  # of a column that are asked about
_MONEY = ("partner", "project")

Asked = tuple[str, Mapping[str, str], int, bool, str]  # label, options, the likely one, whether it is sure, cells


@dataclass(frozen=True, slots=True)
class Asking:
    """What somebody is asked about a table whose rows have a shape."""

    t: Words
    look: SeenTable
    shape: str

    def columns(self) -> Iterator[Asked]:
        """Yield each column: what it is called, what it may mean, what it probably means, and its first cells."""
        options = {name: field_words(self.t, name) for name in ("", *TARGETS[self.shape].words)}
        presets = {preset.column: preset for preset in self.look.presets[self.shape]}
        for place in range(len(self.look.columns)):
            preset = presets.get(place)
            likely = list(options).index(preset.field) if preset else 0
            cells = "\n".join(" ".join(row[place].split()) for row in self.look.rows)
            yield self.called(place), options, likely, bool(preset and preset.is_sure), cells

    def coded(self, fields: Mapping[int, str]) -> Iterator[tuple[int, str, str, Mapping[str, str], Mapping[str, int]]]:
        """Yield each column of words: place, field, question, what a word may mean, and words with what they may be."""
        for place, name in fields.items():
            if codes := CODED.get(self.shape, {}).get(name, ()):
                options = {code: self.t.term("tie_role" if name == "role" else "tie_kind", code) for code in codes}
                words = {word: _likely(word, options) for word in self.look.columns[place].words[:_WORDS]}
                yield place, name, self.t("intake.wizard.words", column=self.called(place)), options, words

    def money(self, fields: Mapping[int, str]) -> Mapping[str, str]:
        """Return whose the amounts of a table may be; nothing where it has none."""
        has_amounts = self.shape == "participation" and "amount" in fields.values()
        return {means: self.t(f"intake.money.{means}") for means in _MONEY} if has_amounts else {}

    def called(self, place: int) -> str:
        """Return what a column is called, safe in Markdown; one without a header by its number."""
        column: SeenColumn = self.look.columns[place]
        return plain(" ".join(column.header.split()) or self.t("intake.wizard.column", n=self.t.number(place + 1)))


def _likely(word: str, options: Mapping[str, str]) -> int:
    """Return the place of the meaning a word probably has: the one called so, else what means nothing special."""
    codes = list(options)
    same = [code for code in codes if options[code].casefold() == word.casefold()]
    return codes.index(same[0] if same else "partner" if "partner" in codes else codes[0])


def digest(look: SeenTable) -> str:
    """Return what stands for a table in the keys of its inputs."""
    headers = "\n".join(column.header for column in look.columns)
    return sha256(f"{look.file}\n{headers}".encode()).hexdigest()[:8]


def stem(look: SeenTable) -> str:
    """Return the name of a file without its ending."""
    return look.file.rsplit(".", 1)[0]


def shape_words(t: Words, shape: str) -> tuple[str, str]:
    """Return what a row is, and an example of such a table."""
    return t(f"intake.shape.{shape}.name"), t(f"intake.shape.{shape}.example")


def field_words(t: Words, name: str) -> str:
    """Return what a column means."""
    return t(f"intake.field.{name}") if name else t("intake.field.nothing")


def missing_words(t: Words, missing: Sequence[str]) -> str:
    """Say which columns are still to be named."""
    return t("intake.wizard.missing", fields=t.names([_either(t, each.split("|")) for each in missing]))


def _either(t: Words, names: Sequence[str]) -> str:
    first, *others = (field_words(t, name) for name in names)
    return t("intake.either", one=first, other=others[0]) if others else first


def by_organisation(suggestions: Sequence[Suggestion]) -> dict[str, list[Suggestion]]:
    """Return suggestions by the organisation of the files that they are about."""
    groups: dict[str, list[Suggestion]] = {}
    for each in suggestions:
        groups.setdefault(each.own, []).append(each)
    return groups


def match_name(group: Sequence[Suggestion]) -> str:
    """Return an organisation as the files call it, with its place."""
    return ", ".join(text for text in (group[0].name, group[0].place) if text)


def match_options(t: Words, group: Sequence[Suggestion], names: Mapping[str, str]) -> dict[str, str]:
    """Return what can be said of an organisation that may be known, the undecided first.

    Parameters
    ----------
    t
        Words of the language.
    group
        Suggestions for one name.
    names
        Names of the actors by id.
    """
    called = {each.actor: names.get(each.actor, each.actor) for each in group}
    options = {"": t("intake.match.later")}
    options |= {f"{SAME}:{actor}": t("intake.match.same", actor=name) for actor, name in called.items()}
    related = [each.actor for each in group if each.reason in _RELATED]
    options |= {f"{PART}:{actor}": t("intake.match.part", actor=called[actor]) for actor in related}
    return {**options, ANOTHER: t("intake.match.another")}


def match_reasons(t: Words, group: Sequence[Suggestion], names: Mapping[str, str]) -> str:
    """Say why an organisation may be one of those that are there, with the scores.

    Parameters
    ----------
    t
        Words of the language.
    group
        Suggestions for one name.
    names
        Names of the actors by id.
    """
    return "; ".join(
        t(
            "intake.match.reason",
            actor=names.get(each.actor, each.actor),
            reason=t(f"intake.why.{each.reason}"),
            score=t.number(each.score),
        )
        for each in group
    )


def said_of(group: Sequence[Suggestion], answer: str | None) -> list[MatchDecision]:
    """Return what an answer says of each actor that was named: it is this one, it belongs to it, it is another."""
    says, _, actor = (answer or "").partition(":")
    first = group[0]
    if not says:
        return []
    if says == SAME:
        return [MatchDecision(first.own, first.name, first.scheme, actor, SAME)]
    parts = {actor} if says == PART else set()
    return [
        MatchDecision(each.own, each.name, each.scheme, each.actor, PART if each.actor in parts else ANOTHER)
        for each in group
    ]
