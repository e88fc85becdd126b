"""What became of files that were translated, in sentences: rows, euros, organisations, ties and open questions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256

from graph.dataset import Dataset
from graph.intake.against import Suggestion, attached
from graph.intake.apart import take_apart
from graph.intake.convert import Translation
from graph.intake.decisions import MatchDecision
from graph.intake.file_actors import actors_of
from graph.intake.files import tables_of
from graph.intake.looking import SeenTable
from graph.intake.recipe import FORMAT, UnusableRecipeError, from_json
from graph.intake.region import UnusableRegionError
from graph.intake.report import Question, TranslationReport
from graph.intake.taking import IntakeAnswers, TakenFiles, plain
from views import visitor
from views.keeping import cached_source
from views.language.words import Words
from views.language.words import plain as plainly

_LONGEST_MAPPING = 200_000  # bytes
_WRITING = frozenset({"decimal-sign", "day-or-month"})
_WRITING_WORDS = {",": "comma", ".": "point", "dmy": "dmy", "mdy": "mdy"}
_ASKED = 20  # questions at once
_UNREAD = frozenset({"not-recognised", "missing-column"})


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of files that were handed in.

    Attributes
    ----------
    files
        What goes on to be checked: the files as they are, or the tables they were translated to.
    translation
        How they were translated, ``None`` when they have our columns already or nothing was recognised.
    suggestions
        Actors that may be known already, for a person to say.
    looks
        Tables as they are; those somebody may have to say the meaning of are `unread`.
    mappings
        The mappings that went with the files.
    """

    files: dict[str, bytes]
    translation: Translation | None = None
    suggestions: tuple[Suggestion, ...] = ()
    looks: tuple[SeenTable, ...] = ()
    unread: tuple[SeenTable, ...] = ()
    mappings: tuple[str, ...] = ()

    def asked_about(self, file: str = "") -> SeenTable | None:
        """Return the table somebody wants to say the meaning of, else the first that nobody recognised."""
        return next((each for each in (*self.looks, *self.unread) if each.file == file), next(iter(self.unread), None))

    def names_beside(self, dataset: Dataset | None) -> dict[str, str]:
        """Return the names of the actors somebody may be, by id: those of the files, and those that are there."""
        files = actors_of(self.translation.reading) if self.translation else ()
        names = {row.own: row.name for row in files}
        return names | ({} if dataset is None else dict(zip(dataset.actors["id"], dataset.actors["name"], strict=True)))


def taken_in(files: Mapping[str, bytes], region: str = "") -> tuple[dict[str, bytes], Translation | None]:
    """Return files as tables of the contract, and how they were translated.

    Parameters
    ----------
    files
        Uploaded files by name.
    region
        Codes and places to cut to, as somebody types them; everything by default.

    Returns
    -------
    The files as they are and ``None`` where they have our columns already, or where nothing was recognised.
    """
    done = intake_of(files, IntakeAnswers(region=region))
    return done.files, done.translation


def intake_of(
    files: Mapping[str, bytes],
    asked: IntakeAnswers,
    dataset: Dataset | None = None,
    decisions: Sequence[MatchDecision] = (),
) -> Intake:
    """Translate uploaded files, in a process of their own, and compare them with the actors that are there.

    Parameters
    ----------
    files
        Uploaded files by name; a mapping among them says how others are read.
    asked
        What a person says of them.
    dataset
        The data whose actors keep their ids; by default only the files are compared, one with the other.
    decisions
        What a person has said of suggestions.
    """
    tables, mappings = _apart_from_mappings(files)
    if not tables:
        return Intake({})
    asked = replace(asked, mappings=(*mappings, *asked.mappings))
    taken = _taken(_digest(tables), json.dumps(plain(asked), sort_keys=True), tables, asked)
    translation, said = taken.translation, set(taken.translation.report.questions)
    unread = tuple(
        look for look in taken.looks if any(each.file == look.file and each.code in _UNREAD for each in said)
    )
    if taken.is_ours or not translation.report.recipe:
        return Intake(dict(tables), looks=taken.looks, unread=() if taken.is_ours else unread, mappings=mappings)
    translation, suggestions = attached(translation, dataset, decisions)
    return Intake(tables_of(translation), translation, suggestions, taken.looks, unread, mappings)


