"""What the words before a list say: how its items stand to what it is of, and what they are."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

_FILE = tomllib.loads(Path(__file__).with_name("roster_words.toml").read_text(encoding="utf-8"))
_KINDS = {kind: re.compile(pattern) for kind, pattern in _FILE["kind"].items()}
_ITEMS = {kind: re.compile(rf"\b(?:{pattern})\b") for kind, pattern in _FILE["items"].items()}
HEADING = re.compile(_FILE["heading"]["pattern"])
LEADS = re.compile(_FILE["opens"]["verbs"])
CLASS = re.compile(rf"(?<![\w-])(?:\w+-)?(?:{'|'.join(_FILE['items'].values())})\b")
OF_CLASS = re.compile(
    rf"[ \t]*(?:{_FILE['opens']['plain']}[ \t]+)*(?:[a-zäöüß]+e[nr]?[ \t]+)?(?:{'|'.join(_FILE['items'].values())}):?[ \t]+(?=[A-ZÄÖÜ])"
)
DISTRICT = re.compile(_FILE["opens"]["district"])
FIRST_NAMES = frozenset(_FILE["opens"]["first_names"].split())
PLAIN = re.compile(rf"{_FILE['opens']['plain']}\b[ \t]*")
NO_ITEM = re.compile(_FILE["opens"]["no_item"])
INSIDE = re.compile(_FILE["opens"]["inside"])


@dataclass(frozen=True)
class RunWords:
    """Words before and after a list inside of a sentence, and the tie of each item that they state."""

    kind: str
    before: re.Pattern[str]
    after: re.Pattern[str]


RUNS = [
    RunWords(one["kind"], re.compile(one.get("before", "")), re.compile(one.get("after", ""))) for one in _FILE["run"]
]


def kind_of_lead(words: str) -> str:
    """Return the code of the tie that words before a list state of each item, ``receives`` where each gets something; empty for none."""
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(words)), "")


def class_of_items(words: str) -> str:
    """Return what words before a list say its items are, the class that is named last: "Gemeinde", "Unternehmen"; empty for none."""
    if DISTRICT.match(words):
        return "Kommune"
    found = [(hit.end(), hit.end() - hit.start(), kind) for kind, one in _ITEMS.items() for hit in one.finditer(words)]
    return max(found)[2] if found else ""
