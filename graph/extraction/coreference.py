"""Definite nouns that stand for a thing named before: "die Gesellschaft", "der Verein", "die Stadt"."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from graph.extraction.entities import Entity
from graph.extraction.lemma import bases, head
from graph.extraction.lexicon import ANY_PROJECT, BEARERS, OWNERS, PROJECTS, STAND_INS
from graph.extraction.mention import What
from graph.extraction.place import MentionPlace, first_from
from graph.extraction.plurals import several_of
from graph.extraction.pronouns import pronouns_of
from graph.extraction.reading import Reading
from graph.extraction.report_title import titled_project
from graph.extraction.sections import Owners, of_part

_ISSUERS = ("Stadt", "Landkreis", "Kreis", "Gemeinde", "Land")
_ARTICLE = r"(?:[Dd](?:ie|er|as|es|em|en)|[Dd]ies(?:e|er|es|em|en)|[Bb]eim|[Vv]om|[Zz]um|[Zz]ur|[Ii]m|[Aa]m|[Uu]nserer?|[Ii]hrer?)"
_DEFINITE = re.compile(
    rf"\b{_ARTICLE} (?:[a-zäöü]{{4,20}}e[nrs]? )?([A-ZÄÖÜ][a-zäöüß]{{2,30}}(?:-[A-ZÄÖÜ][a-zäöüß]+)?)(?![\w-]| [A-ZÄÖÜ„]| \d{4}\b(?! ?(?:Euro|€))|, (?:der|die|das) [„\"»]| heißt| namens| trägt)"
)
# "das aus dem Programm X mit 1,2 Mio. Euro bezuschusste Projekt": what stands between is said of it
_ATTRIBUTED = re.compile(
    r"\b[Dd](?:as|ie|er|em|en|es) (?:[a-zäöüß]{3,20} ){0,2}(?:aus|von|vom|durch|mit|bei|beim|im|in|seit|für|auf|über|unter|am|an)\b(?:[^.;:()\n]|\([^()\n]{0,60}\)|\.(?:\d| ?[€a-zE])){3,170}? [a-zäöüß]+(?:te|ne)[nsrm]? (?P<noun>[A-ZÄÖÜ][a-zäöüß]+)(?![\w-]| [A-ZÄÖÜ„])"
)
_SPEAKER = re.compile(r"(?<![\w„\"])(?:[Ww]ir|[Uu]ns)\b")
_SAID = re.compile(r"[„\"»][^„“”\"«»\n]{0,600}[“”\"«]")
FAR = 2_500  # characters a noun looks back
NEAR_PROGRAMME = 700  # "das Programm" is often what was named last, whatever it is


def places_of(reading: Reading, entities: Sequence[Entity]) -> list[MentionPlace]:
    """Return all places of all entities in the order of the text, nouns and pronouns that mean one of them included."""
    named = sorted(
        (MentionPlace(m.start, m.end, entity) for entity in entities for m in entity.mentions),
        key=lambda p: (p.start, -p.end),
    )
    named = list(_with_short_names(reading.text, list(_disjoint(named))))
    nouns = [place for place in _nouns(reading, named) if not _covered(named, place)]
    nouns += [place for place in _pairs(reading, named) if not _covered(named, place)]
    nouns += [place for place in several_of(reading.text, named) if not _covered(named, place)]
    both = sorted([*named, *nouns], key=lambda p: p.start)
    pronouns = [place for place in pronouns_of(reading, both) if not _covered(both, place)]
    pronouns += [place for place in _first_person(reading, named) if not _covered(both, place)]
    return sorted([*both, *pronouns], key=lambda p: p.start)


def _disjoint(places: Sequence[MentionPlace]) -> Iterator[MentionPlace]:
    end = -1
    for place in places:
        if place.start >= end:
            yield place
            end = place.end


def _with_short_names(text: str, places: Sequence[MentionPlace]) -> Iterator[MentionPlace]:
    """Take a short name in brackets along with the name before it: one place, not two."""
    at = 0
    while at < len(places):
        place = places[at]
        following = places[at + 1] if at + 1 < len(places) else None
        if following and following.entity is place.entity and text[place.end : following.start].strip(' „"') == "(":
            end = following.end + (text[following.end : following.end + 1] == ")")
            place, at = MentionPlace(place.start, end, place.entity), at + 1
        yield place
        at += 1


def _covered(places: Sequence[MentionPlace], place: MentionPlace) -> bool:
    at = first_from(places, place.start)
    return (at < len(places) and places[at].start < place.end) or (at > 0 and places[at - 1].end > place.start)


_SPEAKS = (
    "Netzwerk",
    "Verein",
    "Verband",
    "Unternehmen",
    "Genossenschaft",
    "Stiftung",
    "Hochschule",
    "Kammer",
    "Zweckverband",
    "Gesellschaft",
    "Wirtschaftsförderung",
    "Agentur",
)


def _first_person(reading: Reading, named: Sequence[MentionPlace]) -> Iterator[MentionPlace]:
    """Yield "wir" and "uns" outside of quotations: the organisation whose paper it is."""
    speaker = _whose_paper(reading.text, named)
    if speaker is None:
        return
    said = [hit.span() for hit in _SAID.finditer(reading.text)]
    for found in _SPEAKER.finditer(reading.text):
        at = bisect_left(said, (found.start() + 1, -1)) - 1
        if at < 0 or said[at][1] <= found.start():
            yield MentionPlace(
                found.start(), found.end(), speaker, indirect=True, object_only=found[0].lower() == "uns"
            )


def _whose_paper(text: str, named: Sequence[MentionPlace]) -> Entity | None:
    """Return the organisation whose name stands in the head of a paper in any case, else the one named first there."""
    head = text[:_TITLE].lower()
    fits = [one for one in named if one.entity.kind in _SPEAKS and not one.entity.collective]
    by_words = next((one.entity for one in fits if _words_in(one.entity, head)), None)
    return by_words or next((one.entity for one in fits if one.start < _HEAD and not one.indirect), None)


def _words_in(entity: Entity, head: str) -> bool:
    """Whether the head of a paper holds all words of a name, in any case."""
    words = re.findall(r"[\w.]{4,}", entity.name.lower())
    return len(words) > 1 and all(word in head for word in words)


def _nouns(reading: Reading, named: Sequence[MentionPlace]) -> Iterator[MentionPlace]:
    issuer = {noun: _issuer(named, noun) for noun in _ISSUERS}
    heads, known, owners = _heads(named), list(named), Owners(reading.text, named)
    attributed = ((found.start("noun"), found) for found in _ATTRIBUTED.finditer(reading.text))
    for _, found in sorted(
        [*((one.start(1), one) for one in _DEFINITE.finditer(reading.text)), *attributed], key=lambda p: p[0]
    ):
        noun = _noun(found[1])
        if noun not in STAND_INS and noun not in ANY_PROJECT and not heads.intersection(_forms(noun)):
            continue
        if noun == "Unternehmen" and found[0][:3].lower() not in ("das", "dem", "des"):
            continue
        owner = owners.at(found.start()) if noun in OWNERS else None
        headed = owner if owner and _stands_for(owner, noun) else None
        entity = headed or _earlier(reading.text, known, found.start(), noun) or issuer.get(noun)
        if noun in ANY_PROJECT and entity and not headed:
            entity = of_part(known, owners.begins, found.start(), entity)
        if entity:
            others = _others(reading.text, known, found.start(), noun, entity)
            place = MentionPlace(found.start(1), found.end(1), entity, indirect=True, others=others)
            insort(known, place, key=lambda p: p.start)
            yield place


# "Stadt und Universität haben ...": two nouns without an article
_PAIR = re.compile(
    r"(?<![\w-])(?P<one>[A-ZÄÖÜ][a-zäöüß]{3,20}) und (?P<two>[A-ZÄÖÜ][a-zäöüß]{3,20})(?= [a-zäöü]|[.,;)])"
)


def _pairs(reading: Reading, named: Sequence[MentionPlace]) -> Iterator[MentionPlace]:
    """Yield the places of two bare nouns that both stand for an organisation named before."""
    for hit in _PAIR.finditer(reading.text):
        nouns = [_noun(hit["one"]), _noun(hit["two"])]
        if not all(noun in STAND_INS for noun in nouns):
            continue
        meant = [_earlier(reading.text, named, hit.start(), noun) or _issuer(named, noun) for noun in nouns]
        if all(one is not None and one.what is What.ACTOR for one in meant) and meant[0] is not meant[1]:
            for part, entity in zip(("one", "two"), meant, strict=True):
                if entity is not None:
                    yield MentionPlace(hit.start(part), hit.end(part), entity, indirect=True)


def _forms(word: str) -> list[str]:
    """Return a noun as it stands and without the endings of its cases, lower case; what ends in -n or -er may be many."""
    low = word.lower()
    return [low[: len(low) - len(end)] for end in ("", "s", "es") if low.endswith(end)]


def _noun(word: str) -> str:
    if word.rstrip("s").lower().endswith(("-projekt", "-vorhaben")):
        return "Projekt"
    return next(
        (noun for form in _forms(word) if (noun := form.capitalize()) in STAND_INS or noun in ANY_PROJECT), word
    )


def _heads(named: Sequence[MentionPlace]) -> frozenset[str]:
    """Return the first words of all names, and the simple nouns they end with."""
    words = {place.entity.name.replace("„", " ").split()[0] for place in named}
    heads = {head(word, PROJECTS) for word in words} | {base for word in words for base in bases(word)}
    return frozenset(
        heads - {"", "region", "tag", "park", "haus", "center", "rat", "tage", "vertrag", "bund", "land", "stadt"}
    )


def _issuer(named: Sequence[MentionPlace], noun: str) -> Entity | None:
    """Return the town or district that speaks in a paper: the one named first."""
    fits = (
        p.entity
        for p in named
        if p.entity.what is What.ACTOR and not p.entity.collective and _stands_for(p.entity, noun)
    )
    return next(fits, None)


def _earlier(text: str, named: Sequence[MentionPlace], place: int, noun: str) -> Entity | None:
    """Return the last thing of this form before a place; of one sentence the first, which it speaks of."""
    if noun in _ISSUERS and noun != "Land":
        return _issuer(named, noun)
    at = first_from(named, place)
    if noun in ANY_PROJECT and (titled := titled_project(text, named, place)):
        return titled
    chosen: MentionPlace | None = None
    for step in range(at - 1, max(at - 60, -1), -1):
        if place - named[step].start > (NEAR_PROGRAMME if noun == "Programm" else FAR) or (
            chosen and _apart(text, named[step], chosen)
        ):
            break
        if _stands_for(named[step].entity, noun):
            chosen = named[step]
    if noun in _SPEAKERS and (speaker := _speaker(named, noun)):
        far = chosen is None or place - chosen.end > NEAR_SPEAKER or not _named_so(chosen.entity, noun)
        if far:
            return speaker
    if chosen and noun in BEARERS and not _bears(chosen, noun, text):
        before = (one for one in reversed(named[max(at - 60, 0) : at]) if place - one.start <= FAR)
        return next((one.entity for one in before if _bears(one, noun, text)), chosen.entity)
    return chosen.entity if chosen else None


NEAR_SPEAKER = 300  # characters within which "der Verband" is the one named last, not the one whose paper it is
_SPEAKERS = ("Verband", "Zweckverband", "Stiftung", "Kammer", "Hochschule", "Universität")
_TITLE = 170  # characters of its title
_HEAD = 400  # characters of a paper that say whose it is


def _speaker(named: Sequence[MentionPlace], noun: str) -> Entity | None:
    """Return whose paper it is, if the noun means such a one: the first name of an organisation at its head."""
    first = next((one for one in named if one.entity.what is What.ACTOR), None)
    fits = first is not None and first.start < _HEAD and _named_so(first.entity, noun)
    return first.entity if first and fits else None


def _named_so(entity: Entity, noun: str) -> bool:
    """Whether the name itself holds the noun: "Planungsverband" is a Verband by name, a "Bauernschaft" only by its kind."""
    words = [base for word in entity.name.split() for base in bases(word)]
    return any(base.endswith(end) for base in words for end in STAND_INS[noun])


def _bears(one: MentionPlace, noun: str, text: str) -> bool:
    """Whether a thing is called by the very noun: "das Netzwerk" is "Netzwerk „X“" before it is the cluster named last."""
    names = (one.entity.name, *one.entity.aliases, text[one.start : one.end], text[max(0, one.start - 30) : one.start])
    words = (word for name in names for word in name.replace("„", " ").split())
    return any(word.lower().endswith(noun.lower()) for word in words)


def _others(text: str, named: Sequence[MentionPlace], place: int, noun: str, chosen: Entity) -> tuple[str, ...]:
    """Return the names of other things of this form in the sentence of the one that was chosen; a person must say which."""
    if noun in _ISSUERS:
        return ()
    fits: list[MentionPlace] = []
    for step in range(first_from(named, place) - 1, max(first_from(named, place) - 60, -1), -1):
        if place - named[step].start > FAR or (fits and _apart(text, named[step], fits[-1])):
            break
        if _stands_for(named[step].entity, noun):
            fits.append(named[step])
    return tuple(dict.fromkeys(one.entity.name for one in fits if one.entity is not chosen))


def _apart(text: str, earlier: MentionPlace, later: MentionPlace) -> bool:
    """Whether a sentence ends between two places: of one sentence the first name is what it speaks of."""
    return re.search(r"[.!?] [A-ZÄÖÜ]|\n", text[earlier.end : later.start]) is not None


def _stands_for(entity: Entity, noun: str) -> bool:
    if entity.collective:
        return False
    if noun in ANY_PROJECT:
        return entity.what is What.PROJECT and entity.kind not in ("Gremium", "Programm")
    if noun not in STAND_INS or noun == entity.kind:
        return noun == entity.kind or _begins_with(entity, noun)
    named = re.split(r" (?:der|des|von|vom) ", entity.name)[0] if entity.kind == "Gremium" else entity.name
    first = [base for word in named.replace("„", " ").split() for base in bases(word)]
    ends = STAND_INS[noun]
    if noun == "Land":
        return entity.what is What.ACTOR and entity.kind == "Land"
    if noun in ("Stadt", "Gemeinde"):
        return entity.what is What.ACTOR and entity.name.lower().startswith(
            (noun.lower(), "große kreis", "universitäts", "hanse")
        )
    fits = any(base == end or (len(end) > 3 and base.endswith(end)) for base in first for end in ends)
    return fits or (entity.what is What.PROJECT and entity.kind.lower() in ends)


def _begins_with(entity: Entity, noun: str) -> bool:
    """Whether a name begins with a word, or with a compound of it: "Messe" for "Ausbildungsmesse „X“"."""
    first, low = bases(entity.name.replace("„", " ").split()[0]), bases(noun)
    return any(base in first or (len(base) > 4 and any(word.endswith(base) for word in first)) for base in low)
