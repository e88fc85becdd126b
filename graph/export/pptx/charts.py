"""Charts on a slide: native bars, columns and lines that can be edited, else a picture."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn

from graph.export.pictures import Chart, ChartForm, Series
from graph.export.plain import one_line
from graph.export.png import rendered
from graph.export.pptx.parts import CategoryChartData, NativeChart, Part, Plot, Slide
from graph.export.pptx.texts import INK, QUIET, SlideLine, colour, describe, textbox
from graph.export.pptx.units import SlideBox, points
from graph.export.svg.element import document
from graph.export.svg.printed import legible_chart
from graph.picture.palette import FILLS, LINES

_TYPES = {
    ChartForm.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
    ChartForm.COLUMNS: XL_CHART_TYPE.COLUMN_CLUSTERED,
    ChartForm.LINES: XL_CHART_TYPE.LINE_MARKERS,
}
_MOST_SERIES = 2  # with more of them numbers beside the marks would cover each other
_GAP = 45  # per cent of a bar between two bars
_MANY, _UPRIGHT = 12, "-5400000"  # columns beyond which numbers with a unit stand upright
_LINE = 1.25  # of a font: columns that stand closer have their names at every other one only
_FONT, _CAPTION = 16.0, 22.0  # px of texts, and of the line above a chart
_COLOURS = (LINES["light"]["primary"], *(fill for fill, _ in FILLS if fill != LINES["light"]["primary"]))
_ACCENTS: tuple[Any, ...] = (
    *(MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2, MSO_THEME_COLOR.ACCENT_3),
    *(MSO_THEME_COLOR.ACCENT_4, MSO_THEME_COLOR.ACCENT_5, MSO_THEME_COLOR.ACCENT_6),
)


def add_chart(slide: Slide, shown: Chart, box: SlideBox, name: str) -> None:
    """Add a chart to a slide.

    Parameters
    ----------
    slide
        Slide that is written.
    shown
        The chart.
    box
        Where it stands, in px of the slide.
    name
        Name in the list of shapes.
    """
    if shown.form is ChartForm.PICTURE or not shown.series or not shown.categories:
        _add_picture(slide, shown, box, name)
        return
    if shown.caption:
        line = SlideLine(shown.caption, _FONT, colour=QUIET)
        textbox(slide.shapes, SlideBox(box.left, box.top, box.width, _CAPTION), [line], name=shown.caption)
        box = box.below(_CAPTION + 4)
    frame = slide.shapes.add_chart(_TYPES[shown.form], *box.emu, _data(shown))
    describe(frame, shown.description, name)
    _style(frame.chart, shown)
    if shown.form is ChartForm.COLUMNS and box.width / len(shown.categories) < _FONT * _LINE:
        _name_what_stands_out(frame.chart.plots[0])


def _data(shown: Chart) -> CategoryChartData:
    data = CategoryChartData(number_format=shown.number_format)
    data.categories = [one_line(category) for category in shown.categories]
    for series in shown.series:
        # a length is not money: the numbers behind the drawing may be rounded
        data.add_series(one_line(series.name), [None if value is None else float(value) for value in series.values])
    return data


def _name_axes(made: NativeChart) -> None:
    """Give both axes names that the standard allows: python-pptx takes numbers below nothing from a program's file."""
    for named in made._chartSpace.xpath(".//c:axId | .//c:crossAx"):
        named.set("val", str(abs(int(named.get("val")))))


def _style(made: NativeChart, shown: Chart) -> None:
    _name_axes(made)
    made.font.size = points(_FONT)
    made.font.color.rgb = colour(INK)
    made.has_title = False
    made.has_legend = len(shown.series) > 1
    if made.has_legend:
        made.legend.position = XL_LEGEND_POSITION.BOTTOM
        made.legend.include_in_layout = False
    _style_axes(made, shown.form)
    plot = made.plots[0]
    plot.vary_by_categories = False
    if shown.form is not ChartForm.LINES:
        plot.gap_width = _GAP
    if len(shown.series) <= _MOST_SERIES:
        _label(plot, shown)
    for place, (drawn, series) in enumerate(zip(plot.series, shown.series, strict=True)):
        _paint(drawn, series, place, shown.form)


def _style_axes(made: NativeChart, form: ChartForm) -> None:
    values, categories = made.value_axis, made.category_axis
    values.has_major_gridlines = form is ChartForm.LINES
    values.minimum_scale = 0
    values.visible = form is ChartForm.LINES
    if form is ChartForm.LINES:
        values.format.line.fill.background()
        values.major_gridlines.format.line.color.rgb = colour("#D5D9DF")
    categories.format.line.color.rgb = colour(LINES["light"]["tie"])
    categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if form is ChartForm.BARS:  # the first on top, and none without its name
        categories.reverse_order = True
        every = categories._element.makeelement(qn("c:tickLblSkip"), {"val": "1"})
        categories._element.find(qn("c:noMultiLvlLbl")).addprevious(every)


def _label(plot: Plot, shown: Chart) -> None:
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = shown.number_format, False
    labels.font.size = points(_FONT)
    labels.show_value = True
    with_unit = '"' in shown.number_format
    if shown.form is ChartForm.COLUMNS and len(shown.categories) > _MANY and with_unit:
        labels._element.get_or_add_txPr().bodyPr.set("rot", _UPRIGHT)
    labels.position = XL_LABEL_POSITION.ABOVE if shown.form is ChartForm.LINES else XL_LABEL_POSITION.OUTSIDE_END


def _name_what_stands_out(plot: Plot) -> None:
    """Write its name beside the number of a column, as it may be one of those that the axis does not name."""
    labels = plot.data_labels
    labels.show_category_name = True
    labels._element.get_or_add_txPr().bodyPr.set("rot", _UPRIGHT)
    between = labels._element.makeelement(qn("c:separator"), {})
    between.text = ": "
    labels._element.find(qn("c:showBubbleSize")).addnext(between)


def _paint(drawn: Part, series: Series, place: int, form: ChartForm) -> None:
    if form is ChartForm.LINES:
        drawn.smooth = False
        drawn.marker.format.fill.solid()
        painted = [drawn.format.line.color, drawn.marker.format.fill.fore_color, drawn.marker.format.line.color]
    else:
        drawn.format.fill.solid()
        painted = [drawn.format.fill.fore_color]
    for part in painted:
        part.rgb = colour(series.colour or _COLOURS[place % len(_COLOURS)])


def in_theme(made: NativeChart, shown: Chart) -> None:
    """Give series that have no colour of their own the colours of the theme."""
    for place, (drawn, series) in enumerate(zip(made.plots[0].series, shown.series, strict=True)):
        if series.colour:
            continue
        for part in _painted(drawn, shown.form):
            part.theme_color = _ACCENTS[place % len(_ACCENTS)]


def _painted(drawn: Part, form: ChartForm) -> list[Part]:
    """Colours of a series that has been painted."""
    if form is not ChartForm.LINES:
        return [drawn.format.fill.fore_color]
    marker = drawn.marker.format
    return [drawn.format.line.color, marker.fill.fore_color, marker.line.color]


def _add_picture(slide: Slide, shown: Chart, box: SlideBox, name: str) -> None:
    drawn = legible_chart(shown, (box.width, box.height), least=_FONT * 1.01)
    svg = document(box.width, drawn.height, drawn.elements)
    picture = slide.shapes.add_picture(
        BytesIO(rendered(svg)), *SlideBox(box.left, box.top, box.width, drawn.height).emu
    )
    describe(picture, shown.description, name)
