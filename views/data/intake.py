"""What became of files that were translated, in sentences: rows, euros, organisations, ties and open questions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from graph.intake.report import Question, Report
from views.language.words import Words


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
