"""Names of organisations in a form in which spellings of the same body are equal, and others are not.

Words are written in one habit of umlauts, abbreviations and common English words are written out in German, legal forms
are set apart. What is left are words, of which some say what kind of body it is, some where, and some who.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from graph.memory import remembered


def _lexicon(name: str) -> dict[str, str]:
    lines = (Path(__file__).parent / "lexicon" / f"{name}.txt").read_text("utf-8").splitlines()
    pairs = (line.split("=") for line in lines if "=" in line)
    return {key.strip(): value.strip() for key, value in pairs}


def _listed(name: str) -> frozenset[str]:
    return frozenset((Path(__file__).parent / "lexicon" / f"{name}.txt").read_text("utf-8").split())


_PHRASES = _lexicon("phrases")  # several words -> words
WORDS = _lexicon("words")  # one word -> words
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_JOINED = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ][a-zäöü])")
_BRACKETS = re.compile(r"\(([^()]*)\)")
FILLER = _listed("filler")
_COMPANY = ("gmbh", "ag", "kgaa", "kg", "ohg", "ug", "se", "gbr", "ek", "ltd", "inc")
_FORM = re.compile(
    r"(?<![a-z0-9])(?:"
    r"(?P<gmbh>gemeinnutzige gesellschaft mit beschrankter haftung|gesellschaft mit beschrankter haftung|"
    r"gemeinnutzige gmbh|g ?g?mbh|g?gbmh|gmbh|mbh)|"
    r"(?P<kgaa>kommanditgesellschaft auf aktien|kgaa)|(?P<kg>kommanditgesellschaft|kg)|(?P<ag>aktiengesellschaft|ag)|"
    r"(?P<ug>unternehmergesellschaft|ug(?: haftungsbeschrankt)?|haftungsbeschrankt)|(?P<se>se)|(?P<ohg>ohg)|"
    r"(?P<gbr>gbr)|(?P<ek>e kfr|e kfm|e k|ek)|(?P<ltd>ltd|limited)|(?P<inc>inc)|"
    r"(?P<ev>eingetragener verein|e v|ev)|(?P<eg>e g|eg)|"
    r"(?P<public>anstalt (?:des )?offentlichen rechts|korperschaft (?:des )?offentlichen rechts|aor|kdor|ador)"
    r")(?![a-z0-9])"
)
_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(_PHRASES, key=len, reverse=True))})\b")
_ENDING = re.compile(r"(?:ischen|ischer|isches|ische|isch|ical|ik|ic|al|en|er|es|em|e|s)$")
# a named part of a body is not the body
PARTS = _listed("parts")
# what a body says of itself beside its name
ADDITIONS = _listed("additions")
KINDS = _listed("kinds")
KEPT = PARTS | ADDITIONS | KINDS
# words that tell places of one name apart
RIVERS = _listed("rivers")
# words without which a place is another one
PREFIXES = _listed("prefixes")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in comparable form.

    Attributes
    ----------
    words, bag
        Its words, fillers and legal forms taken out, in their order and without.
    form
        ``gmbh``, ``ag``, ``ev`` and so on, ``""`` when there is none.
    acronyms
        Short words that may stand for the whole name.
    letters
        All of it without blanks.
    """

    words: tuple[str, ...]
    bag: frozenset[str]
    form: str
    acronyms: frozenset[str]
    letters: str


def plain(text: str) -> str:
    """Return a text in small letters of one habit: ``UNIVERSITAT``, ``Universitaet`` and with umlaut are equal."""
    lower = text.casefold().replace("ß", "ss").replace("ä", "a").replace("ö", "o").replace("ü", "u")
    if not lower.isascii():
        decomposed = unicodedata.normalize("NFD", lower)
        lower = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    for vowel in ("a", "o", "u"):
        lower = lower.replace(f"{vowel}e", vowel) if f"{vowel}e" in lower else lower
    return _NOT_WORDS.sub(" ", lower).strip()


@remembered(65_536)
def name_of(text: str) -> Name:
    """Return a name in comparable form."""
    written = _JOINED.sub(" ", text) if _is_run_together(text) else text
    found: list[str] = []

    def noted(form: re.Match[str]) -> str:
        found.append(form.lastgroup or "")
        return " "

    lower = " ".join(_FORM.sub(noted, plain(written)).split())
    lower = _PHRASE.sub(lambda phrase: _PHRASES[phrase[0]], lower)
    words = [part for word in lower.split() for part in WORDS.get(word, word).split()]
    kept = tuple(dict.fromkeys(_stem(word) for word in words if word not in FILLER))
    form = found[-1] if len(found) > 1 and found[0] in ("gmbh", "ag") else found[0] if found else ""
    return Name(kept, frozenset(kept), form, _acronyms(text), "".join(kept))


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    """Return a long word without its ending and in one spelling of ``ph`` and ``c``: other languages, other cases."""
    if len(word) < 8 or word in KEPT:
        return word
    return _ENDING.sub("", word.replace("ph", "f").replace("c", "k").replace("y", "i"))


def _is_run_together(text: str) -> bool:
    """Whether a capital stands inside a word that is no brand: ``Technische UniversitätDresden``."""
    return bool(re.search(r"[a-zäöü]{6,}[A-ZÄÖÜ][a-zäöü]{3,}", text))


def _acronyms(text: str) -> frozenset[str]:
    """Return short words in capitals that may stand for the name: at its start, its end, or in brackets."""
    inside = [found.strip() for found in _BRACKETS.findall(text)]
    words = re.findall(r"[\w.&+]+", _BRACKETS.sub(" ", text))
    edges = [words[0], words[-1]] if words else []
    short = (word for word in (*inside, *edges) if 2 <= len(word) <= 8 and sum(map(str.isupper, word)) >= 2)
    is_shouting = text.isupper() and len(words) > 1
    return frozenset(plain(word) for word in (inside if is_shouting else short) if 2 <= len(word) <= 8)


def initials(name: Name) -> str:
    """Return the first letters of the words."""
    return "".join(word[0] for word in name.words)


def are_companies(one: Name, other: Name) -> bool:
    """Whether both say that they are companies."""
    return one.form in _COMPANY and other.form in _COMPANY
