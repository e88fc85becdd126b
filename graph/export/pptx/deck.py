"""A portfolio as a presentation: reading order is the order in which things are added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from pptx.enum.text import PP_ALIGN

from graph.export.exhibit import Exhibit, Portfolio
from graph.export.pictures import Chart, Decision, DrawnNetwork, Matrix, Text
from graph.export.plain import clean, one_line
from graph.export.pptx.charts import add_chart, in_theme
from graph.export.pptx.facts import state
from graph.export.pptx.ground import adapt_placeholder, adapted, adapted_text, ground_of
from graph.export.pptx.legend import add_legend, height_in, least_width
from graph.export.pptx.lists import CARDS, add_decision, add_figures, add_text
from graph.export.pptx.network import add_network, slide_zoom
from graph.export.pptx.notes import notes
from graph.export.pptx.numbered import NamedPicture, add_names
from graph.export.pptx.parts import Layout, Presentation, Slide
from graph.export.pptx.tables import add_matrix, add_table
from graph.export.pptx.template import Template, opened
from graph.export.pptx.texts import INK, QUIET, SlideLine, add_slide_number, measured, set_language, textbox
from graph.export.pptx.titles import add_title
from graph.export.pptx.units import SlideBox
from graph.export.step import Step, no_step
from graph.export.svg.paragraph import LEADING, cut, fitted
from graph.giving_up import Buffer
from graph.graphemes import limited

_SENTENCE, _SOURCE = 19.0, 40 / 3
_WIDEST = 0.6  # share of a slide that a legend may take from its network
_LEGEND_WIDTHS = (286.0, 340.0, 400.0, 460.0, 520.0, 600.0, 680.0)  # px of the legend beside a network
_BESIDE = 0.42  # of the width for a chart beside the table that names what it counts
_LIST = 0.26  # of the width for a list beside a table
_PAGE_WIDTH = 130.0
_FOOT_LINES = 4
_NAME = 60  # characters of the name of a shape


def presentation(portfolio: Portfolio, step: Step = no_step) -> bytes:
    """Write a presentation.

    Parameters
    ----------
    portfolio
        What is shown, one exhibit a slide, and one more for names that its picture has no room for; with ``template``
        in the layouts of that file, else in our own.
    step
        Called before each slide.

    Raises
    ------
    UnusableTemplateError
        If the template has no layout to use.
    """
    used = opened(portfolio.template, portfolio.layout)
    deck = used.presentation
    state(deck, portfolio)
    if portfolio.cover and used.cover is not None:
        _cover(deck, used.cover, portfolio)
    made: list[_Made] = []
    for number, exhibit in enumerate(portfolio.exhibits, 1):
        step(number, len(portfolio.exhibits))
        made += _slides(used, portfolio, exhibit)
    for slide in made:
        _finish(slide, portfolio, len(deck.slides))
    for slide in deck.slides:
        set_language(slide._element, portfolio.language)
        if slide.has_notes_slide:
            set_language(slide.notes_slide._element, portfolio.language)
    written = Buffer()
    deck.save(written)
    return written.getvalue()


def _cover(deck: Presentation, layout: Layout, portfolio: Portfolio) -> None:
    slide = deck.slides.add_slide(layout)
    slide.shapes.title.text = one_line(portfolio.title)
    as_of = portfolio.words["as_of"].format(date=portfolio.as_of) if portfolio.as_of else ""
    below = [line for line in (portfolio.subtitle, portfolio.author, as_of) if line]
    others = [shape for shape in slide.placeholders if shape.placeholder_format.idx != 0]
    if others:
        others[0].text_frame.text = clean("\n".join(below))
        adapt_placeholder(others[0], layout, "p:bodyStyle")
    adapt_placeholder(slide.shapes.title, layout)


class _Shown(NamedTuple):
    """A network as it is written: its names, and the groups of its legend that find no room beside it."""

    named: NamedPicture
    further: DrawnNetwork | None
    zoom: float


class _Made(NamedTuple):
    """A slide, what it shows, and the room for its foot: pages are counted when all are there."""

    slide: Slide
    exhibit: Exhibit
    foot: SlideBox


def _slides(used: Template, portfolio: Portfolio, exhibit: Exhibit) -> Iterator[_Made]:
    """Make the slide of an exhibit, and further ones with what finds no room beside its picture."""
    slide, box = _opened(used, portfolio, exhibit)
    box = _said(slide, exhibit.annotation, _said(slide, exhibit.sentence, box) if exhibit.sentence else box.below(12))
    room, foot = _parted(portfolio, exhibit, box)
    shown = _content(slide, portfolio, exhibit, room)
    unnamed = shown.named.unnamed if shown else ()
    title, names = slide.shapes.title.text_frame.text, [node.name for node in unnamed]
    slide.notes_slide.notes_text_frame.text = notes(portfolio, exhibit, title, names)
    yield _Made(slide, exhibit, foot)
    further = shown.further if shown else None
    while shown and further:
        slide, room, foot = _further(used, portfolio, exhibit, "legend")
        left = add_legend(slide, further, room, shown.zoom, portfolio.words)
        further = replace(further, legend=left) if left else None
        yield _Made(slide, exhibit, foot)
    if shown and shown.named.apart:
        slide, room, foot = _further(used, portfolio, exhibit, "numbered")
        add_names(slide, shown.named, room, portfolio.words)
        yield _Made(slide, exhibit, foot)


def _further(used: Template, portfolio: Portfolio, exhibit: Exhibit, heading: str) -> tuple[Slide, SlideBox, SlideBox]:
    """Add a slide with the same title and a heading, and return the room of what it shows and that of its foot."""
    slide, box = _opened(used, portfolio, exhibit)
    return slide, *_parted(portfolio, exhibit, _said(slide, portfolio.words[heading], box))


def _opened(used: Template, portfolio: Portfolio, exhibit: Exhibit) -> tuple[Slide, SlideBox]:
    """Add a slide with its title, and return the room for what it shows."""
    layout = used.decision if isinstance(exhibit.picture, Decision) else used.view
    slide = used.presentation.slides.add_slide(layout)
    for shape in list(slide.placeholders):
        if shape.placeholder_format.idx != 0:  # its room is used, not its list of points
            shape._element.getparent().remove(shape._element)
    box = used.area(layout)
    add_title(slide, exhibit)
    if portfolio.watermark:
        _watermark(slide, portfolio.watermark, box)
    return slide, box


def _parted(portfolio: Portfolio, exhibit: Exhibit, box: SlideBox) -> tuple[SlideBox, SlideBox]:
    """Part a room in that of what is shown and that of the foot."""
    foot = _footer_height(portfolio, exhibit, box.width)
    return box.without_bottom(foot + 10), SlideBox(box.left, box.bottom - foot, box.width, foot)


def _finish(made: _Made, portfolio: Portfolio, pages: int) -> None:
    _footer(made.slide, portfolio, made.exhibit, made.foot, pages)
    if portfolio.template:
        _in_theme(made.slide, made.exhibit)


def _in_theme(slide: Slide, exhibit: Exhibit) -> None:
    """Give what stands on the ground of an organisation's layout the colours of its theme."""
    ground = ground_of(slide.slide_layout)
    adapted(slide, ground)
    adapt_placeholder(slide.shapes.title, slide.slide_layout)
    for shape in slide.shapes:
        if shape.has_chart and isinstance(exhibit.picture, Chart):
            adapted_text(shape.chart._chartSpace, ground)
            in_theme(shape.chart, exhibit.picture)


