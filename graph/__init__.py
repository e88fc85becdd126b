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

from typing import TYPE_CHECKING

from graph.lazy import public
from graph.load import load

if TYPE_CHECKING:
    from graph.brokerage import brokerage_table
    from graph.build import funding, multiplex, two_mode
    from graph.dataset import Dataset
    from graph.evidence.firmness import Firmness, firmness
    from graph.evidence.statements import STATEMENTS, Statement
    from graph.expected.backbone import backbone
    from graph.expected.configuration import configuration_model
    from graph.expected.ties import expected_ties
    from graph.history.renewal import renewals
    from graph.intake.convert import Translation, convert
    from graph.intake.matching import match
    from graph.issue import Issue, Report, Severity
    from graph.measures import measure_table, network_summary
    from graph.picture.vis import pyvis_network
    from graph.projection import cooperation
    from graph.selection import Selection, select
else:
    __getattr__, __dir__ = public(__name__, __file__)

__version__ = "0.3.0"

__all__ = [
    "STATEMENTS",
    "Dataset",
    "Firmness",
    "Issue",
    "Report",
    "Selection",
    "Severity",
    "Statement",
    "Translation",
    "backbone",
    "brokerage_table",
    "configuration_model",
    "convert",
    "cooperation",
    "expected_ties",
    "firmness",
    "funding",
    "load",
    "match",
    "measure_table",
    "multiplex",
    "network_summary",
    "pyvis_network",
    "renewals",
    "select",
    "two_mode",
]
