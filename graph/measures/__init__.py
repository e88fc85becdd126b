"""Measures of actors and of whole networks; `registry` lists them."""

from graph.measures.core_periphery import CorePeriphery, core_periphery
from graph.measures.registry import MEASURES, Measure, Missing, On, Strong, on_network
from graph.measures.sample import Sampling
from graph.measures.study import Study, study
from graph.measures.summary import NetworkSummary, ei_by_group, network_summary
from graph.measures.table import measure_table, rank

__all__ = [
    "MEASURES",
    "CorePeriphery",
    "Measure",
    "Missing",
    "NetworkSummary",
    "On",
    "Sampling",
    "Strong",
    "Study",
    "core_periphery",
    "ei_by_group",
    "measure_table",
    "network_summary",
    "on_network",
    "rank",
    "study",
]
