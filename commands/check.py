"""``akteursnetz check FOLDER``: everything found in the tables, so that a data repository can test itself."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping

from graph.issue import Issue, Report, Severity
from store import StoreError, load
from views.language.words import LANGUAGES, LOCALES
from views.language.words import words as words_of

_SHOWN_WITHOUT_ASKING = (Severity.ERROR, Severity.WARNING)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("source", help="folder, .zip, .xlsx, .ods or .csv with the tables, or the address of a store")
    parser.add_argument("--language", choices=LANGUAGES, default="de")
    parser.add_argument("--all", action="store_true", help="print what is only worth knowing too")


def run(options: argparse.Namespace) -> int:
    """Print the findings; 1 when one is an error, else 0."""
    try:
        report = load(options.source)
    except StoreError as error:
        print(words_of(options.language).entries[f"store.{error.code}"], file=sys.stderr)
        return 1
    words = read_words(options.language)
    shown = tuple(Severity) if options.all else _SHOWN_WITHOUT_ASKING
    for issue in report.issues:
        if issue.severity in shown:
            print("\n".join(described(issue, words)))
    print(summary(report, words))
    return 1 if report.errors else 0


def read_words(language: str) -> Mapping[str, str]:
    """Return the words of all findings and of the command."""
    words = json.loads((LOCALES / language / "findings.json").read_text("utf-8"))
    return {**words.pop("command"), **words}


def described(issue: Issue, words: Mapping[str, str]) -> Iterator[str]:
    """Yield where a finding is and how grave, then what it says; a hint its words do not use is proposed."""
    fields = {field: printable(str(getattr(issue, field))) for field in ("file", "line", "column", "value", "hint")}
    place = ":".join(fields[field] for field in ("file", "line", "column") if fields[field] not in ("", "0"))
    yield f"{place}: {words[issue.severity]} [{issue.code}]"
    text = words[issue.code]
    proposal = f" {words['proposal']}" if issue.hint and "{hint}" not in text else ""
    yield f"    {(text + proposal).format(**fields)}"


def printable(text: str) -> str:
    """Return the text in one line without characters a terminal would obey."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def summary(report: Report, words: Mapping[str, str]) -> str:
    """Return what can be used and how much was found."""
    found = Counter(str(issue.severity) for issue in report.issues)
    dataset = report.dataset
    tables = {name: len(getattr(dataset, name)) for name in ("actors", "projects", "ties", "sources", "events")}
    counts = {severity: found[severity] for severity in Severity}
    return words["summary"].format(**tables, **{f"{name}s": count for name, count in counts.items()})
