"""Sentences of the page Daten & Methodik."""

from __future__ import annotations

from collections.abc import Sequence

from graph.issue import Issue, Severity
from graph.schema import TABLES, CellKind
from graph.vocabulary import VOCABULARIES
from views.language.dates import date_words
from views.language.words import Words
from views.view import View

# header of the sheet that explains -> its word in the column help
_HELP = {"table": "which", "column": "name", "headers": "headers", "cell": "cell", "required": "required"}


def sentence(view: View) -> str:
    """Say how much there is and what day it stands for."""
    t, whole = view.t, view.whole
    return t(
        "daten.sentence" if len(whole.sources) else "daten.sentence_unsourced",
        date=date_words(t, whole.as_of) or t("daten.no_day"),
        actors=t.count("count.actors", len(whole.actors)),
        projects=t.count("count.projects", len(whole.projects)),
        ties=t.count("daten.count_ties", len(whole.ties)),
        sources=t.count("daten.count_sources", len(whole.sources)),
    )


def checked(t: Words, issues: Sequence[Issue]) -> str:
    """Say what a check found and what happens to it."""
    if not issues:
        return t("daten.own.clean")
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    found = t(
        "daten.own.found",
        errors=t.count("daten.own.errors", errors),
        warnings=t.count("daten.own.warnings", len(issues) - errors),
    )
    return f"{found} {t('daten.own.left_out')}" if errors else found


def template_words(t: Words) -> dict[str, str]:
    """Return the words of the template for Excel, each of which is understood when it is read again."""
    words = {f"cell.{cell}": t.entries[f"daten.cell.{cell}"] for cell in CellKind}
    words["sheet.help"] = t("daten.column.sheet")
    words |= {f"help.{name}": t(f"daten.column.{word}") for name, word in _HELP.items()}
    for name, codes in VOCABULARIES.items():
        shown = "tie_role" if name == "tie_kind" else name
        words |= {f"word.{name}.{code}": t.term(shown, code) for code in codes.values()}
    if t.language == "de":
        for table in TABLES.values():
            words[f"sheet.{table.name}"] = table.headers[0].capitalize()
            for column in table.columns:
                words[f"header.{table.name}.{column.name}"] = column.headers[0].replace("_", " ").capitalize()
    return words


METHODS = ("cooperation", "counting", "sum", "certainty", "dates", "layout", "missing")
