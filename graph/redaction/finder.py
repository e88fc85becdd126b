"""Names of actors found in texts, in whatever way they are written there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote, urlsplit

from graph.redaction.texts import ADDRESS
from graph.schema import TABLES
from graph.slugs import slug

LEGAL_FORM = re.compile(
    r"[\s,]+(?:g?gmbh(?: & co\.? ?(?:kg|ohg)?)?|mbh|ag(?: & co\.? ?kga?a?)?|se|kg|ohg|gbr|ug|eg|e\. ?[vk]\.?)\.?$",
    re.IGNORECASE,
)
_SHORTEST, _CERTAIN = 2, 5  # letters of a name that is looked for, and of one that is found in any case and compound
_TELLING = 6  # characters of a cell beside the contract that may tell who it is: mailbox, telephone, street
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NO_SIGN = re.compile(r"[\W_]+")
NO_WORDS: frozenset[str] = frozenset()
NO_SHORT: Mapping[str, str] = MappingProxyType({})
_DATE = re.compile(r"[0-9.\-/~?]{1,10}")


@dataclass(frozen=True, slots=True)
class Pseudonym:
    """New id and name of an actor, and its type."""

    id: str
    name: str
    type: str


class Finder:
    """Finds the names of actors in texts; longer names first.

    A name of five letters and more is found in any case, with any characters between its words, in compounds and with
    endings; a shorter one only as a word. What is found goes with the whole of a word and of its compound, since
    ``Hanns-Unternehmen 19-Stiftung`` would say which enterprise it is.

    Parameters
    ----------
    rows
        Rows of the actors that are looked for.
    names
        Actor id -> pseudonym.
    short
        Actor id -> word by which it is called as well.
    words
        Spellings in lower case that are words of the data, too, and name nobody.
    """

    def __init__(
        self,
        rows: Sequence[Mapping[str, Any]],
        names: Mapping[str, Pseudonym],
        short: Mapping[str, str] = NO_SHORT,
        words: Set[str] = NO_WORDS,
    ) -> None:
        self._labels: dict[str, Pseudonym] = {}
        spellings: set[str] = set()
        for row in rows:
            for spelling in (found for found in spellings_of(row) if found.casefold() not in words):
                spellings.add(spelling.casefold())
                self._labels.setdefault(_bare(spelling), names[str(row["id"])])
        for actor, word in short.items():
            self._labels.setdefault(_bare(word), names[actor])
        ordered = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
        certain = "|".join(_loose(s) for s in ordered if len(_bare(s)) >= _CERTAIN) or "(?!)"
        exact = "|".join(re.escape(s) for s in ordered if len(_bare(s)) < _CERTAIN) or "(?!)"
        called = "|".join(map(re.escape, short.values())) or "(?!)"
        found = rf"(?:\w*?({certain})\w*|(?<!\w)({exact})(?!\w)|(?<!\w)((?-i:{called}))(?:s|er|n)?(?!\w))"
        self._words = re.compile(rf"(?<!\w)(?:\w+-)*?{found}(?:-\w+)*", re.IGNORECASE)
        self._parts = re.compile(rf"(?<!\w){found}", re.IGNORECASE)

    def names(self, text: str) -> bool:
        """Whether a text names one of the actors."""
        return self._parts.search(unquote(text)) is not None

    def replaced(self, text: str) -> str:
        """Return a text with pseudonyms; an address or mailbox that names somebody is left out."""
        without = ADDRESS.sub(lambda found: "" if self.names(found[0]) else found[0], text)
        return without if ADDRESS.fullmatch(without) else self._words.sub(lambda f: self._pseudonym(f).name, without)

    def replaced_id(self, key: str) -> str:
        """Return an id with the ids of pseudonyms."""
        return self._parts.sub(lambda found: self._pseudonym(found).id, key)

    def _pseudonym(self, found: re.Match[str]) -> Pseudonym:
        return self._labels[_bare(found[1] or found[2] or found[3])]


def spellings_of(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield how an actor may be written: its names, without legal form, as part of an id, its addresses."""
    names = [row["name"], row["short_name"], *row["aliases"]]
    host = (urlsplit(row["website"]).hostname or "").removeprefix("www.")
    for name in (*names, *(LEGAL_FORM.sub("", name) for name in names)):
        for spelling in (name.strip(), slug(name), name.strip().casefold().translate(_GERMAN)):
            if len(spelling) >= _SHORTEST:
                yield spelling
    yield from (spelling for spelling in (row["id"], host, *_telling(row)) if len(spelling) >= _SHORTEST)


def _telling(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield cells beside the contract that may stand in other rows and tell who it is: those with a digit or an @."""
    own = {*TABLES["actors"].names}
    texts = (value.strip() for column, value in row.items() if column not in own and isinstance(value, str))
    for text in texts:
        if len(text) >= _TELLING and re.search(r"[0-9@]", text) and not _DATE.fullmatch(text):
            yield text


def _bare(text: str) -> str:
    """Return the letters and digits of a text alone: what two spellings of a name have in common."""
    return _NO_SIGN.sub("", text.casefold()) or text.casefold()


def _loose(spelling: str) -> str:
    """Pattern of a name with any few characters between its words."""
    words = [re.escape(word) for word in _NO_SIGN.split(spelling) if word]
    return r"[\W_]{0,3}".join(words)
