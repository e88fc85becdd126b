"""What there is to download on the site: the data in every format that carries them."""

from __future__ import annotations

from collections.abc import Mapping

from graph.export import FORMATS
from graph.export.exhibit import Portfolio
from graph.export.formats import archive
from graph.export.step import no_step

# name of the file -> format; what is large or of several files leaves as an archive
_FILES: Mapping[str, str] = {
    "tabellen.xlsx": "data_xlsx",
    "netzwerk.graphml": "graphml",
    "netzwerk.gexf.zip": "gexf",
    "netzwerk.json.zip": "json",
    "netzwerk.zip": "network_csv",
}


def downloads(made: Portfolio) -> dict[str, bytes]:
    """Write the data in all formats.

    Parameters
    ----------
    made
        Carries the data and says what was taken out of them.

    Returns
    -------
    dict
        Path -> content.
    """
    tables = {f"daten/{name}": content for name, content in FORMATS["data_csv"].files(made, no_step).items()}
    others = {f"daten/{name}": _written(made, name, code) for name, code in _FILES.items()}
    return {**tables, **others}


def _written(made: Portfolio, name: str, code: str) -> bytes:
    files = FORMATS[code].files(made, no_step)
    if name.endswith(".zip"):
        inside = name.removesuffix(".zip")
        return archive({path or inside: content for path, content in files.items()})
    return next(iter(files.values()))
