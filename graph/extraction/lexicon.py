"""Words of German council papers: heads of names, what may stand beside them, and what is never a name.

They stand in ``german_words.toml``. Heads are given as ends of words, so that compounds count; see `graph.extraction.lemma`. No
organisation is listed: an empty region is read as well as a known one. The abbreviations are those of bodies that act in
every German region.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

_FILE = tomllib.loads(Path(__file__).with_name("german_words.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_FILE[name].split())


def _values(name: str) -> Mapping[str, str]:
    """Return word -> what it stands for, of a table that lists the words of each meaning."""
    return {word: meaning for meaning, words in _FILE[name].items() for word in words.split()}


# heads followed by a place, such as "Stadt Aalen" -> kind of organisation
PLACE_HEADS = _values("place_heads")
# plural of a head -> what each item of a list is called: "die Städte A, B und C"
PLURALS = _values("plurals")
# ends of words that name an institution, alone or in a compound -> kind of organisation
INSTITUTIONS = _values("institutions")
# institutions that need no place or field after them: there is one in each region
UNIQUE = _words("unique")
# the same word stands for something else, or for any of them
NOT_INSTITUTIONS = _words("not_institutions")
# abbreviations of bodies that act in every region -> kind
ABBREVIATIONS = _values("abbreviations")
# ends of words before or inside the name of a project, network, event or programme -> kind
PROJECTS = _values("projects")
# heads that say no more than "project": the name follows them
PLAIN_PROJECT = _words("plain_project")
# bodies of a council or a company, which need neither name nor place
BODIES = _words("bodies")
# bodies of companies and associations
OWNED_BODIES = _words("owned_bodies")
# programmes that fund
PROGRAMMES = _words("programmes")
# capitals that are no part of a name though they stand beside one
STOP = _words("stop")
# articles, prepositions, auxiliaries and the like
FUNCTION_WORDS = _words("function_words")
# what a town may call itself instead of "Stadt"
TOWN_TITLES = _words("town_titles")
# words that begin a place of several words
MULTIWORD_PLACES = _words("multiword_places")
# "am", "im", "an der" inside places -> what may follow
PLACE_LINKS: Mapping[str, frozenset[str]] = {
    word: frozenset(names.split()) for word, names in _FILE["place_links"].items()
}
# nouns that stand for a thing named before -> ends of the names or kinds it may have
STAND_INS: Mapping[str, tuple[str, ...]] = {noun: tuple(ends.split()) for noun, ends in _FILE["stand_ins"].items()}
# plurals that stand for several things named before -> kinds of these, or "*" for any
SEVERAL: Mapping[str, frozenset[str]] = {noun: frozenset(kinds.split()) for noun, kinds in _FILE["several"].items()}
# words in lower case that stand inside names of companies
LOWER_NAMES = _words("lower_names")
# first words of headings of a part of what stood before
PART_HEADINGS = _words("part_headings")
# heads of names on English pages -> kind of organisation
ENGLISH_HEADS = _values("english_heads")
# ends of words that name a part of a paper or any thing, never one of its own
GENERIC_ENDS = tuple(sorted(_words("generic_ends")))
MONTHS: Mapping[str, int] = {word: int(number) for word, number in _values("months").items()}
SEASONS: Mapping[str, int] = {word: int(number) for word, number in _values("seasons").items()}
# capitals inside that make no name: laws, units, services
NOT_BRANDS = _words("not_brands")
# ends in "-werk" of what is no works
OTHER_WORKS = tuple(sorted(_words("other_works")))
# words with the end of a project word that mean something else, alone
COMMON_NOUNS = _words("common_nouns")
# houses where something takes place
VENUES = _words("venues")
# words before a noun that mean any of a kind
ANY_OF_A_KIND = _words("any_of_a_kind")
# heads whose name may go on with "für ..."
HEADS_WITH_FIELD = _words("heads_with_field")
# beginnings of words in "-kreis" that are a circle of people or the like
CIRCLES = tuple(sorted(_words("circles")))
# labels of forms behind which the name of the project stands
TITLE_LABELS = tuple(label.strip() for label in _FILE["title_labels"].split(","))
# labels of lines below the title of a project in a list of projects
RECORD_LABELS = tuple(label.strip() for label in _FILE["record_labels"].split(","))
# ends of words after "Kreis" that make it a circle of people
CIRCLE_MEMBERS = tuple(sorted(_words("circle_members")))
# words that begin a cell of a column of organisations and name none
NO_PARTY = _words("no_party")
# nouns that stand for any project named before
ANY_PROJECT = _words("any_project")
# nouns for which a thing that bears them in its name comes before the one named last
BEARERS = _words("bearers")
# nouns for whose matter a part of a paper is by its heading
OWNERS = _words("owners")
# nouns of what is built, renewed or bought, whose object makes them a project of its own
WORKS = _words("works")
# compounds with the end of a project word that name none, whatever stands behind them
NEVER_PROJECTS = _words("never_projects")
# compounds of funds and programmes that name none
NO_POTS = _words("no_pots")
# nouns of what is planned about a thing, not the thing itself
NO_UNDERTAKING = _words("no_undertaking")
# what organisations that act everywhere are called without a legal form -> kind
EVERYWHERE = {
    word.strip(): kind for kind, names in _FILE["everywhere"].items() for word in names.replace("\n", " ").split(",")
}
