"""Compile all kernels before anybody waits for them: in the background, once per process.

The machine code is kept on disk (`graph.kernels.compiler`), so only the first start after a change takes some ten
seconds; later ones load it in well under a second. A measure asked for meanwhile just waits for its own kernel.
"""

from __future__ import annotations

from functools import cache
from threading import Thread

import networkx as nx
import numpy as np
import pandas as pd

from graph.brokerage import brokerage_table, most_brokered
from graph.cutpoints import cut_points
from graph.kernels.projection_kernel import compact_cooperation
from graph.kernels.tails import pair_tails
from graph.measures import measure_table, network_summary, study
from graph.measures.registry import MEASURES, RECORDS
from graph.measures.sample import Sampling
from graph.picture.drawing import draw
from graph.picture.encoding import Encoding
from graph.picture.spread import Arrange
from graph.proximity import closest, proximity


@cache
def start() -> Thread:
    """Start compiling in a daemon thread; the same thread however often this is called."""
    thread = Thread(target=compile_kernels, name="kernel-warmup", daemon=True)
    thread.start()
    return thread


def is_ready() -> bool:
    """Whether everything is compiled, so that no measure waits for the compiler."""
    return start.cache_info().currsize > 0 and not start().is_alive()


def compile_kernels() -> None:
    """Put every kernel to work once, on the smallest networks that reach it."""
    square = nx.Graph([("a", "x"), ("x", "b"), ("b", "y"), ("y", "a")], weight=1)
    square.add_nodes_from("ab", mode="actor", type="one")
    square.add_nodes_from("xy", mode="project", type="other")
    two_mode = study(square, sampling=Sampling(exact_up_to=3, samples=3))
    measure_table(two_mode, [key for key in MEASURES if key not in RECORDS])
    network_summary(two_mode)
    brokerage_table(two_mode)
    most_brokered(two_mode, [0])
    brokerage_table(nx.DiGraph(square))
    cut_points(two_mode)
    proximity(two_mode, "a")
    closest(two_mode, 1)
    pair_tails(np.ones((1, 1)), np.array([1]), np.zeros((1, 2), np.int64), np.array([1]))
    _draw(square)
    compact_cooperation(pd.DataFrame({"from_id": ["a", "b"], "to_id": ["x", "x"]}))


def _draw(network: nx.Graph) -> None:
    """Arrange the network and write its names."""
    sizes = dict.fromkeys(network, (24.0, 24.0))
    draw(network, dict.fromkeys(network, (0.0, 0.0)), Encoding(), arrange=Arrange(sizes))
