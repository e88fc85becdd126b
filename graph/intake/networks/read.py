"""A file that says it is a network, to the one form of networks, or to a finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.intake.networks.dl import read_dl
from graph.intake.networks.dot import read_dot
from graph.intake.networks.gml import read_gml
from graph.intake.networks.json_forms import read_json
from graph.intake.networks.kind import kind_of_network
from graph.intake.networks.pajek import read_pajek
from graph.intake.networks.tgf import read_tgf
from graph.intake.networks.vna import read_vna
from graph.intake.networks.web import UnreadableWebError, Web
from graph.intake.networks.xml_forms import read_xml
from graph.reading.decode import UndecodableError, decode

MOST_BYTES = 50_000_000
MOST_TEXT = 12_000_000  # of formats that are read sign by sign

_TEXTS: Mapping[str, Callable[[str], Web]] = {
    "pajek": read_pajek,
    "dl": read_dl,
    "vna": read_vna,
    "gml": read_gml,
    "dot": read_dot,
    "tgf": read_tgf,
}
_BYTES: Mapping[str, Callable[[bytes], Web]] = {"json": read_json, "xml": read_xml}


def networks_of(data: bytes) -> tuple[str, Web]:
    """Return the kind of a network file and what it holds.

    Raises
    ------
    UnreadableWebError
        With the code of a finding, when the file is broken, too large, or no network.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableWebError("network-too-large", str(len(data)))
    kind = kind_of_network(data)
    if kind in _BYTES:
        return kind, _BYTES[kind](data)
    if len(data) > MOST_TEXT:
        raise UnreadableWebError("network-too-large", str(len(data)))
    try:
        return kind, _TEXTS[kind](decode(data).text)
    except UndecodableError as error:
        raise UnreadableWebError("undecodable") from error
