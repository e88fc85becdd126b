"""What a person takes for one sign, so that no text is cut within it: a letter with its marks, an emoji with its parts.

The rules are those of Unicode Standard Annex 29 for extended grapheme clusters, from what the standard library knows of
each code point: marks, joiners and modifiers stay with the sign before them, flags are pairs, syllables of Hangul and
what a zero width joiner joins are one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

JOINER = "\u200d"
# what extends the sign before it though its category is not one of marks
_EXTENDING = re.compile("[\u200c\u200d\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_HANGUL = re.compile("[\u1100-\u11ff\ua960-\ua97c\uac00-\ud7fb]")
_SIMPLE = re.compile("[\x20-\x7e\u00a0-\u02ff\u0370-\u0482\u2010-\u2027]*")


def clusters(text: str) -> list[str]:
    """Return the characters of a text as people see them, which joined are the text.

    >>> len(clusters("a\u0308b"))
    2
    """
    if _SIMPLE.fullmatch(text):
        return list(text)
    found: list[str] = []
    for sign in text:
        if found and _joined(found[-1], sign):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def limited(text: str, most: int) -> str:
    """Return the beginning of a text of at most so many units of UTF-16, as Office programs count; no character is cut.

    >>> limited("Köln", 2)
    'Kö'
    """
    if len(text) * 2 <= most or (len(text) <= most and text.isascii()):
        return text
    kept, used = [], 0
    for sign in clusters(text):
        used += len(sign.encode("utf-16-le", "surrogatepass")) // 2
        if used > most:
            break
        kept.append(sign)
    return "".join(kept)


def _joined(before: str, sign: str) -> bool:
    """Whether a code point belongs to the sign before it."""
    if _extends(sign):
        return before[-1] not in "\r\n"
    if before[-1] == JOINER:
        return unicodedata.category(sign) in ("So", "Sk", "Sm") or ord(sign) > 0x1F000
    if _FLAG.match(sign):
        return len(before) == 1 and _FLAG.match(before) is not None
    if sign == "\n":
        return before == "\r"
    return bool(_HANGUL.match(sign)) and _is_hangul_pair(before[-1], sign)


@lru_cache(maxsize=4096)
def _extends(sign: str) -> bool:
    return unicodedata.category(sign) in ("Mn", "Me", "Mc") or _EXTENDING.match(sign) is not None


def _is_hangul_pair(before: str, sign: str) -> bool:
    """Whether a vowel or a final consonant follows what may stand before it in a syllable."""
    if not _HANGUL.match(before) or "\uac00" <= sign <= "\ud7a3":
        return "\u1100" <= before <= "\u115f" and "\uac00" <= sign <= "\ud7a3"
    leads = "\u1100" <= sign <= "\u115f" or "\ua960" <= sign <= "\ua97c"
    return not leads or "\u1100" <= before <= "\u115f"
