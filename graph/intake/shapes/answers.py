"""A row is a respondent of a survey, and columns ask about organisations, as LimeSurvey exports them."""

from __future__ import annotations

import re

from graph.intake.answers import Answers
from graph.intake.draft import Draft
from graph.intake.header import clean
from graph.intake.networks.web import Edge, Web
from graph.intake.recognise import Guess, RecognisedTable
from graph.intake.report import Tally, TranslationReport
from graph.intake.shapes.web import weave

SUBQUESTION = re.compile(r"^(?P<code>\w+)\[(?P<sub>[^\]]+)\].*?(?:\[(?P<label>[^\]]*)\])?\s*$", re.DOTALL)
# a header with the text of the question only: "Mit wem arbeiten Sie zusammen? [Hochschule Muster]"
_QUESTION = re.compile(r"^.*\?\s*\[(?P<label>[^\]]+)\]\s*$", re.DOTALL)
SUBMITTED = re.compile(r"^(?:submitdate|datum abgeschickt|date submitted)", re.IGNORECASE)
RESPONDENT = re.compile(r"organi[sz]ation|einrichtung|institution|unternehmen|verein|arbeitgeber|firma", re.IGNORECASE)
_OTHER = re.compile(r"^other|sonstige", re.IGNORECASE)
_NO = frozenset({"", "nein", "no", "n", "0", "nie", "never", "keine", "gar nicht", "n/a"})
_YES = frozenset({"ja", "yes", "y", "1", "x"})


def translate(guess: Guess, answers: Answers, draft: Draft, report: TranslationReport) -> None:
    """Translate answers to ties from the respondent's organisation; free texts are counted and not read.

    Parameters
    ----------
    guess
        The recipe and its tables.
    answers
        Where to cut.
    draft, report
        Get the rows of the contract, and what became of those of the files.
    """
    for table in guess.tables:
        web = Web(directed=True, declared=False)
        for line, cells in table.grid.rows():
            if line > table.header.last:
                _row(web, table, line, [clean(cell) for cell in cells], report)
        rows = report.rows.plus(Tally())
        weave(web, table.grid.file, draft, report, answers=answers)
        report.rows = rows


def asked_about(header: str) -> tuple[str, str] | None:
    """Return the code of a question in a survey and whom it is about; ``None`` when a header is no such question."""
    if found := SUBQUESTION.match(header):
        return found["sub"], found["label"] or ""
    asked = _QUESTION.match(header)
    return (asked["label"], asked["label"]) if asked else None


def _row(web: Web, table: RecognisedTable, line: int, cells: list[str], report: TranslationReport) -> None:
    places = table.header.places
    filled = {place: text for place, text in enumerate(cells) if text}
    if "submitted" in places and places["submitted"] not in filled:
        report.rows.add(1, "unfinished")
        return
    respondent = filled.get(places["respondent"], "")
    if not respondent:
        report.rows.add(1, "without-name")
        return
    report.rows.add(1)
    for place, text in filled.items():
        found = asked_about(table.header.texts[place]) if place < len(table.header.texts) else None
        if not found or not found[1] or text.casefold() in _NO:
            continue
        if _OTHER.match(found[0]) or _OTHER.match(found[1]):
            report.ties.add(1, "free-text")
            continue
        said = {} if text.casefold() in _YES else {"note": text}
        web.add_edge(Edge(respondent, found[1].strip(), {"kind": "cooperates_with", **said}, line))
