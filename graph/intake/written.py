"""A translation as plain values, so that a process of its own can hand it over; nothing is ever unpickled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from graph.intake.convert import Translation
from graph.intake.looking import Preset, SeenColumn, SeenTable
from graph.intake.report import Question, Tally, TranslationReport
from graph.issue import Issue, Severity
from graph.reading.sheet import Sheet, SheetReading

_TALLIES = ("rows", "euros", "names", "ties")
_COUNTS = ("existing", "recorded", "unreadable")


def written(translation: Translation) -> dict[str, Any]:
    """Return a translation as JSON holds it."""
    return {
        "sheets": [_sheet(sheet) for sheet in translation.reading.sheets],
        "issues": [asdict(issue) for issue in translation.reading.issues],
        "report": _report(translation.report),
    }


def read_back(document: Mapping[str, Any]) -> Translation:
    """Return the translation that `written` made plain."""
    sheets = tuple(Sheet(**{**each, "header": tuple(each["header"])}) for each in document["sheets"])
    issues = tuple(Issue(**{**each, "severity": Severity(each["severity"])}) for each in document["issues"])
    return Translation(SheetReading(sheets, issues), _report_of(document["report"]))


def looks_of(documents: Sequence[Mapping[str, Any]]) -> tuple[SeenTable, ...]:
    """Return tables as somebody sees them, which `dataclasses.asdict` made plain."""
    return tuple(_look(document) for document in documents)


def _sheet(sheet: Sheet) -> dict[str, Any]:
    names = ("file", "name", "header", "header_line", "rows", "lines")
    return {name: getattr(sheet, name) for name in names}


def _report(report: TranslationReport) -> dict[str, Any]:
    return {
        "recipe": report.recipe,
        **{name: [getattr(report, name).taken, dict(getattr(report, name).left_out)] for name in _TALLIES},
        **{name: getattr(report, name) for name in _COUNTS},
        "other_currency": dict(report.other_currency),
        "footers": report.footers,
        "questions": [asdict(question) for question in report.questions],
    }


def _report_of(document: Mapping[str, Any]) -> TranslationReport:
    rows, euros, names, ties = (Tally(document[name][0], Counter(document[name][1])) for name in _TALLIES)
    existing, recorded, unreadable = (int(document[name]) for name in _COUNTS)
    return TranslationReport(
        recipe=document["recipe"],
        rows=rows,
        euros=euros,
        names=names,
        ties=ties,
        existing=existing,
        recorded=recorded,
        unreadable=unreadable,
        other_currency=Counter(document["other_currency"]),
        footers=list(document["footers"]),
        questions=[Question(**{**each, "values": tuple(each["values"])}) for each in document["questions"]],
    )


def _look(document: Mapping[str, Any]) -> SeenTable:
    return SeenTable(
        file=document["file"],
        line=document["line"],
        columns=tuple(SeenColumn(**{**each, "words": tuple(each["words"])}) for each in document["columns"]),
        rows=tuple(map(tuple, document["rows"])),
        count=document["count"],
        shapes=tuple(document["shapes"]),
        presets={shape: tuple(Preset(**each) for each in presets) for shape, presets in document["presets"].items()},
    )
