"""A link as a square that a telephone reads; drawn here, so no link is told to anybody."""

from __future__ import annotations

from html import escape

import segno

QUIET_ZONE = 4  # modules around the square that must stay white


def qr_code(link: str) -> str:
    """Return the link as an SVG picture in a data address, dark on white in every theme; ``""`` when it is too long."""
    try:
        code = segno.make_qr(link, error="l", boost_error=True)
    except segno.DataOverflowError:
        return ""
    return str(code.svg_data_uri(border=QUIET_ZONE, light="white", dark="black", xmldecl=False, omitsize=True))


def image(link: str, description: str) -> str:
    """Return the square as HTML, ``""`` when the link is too long for one."""
    address = qr_code(link)
    return f'<img class="qr" src="{escape(address)}" alt="{escape(description)}">' if address else ""
