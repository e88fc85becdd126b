"""The parts of one exhibit on the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.export.exhibit import Exhibit, Figure, Portfolio
from graph.export.html.paper import PrintedRows, around_section, on_paper
from graph.export.html.tags import Tag, image, tag
from graph.export.legend import sample_size
from graph.export.pictures import (
    DARK_SHADES,
    SHADES,
    Chart,
    Decision,
    DrawnNetwork,
    LegendGroup,
    LegendSample,
    Matrix,
    Text,
)
from graph.export.svg.element import document
from graph.export.svg.legend import sample
from graph.export.svg.page import picture_svg
from graph.export.svg.printed import PrintedPicture, printed_picture, with_large_sign
from graph.export.table import ExportTable, ValueKind
from graph.export.words import rows_left, tables_left
from graph.picture.drawn import NodeSwatch

_TALL = 14  # rows of a table that scrolls on screen
_LONG = 40  # characters of a text that needs a wide column


def section(portfolio: Portfolio, exhibit: Exhibit, place: int, live: str) -> Tag:
    """Section of an exhibit; ``live`` is the number of its network, ``""`` when it has none.

    Parameters
    ----------
    portfolio
        The portfolio, for its words and redactions.
    exhibit
        What the section shows.
    place
        Number of the section, which its ids are made from.
    live
        Number of the network that can be moved, ``""`` for none.
    """
    words, heading = portfolio.words, f"titel-{place}"
    made = tag("section", id=f"ansicht-{place}", aria_labelledby=heading)
    if live:
        made.set("data-network", live)
    if exhibit.mark:
        made.append(tag("p", exhibit.mark, class_="quiet"))
    made.append(tag("h2", exhibit.title, id=heading))
    if exhibit.sentence:
        made.append(tag("p", exhibit.sentence, class_="sentence"))
    if exhibit.annotation:
        made.append(tag("p", exhibit.annotation, class_="annotation"))
    if exhibit.figures:
        made.append(_figures(exhibit.figures))
    drawn = printed_picture(exhibit.picture, words)
    below = [*_below(portfolio, exhibit)]
    tables = [content for content in exhibit.tables if content.rows]
    made.extend([*_picture(exhibit, words, live, drawn), *(tag("p", line, class_="source") for line in below)])
    made.extend([*_address(exhibit, words)])
    if tables:
        made.append(tag("h3", words["table"]))
        printed = on_paper(exhibit, tables, drawn.height, below, around_section(portfolio, place))
        for content, paper in zip(tables, printed, strict=True):
            made.extend([*table(content, paper, words)])
        if left := sum(not paper.rows for paper in printed):
            made.append(tag("p", tables_left(words, left), class_="quiet on-paper"))
    elif exhibit.picture is None and not exhibit.figures:
        made.append(tag("p", words["empty"]))
    return made


def table(content: ExportTable, paper: PrintedRows, words: Mapping[str, str]) -> Iterator[Tag]:
    """Yield a table with header cells, whose rows with an id lead to the picture, and what paper leaves out of it.

    Parameters
    ----------
    content
        The table.
    paper
        What paper has of it.
    words
        Words by their keys, in the language of the file.
    """
    made = _table(content, paper)
    if not paper.rows:
        made.set("class", f"{made.get('class')} beyond")
    yield made
    if 0 < paper.rows < len(content.rows):
        yield tag("p", rows_left(words, len(content.rows) - paper.rows), class_="quiet on-paper")


def _table(content: ExportTable, paper: PrintedRows) -> Tag:
    numbers = [column.kind is not ValueKind.TEXT for column in content.columns]
    head = [_cell("th", c.header, number=n, scope="col") for c, n in zip(content.columns, numbers, strict=True)]
    rows = []
    for place, row in enumerate(content.rows):
        first, *rest = row
        cells = [_cell("th", first.text, number=numbers[0], scope="row")]
        cells += [_cell("td", cell.text, number=n) for cell, n in zip(rest, numbers[1:], strict=True)]
        for at in range(len(cells)):
            if (place, at) in paper.cut:
                cells[at] = _cut_on_paper(cells[at])
        made = tag("tr", children=cells)
        if place >= paper.rows:
            made.set("class", "beyond")
        if place < len(content.ids):
            made.set("data-id", content.ids[place])
        rows.append(made)
    columns = [tag("col", style=f"--part:{part:.1%}") for part in paper.parts]
    body = [
        tag("caption", content.caption),
        tag("colgroup", children=columns),
        tag("thead", children=[tag("tr", children=head)]),
        tag("tbody", children=rows),
    ]
    return _scrolled(tag("table", children=body, class_="rows"), content.caption, tall=len(rows) > _TALL)


def _cut_on_paper(cell: Tag) -> Tag:
    """Return a cell whose text is shown whole on screen, and with an ellipsis where paper has no room for it."""
    text, cell.text = cell.text, None
    cell.append(tag("div", text or "", class_="cut"))
    return cell


def _scrolled(content: Tag, name: str, *, tall: bool) -> Tag:
    """Box in which a wide or long table scrolls, by keyboard too."""
    return tag(
        "div",
        children=[content],
        class_="scroll tall" if tall else "scroll",
        tabindex="0",
        role="group",
        aria_label=name,
    )


def _cell(name: str, text: str, *, number: bool, scope: str = "") -> Tag:
    made = tag(name, text)
    if scope:
        made.set("scope", scope)
    if number:
        made.set("class", "number")
    elif len(text) > _LONG and not scope:
        made.set("class", "long")
    return made


def _figures(figures: Sequence[Figure]) -> Tag:
    cards = []
    for figure in figures:
        parts = [tag("dt", figure.label), tag("dd", figure.value, class_="value")]
        cards.append(tag("div", children=[*parts, *([tag("dd", figure.note, class_="note")] if figure.note else [])]))
    return tag("dl", children=cards, class_="figures")


def _picture(exhibit: Exhibit, words: Mapping[str, str], live: str, drawn: PrintedPicture) -> Iterator[Tag]:
    shown = exhibit.picture
    if isinstance(shown, DrawnNetwork):
        yield from _network(exhibit, shown, words, drawn) if live else [tag("p", words["empty"])]
    elif isinstance(shown, Chart):
        alt = shown.description or exhibit.title
        pictures = (image(picture_svg(exhibit, words), alt, "on-screen"), image(drawn.svg, alt, "on-paper"))
        yield tag("figure", children=pictures)
    elif isinstance(shown, Matrix):
        yield _matrix(shown)
    elif isinstance(shown, Text):
        for block in shown.blocks:
            yield from _block(block.heading, block.points)
    elif isinstance(shown, Decision):
        yield tag("p", shown.proposal, class_="proposal")
        yield from _block(words["reasons"], shown.reasons)
        yield from _block(words["outcomes"], shown.outcomes, look="outcomes")


def _network(exhibit: Exhibit, shown: DrawnNetwork, words: Mapping[str, str], drawn: PrintedPicture) -> Iterator[Tag]:
    yield _finder(shown, words)
    still = image(drawn.svg, shown.description or exhibit.title)
    details = tag("aside", class_="details", aria_live="polite", aria_label=words["details"], tabindex="0")
    yield tag(
        "figure",
        children=[
            tag("div", children=[tag("div", children=[still, tag("div", class_="canvas")]), details], class_="explore")
        ],
    )
    yield tag("h3", words["legend"])
    yield tag("div", children=[_group(group) for group in shown.legend], class_="legend")
    if shown.note:
        yield tag("p", shown.note, class_="quiet")
    yield tag("p", words["keyboard"], class_="quiet by-hand")


def _finder(shown: DrawnNetwork, words: Mapping[str, str]) -> Tag:
    search = tag("input", type="search", placeholder=words["search_hint"], autocomplete="off")
    parts = [tag("label", words["search"], [search])]
    fields = sorted({field for of_element in shown.fields.values() for field in of_element})
    if fields:
        options = [tag("option", words["all_fields"], value=""), *(tag("option", f, value=f) for f in fields)]
        parts.append(tag("label", words["field"], [tag("select", children=options)]))
    parts.append(tag("p", role="status"))
    return tag("div", children=parts, class_="finder", role="search", hidden="hidden")


def _group(group: LegendGroup) -> Tag:
    entries = [tag("li", children=[legend_sample(entry), tag("span", entry.text)]) for entry in group.entries]
    return tag("div", children=[tag("p", group.title), tag("ul", children=entries)])


def legend_sample(entry: LegendSample) -> Tag:
    """Picture of an entry of a legend."""
    swatch = entry.sample
    if isinstance(swatch, NodeSwatch):
        swatch = with_large_sign(replace(swatch, size=min(swatch.size, 56.0)))
    width, height = sample_size(swatch)
    svg = document(width, height, sample(swatch, 0, height / 2))
    made = image(svg, "")
    made.set("width", f"{width:.0f}")
    made.set("height", f"{height:.0f}")
    return made


def _matrix(shown: Matrix) -> Tag:
    head = [tag("th", name, scope="col") for name in (shown.corner, *shown.columns)]
    rows = []
    for row in shown.rows:
        cells = [tag("th", row.header, scope="row")]
        for text, shade in zip(row.cells, row.shades, strict=True):
            ink = "#FFFFFF" if shade >= DARK_SHADES else "#1F2937"
            cells.append(tag("td", text, style=f"background:{SHADES[shade]};color:{ink}"))
        rows.append(tag("tr", children=cells))
    body = [
        tag("caption", shown.description),
        tag("thead", children=[tag("tr", children=head)]),
        tag("tbody", children=rows),
    ]
    return _scrolled(tag("table", children=body, class_="matrix"), shown.description, tall=False)


def _block(heading: str, points: Sequence[str], *, look: str = "points") -> Iterator[Tag]:
    if heading:
        yield tag("h3", heading)
    if points:
        yield tag("ul", children=[tag("li", point) for point in points], class_=look)


def _below(portfolio: Portfolio, exhibit: Exhibit) -> Iterator[str]:
    words = portfolio.words
    filters = ", ".join(exhibit.filters) or words["no_filters"]
    yield from (line for line in (*exhibit.remarks, exhibit.source, f"{words['filters']}: {filters}") if line)


def _address(exhibit: Exhibit, words: Mapping[str, str]) -> Iterator[Tag]:
    if exhibit.link.startswith(("https://", "http://")):
        address = tag("a", words["open"], href=exhibit.link, rel="noopener noreferrer")
        yield tag("p", children=[address], class_="source")
