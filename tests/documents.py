"""What stands in a PDF, without a library for it."""

import re
import zlib

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def pdf_objects(content):
    """All objects of a PDF as one text: what stands in the file, and what stands in its compressed streams."""
    parts = [content]
    for found in _STREAM.finditer(content):
        try:
            parts.append(zlib.decompress(found[1]))
        except zlib.error:
            continue
    return b"\n".join(parts).decode("latin-1")
