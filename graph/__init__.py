"""Akteursnetz: who works with whom, and where the money comes from.

The tables of a `Dataset` are the truth; one simple graph is derived per question. Nothing here knows a screen or
changes its input.

Examples
--------
>>> import graph
>>> report = graph.load("data")
>>> part = graph.select(report.dataset, graph.Selection(kompetenzfelder={"Automotive"}))
>>> network = graph.cooperation(part, counting="fractional")
"""

from graph.brokerage import brokerage_table
from graph.build import funding, multiplex, two_mode
from graph.dataset import Dataset
from graph.issue import Issue, Report, Severity
from graph.load import load
from graph.measures import measure_table, network_summary
from graph.projection import cooperation
from graph.selection import Selection, select

__all__ = [
    "Dataset",
    "Issue",
    "Report",
    "Selection",
    "Severity",
    "brokerage_table",
    "cooperation",
    "funding",
    "load",
    "measure_table",
    "multiplex",
    "network_summary",
    "select",
    "two_mode",
]
