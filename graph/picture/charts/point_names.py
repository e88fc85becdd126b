"""Names beside points of a chart, by the rule that places names in pictures of networks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from graph.kernels.naming import Wanted, placed_names
from graph.picture.beside import LINE
from graph.picture.labels import name_width
from graph.picture.name_size import PAD

Place = tuple[float, float]

DOT = 6.0  # px from the middle of a point to its rim, and a little
MOST, ASKED = 40, 160  # names of a chart, and of how many points they are


def names_beside(
    names: Sequence[str], places: Sequence[Place], *, size: tuple[float, float], font: float
) -> list[dict[str, Any]]:
    """Give the names that find a place in a chart of that size, none over another name or a point.

    Parameters
    ----------
    names
        Name of each point, the most important first; an empty one is not written.
    places
        Centre of each point in px from the left upper corner.
    size
        Width and height of the chart in px; names stay within it.
    font
        Size of the type in px.

    Returns
    -------
    list of dict
        ``point`` (position in ``names``), ``label``, ``align`` (``left``, ``center`` or ``right``: what ``dx`` is the
        place of), and ``dx`` and ``dy``: px from the point to the side or middle and to the top of the name.
    """
    written = [index for index, name in enumerate(names) if name.strip()][:ASKED]
    if not written:
        return []
    wide = [name_width(names[index], font, bold=False) + 2 * PAD for index in written]
    wanted = Wanted(
        nodes=np.array([(*place, DOT, DOT) for place in places], float),
        owners=np.array(written, np.int64),
        sizes=np.array([(width, font * LINE + 2 * PAD, 0.0, 0.0) for width in wide], float),
        must=np.zeros(len(written), np.uint8),
        lines=np.zeros((0, 4)),
        kept_clear=np.zeros((0, 4)),
        frame=np.array([0.0, 0.0, *size]),
    )
    chosen, boxes = placed_names(wanted, MOST, led=False)
    return [
        {"point": index, "label": names[index], **_beside(places[index], box)}
        for index, candidate, box in zip(written, chosen.tolist(), boxes.tolist(), strict=True)
        if candidate >= 0
    ]


def _beside(place: Place, box: Sequence[float]) -> dict[str, Any]:
    """Hold a name on the side of its point, as letters may take less room than is kept for them."""
    left, top, right, _ = box
    sides = {"left": left + PAD, "center": (left + right) / 2, "right": right - PAD}
    align = "left" if left >= place[0] else "right" if right <= place[0] else "center"
    return {"align": align, "dx": sides[align] - place[0], "dy": top + PAD - place[1]}
