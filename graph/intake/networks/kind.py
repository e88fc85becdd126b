"""What kind of network the bytes of a file begin like."""

from __future__ import annotations

import codecs
import re

from graph.intake.networks.tgf import is_tgf

_BEFORE = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_START = 4096
_PAJEK = re.compile(rb"(?:^|\n)\s*\*(?:network|vertices|arcs|edges|matrix)\b", re.IGNORECASE)
_VNA = re.compile(rb"^\s*\*(?:node data|node properties|tie data)\b", re.IGNORECASE | re.MULTILINE)
_DL = re.compile(rb"^\s*dl\s*(?:n|nr|nm|format|,|$)", re.IGNORECASE | re.MULTILINE)
_GML = re.compile(rb"^\s*graph\s*\[", re.IGNORECASE | re.MULTILINE)
_DOT = re.compile(rb"^\s*(?:strict\s+)?(?:di)?graph\b[^\[\n]*\{", re.IGNORECASE | re.MULTILINE)
_HASH = re.compile(rb"\n[ \t\0]*#[ \t\0]*(?:\r\0?)?\n")
_MOST = 12_000_000  # bytes in which two lists are told apart


def kind_of_network(data: bytes) -> str:
    """Return ``json``, ``xml``, ``vna``, ``pajek``, ``dl``, ``gml``, ``dot``, ``tgf``, or ``""`` for anything else."""
    start = _plain(data[:_START]).lstrip(_BEFORE)
    if start[:1] == b"{" or re.match(rb"\[\s*[\[{]", start):
        return "json"
    if re.match(rb"<[?!a-zA-Z]", start):
        return "xml"
    start = re.sub(rb"^(?:\s*[%#][^\n]*\n)+", b"", start)
    for kind, pattern in (("vna", _VNA), ("pajek", _PAJEK), ("gml", _GML), ("dot", _DOT)):
        if pattern.search(start):
            return kind
    if _DL.match(start):
        return "dl"
    return "tgf" if _HASH.search(data) and is_tgf(_plain(data[:_MOST]).decode("latin-1")) else ""


def _plain(data: bytes) -> bytes:
    """Return text of two bytes a character, as Windows calls Unicode, as UTF-8, any other as it is; without marks."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode()
    return data.removeprefix(codecs.BOM_UTF8)
