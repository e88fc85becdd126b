"""Fields and types, pairs of actors, and bodies as matrices and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.answers.actor_matrix import ActorMatrix
from graph.answers.bodies import Body, Load, Overlap
from graph.answers.gaps import FIGURES, GapCell, Gaps
from graph.dataset import unpacked
from graph.ledger.amounts import Amount
from views.address.codec import address, slug
from views.elements.tables import profile_link, profile_links
from views.language.words import Words
from views.matrix import MatrixGrid, MatrixHeading, Square, step
from views.overview.answer import overview_of
from views.table import Cell as TableCell
from views.table import Column, Look, Table, Unit, number_cell
from views.view import View

FIGURE_OF: Mapping[str, str] = {"akteure": "actors", "projekte": "projects", "euro": "euros"}


def competence(view: View, gaps: Gaps) -> MatrixGrid:
    """Kompetenzfelder by actor type with sums; "–" where nothing is recorded."""
    t, figure = view.t, FIGURE_OF[view.query.wert]
    ids = cell_ids(view, gaps)
    value = FIGURES[figure]
    largest = max((float(value(cell) or 0) for cell in gaps.cells.values()), default=0.0)
    squares = {
        (row, column): Square(
            _figure(t, figure, gaps.cells[field, kind]),
            ids[field, kind],
            step(float(value(gaps.cells[field, kind]) or 0), largest),
            value(gaps.cells[field, kind]),
        )
        for row, field in enumerate(gaps.fields)
        for column, kind in enumerate(gaps.types)
    }
    last_row, last_column = len(gaps.fields), len(gaps.types)
    by_field, by_type = ([sums[name] for name in names] for sums, names in _sums(gaps))
    squares |= {(row, last_column): _sum(t, figure, cell) for row, cell in enumerate(by_field)}
    squares |= {(last_row, column): _sum(t, figure, cell) for column, cell in enumerate(by_type)}
    total = MatrixHeading(t("kompetenzfelder.total"))
    return MatrixGrid(
        t(f"kompetenzfelder.caption.{figure}"),
        t("kompetenzfelder.field"),
        (*(MatrixHeading(field, address("netzwerk", feld=view.field_slugs[field])) for field in gaps.fields), total),
        (*(MatrixHeading(t.recorded(kind)) for kind in gaps.types), total),
        squares,
        totals=True,
        unit=Unit.EURO if figure == "euros" else Unit.NONE,
    )


def _sums(
    gaps: Gaps,
) -> tuple[tuple[Mapping[str, GapCell], Sequence[str]], tuple[Mapping[str, GapCell], Sequence[str]]]:
    return (gaps.by_field, gaps.fields), (gaps.by_type, gaps.types)


def _sum(t: Words, figure: str, cell: GapCell) -> Square:
    return Square(_figure(t, figure, cell), datum=FIGURES[figure](cell))


def cell_ids(view: View, gaps: Gaps) -> Mapping[tuple[str, str], str]:
    """Name of each cell in an address."""
    types = {value: name for name, value in view.type_slugs.items()}
    return {(field, kind): f"{view.field_slugs[field]}:{types[kind]}" for field, kind in gaps.cells}


def _figure(t: Words, figure: str, cell: GapCell) -> str:
    value: Amount | None = FIGURES[figure](cell)
    if value is None:
        return t("format.missing.amount" if figure == "euros" and cell.projects else "format.missing.none")
    return t.money_short(value) if figure == "euros" else t.number(value)


def actors_of(view: View, actors: Sequence[str]) -> Table:
    """Actors behind a cell."""
    t = view.t
    return Table(
        t.count("count.actors", len(actors)),
        (Column(t("kompetenzfelder.column.actor"), Look.LINK),),
        tuple((profile_link(view, actor),) for actor in _by_name(view, actors)),
    )


def projects_of(view: View, projects: Sequence[str]) -> Table:
    """Projects behind a cell, with their status."""
    t = view.t
    status = dict(unpacked(view.whole.projects, "id", "status"))
    return Table(
        t.count("count.projects", len(projects)),
        (Column(t("kompetenzfelder.column.project"), Look.LINK), Column(t("kompetenzfelder.column.status"))),
        tuple((profile_link(view, e), t.term("status", status[e])) for e in _by_name(view, projects)),
    )


def actor_grid(view: View, matrix: ActorMatrix) -> MatrixGrid:
    """Actors by actors: number of shared projects."""
    t, actors = view.t, matrix.actors
    starts = {block.start for block in matrix.blocks if block.start}
    headings = tuple(
        MatrixHeading(view.short_names[actor], address("steckbrief", id=actor), start=index in starts)
        for index, actor in enumerate(actors)
    )
    largest = max((weight for _, _, weight in matrix.cells), default=0.0)
    squares = {}
    for row, column, weight in matrix.cells:
        square = Square(t.number(weight), pair_id(actors[row], actors[column]), step(weight, largest), weight)
        squares[row, column] = squares[column, row] = square
    columns = tuple(MatrixHeading(heading.text, start=heading.start) for heading in headings)
    return MatrixGrid(
        t("kompetenzfelder.actors.caption"), t("kompetenzfelder.column.actor"), headings, columns, squares
    )


def pair_id(a: str, b: str) -> str:
    """Name of a pair in an address, whatever its order."""
    return ">".join(sorted((a, b)))


def pairs(view: View, matrix: ActorMatrix) -> Table:
    """Show the matrix as a list: pairs by number of shared projects; the caption says when it holds not all of them."""
    t, actors = view.t, matrix.actors
    some = len(matrix.cells) < overview_of(view.part).cooperations
    caption = "kompetenzfelder.actors.some_pairs" if some else "kompetenzfelder.actors.pairs"
    cells = sorted(matrix.cells, key=lambda cell: (-cell[2], cell[0], cell[1]))
    return Table(
        t.count(caption, len(cells), **({"actors": t.count("count.actors", len(actors))} if some else {})),
        (
            Column(t("kompetenzfelder.column.pair"), Look.LINK),
            Column(t("kompetenzfelder.column.shared"), Look.BAR),
        ),
        tuple((_pair(view, actors[row], actors[column]), number_cell(t, weight)) for row, column, weight in cells),
    )


def bodies_grid(view: View, bodies: Sequence[Body], overlaps: Iterable[Overlap]) -> MatrixGrid:
    """Bodies by bodies: share of common members in all members of both.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    bodies
        Bodies in the order of rows.
    overlaps
        Members that two bodies share.
    """
    t = view.t
    place = {body.id: index for index, body in enumerate(bodies)}
    squares = {}
    for overlap in overlaps:
        share = overlap.jaccard
        square = Square(t.percent(share), pair_id(overlap.a, overlap.b), step(share, 1.0), share)
        a, b = place[overlap.a], place[overlap.b]
        squares[a, b] = squares[b, a] = square
    headings = tuple(MatrixHeading(view.short_names[body.id], address("steckbrief", id=body.id)) for body in bodies)
    columns = tuple(MatrixHeading(heading.text) for heading in headings)
    caption = t("kompetenzfelder.bodies.caption")
    return MatrixGrid(caption, t("kompetenzfelder.column.body"), headings, columns, squares, unit=Unit.SHARE)


def bodies_table(view: View, bodies: Sequence[Body]) -> Table:
    """Bodies with their members."""
    t = view.t
    looks = {"body": Look.LINK, "size": Look.BAR, "members": Look.TEXT}
    return Table(
        t.count("kompetenzfelder.bodies.list", len(bodies)),
        tuple(Column(t(f"kompetenzfelder.column.{name}"), look) for name, look in looks.items()),
        tuple(
            (profile_link(view, body.id), number_cell(t, len(body.members)), profile_links(view, body.members))
            for body in bodies
        ),
    )


def overlap_table(view: View, overlap: Overlap) -> Table:
    """Members of two bodies and in which of them they are."""
    t = view.t
    groups = (
        (overlap.common, t("kompetenzfelder.bodies.both")),
        (overlap.only_a, view.short_names[overlap.a]),
        (overlap.only_b, view.short_names[overlap.b]),
    )
    return Table(
        t.count("kompetenzfelder.bodies.common", len(overlap.common)),
        (Column(t("kompetenzfelder.column.actor"), Look.LINK), Column(t("kompetenzfelder.column.member_of"))),
        tuple((profile_link(view, actor), where) for actors, where in groups for actor in _by_name(view, actors)),
    )


def loads(view: View, found: Sequence[Load]) -> Table:
    """Actors in many bodies."""
    t = view.t
    looks = {"actor": Look.LINK, "number": Look.BAR, "bodies": Look.TEXT}
    return Table(
        t("kompetenzfelder.bodies.loads"),
        tuple(Column(t(f"kompetenzfelder.column.{name}"), look) for name, look in looks.items()),
        tuple(
            (profile_link(view, load.actor), number_cell(t, len(load.bodies)), profile_links(view, load.bodies))
            for load in found
        ),
    )


def _pair(view: View, a: str, b: str) -> TableCell:
    names = view.t.names([view.short_names[a], view.short_names[b]])
    return TableCell(names, target=address("vergleich", vergleich=f"{a},{b}"))


def _by_name(view: View, elements: Iterable[str]) -> list[str]:
    return sorted(elements, key=lambda element: slug(view.names[element]))
