"""Charts as Vega-Lite specifications: plain dictionaries, the same for screen and file.

Every word comes from outside in a mapping, so a chart can be drawn in any language. Building a dictionary takes
microseconds to milliseconds where Altair's objects take a hundred times as long; `altair.Chart.from_dict` accepts it.
"""

from graph.charts.bars import bars, columns
from graph.charts.panels import panels
from graph.charts.sankey import sankey
from graph.charts.scatter import Point, scatter
from graph.charts.theme import Look, Wording
from graph.charts.timebars import timebars
from graph.charts.trend import trend

__all__ = ["Look", "Point", "Wording", "bars", "columns", "panels", "sankey", "scatter", "timebars", "trend"]
