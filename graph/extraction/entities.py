"""One thing, many names: mentions become entities with their other names and all their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from graph.extraction.aliases import GIVEN, find_aliases, find_holding_places, own_aliases
from graph.extraction.lemma import abbreviates, head, key, lookup, nominative
from graph.extraction.lexicon import ABBREVIATIONS, PLACE_HEADS, PROJECTS, STOP, TOWN_TITLES
from graph.extraction.mention import Mention, What, without_overlaps
from graph.extraction.reading import Reading

MOST_LIKE = 60  # names with the same first word that are compared

_EXPANDED = {
    "ihk": ("industri", "handelskammer"), "hwk": ("handwerkskammer",), "hs": ("hochschul",), "lra": ("landratsamt",), "rp": ("regierungspräsidium",),
    "arbeitsagentur": ("agentur", "arbeit"), "wm": ("wirtschaftsministerium",), "bw": ("bad", "württemberg"), "nds": ("niedersachs",),
    "vg": ("verbandsgemeind",), "sg": ("samtgemeind",), "og": ("ortsgemeind",), "lkr": ("landkreis",), "lk": ("landkreis",), "vhs": ("volkshochschul",), "lag": ("lokal", "aktionsgrupp"),
}  # fmt: skip
_FILLERS = frozenset(("region", "regional", "deutsch"))
_LEGAL = frozenset("gmbh ag ev gbr mbh kg co eg ggmbh ewiv gug kdör aör se ug ohg".split())
_BRACKET = re.compile(
    r"\s?[„\"]?\s?\((?:(?:im Folgenden|nachfolgend|nachstehend|kurz|abgekürzt|Abk\.|auch|künftig|genannt)[:,]? ?)*[„\"]?([^()„“\"\n]{2,60}?)[“\"”]?\)"
)
_CALLED = re.compile(
    r",? ?[-–]? ?(?:im Folgenden|nachfolgend|nachstehend|kurz|abgekürzt)(?: kurz| auch| als)?:? [„\"]?([A-ZÄÖÜ][\w-]{1,20}(?: [A-ZÄÖÜ][\w-]*)?)"
)


@dataclass
class Entity:
    """An actor or project of the paper.

    Attributes
    ----------
    what, name, kind, collective
        As of its best mention.
    mentions
        All its places, in the order of the text.
    aliases
        Other names, in the order they were seen.
    number
        Its place in the list of all.
    """

    what: What
    name: str
    kind: str
    mentions: list[Mention] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    collective: bool = False
    number: int = 0

    @property
    def first(self) -> Mention:
        """Its first mention."""
        return self.mentions[0]


@lru_cache(maxsize=65_536)
def merging_key(name: str) -> tuple[str, ...]:
    """Return the words that make two mentions one: abbreviations of kinds spelt out, legal forms and fillers left."""
    words: list[str] = []
    for word in key(name):
        words.extend(_EXPANDED.get(word, (word,)))
    if TOWN_TITLES.intersection(words[:2]) and len(words) > 1:  # "Große Kreisstadt X" is the "Stadt X"
        words = ["stadt", *(word for word in words if word not in TOWN_TITLES and not word.startswith("groß"))]
    plain = [word for word in words if word not in _FILLERS] or words
    return tuple(plain)


def entities_of(reading: Reading, mentions: Sequence[Mention]) -> list[Entity]:
    """Merge the mentions of a paper into entities.

    Parameters
    ----------
    reading
        The paper.
    mentions
        What the recognisers found, without overlaps, in the order of the text.
    """
    mentions = list(mentions)
    short = _short_names(reading, mentions)
    mentions = _without_short(mentions, short)
    groups = _grouped(mentions)
    owners = {mention.start: entity for entity in groups for mention in entity.mentions}
    for mention, alias in short:
        owners[mention.start].aliases.append(alias)
        if alias in ABBREVIATIONS:
            owners[mention.start].what, owners[mention.start].kind = What.ACTOR, ABBREVIATIONS[alias]
    _absorb_parts(groups)
    own_aliases(groups)
    find_aliases(reading, groups)
    find_holding_places(reading, groups)
    kept = [entity for entity in _without_namesakes(groups) if _worth(entity)]
    kept.sort(key=lambda entity: entity.first.start)
    return [replace_number(entity, at) for at, entity in enumerate(kept)]


def _without_namesakes(groups: Sequence[Entity]) -> list[Entity]:
    """Leave out projects that are called as an organisation is without its legal form; their places are its."""
    actors = {_plain_key(e.name): e for e in groups if e.what is What.ACTOR and not e.collective}
    kept = []
    for entity in groups:
        project = entity.what is What.PROJECT and entity.first.rule != "quoted"
        same = actors.get(merging_key(entity.name)) if project else None
        if same is None:
            kept.append(entity)
        else:
            same.mentions += entity.mentions
    return kept


def _plain_key(name: str) -> tuple[str, ...]:
    """Return the words of a name without its legal form."""
    return tuple(word for word in merging_key(name) if word not in _LEGAL)


def replace_number(entity: Entity, number: int) -> Entity:
    """Return the entity with its place in the list, its mentions in the order of the text."""
    ordered = sorted({(m.start, m.end): m for m in entity.mentions}.values(), key=lambda m: m.start)
    return replace(entity, number=number, mentions=ordered, aliases=_unique(entity.aliases, entity.name))


def _unique(aliases: Iterable[str], name: str) -> list[str]:
    return [alias for alias in dict.fromkeys(aliases) if alias != name]


def _short_names(reading: Reading, mentions: Sequence[Mention]) -> list[tuple[Mention, str]]:
    """Return mentions with the abbreviation that follows them in brackets, where its letters fit."""
    found = []
    for mention in mentions:
        if mention.what is What.PERSON:
            continue
        after = _BRACKET.match(reading.text, mention.end) or _CALLED.match(reading.text, mention.end)
        short = after[1].strip() if after else ""
        of_body = mention.what is What.PROJECT and lookup(
            short.partition(" ")[0], PLACE_HEADS
        )  # "Gemeinderat Au (Gemeinde Au)"
        if short and not of_body and len(short.split()) <= 4 and _fits(short, mention.name):
            found.append((mention, short))
    return [*found, *_defined(reading, mentions)]


_DEFINED = re.compile(
    r"(?:im Folgenden|im Weiteren|nachfolgend|nachstehend|künftig)(?: auch| kurz| als)?:? [„\"«»]?(?P<short>[A-ZÄÖÜ][\w-]{1,30}(?: [A-ZÄÖÜ][\w-]{1,20})?)[“”\"»«]?(?: genannt| bezeichnet)?(?= ?[–,.)\n-]|$)"
)
FAR_DEFINED = 260  # characters from a party of a contract to the name it has from then on


def _defined(reading: Reading, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, str]]:
    """Yield the name a contract gives a party some words behind it: "dem Zweckverband Naturpark X, ... – nachfolgend „Naturpark“ –"."""
    for found in _DEFINED.finditer(reading.text):
        before = [m for m in mentions if 0 <= found.start() - m.end < FAR_DEFINED and m.what is not What.PERSON]
        fits = [m for m in before if _fits(found["short"], m.name) and found.start() - m.end > 3]
        if fits:
            yield fits[-1], found["short"]


def _fits(short: str, name: str) -> bool:
    plain = re.sub(r"\b(?:g?GmbH|AG|e\. ?V\.|eG|mbH|KG)\b", "", short).strip()
    if not plain or plain.lower() in PLACE_HEADS or plain[0].isdigit() or plain in STOP:
        return False
    first = plain.split(maxsplit=1)[0]
    if first.lower() in PLACE_HEADS and first != name.split(maxsplit=1)[0]:
        return False  # "Gemeinderat Au (Gemeinde Au)" is one of two
    return (abbreviates(plain, name) and len(plain) < len(name)) or (plain.lower() in name.lower() and plain != name)


def _without_short(mentions: list[Mention], short: Sequence[tuple[Mention, str]]) -> list[Mention]:
    """Leave out mentions that are an abbreviation in a bracket or its later uses; they are found as aliases."""
    names = {merging_key(alias) for _, alias in short} | {(alias.lower(),) for _, alias in short}
    owners = {mention.start for mention, _ in short}
    return [m for m in mentions if m.start in owners or not (key(m.name) in names or merging_key(m.name) in names)]


_INNER = re.compile(r"(?P<word>.+) \((?P<short>[A-ZÄÖÜ]{2,4})\) (?P<rest>.+)")


def _spelt(mention: Mention) -> Mention:
    """Return "Arbeitsgemeinschaft (AG) X" as "Arbeitsgemeinschaft X", also called "AG X"."""
    inner = _INNER.fullmatch(mention.name)
    if inner is None:
        return mention
    return replace(
        mention,
        name=f"{inner['word']} {inner['rest']}",
        aliases=(*mention.aliases, f"{inner['short']} {inner['rest']}"),
    )


def _grouped(mentions: Sequence[Mention]) -> list[Entity]:
    groups: dict[object, Entity] = {}
    for mention in map(_spelt, mentions):
        if mention.what is What.PERSON:
            continue
        same = (mention.what, merging_key(mention.name), mention.collective, mention.start if mention.distinct else -1)
        entity = groups.get(same)
        if entity is None:
            groups[same] = Entity(
                mention.what, mention.name, mention.kind, [mention], list(mention.aliases), mention.collective
            )
        else:
            entity.mentions.append(mention)
            entity.aliases += [mention.name, *mention.aliases]
            if _is_titled(entity.name) != _is_titled(mention.name):
                entity.name = mention.name if _is_titled(entity.name) else entity.name
            elif _fuller(mention.name, entity.name) or (entity.name.isupper() and not mention.name.isupper()):
                entity.name, entity.kind = mention.name, mention.kind
    return list(groups.values())


def _is_titled(name: str) -> bool:
    """Whether a town is called by its title: "Universitätsstadt X"."""
    return any(word in TOWN_TITLES for word in key(name)[:2])


def _fuller(name: str, other: str) -> bool:
    """Whether a name says more than the other; one that only has endings of the genitive does not."""
    words, others = name.split(), other.split()
    if len(words) != len(others):
        return len(name) > len(other)
    inflected = all(one in (two, f"{two}s", f"{two}es") for one, two in zip(words, others, strict=True))
    return len(name) > len(other) and not inflected


def _absorb_parts(groups: list[Entity]) -> None:
    """Merge a bare head or a name without its legal form into the one entity it can mean."""
    single = [entity for entity in groups if not entity.collective]
    by_first: dict[str, list[Entity]] = {}
    for entity in single:
        by_first.setdefault(next(iter(merging_key(entity.name)), ""), []).append(entity)
    absorbed: set[int] = set()
    for part in filter(_may_be_part, single):
        near = by_first[next(iter(merging_key(part.name)), "")][:MOST_LIKE]
        whole = [
            e for e in near if e is not part and id(e) not in absorbed and e.what is part.what and _is_part(part, e)
        ]
        if len(whole) > 1:
            earlier = [e for e in whole if e.first.start < part.first.start]
            whole = whole if _same_family(whole) and not earlier else []
        if len(whole) == 1:
            whole[0].mentions += part.mentions
            whole[0].aliases += [part.name, *part.aliases]
            absorbed.add(id(part))
    groups[:] = [entity for entity in groups if id(entity) not in absorbed]


def _same_family(whole: Sequence[Entity]) -> bool:
    return len({merging_key(entity.name) for entity in whole}) == 1


def _may_be_part(part: Entity) -> bool:
    words = merging_key(part.name)
    return len(words) == 1 or part.name.split()[0] in ("IHK", "HWK") or bool({*words} & _LEGAL) or len(words) == 2


def _is_part(part: Entity, whole: Entity) -> bool:
    """Whether the words of one name begin another, or are the other without its legal form."""
    small, large = merging_key(part.name), merging_key(whole.name)
    if len(small) >= len(large):
        return False
    legal_small, legal_large = set(small) & _LEGAL, set(large) & _LEGAL
    if legal_small and legal_large and legal_small != legal_large:
        return False
    if tuple(w for w in large if w not in _LEGAL) == tuple(w for w in small if w not in _LEGAL):
        return True
    if part.first.rule in GIVEN:
        return False
    return large[: len(small)] == small and (
        len(small) == 1 or part.what is What.PROJECT or part.name.split()[0] in ("IHK",)
    )


def _worth(entity: Entity) -> bool:
    """Whether an entity is proposed: a sure mention, or a common head named twice or founded in its sentence."""
    if any(mention.sure for mention in entity.mentions):
        return True
    return len(entity.mentions) > 1 and len(entity.name) > 9 and head(entity.name, PROJECTS) != entity.name.lower()


__all__ = ["Entity", "entities_of", "merging_key", "nominative", "without_overlaps"]
