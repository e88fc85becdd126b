"""The file itself as a source: its row in sources.csv, and what became of its rows and euros."""

from __future__ import annotations

from graph.intake.answers import Answers
from graph.intake.draft import Draft, RowOrigin, own_id
from graph.intake.recipe import Recipe
from graph.intake.report import TranslationReport
from graph.intake.shapes.regional import OUTSIDE
from graph.reading.codes import finding


def begun(file: str, recipe: Recipe, settings: Answers) -> Draft:
    """Start the tables with the row of the file itself in sources.csv.

    Parameters
    ----------
    file
        Its name.
    recipe
        How it is read.
    settings
        What the source is called and of which day it is, as far as somebody says so.
    """
    source = settings.source_id or own_id(recipe.name, file)
    draft = Draft(source)
    title = settings.source_title or " – ".join(text for text in (recipe.source.get("title", ""), file) if text)
    cells = {
        "id": source,
        "title": title,
        "publisher": recipe.source.get("publisher", ""),
        "date": settings.day,
        "url": recipe.source.get("url", ""),
        "licence": recipe.source.get("licence", ""),
        "recipe": recipe.name,
    }
    draft.add("sources", source, cells, RowOrigin(file, 1), sourced=False)
    return draft


def told(file: str, draft: Draft, report: TranslationReport) -> None:
    """Let the tables say what became of their file.

    Parameters
    ----------
    file
        Its name.
    draft
        The tables.
    report
        What became of its rows.
    """
    draft.tell(report.facts())
    if report.rows.left_out[OUTSIDE] and not report.rows.taken:
        draft.issues.append(finding("nothing-in-region", file))
        draft.tables.clear()  # a source of nothing is none
