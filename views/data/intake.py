"""What became of files that were translated, in sentences: rows, euros, organisations, ties and open questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from hashlib import sha256

from graph.errors import AkteursnetzError
from graph.intake.against import Suggestion
from graph.intake.convert import Translation, convert
from graph.intake.files import tables_of
from graph.intake.report import Question, Report
from graph.reading.sources import read_source
from graph.reading.tables import assigned
from views.keeping import cached_source
from views.language.words import Words


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
    if not files or _are_ours(files):
        return dict(files), None
    digest = sha256(b"".join(name.encode() + b"\0" + content for name, content in sorted(files.items()))).hexdigest()
    translation = _translated(digest, region, files)
    return (tables_of(translation), translation) if translation.report.recipe else (dict(files), None)


def _are_ours(files: Mapping[str, bytes]) -> bool:
    tables, _ = assigned(read_source(files))
    return any(rows.headers for rows in tables.values())


@cached_source
def _translated(digest: str, region: str, _files: Mapping[str, bytes]) -> Translation:  # noqa: ARG001  # is a key
    try:
        return convert(_files, region=region or None)
    except AkteursnetzError:
        # a region that is none, such as a comma, cuts nothing
        return convert(_files)


def report_lines(report: Report, t: Words) -> list[str]:
    """Return the report line by line; lines about nothing are left out."""
    lines = [t("intake.recipe", recipe=report.recipe) if report.recipe else t("intake.recipe_none")]
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


def question_line(question: Question, t: Words) -> str:
    """Return a question, and the option of the command that answers it."""
    values = ", ".join(question.values) or t("intake.nothing")
    stated = {"file": question.file, "column": question.column, "values": values, "option": question.option}
    return t(f"intake.question.{question.code}", **stated)


def _tally(t: Words, key: str, file: int, taken: int, left_out: Mapping[str, int]) -> str:
    return t(key, file=t.number(file), taken=t.number(taken)) + _reasons(t, left_out)


def _money(t: Words, report: Report) -> str:
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