def _said(slide: Slide, text: str, box: SlideBox) -> SlideBox:
    """Write the sentence, or what a person has written on the picture, and return the room below."""
    if not text:
        return box
    said, lines = cut(text, measured(_SENTENCE), box.width, 3)
    high = lines * _SENTENCE * LEADING
    line = SlideLine(said, _SENTENCE, colour=INK)
    textbox(slide.shapes, SlideBox(box.left, box.top + 4, box.width, high), [line], name=limited(said, _NAME))
    return box.below(high + 16)


def _content(slide: Slide, portfolio: Portfolio, exhibit: Exhibit, box: SlideBox) -> _Shown | None:
    """Write what an exhibit shows, and return its picture where that is a network."""
    shown, words = exhibit.picture, portfolio.words
    if exhibit.figures:
        add_figures(slide, exhibit.figures, box)
        box = box.below(CARDS)
    if isinstance(shown, DrawnNetwork):
        return _network(slide, portfolio, shown, box)
    if isinstance(shown, Chart) and exhibit.named and exhibit.table and exhibit.table.rows:
        left = SlideBox(box.left, box.top, box.width * _BESIDE, box.height)
        add_chart(slide, shown, left, words["picture"])
        right = SlideBox(left.right + 24, box.top, box.width - left.width - 24, box.height)
        add_table(slide, exhibit.table, right, words)
    elif isinstance(shown, Chart):
        add_chart(slide, shown, box, words["picture"])
    elif isinstance(shown, Matrix):
        add_matrix(slide, shown, box, words, words["picture"])
    elif isinstance(shown, Text):
        _text(slide, exhibit, shown, box, words)
    elif isinstance(shown, Decision):
        add_decision(slide, shown, box, words)
    elif exhibit.table and exhibit.table.rows:
        add_table(slide, exhibit.table, box, words)
    elif not exhibit.figures:
        _empty(slide, words["empty"], box)
    return None


