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
LEGAL_FORM = re.compile(
    r"(?<!\w)(?:g?g?mbh|ag|kg|kgaa|ohg|gbr|ug|eg|se|e\. ?v\.?|ev|e\. ?g\.?|e\. ?k\.?|e\. ?kfr\.?|e\. ?kfm\.?|aör|kdör|"
    r"ltd\.?|limited|plc|inc\.?|llc|llp|s\.?r\.?l\.?|s\.?p\.?a\.?|s\.?a\.?(?:s|rl)?\.?|"
    r"b\.?v\.?|n\.?v\.?|oy|oyj|ab|a/?s|"
    r"aps|asbl|vzw|sp\. ?z ?o\. ?o\.?|d\.?o\.?o\.?|kft\.?|zrt\.?|s\.?r\.?o\.?|partg(?:mbb)?|partnerschaft|"
    r"gesellschaft mit beschränkter haftung|aktiengesellschaft|eingetragener verein|genossenschaft|"
    r"körperschaft des öffentlichen rechts|anstalt des öffentlichen rechts)(?!\w)",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"universit|hochschul|institut|college|académi|akademie|academ|schule|school|gymnasium|kolleg|berufs|"
    r"\bstadt\b|städt|stadtwerk|gemeinde|\bmarkt\b|landkreis|kreis\b|landrat|bezirk|\bland\b|freistaat|region|"
    r"minist|senat|regierung|behörde|\bamt\b|amt\b|bundes|staats|landes|verwaltung|"
    r"verband|verein|\bbund\b|bündnis|kammer|innung|gewerkschaft|arbeitsgemeinschaft|netzwerk|cluster|"
    r"stiftung|foundation|fondation|gesellschaft|forschung|research|zentrum|zentr|center|centre|"
    r"klinik|krankenhaus|hospital|museum|theater|kirche|diözese|diakon|caritas|kloster|"
    r"bank\b|sparkasse|versicherung|werke?\b|holding|gruppe|group|konzern|company|compan|corporation|"
    r"association|consortium|agency|agentur für|council|comune|ayuntamiento|municip|"
    r"gewerbe|industrie|technolog|fraunhofer|max-planck|helmholtz|leibniz|nachf",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"hotel|gasthof|gasthaus|gaststätte|restaurant|café|cafe|bistro|pension|hof\b|haus\b|mode|salon|friseur|praxis|"
    r"apotheke|bäckerei|metzgerei|fleischerei|schreinerei|tischlerei|schlosserei|zimmerei|malerei?\b|maler|brauerei|"
    r"gärtnerei|weingut|druckerei|schmiede|werkstatt|atelier|studio|verlag|buchhandlung|handel|handwerk|betrieb|"
    r"büro|beratung|consult|coaching|training|service|dienst|agentur|kommunikation|design|media|medien|foto|film|"
    r"technik|systeme?|solution|software|laser|elektro|maschinen|anlagen|metall|holz|bau\b|bau-|auto|kfz|transport|"
    r"logistik|spedition|reisen|touris|sport|event|pflege|kosmetik|physio|logopäd|ergo|therapie|kanzlei|vermietung|"
    r"verpachtung|immobilien|vertrieb|produktion|manufaktur|fabrik|labor|engineering|international|online|shop",
    re.IGNORECASE,
)
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
_JOINED = re.compile(r"\s+(?:und|u\.|&|and|\+)\s+|-")
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
    people = [segment for segment in rest if is_person(segment)]
    others = [segment for segment in rest if segment not in people]
    if people and not others:
        return Named(NameKind.PERSON)
    if people or place or streets:
        found = _single(_without_persons(", ".join(others)).replace('"', ""))
        return Named(found.kind, found.name, place)
    return _with_place(rest)


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


def says_organisation(text: str) -> bool:
    """Whether a text has a legal form or a word that only organisations have in their names."""
    return bool(LEGAL_FORM.search(text) or _INSTITUTION.search(text) or _TRADE.search(text))


def is_person(text: str) -> bool:
    """Whether a text is nothing but a person's name: two to five words, one of them a given name."""
    if _ADDRESSED.match(text) and not says_organisation(text):
        return True
    plain = _TITLE.sub("", text)
    words = _WORD.findall(_JOINED.sub(" ", plain))
    if not 2 <= len(words) <= 5 or re.search(r"[0-9&:/]", plain) or says_organisation(text):
        return False
    if any(
        word[0].islower() and word.casefold() not in ("von", "van", "de", "der", "zu", "di", "da") for word in words
    ):
        return False
    if all(word.isupper() for word in words):
        # registers write organisations in capitals; a person shows by the given name only
        return len(words) <= 3 and words[-1].casefold() in _GIVEN_NAMES and plain != text
    return bool(_given(words))


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
    if text.isupper() or _INSTITUTION.search(text):
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