def _apart_from_mappings(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return files without the mappings among them, and those."""
    mappings = {name: content.decode("utf-8", "replace") for name, content in files.items() if _is_mapping(content)}
    return {name: content for name, content in files.items() if name not in mappings}, tuple(mappings.values())


def _is_mapping(content: bytes) -> bool:
    """Whether a file is a mapping that can be used; it is small, and says so at its beginning."""
    if len(content) > _LONGEST_MAPPING or FORMAT.encode() not in content[:400]:
        return False
    try:
        from_json(content)
    except UnusableRecipeError:
        return False
    return True


@cached_source
def _taken(digest: str, said: str, _files: Mapping[str, bytes], _asked: IntakeAnswers) -> TakenFiles:  # noqa: ARG001  # are keys
    try:
        return take_apart(_files, _asked, visitor.is_there)
    except UnusableRegionError:
        # a region that is none, such as a comma, cuts nothing
        return take_apart(_files, replace(_asked, region=""), visitor.is_there)


def _digest(files: Mapping[str, bytes]) -> str:
    return sha256(b"".join(name.encode() + b"\0" + content for name, content in sorted(files.items()))).hexdigest()


def report_lines(report: TranslationReport, t: Words, *, in_words: bool = False) -> list[str]:
    """Return the report line by line; lines about nothing are left out.

    Parameters
    ----------
    report
        What became of the files.
    t
        Words of the language.
    in_words
        Whether recipes are explained; a command calls them as it wants to be told them.
    """
    recipe = _known(report.recipe, t) if in_words else report.recipe
    lines = [t("intake.recipe", recipe=recipe) if report.recipe else t("intake.recipe_none")]
    lines.append(_tally(t, "intake.rows", report.rows.file, report.rows.taken, report.rows.left_out))
    if report.euros.file:
        lines.append(_money(t, report))
    if report.other_currency:
        sums = "; ".join(f"{t.number(cents // 100)} {code}" for code, cents in sorted(report.other_currency.items()))
        lines.append(t("intake.other_currency", sums=sums))
    if report.unreadable:
        lines.append(t.count("intake.unreadable", report.unreadable))
    names = report.names
    if names.file:
        new = t.number(names.taken - report.existing)
        values = {"names": t.number(names.file), "existing": t.number(report.existing), "new": new}
        lines.append(t("intake.names", **values) + _reasons(t, names.left_out))
    if report.ties.file:
        lines.append(_tally(t, "intake.ties", report.ties.file, report.ties.taken, report.ties.left_out))
    if report.footers:
        lines.append(t.count("intake.footers", len(report.footers)))
    return [*lines, *(question_line(question, t) for question in report.questions)]


def _known(recipe: str, t: Words) -> str:
    """Return the recipes that read some files, each with its words; a mapping is called as somebody called it."""
    known = {name: f"intake.known.{name}" for name in recipe.split("+")}
    return "; ".join(f"{name} – {t(words)}" if t.has(words) else name for name, words in known.items())


def suggestion_lines(suggestions: Sequence[Suggestion], t: Words) -> list[str]:
    """Return who may be known already, and why, a line each."""
    return [
        t(
            "intake.suggestion.same" if each.same else "intake.suggestion.told",
            name=each.name,
            actor=each.actor,
            reason=t(f"intake.why.{each.reason}"),
        )
        for each in suggestions
    ]


def open_columns(report: TranslationReport, t: Words) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Yield each column of which nothing says how it is written: its header, the question, and the answers."""
    for question in report.questions[:_ASKED]:
        if question.code in _WRITING:
            label = t(f"intake.ask.{question.code}", column=plainly(question.column), file=plainly(question.file))
            yield (
                question.column,
                label,
                {value: t(f"intake.writing.{_WRITING_WORDS[value]}") for value in question.values},
            )


def question_line(question: Question, t: Words) -> str:
    """Return a question, and the option of the command that answers it."""
    values = ", ".join(question.values) or t("intake.nothing")
    stated = {"file": question.file, "column": question.column, "values": values, "option": question.option}
    return t(f"intake.question.{question.code}", **stated)


def _tally(t: Words, key: str, file: int, taken: int, left_out: Mapping[str, int]) -> str:
    return t(key, file=t.number(file), taken=t.number(taken)) + _reasons(t, left_out)


def _money(t: Words, report: TranslationReport) -> str:
    values = {
        name: t.money(Decimal(cents) / 100)
        for name, cents in (("file", report.euros.file), ("taken", report.euros.taken))
    }
    parts = [
        t("intake.left_out_euros", euros=t.money(Decimal(cents) / 100), reason=t(f"intake.reason.{reason}"))
        for reason, cents in sorted(report.euros.left_out.items())
        if cents
    ]
    return t("intake.euros", **values) + ("; " + "; ".join(parts) if parts else "")


def _reasons(t: Words, left_out: Mapping[str, int]) -> str:
    parts = [
        t("intake.left_out", n=t.number(count), reason=t(f"intake.reason.{reason}"))
        for reason, count in sorted(left_out.items())
        if count
    ]
    return "; " + "; ".join(parts) if parts else ""
