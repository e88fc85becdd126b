"""The registry of recognisers: small, named, each for one way of naming something; a new one is a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from graph.extraction.mention import Mention
from graph.extraction.reading import Reading
from graph.extraction.recognisers import (
    bare_places,
    bodies,
    brands,
    called,
    capitals,
    collectives,
    english,
    federation,
    institutions,
    labelled,
    legal_forms,
    listed,
    persons,
    places,
    planned,
    pots,
    projects,
    records,
    recurring,
    repeated,
    titles,
    works,
)

Recogniser = Callable[[Reading], Iterator[Mention]]

# in the order in which they take words: where two see the same words, the first one has them
RECOGNISERS: Mapping[str, Recogniser] = {
    "quoted_company": legal_forms.find_quoted,
    "person": persons.find,
    "labelled": labelled.find,
    "record": records.find,
    "called": called.find,
    "legal_form": legal_forms.find,
    "bare_place": bare_places.find,
    "distributive": places.find_lists,
    "federation": federation.find,
    "branch": federation.find_branches,
    "everywhere": federation.find_everywhere,
    "english_place": english.find_places,
    "english_named": english.find_named,
    "english": english.find,
    "institution": institutions.find,
    "council": bodies.find_councils,
    "place": places.find,
    "capitals": capitals.find,
    "region": capitals.find_regions,
    "body": bodies.find,
    "citizens": bodies.find_citizens,
    "family": brands.find_families,
    "given": repeated.find_given,
    "item": repeated.find_items,
    "listed": listed.find,
    "project_head": projects.find,
    "programme": brands.find_programmes,
    "pot": pots.find,
    "brand": brands.find_brands,
    "named": repeated.find_named,
    "quoted_alone": repeated.find_quoted,
    "heading": repeated.find_headings,
    "repeated": recurring.find,
    "title": titles.find,
    "work": works.find,
    "planned": planned.find,
    "collective": collectives.find,
}
