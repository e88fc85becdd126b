"""Charts as Vega-Lite specifications: plain dictionaries, the same for screen and file.

Every word comes from outside in a mapping, so a chart can be drawn in any language. Building a dictionary takes
microseconds to milliseconds where Altair's objects take a hundred times as long; `altair.Chart.from_dict` accepts it.
"""

from graph.picture.charts.bars import bars, columns
from graph.picture.charts.panels import panel, panels
from graph.picture.charts.sankey import sankey
from graph.picture.charts.scatter import Point, scatter
from graph.picture.charts.survival import survival
from graph.picture.charts.theme import ChartLook, Wording
from graph.picture.charts.timebars import timebars
from graph.picture.charts.trend import trend

__all__ = [
    "ChartLook",
    "Point",
    "Wording",
    "bars",
    "columns",
    "panel",
    "panels",
    "sankey",
    "scatter",
    "survival",
    "timebars",
    "trend",
]
