"""Cells that name a beneficiary: an organisation, a person, or nobody in particular.

Lists of beneficiaries hold sole traders and private persons, contact persons and streets in the cell of the name, and
words instead of a name. Persons' names never get any further than this file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from graph.intake.columns import is_stated
from graph.intake.wording import INSTITUTION, LEGAL_FORM, says_organisation


class NameKind(StrEnum):
    """What a cell names."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PERHAPS_PERSON = "perhaps-person"  # a person and a trade, or a single word and a place: nobody can tell
    PSEUDO = "privacy"  # words instead of a name
    COLLECTIVE = "collective"  # many at once
    NOTHING = "without-name"


@dataclass(frozen=True, slots=True)
class Named:
    """What a cell names.

    Attributes
    ----------
    kind
        See `NameKind`.
    name
        Name of the organisation, ``""`` for everything else.
    place
        Place that stands in the cell, ``""`` when there is none.
    """

    kind: NameKind
    name: str = ""
    place: str = ""


_GIVEN_NAMES = frozenset((Path(__file__).parent / "given_names.txt").read_text("utf-8").split())
_PSEUDO = re.compile(
    r"keine anzeige|datenschutz|keine angabe|nicht veröffentlicht|anonym|natürliche person|privatperson|"
    r"not disclosed|confidential|data protection|\bn\.? ?n\.?$|unbekannt|"
    r"^(?:vertraulich|geschützt|gesperrt|geschwärzt|nicht (?:bekannt|genannt|benannt)|ohne (?:angabe|namen)|private?|"
    r"priv(?:atbereich|ater|\.)?|nat(?:ürl)?\. ?person(?:en)?|individuals?|natural persons?|undisclosed|withheld)$|"
    # a number in place of a name: "Stipendiatin 4711", "Person A"
    r"^(?:einzel)?(?:person|unternehmer|teilnehmer|teilnehmend|antragsteller|begünstigt|zuwendungsempfänger|bewerber|"
    r"stipendiat|doktorand|student|studierend|bürger|landwirt|gründer|beneficiary|applicant|participant)(?:in|e|er|en)?"
    r"(?: (?:nr\.? ?)?(?:[0-9]+|[a-z]))?$",
    re.IGNORECASE,
)
# what stands in the cell of a name while there is none
_LATER = re.compile(
    r"(?:(?:wird |werden )?noch (?:bekannt ?gegeben|benannt|festgelegt|offen|unklar|nicht \w+)|wird nachgereicht|offen|"
    r"folgt|tbd|t\.b\.d\.|tba|t\.b\.a\.|entfällt|keine[rs]?|nicht zutreffend|siehe (?:oben|unten|anlage|anhang)|"
    r"s\. ?[oua]\.|dto\.?|dito|ditto|leer|x{1,5}|none|to be (?:announced|confirmed|determined))",
    re.IGNORECASE,
)
_COLLECTIVE = re.compile(
    r"^(?:diverse|verschiedene|mehrere|various|div\.)\b|"
    r"\b[0-9]+ (?:personen|unternehmen|betriebe|teilnehmer\w*|persons)\b|"
    r"existenzgründerinnen|begünstigte \(|einzelpersonen",
    re.IGNORECASE,
)
# many at once, unless a legal form says that it is the name of one
_OTHERS = re.compile(
    r"^(?:(?:und )?(?:alle|sonstige|weitere|übrige|andere)\b|u\. ?[aäv]\.(?: m\.)?$|etc\b)", re.IGNORECASE
)
_OWNER = re.compile(
    r"(?<![\s,;(-])[\s,;(-]*\b"
    r"(?:inh(?:aber(?:in)?)?\b\.?|z\. ?hd\.?|c/o|vertreten durch|ansprechpartner(?:in)?)\s*:?.*$",
    re.IGNORECASE,
)
_AFTER_FORM = re.compile(r"^[\s,]*(?:(?:und|u\.|&|,)\s*)?(?P<rest>[^\W\d].*)$")
_STREET = re.compile(
    r"(?:str\.|(?:straße|strasse|weg|platz|allee|gasse|ring|ufer|damm)\b).*[0-9]|\bpostfach\b", re.IGNORECASE
)
_POSTCODE = re.compile(r"^(?:d-)?(?P<code>[0-9]{5})\s+(?P<place>[^\W\d].*)$", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:(?:prof|dr|dipl|ing|mag|med|dent|vet|jur|phil|rer|nat|pol|oec|habil|h\. ?c|em|apl|pd|ra|rain|stb|wp|"
    r"herrn?|frau|hr|fr|mr|mrs|ms|miss)\b[.-]*\s*)+",
    re.IGNORECASE,
)
# who is called so is a person, or several, whatever the name
_ADDRESSED = re.compile(
    r"^(?:herrn?|frau|hr\.|fr\.|mrs?\.?|ms\.?|miss|familie|fam\.|eheleute|ehepaar|geschwister|erbengemeinschaft|witwe)\s+\S",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?:[A-ZÄÖÜ]\.[ -]?){1,3}[A-ZÄÖÜ][\w'’-]+|[A-ZÄÖÜ][\w'’-]+,? [A-ZÄÖÜ]\.")
_JOINED = re.compile(r"\s+(?:und|u\.|&|and|\+)\s+|-", re.IGNORECASE)
_MOST_IN_CAPITALS = 3  # words of a person's name
_VOWEL = re.compile("[AEIOUYÄÖÜÀ-ÆÈ-ÏÒ-ØÙ-ÝĄĘÓİ].|.[AEIOUYÄÖÜÀ-ÆÈ-ÏÒ-ØÙ-ÝĄĘÓİ]")  # an acronym may have none
# beside a given name these make a place or an infrastructure (ERIC) of it: Reggio Emilia, Sophia Antipolis, CLARIN ERIC
_NO_SURNAME = frozenset(
    {"ERIC", "EMILIA", "ANTIPOLIS", "PORT", "LE", "LA", "SANT", "AVENUE", "SQUARE", "DRIVE", "ROAD", "RUE", "RUA"}
)
_PARTICLES = frozenset({"von", "van", "de", "der", "den", "zu", "zum", "di", "da"})
# houses that are called after somebody, as people shorten their names
_NAMESAKES = frozenset(
    {"carl zeiss", "robert bosch", "hugo boss", "max planck", "otto bock", "ernst klett", "georg fischer"}
    | {"friedrich ebert", "konrad adenauer", "heinrich böll", "hans böckler", "friedrich naumann", "rosa luxemburg"}
    | {"garrad hassan", "fritz haber", "johannes kepler", "franz haniel", "heinrich hertz", "paul scherrer"}
)
_SAINT = frozenset({"st", "sankt", "saint", "san", "santa"})
_LONGEST = 1_000  # characters of a cell in which a name is looked for
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@lru_cache(maxsize=16_384)
def named(cell: str) -> Named:
    """Return what a cell of beneficiaries names; the parts of the cell that are about persons are gone."""
    text = " ".join(cell[:_LONGEST].replace("\u00a0", " ").split()).strip(" ,;")
    if (nobody := _nobody(text)) is not None:
        return Named(nobody)
    text = _OWNER.sub("", text).strip(" ,;-") or text
    segments = [part.strip() for part in text.split(",") if part.strip()]
    if len(segments) > 1 and (split := _split(segments)):
        return split
    return _single(_without_persons(text))


def _nobody(text: str) -> NameKind | None:
    """Return why a cell names nobody in particular, ``None`` when it may name somebody."""
    bare = text.strip("()[]<>*„“\"' ")
    if _PSEUDO.search(bare):
        return NameKind.PSEUDO
    if not is_stated(bare) or _LATER.fullmatch(bare) or not any(map(str.isalnum, bare)):
        return NameKind.NOTHING
    is_one = LEGAL_FORM.search(bare)
    return NameKind.COLLECTIVE if _COLLECTIVE.search(bare) or (_OTHERS.search(bare) and not is_one) else None


def _split(segments: Sequence[str]) -> Named | None:
    """Return the organisation and place of a cell in parts; ``None`` when the commas belong to the name."""
    place = ""
    rest: list[str] = []
    streets = False
    for segment in segments:
        if code := _POSTCODE.match(segment):
            place = code["place"]
        elif _STREET.search(segment) and not LEGAL_FORM.search(segment):
            streets = True
        else:
            rest.append(segment)
    rest = _with_given_names(rest)
    people = [segment for segment in rest if is_person(segment)]
    others = [segment for segment in rest if segment not in people]
    if people and not others:
        return Named(NameKind.PERSON)
    if people or place or streets:
        found = _single(_without_persons(", ".join(others)).replace('"', ""))
        return Named(found.kind, found.name, place)
    return _with_place(rest)


def _with_given_names(segments: Sequence[str]) -> list[str]:
    """Return segments with a surname and the given names behind its comma as one: ``MÜLLER, HANS``."""
    joined: list[str] = []
    for segment in segments:
        words = _WORD.findall(segment)
        is_given = bool(words) and all(word.casefold() in _GIVEN_NAMES for word in words)
        if is_given and joined and len(_WORD.findall(joined[-1])) <= 2 and not says_organisation(joined[-1]):
            joined[-1] = f"{joined[-1]}, {segment}"
        else:
            joined.append(segment)
    return joined


def _with_place(segments: Sequence[str]) -> Named | None:
    """Return an organisation followed by its place, such as ``Nett GmbH,Meuspath``."""
    *first, last = segments
    is_word = re.fullmatch(r"[^\W\d_][\w .()/-]{2,30}", last) and not says_organisation(last)
    if not is_word or last[0].islower():
        return None
    name = ", ".join(first)
    if LEGAL_FORM.search(name) and LEGAL_FORM.search(name).end() >= len(name.rstrip()) - 1:  # type: ignore[union-attr]
        return Named(NameKind.ORGANISATION, _without_persons(name), last)
    if len(first) == 1 and len(_WORD.findall(name)) == 1 and not says_organisation(name):
        return Named(NameKind.PERHAPS_PERSON)
    return None


def _single(text: str) -> Named:
    if not text:
        return Named(NameKind.NOTHING)
    if is_person(text):
        return Named(NameKind.PERSON)
    if _is_perhaps_person(text):
        return Named(NameKind.PERHAPS_PERSON)
    return Named(NameKind.ORGANISATION, text)


def is_given_name(word: str) -> bool:
    """Whether a word is a given name."""
    return word.casefold() in _GIVEN_NAMES


def is_person(text: str) -> bool:
    """Whether a text is nothing but a person's name: two to five words, one of them a given name."""
    if _ADDRESSED.match(text) and not says_organisation(text):
        return True
    plain = _TITLE.sub("", text)
    words = _WORD.findall(_JOINED.sub(" ", plain))
    if " ".join(words).casefold() in _NAMESAKES:
        return False
    if not 2 <= len(words) <= 5 or re.search(r"[0-9&:/]", plain) or says_organisation(text):
        return False
    if any(word[0].islower() and word.casefold() not in _PARTICLES for word in words):
        return False
    if all(word.isupper() for word in words):
        return _is_person_in_capitals(plain, words)
    return bool(_given(words))


def _is_person_in_capitals(text: str, words: Sequence[str]) -> bool:
    """Whether a name wholly in capitals is a person's: ``MÜLLER, HANS``, ``MÜLLER HANS PETER`` or ``HANS MÜLLER``.

    Registers write everything so, and a given name in the middle is that of an institute or a street; it counts at
    the end, and at the beginning of two words.
    """
    if len(words) > _MOST_IN_CAPITALS or not all(_VOWEL.search(word) for word in words) or _NO_SURNAME & {*words}:
        return False
    plain = [word for word in words if word.casefold() not in _PARTICLES]
    given = _given(plain)
    if not plain:
        return False
    begins = plain[0] in given and (len(plain) == 2 or plain[1] in given)
    return plain[-1] in given or begins or ("," in text and bool(_given(_WORD.findall(text.partition(",")[2]))))


def _given(words: Sequence[str]) -> list[str]:
    """Return the given names among some words; a saint's name is that of a place or a house."""
    before = ("", *(word.casefold() for word in words))
    return [
        word
        for word, last in zip(words, before, strict=False)
        if word.casefold() in _GIVEN_NAMES and last not in _SAINT
    ]


def _is_perhaps_person(text: str) -> bool:
    """Whether a text is a title or an initial and a name, a given name beside a trade, or is called after partners."""
    if text.isupper() or INSTITUTION.search(text):
        return False
    words = _WORD.findall(_JOINED.sub(" ", text))
    given = _given(words)
    is_titled = _TITLE.match(text) and len(_TITLE.sub("", text).split()) == 1
    if (is_titled or _INITIAL.fullmatch(text)) and not says_organisation(text):
        return True
    form = LEGAL_FORM.search(text)
    if form:
        return bool(given) and form[0].casefold() == "gbr"
    return bool(given) and 2 <= len(words) <= 7


def _without_persons(text: str) -> str:
    """Return a name without the persons after its legal form: ``3D Laser GbR Axel Wendt und Oliver Wagner``."""
    forms = list(LEGAL_FORM.finditer(text))
    if not forms:
        return text
    rest = _AFTER_FORM.match(text[forms[-1].end() :])
    return text[: forms[-1].end()].strip() if rest and is_person(rest["rest"].strip(" ()")) else text
