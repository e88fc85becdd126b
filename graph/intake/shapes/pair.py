"""Two tables: one of nodes, one of ties between them, as Kumu, Gephi, NodeXL, Polinode and Neo4j write them."""

from __future__ import annotations

from collections.abc import Mapping

from graph.intake.answers import Answers
from graph.intake.draft import Draft
from graph.intake.header import clean
from graph.intake.networks.web import Edge, Node, Web
from graph.intake.recognise import Guess, RecognisedTable
from graph.intake.records import Record, records
from graph.intake.report import TranslationReport
from graph.intake.shapes.web import weave

_KEYS = frozenset({"id", "label", "from", "to"})  # all other columns say something of a node or tie
_TOLD = frozenset(
    {"kind", "start", "end", "note", "amount_eur", "type", "location", "website", "aliases", "description"}
)
_DIRECTIONS = {"directed": True, "undirected": False, "mutual": False, "gerichtet": True, "ungerichtet": False}


def translate(guess: Guess, answers: Answers, draft: Draft, report: TranslationReport) -> None:
    """Translate a table of nodes and a table of ties.

    Parameters
    ----------
    guess
        The recipe and its tables; of several for one part the one that says most.
    answers
        Where to cut.
    draft, report
        Get the rows of the contract, and what became of those of the files.
    """
    ties = next(iter(tables_of(guess, "ties")), None)
    nodes = max(tables_of(guess, "nodes"), key=lambda table: _known(guess, table, ties) if ties else 0)
    kinds: Mapping[str, str] = guess.recipe.rules.get("kinds", {})
    web = Web(directed=bool(guess.recipe.rules.get("directed", False)))
    web.keeps_keys = any(text.casefold() == "mode" for text in nodes.header.texts)
    by_label: dict[str, str] = {}
    keys: set[str] = set()
    for record, extra in _with_extra(guess, nodes, report):
        key = record.first("id", "label")
        label = record.first("label") or key
        if key and key not in keys:
            web.add_node(Node(key, label, extra, record.place.line))
            keys.add(key)
            by_label.setdefault(label.casefold(), key)
        else:
            report.rows.add(1, "repeated")
    for record, extra in _with_extra(guess, ties, report) if ties else ():
        start, end = (
            text if text in keys else by_label.get(text.casefold(), text) for text in (record["from"], record["to"])
        )
        directed = next(
            (_DIRECTIONS[text.casefold()] for text in extra.values() if text.casefold() in _DIRECTIONS), None
        )
        said = {"kind": kinds[word]} if (word := extra.get("kind", "").casefold()) in kinds else {}
        web.add_edge(Edge(start, end, {**extra, **said}, record.place.line, directed))
    weave(web, (ties or nodes).grid.file, draft, report, node_file=nodes.grid.file, answers=answers)


def fits(guess: Guess) -> bool:
    """Whether some of the ties end at some of the nodes, so that two tables belong together."""
    ties, nodes = tables_of(guess, "ties"), tables_of(guess, "nodes")
    return bool(ties and nodes) and max(_known(guess, table, ties[0]) for table in nodes) > 0


def tables_of(guess: Guess, part: str) -> list[RecognisedTable]:
    """Return the tables of a part, the one with most known columns first."""
    tables = [table for table in guess.tables if table.part == part]
    return sorted(tables, key=lambda table: (-len(table.header.places), -sum(map(bool, table.header.texts))))


def _known(guess: Guess, nodes: RecognisedTable, ties: RecognisedTable) -> int:
    """Return how many ends of ties a table of nodes knows."""
    keys = {
        text.casefold()
        for record in records(nodes, guess.recipe.parts["nodes"])
        for text in (record["id"], record["label"])
        if text
    }
    rows = records(ties, guess.recipe.parts["ties"])
    return sum(text.casefold() in keys for record in rows for text in (record["from"], record["to"]))


def _with_extra(guess: Guess, table: RecognisedTable, report: TranslationReport) -> list[tuple[Record, dict[str, str]]]:
    """Return records and the cells beside their keys, by field where the recipe knows it, else by header."""
    places = table.header.places
    used = {place for name, place in places.items() if name in _KEYS}
    names = {place: text.split("\n")[-1] for place, text in enumerate(table.header.texts) if text and place not in used}
    names |= {place: name for name, place in places.items() if name in _TOLD}
    found = list(records(table, guess.recipe.parts[table.part], report))
    lines = {record.place.line for record in found}
    extra = {
        line: {name: text for place, name in names.items() if place < len(cells) and (text := clean(cells[place]))}
        for line, cells in table.grid.rows()
        if line in lines
    }
    return [(record, extra[record.place.line]) for record in found]
