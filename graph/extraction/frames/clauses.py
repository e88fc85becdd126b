"""The clauses of a masked sentence, and the part each list of names has in its clause.

A relative clause is taken out of the sentence around it: "Am ⟦P1⟧, den die ⟦A2⟧ organisiert, nimmt die ⟦A3⟧ teil" is "Am ⟦P1⟧ nimmt
die ⟦A3⟧ teil" and "⟦P1⟧ die ⟦A2⟧ organisiert".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.extraction.place import MentionPlace
from graph.extraction.scenes import MARK, MaskedSentence

LONGEST = 1_500  # characters of a clause that is looked at

# names in a row are joined by a comma, "und", a mark of a list; "der ⟦A1⟧ der ⟦A2⟧" is one name in the genitive of another
_ARTICLE = r"(?:the|der|die|das|dem|den|des|einem|einer|eine|ein|vom|beim)(?: (?:zwei|drei|vier|fünf|sechs|beiden))?"
_MORE = r"(?: mit (?:ihre[mrn]|seine[mrn]) ⟦A\d+⟧)?(?: ?\([^()⟦⟧]{0,90}\))?(?: [–-] [^⟦⟧•;\n]{0,60}(?= [•▪●·*]))?(?: (?:mit|zu|je|jeweils) (?:[^⟦⟧,;]|,\d){0,24})?[“”\"»]?"
_LINK = r"(?: ?,(?: und| sowie)?| und(?: auch)?| and| sowie(?: auch)?| u\.| & | ?/| oder| als auch| wie auch| ?[•▪●·*]| [–-]| ?\d{1,2}[.)]| [a-z]\)|\s+(?:gemeinsam|zusammen) mit)"
_LIST = re.compile(
    rf"⟦[AP]\d+⟧(?:(?=⟦)⟦[AP]\d+⟧|{_MORE}{_LINK}\s*(?:[•▪●·*–-]\s*|\d{{1,2}}[.)] )?(?:{_ARTICLE} )?(?:[a-zäöüß]{{3,24}}e[nrsm]? ){{0,2}}(?:(?!Mitglied|Gesellschafter|Partner|Leitung|Träger)[A-ZÄÖÜ][\wäöüß-]{{3,24}} )?[„\"]?⟦[AP]\d+⟧)*"
)
_PREPOSITIONS = (
    "von vom durch seitens mit bei beim an am in im für aus zu zum zur unter neben zwischen auf nach ohne gegen über um seit bis"
    " gegenüber außer trotz wegen innerhalb by from with of for through into"
)
_CUE = re.compile(
    rf"(?:^|[\s(,])(?P<cue>{'|'.join(_PREPOSITIONS.split())}|[Dd]em|[Dd]en|[Dd]es|[Dd]er|[Dd]ie|[Dd]as)"
    r"(?: (?:the|der|die|das|dem|den|des|einem|einer|eines|ihrem|ihrer|seinem|seiner|[a-zäöüß]{3,24}(?:e[nrsm]?)))*(?: (?!Mitglied|Gesellschafter|Partner|Träger|Leitung)[A-ZÄÖÜ][\wäöüß-]{3,30})? ?[„\"]?$",
    re.IGNORECASE,
)
_GENITIVE = re.compile(
    rf"(?<![\w-])(?!(?i:{'|'.join(_PREPOSITIONS.split())}) )[A-ZÄÖÜ][\wäöüß-]+ (?:der|des|eines|einer)(?: [a-zäöüß]+e[nrs])?(?: [A-ZÄÖÜ][\wäöüß-]{{3,30}})? ?[„\"]?$"
)
_OF_NAME = re.compile(r"⟦[AP]\d+⟧ (?:der|des)(?: [a-zäöüß]+e[nrs])? ?$")
_RELATIVE = re.compile(
    r"(?:,? ?, |(?<=[a-z]t|en|ar|at|ll|nn|rd) und (?=(?:an|in|bei|mit|von|für|aus) (?:dem|der|denen|das|die)\b))(?:(?P<with>an|in|bei|mit|von|für|zu|aus|unter|durch|auf) )?(?P<who>die|der|das|den|dem|deren|dessen|denen|which|who|welche[rsmn]?)\b(?! (?:Rest|übrigen|restlichen|verbleibenden)\b)(?! (?:[a-zäöü]{3,20}e[nrsm]? )?(?:[A-ZÄÖÜ][\w.-]+[ -]?)?⟦)"
)
# a second relative clause of the same name: "... hat und an dem ..."
_FURTHER = re.compile(
    r"(?<=[a-z]t|en|ar|at|ll|nn|rd) und (?:an|in|bei|mit|von|für|aus) (?:dem|der|denen|das|die)\b(?! ⟦)"
)
FIRST_PERSON = re.compile(r"\b(?:ich|wir)\b", re.IGNORECASE)
_NOUN = re.compile(r"(?<![(\w])[A-ZÄÖÜ][a-zäöüß]{3,}")
_SAME = re.compile(  # nouns that say what the name before is: "X ist eines von fünf Vorhaben, die ..."
    r"(?:Teil|Modell|Pilot|Verbund|Förder|Forschungs|Leit|Kooperations)?(?:[Pp]rojekte?n?|[Vv]orhaben|[Mm]aßnahmen?|[Ii]nitiativen?|[Nn]etzwerke?|[Ee]inrichtung(?:en)?|[Vv]erein|[Pp]lattform|[Bb]ündnis)\b(?=[^A-ZÄÖÜ]*,)"
)
_ENDS = re.compile(r"(?<=[a-zäöü]t|en|te|rd|st), (?!darunter|unter anderem|insbesondere|etwa |so )")
_BREAK = re.compile(
    r"; |, (?=weitere [\d.,]+ )|, (?=(?:die|der|das) (?:[A-ZÄÖÜ][\wäöüß]+ )?⟦A\d+⟧ (?!nicht |damit |samt )[a-zäöüß]{3,}(?:t|te|en) )|(?<=\w\w\w)(?<!Mio)(?<!Mrd)(?<!Tsd)\. (?=\d{1,2}\. |[A-ZÄÖÜ⟦])|(?:, (?:und |aber |sondern |wobei |während |sodass |so dass |dass |nachdem |da |weil |wenn |um )| und (?=(?:ist|wird|wurde|hat|übernimmt|erhält)\b))"
)


@dataclass(frozen=True)
class NameRow:
    """Names in a row, and the word before them.

    Attributes
    ----------
    start, end
        Characters of the clause.
    places
        The names.
    cue
        The preposition before them; ``gen`` for a genitive after a noun, ``dem``, ``des``; empty for a subject or object.
    """

    start: int
    end: int
    places: Sequence[MentionPlace]
    cue: str


@dataclass(frozen=True)
class SpokenClause:
    """A clause of a masked sentence: its characters ``[start, end)``, its words and its names."""

    start: int
    end: int
    text: str
    groups: Sequence[NameRow]


def clauses_of(scene: MaskedSentence, places: Sequence[MentionPlace]) -> Iterator[SpokenClause]:
    """Yield the clauses of a masked sentence that hold a name, the ones around before the relative ones in them.

    Parameters
    ----------
    scene
        The sentence.
    places
        All places of names, which the marks count.
    """
    for start, end in _parts(scene.text):
        text = without_asides(scene.text[start:end][:LONGEST])
        relative = list(_relatives(text))
        attributes = attributes_of(without(text, [span for span, _ in relative]))
        around = spoken(without(text, [span for span, _ in relative]))
        groups = _groups(around, places)
        if groups or FIRST_PERSON.search(around):
            yield SpokenClause(start, end, around, groups)
        for (first, last), participle in attributes:
            inner = f"{text[first:last]} {participle} wird"
            named = _LIST.match(text, _noun_after(text, last))
            found = _groups(inner, places)
            noun = [NameRow(0, 0, [places[int(n)] for _, n in MARK.findall(named[0])][:1], "")] if named else []
            if found:
                yield SpokenClause(start + first, start + last, inner, [*noun, *found])
        for (first, last), hit in relative:
            inner = " " * (hit.end() - first) + text[hit.end() : last]
            found = _groups(inner, places)
            meant = _meant([one for one in groups if one.end <= first], hit, around)
            if meant or (found and not hit["with"] and hit["who"] in ("die", "das", "den")):
                yield SpokenClause(start + first, start + last, inner, [*meant, *found])


def _parts(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while found := _BREAK.search(text, at):
        yield at, found.start()
        at = found.end()
        ends = _ENDS_INNER.search(text, at) if _INNER.fullmatch(found[0]) else None
        if ends:  # "..., nachdem die A abgesagt hatte, gemeinsam mit der B ..."
            yield at, ends.start()
            at = ends.end()
    yield at, len(text)


_INNER = re.compile(r", (?:nachdem|da|weil|wenn|während) ")
_ENDS_INNER = re.compile(
    r"(?:(?<=\bhatte)|(?<=\bwaren)|(?<=\bwurde)|(?<=\bhaben)|(?<=\bwar)|(?<=\bhat)|(?<=\bist)|(?<=\bhatten)|(?<=\bwurden)), "
)


def _relatives(text: str) -> Iterator[tuple[tuple[int, int], re.Match[str]]]:
    at = 0
    while hit := _RELATIVE.search(text, at):
        ends, further = _ENDS.search(text, hit.end()), _FURTHER.search(text, hit.end())
        last = min(found.start() if found else len(text) for found in (ends, further))
        yield (hit.start(), last), hit
        at = max(last, hit.end())


_ATTRIBUTE = re.compile(
    r"\b(?:[Dd](?:as|ie|er|em|en|es)|[Ee]ine?[nmrs]?)(?: (?!(?:mit|von|vom|bei|beim|aus|durch|seitens) )[a-zäöüß]{3,20}){0,2} (?P<said>(?:aus |mit )?(?:Mitteln |Hilfe )?(?:von|vom|durch|seitens|bei|beim|der|des|aus|mit)\b[^;:.()]{0,30}⟦(?:[^;:.()]|\([^()⟦⟧]{1,12}\)|\.(?:\d| ?[€a-zE])){0,110}?) (?P<stem>[a-zäöüß-]{4,24}(?:t|en))(?P<end>e|en|er|es|em) (?:[a-zäöüß]+e[nrsm]? )?(?=(?:[A-ZÄÖÜ][\wäöüß-]+ )?[„\"]?⟦P|(?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Pp]rojekt|[Vv]orhaben|[Vv]erbund|[Ss]tudie|[Kk]onzept|[Mm]aßnahme|[Nn]etzwerk|[Ii]nitiative))"
)


# "das bereits für 2021 bewilligte, verschobene ⟦P1⟧": what is said of it this way is no verb of the clause
_ADJECTIVES = re.compile(
    r"\b(?:[Dd](?:as|ie|er|em|en|es)|[Ee]ine?[nmrs]?) (?P<said>(?:[a-zäöüß\d][\wäöüß.-]*,? ){0,6}[a-zäöüß-]{4,24}(?:t|en)(?:e|en|er|es|em)) (?=(?:[a-zäöüß]+e[nrsm]? ){0,2}[A-ZÄÖÜ„\"⟦])"
)


def spoken(text: str) -> str:
    """Return a masked clause without what stands between its articles and nouns, blanks in its place.

    Parameters
    ----------
    text
        The clause.
    """
    plain = without(text, [span for span, _ in attributes_of(text)])
    return without(plain, [found.span("said") for found in _ADJECTIVES.finditer(plain)])


@lru_cache(maxsize=64)  # a sentence is asked for by the frames and by the roles
def attributes_of(text: str) -> Sequence[tuple[tuple[int, int], str]]:
    """Return what stands between an article and its noun, and its participle: "das [von der ⟦A1⟧ geförderte] Vorhaben".

    Parameters
    ----------
    text
        A masked clause.
    """
    return [((found.start("said"), found.end("end")), found["stem"]) for found in _ATTRIBUTE.finditer(text)]


# "A und – seit dem Ausscheiden der B – C"; what is held through somebody is said by a frame
_ASIDE = re.compile(
    r"(?<=,) vertreten durch [^,;]{3,140}?(?=,)|(?<=\bund )(?<!\w)[–-] (?!mittelbar|indirekt)[^–;]{3,140}? [–-] |(?<=\bsowie )[–-] [^–;]{3,140}? [–-] "
)


def without_asides(text: str) -> str:
    """Return a masked sentence without what stands between dashes before the last name of a list, blanks in its place.

    Parameters
    ----------
    text
        The masked sentence.
    """
    return without(text, [found.span() for found in _ASIDE.finditer(text)])


def _noun_after(text: str, place: int) -> int:
    """Return where the next name begins, at most a noun and its article away."""
    at = text.find("⟦", place)
    return at if 0 <= at < place + _NEAR_NOUN else len(text)


_NEAR_NOUN = 90  # characters between an attribute and the name it belongs to


def without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the text with blanks in the place of inner clauses, so that places stay."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _meant(before: Sequence[NameRow], hit: re.Match[str], text: str) -> list[NameRow]:
    """Return what a relative pronoun stands for: the last name before it, unless another noun is nearer."""
    between = _NOUN.search(text, before[-1].end, hit.start()) if before else None
    if not before or (between and not _SAME.match(text, between.start())):
        return []
    last, cue = (
        before[-1],
        hit["with"]
        or ("" if hit["who"] in ("die", "der", "das", "which", "who", "welche", "welcher", "welches") else "acc"),
    )
    cue = "dem" if hit["who"] in ("dem", "denen") and not hit["with"] else cue
    return [NameRow(0, 0, last.places[-1:], cue)]


_PART = re.compile(r" mit (?:ihre[mrn]|seine[mrn]) ⟦A\d+⟧")  # "die ⟦A1⟧ mit ihrem ⟦A2⟧" is one item of a list


def _groups(text: str, places: Sequence[MentionPlace]) -> list[NameRow]:
    found = []
    for hit in _LIST.finditer(text):
        marks = [places[int(number)] for _, number in MARK.findall(_PART.sub("", hit[0]))]
        cue = _cue(text[max(0, hit.start() - 90) : hit.start()])
        found.append(NameRow(hit.start(), hit.end(), marks, "dem" if not cue and _is_us(marks) else cue))
    return found


def _is_us(marks: Sequence[MentionPlace]) -> bool:
    """Whether a name stands for "uns", which is nobody's subject."""
    return len(marks) == 1 and marks[0].object_only


_SENT = re.compile(
    r"\b(?:Vertretung(?:en)?|Vertreter(?:innen|in|n)?|Delegierten?|Mitarbeitenden?|Fachleuten?)(?: und [A-ZÄÖÜ]\w+)? (?:der|des|von|vom) $"
)


_SIDE = re.compile(r"\b(?:auf|von) [a-zäöüß]+er Seite ")


def _cue(before: str) -> str:
    if side := _SIDE.search(before):  # "auf belgischer Seite die ⟦A1⟧"
        before = before[side.end() - 1 :]
    if _SENT.search(before):  # "je eine Vertretung des ⟦A1⟧": the organisation is meant
        return ""
    if _GENITIVE.search(before) or _OF_NAME.search(before):
        return "gen"
    found = _CUE.search(before)
    cue = found["cue"].lower() if found else ""
    return {"die": "", "der": "", "das": "", "den": "acc"}.get(cue, cue)
