"""What kind of network the bytes of a file begin like."""

from __future__ import annotations

import re

_BEFORE = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_START = 4096
_PAJEK = re.compile(rb"(?:^|\n)\s*\*(?:network|vertices|arcs|edges|matrix)\b", re.IGNORECASE)
_VNA = re.compile(rb"^\s*\*(?:node data|node properties|tie data)\b", re.IGNORECASE | re.MULTILINE)
_DL = re.compile(rb"^\s*dl\s*(?:n|nr|nm|format|,|$)", re.IGNORECASE | re.MULTILINE)
_GML = re.compile(rb"^\s*graph\s*\[", re.IGNORECASE | re.MULTILINE)
_DOT = re.compile(rb"^\s*(?:strict\s+)?(?:di)?graph\b[^\[\n]*\{", re.IGNORECASE | re.MULTILINE)


def kind_of_network(data: bytes) -> str:
    """Return ``json``, ``xml``, ``vna``, ``pajek``, ``dl``, ``gml``, ``dot``, or ``""`` for anything else."""
    start = data[:_START].lstrip(_BEFORE)
    if start[:1] == b"{" or re.match(rb"\[\s*[\[{]", start):
        return "json"
    if re.match(rb"<[?!a-zA-Z]", start):
        return "xml"
    start = re.sub(rb"^(?:\s*[%#][^\n]*\n)+", b"", start)
    for kind, pattern in (("vna", _VNA), ("pajek", _PAJEK), ("gml", _GML), ("dot", _DOT)):
        if pattern.search(start):
            return kind
    return "dl" if _DL.match(start) else ""
