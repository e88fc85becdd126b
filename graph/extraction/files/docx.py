"""Text of a Word file: paragraphs and tables in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx

MOST_UNPACKED = 60 * 1024 * 1024  # bytes of all parts of the file together


def docx_text(content: bytes, most: int) -> dict[str, object]:
    """Return text and title, or the code of what is wrong.

    Parameters
    ----------
    content
        The file.
    most
        Characters after which reading stops.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > MOST_UNPACKED:
                return {"code": "too-large"}
            if any(part.flag_bits & 1 for part in parts):
                return {"code": "encrypted"}
        document = docx.Document(io.BytesIO(content))
    except MemoryError:
        raise
    except Exception:
        encrypted = content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word packs protected files like this
        return {"code": "encrypted" if encrypted else "damaged"}
    pieces, length = [], 0
    for piece in _blocks(document):
        pieces.append(piece)
        length += len(piece)
        if length > most:
            break
    return {"text": "\n".join(pieces), "title": (document.core_properties.title or "")[:300], "left_out": 0}


def _blocks(document: Any) -> Iterator[str]:  # noqa: ANN401
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            for row in block.rows:
                yield "\t".join(" ".join(cell.text.split()) for cell in row.cells)
            yield ""
        else:
            bullet = "• " if block.style is not None and "List" in str(block.style.name) and block.text else ""
            yield f"{bullet}{block.text}\n"
