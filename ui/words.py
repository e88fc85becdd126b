"""Every word a person sees, by language and dotted key; knows nothing of the visitor or of Streamlit.

``ui/locales/<language>/<area>.json`` holds the words of one area, so the key ``frame.error.title`` is the
entry ``error.title`` of ``frame.json``.
"""

import functools
import json
from pathlib import Path

LANGUAGES = ("de", "en")
LOCALES = Path(__file__).parent / "locales"


def language_or_default(asked: str | None) -> str:
    """Language asked for; German when none of ours is asked for."""
    return asked if asked in LANGUAGES else LANGUAGES[0]


def word(language: str, key: str) -> str:
    """Word or sentence for a key, placeholders not yet filled.

    Raises
    ------
    KeyError
        When the language has no such key; the message names both.
    """
    try:
        return all_words(language)[key]
    except KeyError:
        raise KeyError(f"no word for {key!r} in {language!r}") from None


@functools.cache
def all_words(language: str) -> dict[str, str]:
    """All words of a language by dotted key, read once; not to be changed by the reader."""
    return {
        f"{area.stem}.{key}": text
        for area in sorted((LOCALES / language).glob("*.json"))
        for key, text in _flat(json.loads(area.read_text(encoding="utf-8")))
    }


def _flat(entries: dict) -> list[tuple[str, str]]:
    """Nested entries as pairs of dotted key and text."""
    pairs = []
    for key, value in entries.items():
        if isinstance(value, dict):
            pairs += [(f"{key}.{rest}", text) for rest, text in _flat(value)]
        else:
            pairs.append((key, value))
    return pairs
