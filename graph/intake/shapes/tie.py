"""A row is one tie: A, B, and what is between them. Whoever is named is an actor, or a project if a recipe says so."""

from __future__ import annotations

from collections.abc import Mapping

from graph.intake.answers import Answers
from graph.intake.draft import Draft
from graph.intake.networks.web import Edge, Web
from graph.intake.recognise import Guess
from graph.intake.records import records
from graph.intake.report import TranslationReport
from graph.intake.shapes.web import weave
from graph.vocabulary import Mode

_ENDS = frozenset({"from", "to", "from_label", "to_label", "direction"})
_KNOWN_DIRECTIONS = frozenset({"", "directed", "undirected", "gerichtet", "ungerichtet", "mutual", "mixed", "none"})
_DIRECTIONS = {"directed": True, "gerichtet": True, "undirected": False, "ungerichtet": False}


def translate(guess: Guess, answers: Answers, draft: Draft, report: TranslationReport) -> None:
    """Translate lists of ties.

    Parameters
    ----------
    guess
        The recipe and its tables.
    answers
        Where to cut.
    draft, report
        Get the rows of the contract, and what became of those of the file.
    """
    rules = guess.recipe.rules
    default = {"kind": str(rules["kind"])} if "kind" in rules else {}
    kinds: Mapping[str, str] = rules.get("kinds", {})
    for table in guess.tables:
        web = Web(directed=bool(rules.get("directed", True)), declared=False)
        projects: dict[str, Mode] = {}
        for record in records(table, guess.recipe.parts[table.part], report):
            start, end = record.first("from_label", "from"), record.first("to_label", "to")
            told = {name: text for name, text in record.cells.items() if name not in _ENDS}
            # a column called "Type" says the direction in Gephi, and what is between both everywhere else
            if record["direction"].casefold() not in _KNOWN_DIRECTIONS:
                told.setdefault("kind", record["direction"])
            told |= {"kind": kinds[word]} if (word := told.get("kind", "").casefold()) in kinds else {}
            directed = _DIRECTIONS.get(record["direction"].casefold())
            web.add_edge(Edge(start, end, {**default, **told}, record.place.line, directed))
            if rules.get("to_is") == "project":
                projects[end] = Mode.PROJECT
        weave(web, table.grid.file, draft, report, modes=projects, answers=answers)
