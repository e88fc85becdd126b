"""Tables that show what they are by their form: matrices, lists with numbered members, surveys."""

from __future__ import annotations

from collections.abc import Sequence

from graph.intake.grid import Grid, Row
from graph.intake.header import Header, assign, clean, squeeze
from graph.intake.recipe import Part, Recipe
from graph.intake.recognise import Guess, RecognisedTable
from graph.intake.registry import BY_NAME
from graph.intake.shapes.answers import RESPONDENT, SUBMITTED, asked_about
from graph.intake.shapes.group import wide_columns
from graph.intake.shapes.matrix import NONE, PROJECTS, TOTALS, is_square

_DEPTH = 12
_MARKS = frozenset(
    {"x", "l", "k", "p", "u", "a", "m", "1", "ja", "yes", "j", "y", "✓", "✔", "•", "*", "leitung", "partner"}
)
_ROLES = frozenset(
    {
        "lead",
        "koordination",
        "koordinator",
        "coordinator",
        "mitglied",
        "beteiligt",
        "assoziiert",
        "true",
        "wahr",
        "vrai",
    }
    | {"oui", "sì", "si", "tak", "coordinateur", "chef de file", "partenaire", "capofila", "lider", "partnerzy"}
)
MATRIX = Recipe("matrix", "matrix", {"matrix": Part({"rows": ()})})
GROUP = Recipe("mitglieder-in-spalten", "group", {"groups": Part({"group": ()})})
SURVEY = Recipe("limesurvey", "answers", {"answers": Part({"respondent": ()})})


def structured(grid: Grid) -> Guess | None:
    """Return how a table is read by its form, ``None`` when the form says nothing."""
    preview = grid.preview()
    for place, (line, cells) in enumerate(preview[:_DEPTH]):
        texts = tuple(clean(cell) for cell in cells)
        if places := _survey(texts):
            return Guess(SURVEY, (RecognisedTable("answers", grid, Header(texts, places, line, line)),), 1.0)
        if places := _wide(texts):
            if squeeze(texts[places["group"]]).startswith(PROJECTS):
                return _wide_projects(grid, texts, line)
            return Guess(GROUP, (RecognisedTable("groups", grid, Header(texts, places, line, line)),), 1.0)
        if (first := _matrix(texts, preview[place + 1 :])) is not None:
            return Guess(MATRIX, (RecognisedTable("matrix", grid, Header(texts, {"rows": first}, line, line)),), 1.0)
    return None


def formed(grid: Grid, recipe: Recipe) -> Guess | None:
    """Return how a table is read by the form somebody says it has, ``None`` when it cannot have it.

    Parameters
    ----------
    grid
        The table.
    recipe
        Of the shape ``matrix``, ``group`` or ``answers``; its words may name the column of the labels.
    """
    preview = grid.preview()
    part, words = next(((name, kind.words) for name, kind in recipe.parts.items()), (recipe.shape, {}))
    finders = {"answers": _survey, "group": _wide}
    for place, (line, cells) in enumerate(preview[:_DEPTH]):
        texts = tuple(clean(cell) for cell in cells)
        if recipe.shape == "matrix":
            first = assign(cells, words).get("rows", _labels(texts, preview[place + 1 :]))
            named = [at for at, text in enumerate(texts) if text and first is not None and at > first]
            found = {"rows": first} if first is not None and len(named) > 1 else {}
        else:
            found = finders[recipe.shape](texts)
        if found:
            return Guess(recipe, (RecognisedTable(part, grid, Header(texts, found, line, line)),), 1.0)
    return None


def _survey(texts: Sequence[str]) -> dict[str, int]:
    """Return the places of a survey: at least two columns of a question that name somebody, and who answers."""
    asked = [text for text in texts if (found := asked_about(text)) and found[1]]
    respondents = [place for place, text in enumerate(texts) if RESPONDENT.search(text) and not asked_about(text)]
    if len(asked) < 2 or not respondents:
        return {}
    submitted = [("submitted", place) for place, text in enumerate(texts) if SUBMITTED.match(text)]
    return {"respondent": respondents[0], **dict(submitted[:1])}


def _wide(texts: tuple[str, ...]) -> dict[str, int]:
    columns = wide_columns(texts)
    stems = ("mitglied", "member", "partner", "akteur", "teilnehmer", "organisation", "actor", "unternehmen")
    if len(columns) < 2 or not squeeze(texts[columns[0]]).startswith(stems):
        return {}
    others = [place for place, text in enumerate(texts) if text and place not in columns]
    return {"group": others[0]} if others else {}


def _wide_projects(grid: Grid, texts: tuple[str, ...], line: int) -> Guess:
    """Return how projects are read whose partners stand in numbered columns."""
    recipe = BY_NAME["projektliste"]
    ((part, kind),) = recipe.parts.items()
    places = {**assign(texts, kind.words), "partners": wide_columns(texts)[0]}
    return Guess(recipe, (RecognisedTable(part, grid, Header(texts, places, line, line)),), 1.0)


def _matrix(texts: Sequence[str], rows: Sequence[Row]) -> int | None:
    """Return the place of the labels of the rows when what follows a header is a matrix."""
    named = [place for place, text in enumerate(texts) if text]
    labels = _labels(texts, rows)
    if labels is None or len(named) < 3:
        return None
    columns = [place for place in named if place > labels and squeeze(texts[place]) not in TOTALS]
    if len(columns) < 2 or len({texts[place] for place in columns}) < len(columns):
        return None
    body = [(clean(cells[labels]), cells) for _, cells in rows if len(cells) > labels and clean(cells[labels])]
    body = [
        (label, cells) for label, cells in body if squeeze(label) not in TOTALS and any(map(clean, cells[labels + 1 :]))
    ]
    values = [clean(cells[place]).casefold() for _, cells in body for place in columns if place < len(cells)]
    filled = [value for value in values if value not in NONE]
    if not filled or len(body) < 2:
        return None
    square = is_square({texts[place] for place in columns}, {label for label, _ in body})
    fitting = [value for value in filled if value in _MARKS | _ROLES or (square and _is_number(value))]
    return labels if len(fitting) >= 0.95 * len(filled) else None


def _labels(texts: Sequence[str], rows: Sequence[Row]) -> int | None:
    """Return the first column with texts below the header; it may have no header itself."""
    for place in range(min(3, len(texts))):
        below = [clean(cells[place]) for _, cells in rows if place < len(cells)]
        if sum(bool(text) for text in below) >= 2:
            return place
    return None


def _is_number(value: str) -> bool:
    return value.lstrip("-").replace(".", "", 1).replace(",", "", 1).isdecimal()
