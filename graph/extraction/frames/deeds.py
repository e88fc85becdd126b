"""What a verb or noun makes of the names in its clause; the lists stand in ``german_roles.toml`` and ``german_verbs.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.extraction.verbs import VerbForms, forms_of

_NEVER = "(?!)"


@dataclass(frozen=True)
class Deed:
    """A verb or noun that ties names, and the parts it gives them.

    Attributes
    ----------
    name, tie, open_as
        As of a `graph.extraction.frames.frame.Frame`.
    verb, passive, noun
        Its active forms, its participles, its nouns.
    action
        Nouns of action made of its verbs, whose agent follows "durch".
    under
        Words right before the names of who acts: "unter Federführung".
    subject
        Nouns whose bearer is the subject of the clause: "Mit dem Beitritt zum ⟦P1⟧ hat die ⟦A2⟧ ...".
    needs, unless
        What else the clause must hold, and what it must not.
    agents, themes
        Words before the name of who acts in the passive, and of what the deed is done to.
    theme
        What the deed is done to: ``project``, ``group``, ``company``, ``both`` for what is of the kind of who acts, ``whole`` for the project it is
        part of, ``authority`` for whom an application goes to, ``receiver`` for who gets.
    not_with
        Deeds that a clause says instead where it says both.
    sources
        Whether what acts stands behind "from" though the verb is active: "die Mittel kommen vom ⟦A1⟧".
    """

    name: str
    tie: str
    verb: re.Pattern[str]
    passive: re.Pattern[str]
    noun: re.Pattern[str]
    action: re.Pattern[str]
    under: re.Pattern[str]
    subject: re.Pattern[str]
    needs: re.Pattern[str]
    unless: re.Pattern[str]
    agents: frozenset[str]
    themes: frozenset[str]
    open_as: str
    theme: str
    not_with: frozenset[str]
    sources: bool = False


def _role(entry: Mapping[str, object]) -> Deed:
    def words(name: str, flags: int = 0) -> re.Pattern[str]:
        before = r"(?<!zu )" if name == "verb" and entry["name"] != "role_founds" else ""
        listed = {"verb": forms.finite, "passive": forms.participles}.get(name, "")
        either = "|".join(filter(None, (str(entry.get(name, "")), listed)))
        return re.compile(rf"{before}\b(?:{either})(?!\w)" if either else _NEVER, flags)

    forms = forms_of(str(entry["name"]))
    theme = next(
        (kind for kind in ("group", "company", "both", "whole", "authority", "receiver") if entry.get(kind)), "project"
    )
    agents, themes = (frozenset(str(entry[name]).split()) for name in ("from", "at"))
    return Deed(
        str(entry["name"]), str(entry["tie"]), words("verb"), words("passive", re.IGNORECASE), words("noun"), _action(forms), words("under"),
        words("subject"), re.compile(str(entry.get("needs", ""))), re.compile(str(entry.get("unless", _NEVER))),
        agents, themes, str(entry["open"]), theme, frozenset(str(entry.get("not_with", "")).split()),
        bool(entry.get("sources")),
    )  # fmt: skip


def _action(forms: VerbForms) -> re.Pattern[str]:
    """Find nouns of action, alone or at the end of a compound: "Förderung", "Anschubfinanzierung"."""
    return re.compile(rf"\b(?:[A-ZÄÖÜ][\wäöüß-]{{0,24}}?)?(?<![Bb]eg)(?i:{forms.nouns})\b" if forms.nouns else _NEVER)


ROLES: Sequence[Deed] = tuple(
    _role(entry)
    for file in ("german_roles.toml", "english_roles.toml")
    for entry in tomllib.loads(Path(__file__).with_name(file).read_text(encoding="utf-8"))["role"]
)
