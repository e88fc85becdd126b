"""The forms of German verbs, so that a word file lists infinitives and not forms: "auf|bauen" is "baut ... auf", "aufgebaut"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = tomllib.loads(Path(__file__).with_name("german_verbs.toml").read_text(encoding="utf-8"))
_STRONG: Mapping[str, tuple[str, ...]] = {
    line.split()[0]: tuple(line.split()[1:]) for line in _FILE["strong"].strip().splitlines()
}
_ENTRY = re.compile(r"(?:(?P<prefix>[a-zäöü]+)\|)?(?P<base>[a-zäöüß]+)(?:\((?P<with>[^()]+)\))?")
_NO_GE = (
    "be",
    "er",
    "ver",
    "ent",
    "zer",
    "ge",
    "miss",
    "über",
    "unter",
    "ko",
    "sub",
)  # beginnings whose participle has no "ge"


@dataclass(frozen=True)
class VerbForms:
    """Patterns of the finite forms, the participles and the nouns of action of some verbs; empty texts where there are none."""

    finite: str
    participles: str
    nouns: str = ""


@cache
def forms_of(deed: str) -> VerbForms:
    """Return the forms of the verbs listed for a deed.

    Parameters
    ----------
    deed
        Name of a list of ``german_verbs.toml``; one that is not there has no forms.
    """
    entries = list(_ENTRY.finditer(_FILE["of"].get(deed, "")))
    finite = [form for entry in entries for form in _finite(entry)]
    plain = [entry for entry in entries if not entry["with"]]
    nouns = [*_FILE["nouns"].get(deed, "").split(), *(noun for entry in plain for noun in _nouns(entry))]
    return VerbForms("|".join(finite), "|".join(dict.fromkeys(map(_participle, plain))), "|".join(dict.fromkeys(nouns)))


def _nouns(entry: re.Match[str]) -> Iterator[str]:
    """Yield the nouns of action that are made of a verb: "Umsetzung", "Koordinierung", "Koordination"."""
    base = entry["base"]
    stem = base[:-2] if base.endswith("en") else base[:-1]
    yield f"{entry['prefix'] or ''}{stem}ung"
    if base.endswith("ieren"):
        yield f"{entry['prefix'] or ''}{base[:-5]}ation"


def _finite(entry: re.Match[str]) -> Iterator[str]:
    """Yield the finite forms; a prefix stands at the end of the clause or, where the verb does, before it."""
    present, past, _ = _parts(entry["base"])
    forms = "|".join((present, entry["base"], past, f"{past}n" if past.endswith("e") else f"{past}en"))
    beside = rf"(?=.*\b{entry['with']}\b)" if entry["with"] else ""
    if entry["prefix"]:
        yield rf"(?:{forms})(?=[^;]*\b{entry['prefix']}(?:\W*$|[.,;:)]| und\b| oder\b))"
    yield f"{entry['prefix'] or ''}(?:{forms}){beside}"


def _participle(entry: re.Match[str]) -> str:
    return f"{entry['prefix'] or ''}{_parts(entry['base'])[2]}"


def _parts(base: str) -> tuple[str, str, str]:
    """Return present, past and participle of an infinitive: of those listed as strong, or regular ones."""
    if base in _STRONG:
        present, past, participle = _STRONG[base]
        return present, past, participle
    stem = base[:-2] if base.endswith("en") else base[:-1]
    link = "e" if re.search(r"(?:[td]|[^aeiouäöürlhmn][mn])$", stem) else ""
    plain = base.endswith("ieren") or base.startswith(_NO_GE)
    return f"{stem}{link}t", f"{stem}{link}te", f"{'' if plain else 'ge'}{stem}{link}t"


@cache
def reported() -> Mapping[str, str]:
    """Return the verbs of reported speech, as minutes tell what somebody said, and what each is where it is told as a fact."""
    entries = (entry for listed in _FILE["of"].values() for entry in _ENTRY.finditer(listed))
    found = {_subjunctive(entry["base"]): _parts(entry["base"])[0] for entry in entries}
    return {**found, **_FILE["reported"]}


def _subjunctive(base: str) -> str:
    return base[:-1] if base.endswith("en") else f"{base[:-1]}e"
