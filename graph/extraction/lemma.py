"""German words without their endings, and names without what changes from sentence to sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

_ENDINGS = ("", "s", "es", "n", "en", "e", "er", "ern")
_UMLAUTS = (("äum", "aum"), ("ämter", "amt"), ("ämtern", "amt"), ("bünde", "bund"), ("bänke", "bank"), ("räte", "rat"))
_SMALL = frozenset(
    "der die das des dem den ein eine einer eines einem einen und für in im am an von zur zum mit bei auf e v the of and".split()
)
_QUOTES = re.compile(r"[„“”\"'’‘‚«»´`]")
_WORDS = re.compile(r"[0-9a-zäöüßáéèâêóñç&³+.]+")


@lru_cache(maxsize=65_536)
def bases(word: str) -> tuple[str, ...]:
    """Return what a word may be without its ending, longest first, lower case."""
    low = word.lower()
    found = [
        low[: len(low) - len(ending)] for ending in _ENDINGS if low.endswith(ending) and len(low) - len(ending) > 2
    ]
    found += [low[: -len(old)] + new for old, new in _UMLAUTS if low.endswith(old)]
    return tuple(dict.fromkeys(found))


def lookup(word: str, known: Collection[str]) -> str:
    """Return the base of a word that is among the known ones, or an empty text."""
    return next((base for base in bases(word) if base in known), "")


def head(word: str, ends: Collection[str]) -> str:
    """Return the longest known end of a word, such as ``verband`` for ``Regionalverbandes``, or an empty text."""
    best = ""
    for base in bases(word.rsplit("-", 1)[-1]):
        for length in range(min(len(base), 24), 2, -1):
            if length <= len(best):
                break
            if base[-length:] in ends:
                best = base[-length:]
    return best


def stem(word: str) -> str:
    """Cut the endings of a word so that its forms are alike: ``Landkreises`` and ``Landkreis``."""
    for _ in range(3):
        shorter = _cut(word)
        if shorter == word:
            break
        word = shorter
    return word[:-1] if len(word) > 5 and word.endswith("ss") else word  # "des Busses" and "der Bus"


def _cut(word: str) -> str:
    if len(word) > 5 and word.endswith("es"):
        return word[:-2]
    if len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    if len(word) > 6 and word.endswith("en"):
        return word[:-2]
    return word[:-1] if (len(word) > 5 and word.endswith(("n", "e"))) else word


@lru_cache(maxsize=65_536)
def key(name: str) -> tuple[str, ...]:
    """Return the words that identify a name: lower case, without quotation marks, articles and endings."""
    plain = re.sub(r"\be\.\s?V\.", "eV", _QUOTES.sub("", name))
    plain = re.sub(r"\be\.\s?G\.", "eG", plain).replace("–", "-").replace("-", " ").lower()
    words = (word.strip(".") for word in _WORDS.findall(plain))
    return tuple(stem(word) for word in words if word and word not in _SMALL)


_GENITIVE = re.compile(
    r"(?<=\w)(?:(kreis|verband|institut|amt|präsidium|ministerium|zentrum|verein|bund|werk|konzept|projekt|programm|netzwerk|forum|preis"
    r"|ausschuss|rat|land|haus|tag|verbund|plan|betrieb|center|vorhaben|vertrag|cluster|team|dezernat|referat|fachbereich|klinikum|museum|mentor"
    r"|ring|archiv|theater|kolleg|labor|orchester|bistum|dekanat|quartier|dienst|park|bad|kollegium|kuratorium|portal|kompetenzzentrum|jobcenter)(?:es|s))(?![\w])",
    re.IGNORECASE,
)
_NEUTER = re.compile(r"\b([A-ZÄÖÜ]\w+(?:isch|lich|al))en (?=\w*(?:ministerium|institut|amt|zentrum|präsidium)\b)")
_CASES = (
    (re.compile(r"\b([A-ZÄÖÜ]\w+(?:isch|lich|al))(?:en|em|es|er)(?= [A-ZÄÖÜ])"), None),
    (re.compile(r"\b(Große|Freie|Neue|Europäische|Deutsche)n(?= [A-ZÄÖÜ])"), r"\1"),
)


def nominative(name: str) -> str:
    """Return a name as a list would show it: ``Landkreises Heidenheim`` as ``Landkreis Heidenheim``."""
    plain = _GENITIVE.sub(r"\1", name.strip(" ,;:"))
    plain = _NEUTER.sub(r"\1es ", plain)
    return _agreeing(_CASES[1][0].sub(r"\1", plain))


_FILE = tomllib.loads(Path(__file__).with_name("german_genders.toml").read_text(encoding="utf-8"))
_GENDERS = {end: tuple(words.split()) for end, words in _FILE["ends"].items()}
_ADJECTIVE = re.compile(
    r"(?P<stem>[A-ZÄÖÜ][a-zäöüß]{2,}(?:isch|lich|ig|iv|al|ell)|Jung|Neu|Groß|Klein|Deutsch)(?:en|em|e) (?P<noun>[A-ZÄÖÜ][\wäöüß-]+)(?P<rest>.*)",
    re.DOTALL,
)


def _agreeing(name: str) -> str:
    """Give the adjective a name begins with the ending of the first case: "Hessischen Museumsbund" is "Hessischer Museumsbund"."""
    found = _ADJECTIVE.fullmatch(name)
    noun = found["noun"].lower() if found else ""
    end = next((end for end, heads in _GENDERS.items() if noun.endswith(heads)), "")
    return f"{found['stem']}{end} {found['noun']}{found['rest']}" if found and end else name


def initials(words: str) -> Iterator[str]:
    """Return the letters a name may be abbreviated by, capitals inside its words included."""
    parts = re.findall(r"[^\W\d_]+", words)
    yield "".join(part[0] for part in parts).upper()
    yield "".join(part[0] for part in parts if part[0].isupper()).upper()


def abbreviates(short: str, name: str) -> bool:
    """Whether a short form may stand for a name: its letters come in the name in this order, the first one first."""
    letters = re.sub(r"[^\w]", "", short).lower()
    rest = iter(re.sub(r"[^\w]", "", name).lower())
    words = [word.lower() for word in re.findall(r"[^\W_]+", name)]
    if len(letters) < 2 or not any(word.startswith(letters[0]) for word in words):
        return False
    return all(letter in rest for letter in letters)