def _text(slide: Slide, exhibit: Exhibit, shown: Text, box: SlideBox, words: Mapping[str, str]) -> None:
    """Write lists; a single one leaves room for the table beside it."""
    if len(shown.blocks) > 1 or not (exhibit.table and exhibit.table.rows):
        add_text(slide, shown, box)
        return
    width = box.width * _LIST
    add_text(slide, shown, SlideBox(box.left, box.top, width, box.height))
    add_table(slide, exhibit.table, SlideBox(box.left + width + 24, box.top, box.width - width - 24, box.height), words)


def _network(slide: Slide, portfolio: Portfolio, shown: DrawnNetwork, box: SlideBox) -> _Shown | None:
    """Write a network with its legend, and return it as it is written."""
    words = portfolio.words
    if not any(not node.dimmed for node in shown.drawing.nodes):
        _empty(slide, words["empty"], box)
        return None
    for wide in (width for width in _LEGEND_WIDTHS if width <= max(box.width * _WIDEST, _LEGEND_WIDTHS[0])):
        room = SlideBox(box.left, box.top, box.width - wide - 18, box.height)
        beside = SlideBox(box.right - wide, box.top, wide, box.height)
        zoom = slide_zoom(shown.drawing, room)
        if wide >= least_width(shown) and height_in(shown, beside, zoom) <= box.height:
            break
    made = add_network(slide, shown, room, words)
    zoom = min(zoom, slide_zoom(shown.drawing, made.room))
    left = add_legend(slide, shown, beside, zoom, words)
    return _Shown(made, replace(shown, legend=left) if left else None, zoom)


def _empty(slide: Slide, text: str, box: SlideBox) -> None:
    textbox(
        slide.shapes,
        SlideBox(box.left, box.top, box.width, 60),
        [SlideLine(text, _SENTENCE, colour=QUIET)],
        name=limited(text, _NAME),
    )


def _footer_text(portfolio: Portfolio, exhibit: Exhibit) -> str:
    words = portfolio.words
    filters = f"{words['filters']}: {', '.join(exhibit.filters)}" if exhibit.filters else ""
    profile = words["profile"].format(profile=portfolio.profile) if portfolio.profile else ""
    return " · ".join(part for part in (exhibit.source, filters, profile, *exhibit.remarks) if part)


def _footer_height(portfolio: Portfolio, exhibit: Exhibit, width: float) -> float:
    lines = fitted(_footer_text(portfolio, exhibit), measured(_SOURCE), width - _PAGE_WIDTH - 60, most=_FOOT_LINES)
    return max(len(lines), 1) * _SOURCE * LEADING + 2


def _footer(slide: Slide, portfolio: Portfolio, exhibit: Exhibit, box: SlideBox, pages: int) -> None:
    words, number = portfolio.words, used_number(slide)
    room = SlideBox(box.left, box.top, box.width - _PAGE_WIDTH - 20, box.height)
    said, _ = cut(_footer_text(portfolio, exhibit), measured(_SOURCE), room.width - 40, _FOOT_LINES)
    line = SlideLine(said, _SOURCE, colour=QUIET, link=exhibit.link, linked=words["link"])
    textbox(slide.shapes, room, [line], name=words["source"])
    corner = SlideBox(box.right - _PAGE_WIDTH, box.top, _PAGE_WIDTH, box.height)
    before, _, after = words["page"].partition("{page}")
    line = SlideLine(before, _SOURCE, colour=QUIET)
    made = textbox(
        slide.shapes, corner, [line], name=words["page"].format(page=number, pages=pages), align=PP_ALIGN.RIGHT
    )
    add_slide_number(made, number, after.format(pages=pages), line)


def used_number(slide: Slide) -> int:
    """Return the number of a slide in its presentation, from 1."""
    return list(slide.part.package.presentation_part.presentation.slides).index(slide) + 1


def _watermark(slide: Slide, word: str, box: SlideBox) -> None:
    size = min(230.0, box.width / max(len(word), 4) * 1.5)
    area = SlideBox(box.left, box.top + box.height / 2 - size * 0.6, box.width, size * 1.2)
    made = textbox(
        slide.shapes, area, [SlideLine(word, size, bold=True, colour="#ECEDEF")], name=word, align=PP_ALIGN.CENTER
    )
    made.rotation = -24
