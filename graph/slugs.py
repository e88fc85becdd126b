"""Names as parts of ids and file names: lower case, Latin letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_OTHERS = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Return a text as part of an id: ``Müller & Söhne`` is ``mueller-soehne``.

    >>> slug("Müller & Söhne")
    'mueller-soehne'
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_GERMAN))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _OTHERS.sub("-", plain).strip("-")
