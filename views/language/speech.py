"""Names and lists inside sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from views.language.words import Words, plain

NAMED = 5  # names in a sentence before the rest is only counted


@dataclass(frozen=True, slots=True)
class Speech:
    """What a sentence needs besides its record.

    Attributes
    ----------
    t
        Words of the visitor's language.
    names
        Name of each actor and project by id.
    show
        How text from the data is made safe; ``str`` for places that show text as it is.
    """

    t: Words
    names: Mapping[str, str]
    show: Callable[[str], str] = plain

    def name(self, element: str) -> str:
        """Name of an actor or project; an id that is not in the data is said to be unknown."""
        if element in self.names:
            return self.show(self.names[element])
        return self.t("answers.names.unknown", id=self.show(element))

    def named(self, elements: Iterable[str], most: int | None = NAMED) -> str:
        """Names of several elements as in a sentence; the rest beyond ``most`` is counted."""
        return self.listed((self.name(element) for element in elements), most)

    def values(self, values: Iterable[str], most: int | None = None) -> str:
        """Fields, types and other words of the data as in a sentence."""
        return self.listed((self.show(value) for value in values), most)

    def listed(self, words: Iterable[str], most: int | None = None) -> str:
        """Join words that are safe already; ``""`` for none."""
        said = list(words)
        if most is None or len(said) <= most + 1:  # "and 1 more" would be no shorter than the name
            return self.t.names(said) if said else ""
        return self.t("answers.names.more", names=", ".join(said[:most]), n=self.t.number(len(said) - most))
