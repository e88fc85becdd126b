"""A recipe says how a kind of file is read: words of its headers, the shape of its rows, and rules by name.

Recipes are data. Those that come with the program stand in ``recipes/*.json``; a mapping somebody saves is the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.errors import AkteursnetzError

FORMAT = "akteursnetz-mapping"  # says in a file that it is a recipe
SHAPES = ("participation", "project", "tie", "pair", "group", "matrix", "answers", "network")
# rules that map words to codes or names
_WORDS_OF_RULES = frozenset({"roles", "kinds", "types", "statuses", "funder", "writing"})
NOTHING: Mapping[str, Any] = {}


class UnusableRecipeError(AkteursnetzError, ValueError):
    """A file is no recipe, or one with parts missing."""


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of table among the files of a recipe.

    Attributes
    ----------
    words
        Field -> headers that mean it, in any language; ``ort#2`` is the second column called "Ort".
    required
        Fields without which a table is none of this kind; ``a|b`` is either.
    rows
        Fields of which a row has at least two, or the only one, so that it is no footer; `required` when empty.
    optional
        The recipe can be read without a table of this kind.
    texts
        Fields whose columns hold words: a column of nothing but numbers is none of them, whatever it is called.
    """

    words: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    optional: bool = False
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a kind of file is read.

    Attributes
    ----------
    name
        Stable code, such as ``cordis``.
    shape
        Name of a shape in `graph.intake.shapes`.
    parts
        Name -> kind of table, the most important one first.
    rules
        Settings of the shape, by name.
    region
        Key of a region (``nuts``, ``ags``, ``postcode``, ``place``) -> fields that hold it.
    source
        ``title``, ``publisher``, ``licence`` and ``url`` of what the files are taken from, as far as known.
    fingerprint
        Headers of the file a mapping was made for; empty for what comes with the program.
    """

    name: str
    shape: str
    parts: Mapping[str, Part] = field(default_factory=dict)
    rules: Mapping[str, Any] = field(default_factory=dict)
    region: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: Mapping[str, str] = field(default_factory=dict)
    fingerprint: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return the recipe as a file that `from_json` reads."""
        parts = {
            name: {
                "words": {field: list(words) for field, words in part.words.items()},
                "required": list(part.required),
                "rows": list(part.rows),
                "optional": part.optional,
                "texts": list(part.texts),
            }
            for name, part in self.parts.items()
        }
        document = {
            "format": FORMAT,
            "name": self.name,
            "shape": self.shape,
            "parts": parts,
            "rules": dict(self.rules),
            "region": {key: list(fields) for key, fields in self.region.items()},
            "source": dict(self.source),
            "fingerprint": list(self.fingerprint),
        }
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def from_json(text: str | bytes) -> Recipe:
    """Read a recipe.

    Raises
    ------
    UnusableRecipeError
        When the text is no recipe.
    """
    try:
        document = json.loads(text)
        return Recipe(
            name=str(document["name"]),
            shape=_shape(document["shape"]),
            parts={str(name): _part(part) for name, part in document.get("parts", {}).items()},
            rules=_rules(document.get("rules", {})),
            region={str(key): _texts(fields) for key, fields in document.get("region", {}).items()},
            source={str(key): str(value) for key, value in document.get("source", {}).items()},
            fingerprint=_texts(document.get("fingerprint", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnusableRecipeError(type(error).__name__) from error


def _shape(name: object) -> str:
    if name not in SHAPES:
        raise ValueError(name)
    return str(name)


def _rules(rules: Mapping[str, Any]) -> dict[str, Any]:
    """Return rules whose values are of the kind that the shapes expect: a mapping may come from anybody."""
    for name, value in rules.items():
        if name in _WORDS_OF_RULES and not (
            isinstance(value, Mapping) and all(isinstance(each, str) for each in (*value, *value.values()))
        ):
            raise TypeError(name)
        if name == "bookings":
            _texts(value)
        if name == "project_key":
            [_texts(fields) for fields in value]
        if name == "weight":
            float(value)
    return dict(rules)


def _part(document: Mapping[str, Any]) -> Part:
    return Part(
        words={str(name): _texts(words) for name, words in document["words"].items()},
        required=_texts(document.get("required", ())),
        rows=_texts(document.get("rows", ())),
        texts=_texts(document.get("texts", ())),
        optional=bool(document.get("optional", False)),
    )


def _texts(values: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(values, str):
        raise TypeError(values)
    return tuple(str(value) for value in values)
