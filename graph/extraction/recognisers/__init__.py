"""The registry of recognisers: small, named, each for one way of naming something; a new one is a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from graph.extraction.mention import Mention
from graph.extraction.reading import Reading
from graph.extraction.recognisers import (
    bodies,
    brands,
    called,
    collectives,
    english,
    federation,
    institutions,
    labelled,
    legal_forms,
    persons,
    places,
    projects,
    records,
    repeated,
    titles,
    works,
)

Recogniser = Callable[[Reading], Iterator[Mention]]

# in the order in which they take words: where two see the same words, the first one has them
RECOGNISERS: Mapping[str, Recogniser] = {
    "person": persons.find,
    "labelled": labelled.find,
    "record": records.find,
    "called": called.find,
    "legal_form": legal_forms.find,
    "distributive": places.find_lists,
    "federation": federation.find,
    "branch": federation.find_branches,
    "english": english.find,
    "institution": institutions.find,
    "place": places.find,
    "body": bodies.find,
    "family": brands.find_families,
    "item": repeated.find_items,
    "project_head": projects.find,
    "programme": brands.find_programmes,
    "brand": brands.find_brands,
    "named": repeated.find_named,
    "quoted_alone": repeated.find_quoted,
    "heading": repeated.find_headings,
    "repeated": repeated.find_repeated,
    "title": titles.find,
    "work": works.find,
    "collective": collectives.find,
}
