"""A matrix: who takes part where (actors and projects), or who works with whom (the same names twice)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.intake.answers import Answers
from graph.intake.draft import Draft
from graph.intake.header import clean, squeeze
from graph.intake.networks.web import Edge, Node, Web
from graph.intake.recognise import Guess, RecognisedTable
from graph.intake.report import Tally, TranslationReport
from graph.intake.shapes.web import weave
from graph.vocabulary import Mode

TOTALS = frozenset(
    {"summe", "gesamt", "total", "totals", "sum", "anzahl", "insgesamt", "gesamtsumme", "ergebnis", "count", "number"}
    | {"totaux", "somme", "nombre", "totale", "somma", "numero", "razem", "suma", "ogółem", "liczba"}
)
NONE = frozenset({"", "0", "0.0", "0,0", "nein", "no", "n", "-", "–", ".", "falsch", "false", "non", "nie", "faux"})
_LEADS = frozenset(
    {"l", "leitung", "lead", "leads", "federführung", "koordination", "k", "koordinator", "coordinator"}
    | {"coordinateur", "chef de file", "porteur", "capofila", "coordinatore", "lider", "koordynator"}
)
_SUPPORTS = frozenset({"u", "unterstützung", "supports", "unterstützt", "a", "assoziiert", "associated"})
PROJECTS = ("projekt", "vorhaben", "project", "massnahme", "initiative", "event", "projet", "progett")


@dataclass(frozen=True, slots=True)
class _Matrix:
    corner: str
    columns: list[tuple[int, str]]
    rows: list[tuple[int, str, list[str]]]


def translate(guess: Guess, answers: Answers, draft: Draft, report: TranslationReport) -> None:
    """Translate matrices.

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
        matrix = _matrix(table)
        before = report.rows.plus(Tally())
        labels, others = {label for _, label in matrix.columns}, {label for _, label, _ in matrix.rows}
        square = is_square(labels, others)
        web, modes = _adjacency(matrix, table) if square else _incidence(matrix, table, guess.recipe.rules)
        weave(web, table.grid.file, draft, report, modes=modes, answers=answers)
        report.rows = before
        report.rows.add(len(matrix.rows))


def is_square(columns: set[str], rows: set[str]) -> bool:
    """Whether both sides of a matrix name the same elements, but for a few that one side leaves out."""
    return 2 * len(columns & rows) > len(columns | rows)


def _matrix(table: RecognisedTable) -> _Matrix:
    first = table.header.places["rows"]
    texts = table.header.texts
    columns = [
        (place, text) for place, text in enumerate(texts) if place > first and text and squeeze(text) not in TOTALS
    ]
    rows = [
        (line, label, [clean(cell) for cell in cells])
        for line, cells in table.grid.rows()
        if line > table.header.last
        and len(cells) > first
        and (label := clean(cells[first]))
        and squeeze(label) not in TOTALS
        and any(clean(cell) for cell in cells[first + 1 :])
    ]
    return _Matrix(texts[first] if first < len(texts) else "", columns, rows)


def _incidence(matrix: _Matrix, table: RecognisedTable, rules: Mapping[str, Any]) -> tuple[Web, dict[str, Mode]]:
    """Rows are actors and columns projects, unless the corner or a rule says that rows are projects."""
    corner = squeeze(matrix.corner)
    turned = rules["rows_are"] == "project" if "rows_are" in rules else corner.startswith(PROJECTS)
    said: Mapping[str, str] = rules.get("roles", {})
    web, modes = Web(directed=True), dict[str, Mode]()
    row_mode, column_mode = (Mode.PROJECT, Mode.ACTOR) if turned else (Mode.ACTOR, Mode.PROJECT)
    for line, label, _ in matrix.rows:
        web.add_node(Node(f"r:{label}", label, {}, line))
        modes[f"r:{label}"] = row_mode
    for _, label in matrix.columns:
        web.add_node(Node(f"c:{label}", label, {}, table.header.line))
        modes[f"c:{label}"] = column_mode
    for line, label, cells in matrix.rows:
        for place, other in matrix.columns:
            value = cells[place].casefold() if place < len(cells) else ""
            if value not in NONE:
                ends = (f"c:{other}", f"r:{label}") if turned else (f"r:{label}", f"c:{other}")
                web.add_edge(Edge(*ends, {"kind": said.get(value) or _kind(value)}, line))
    return web, modes


def _kind(value: str) -> str:
    return "leads" if value in _LEADS else "supports" if value in _SUPPORTS else "partner"


def _adjacency(matrix: _Matrix, table: RecognisedTable) -> tuple[Web, dict[str, Mode]]:
    """Each cell is a tie; where both halves say the same, or one is empty, ties have no direction."""
    cells = {
        (label, other): value
        for _, label, values in matrix.rows
        for place, other in matrix.columns
        if (value := values[place] if place < len(values) else "").casefold() not in NONE
    }
    mirrored = all(cells.get((other, label)) == value for (label, other), value in cells.items())
    one_half = not any((other, label) in cells for label, other in cells if label != other)
    web = Web(directed=not (mirrored or one_half))
    lines = {label: line for line, label, _ in matrix.rows}
    for label in dict.fromkeys((*lines, *(label for _, label in matrix.columns))):
        web.add_node(Node(label, label, {}, lines.get(label, table.header.line)))
    for (label, other), value in cells.items():
        if mirrored and (other, label) in cells and other < label:
            continue
        words = {} if value.replace(".", "").replace(",", "").isdecimal() or len(value) == 1 else {"kind": value}
        web.add_edge(Edge(label, other, words, lines[label]))
    return web, {}
