"""Persons, so that nobody proposes them: "Frau Dr. Muster", "gez. A. Muster", a role before a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading
from graph.intake.organisations import is_given_name, is_person

_NAME = r"(?:[A-ZÄÖÜ][\w’'-]{0,24}\.? ?){1,4}"
_TITLE = r"(?:Prof\.|Dr\.|Dipl\.-\w{1,12}\.?|Herrn?|Frau|med\.|h\. ?c\.)"
_ROLE = (
    r"(?:Ober|Erster |Erste |Bau)?[Bb]ürgermeister(?:in|s)?|Landr(?:at|ats|ätin)|Stadtr(?:at|ätin)|Kreisr(?:at|ätin)|Gemeinder(?:at|ätin) (?=[A-Z])"
    r"|Geschäftsführer(?:in|s)?|Minister(?:in|s)?|Präsident(?:in|en)?|Beigeordneter?|Dezernent(?:in)?|Staatssekretär(?:in|s)?|Vorsitzender?|Projektleiter(?:in)?"
    r"|Ansprechpartner(?:in)?|Bearbeiter(?:in)?|Verfasser(?:in)?|Sachbearbeiter(?:in)?|Amtsleiter(?:in)?|Schriftführer(?:in)?"
)
_PATTERNS = (
    re.compile(rf"\b{_TITLE}(?: {_TITLE}){{0,3}} {_NAME}"),
    re.compile(rf"\bgez\. ?{_NAME}"),
    re.compile(
        rf"\b(?:{_ROLE}):? (?:{_TITLE} ){{0,3}}[A-ZÄÖÜ][\w’'-]{{1,24}}\.?(?: [A-ZÄÖÜ][\w’'-]{{1,24}})?(?= ?[,.()\n]| [a-zäöü])"
    ),
    re.compile(r"\b(?:N\. ?N\.)"),
)
_OPENING = ("„", "“", "»", "«", "‚")  # a quotation names a thing


def find(reading: Reading) -> Iterator[Mention]:
    """Yield a mention of kind person for each; it takes the words from the other recognisers."""
    for pattern in _PATTERNS:
        for found in pattern.finditer(reading.text):
            yield Mention(What.PERSON, found.start(), found.end(), found[0].strip(" ,"), rule="person")


def is_bare_person(text: str, mention: Mention) -> bool:
    """Whether a mention is a given name and one more word, and nothing says that something is called after somebody."""
    first, _, rest = mention.name.partition(" ")
    if not rest.isalpha() or not first.istitle() or text[: mention.start].rstrip().endswith(_OPENING):
        return False
    return is_given_name(first) and is_person(mention.name)
