"""What actors share, how they are tied, and who would fit; kept."""

from __future__ import annotations

from graph.answers import comparison, consortium, contacts, partners, paths
from graph.answers.candidate import Search
from graph.answers.comparison import Comparison
from graph.answers.consortium import Consortia, Consortium
from graph.answers.partners import Found
from graph.answers.paths import Chains
from graph.dataset import Dataset
from graph.picture import arrangement
from graph.picture.drawn import Drawing
from views.keeping import cached
from views.partners import question
from views.partners.question import MOST_COMPARED as MOST
from views.view import View


@cached
def comparison_of(dataset: Dataset, actors: tuple[str, ...]) -> Comparison:
    """See `graph.answers.comparison.compare`."""
    return comparison.compare(dataset, actors)


@cached
def closest_pairs_of(dataset: Dataset) -> tuple[tuple[str, str], ...]:
    """See `graph.answers.comparison.closest_pairs`."""
    return comparison.closest_pairs(dataset)


@cached
def comparison_drawing(dataset: Dataset, found: Comparison) -> Drawing:
    """See `graph.picture.arrangement.draw_comparison`."""
    return arrangement.draw_comparison(dataset, found)


@cached
def chains_of(dataset: Dataset, source: str, target: str) -> Chains:
    """See `graph.answers.paths.find_chains`.

    Parameters
    ----------
    dataset
        Tables of the data.
    source
        Id of the first end.
    target
        Id of the second end.
    """
    return paths.find_chains(contacts.contacts(dataset), source, target)


@cached
def chains_drawing(dataset: Dataset, found: Chains) -> Drawing:
    """See `graph.picture.arrangement.draw_chains`."""
    return arrangement.draw_chains(dataset, found)


@cached
def partners_for(dataset: Dataset, search: Search) -> Found:
    """See `graph.answers.partners.find_partners`."""
    return partners.find_partners(dataset, search)


@cached
def consortia_for(dataset: Dataset, search: Search) -> Consortia:
    """See `graph.answers.consortium.find_consortium`; the asking actor is a member."""
    members = (search.actor, *search.members)
    return consortium.find_consortium(
        dataset, search.kompetenzfelder, search.types, members=members, excluded=search.dismissed
    )


@cached
def consortium_drawing(dataset: Dataset, found: Consortium) -> Drawing:
    """See `graph.picture.arrangement.draw_consortium`."""
    return arrangement.draw_consortium(dataset, found)


def asked_comparison(view: View) -> Comparison:
    """Return what the chosen actors share."""
    return comparison_of(view.part, view.query.vergleich[:MOST])


def asked_chains(view: View) -> Chains | None:
    """Return the chains between the two chosen actors, ``None`` while one is missing."""
    asked = view.query.vergleich[:2]
    return chains_of(view.part, *asked) if len(asked) == 2 else None


def asked_candidates(view: View) -> Found:
    """Candidates for what is searched for."""
    return partners_for(view.part, question.search(view))


def asked_consortia(view: View) -> Consortia:
    """Consortia for what is searched for."""
    return consortia_for(view.part, question.search(view))


def shown_consortium(view: View, found: Consortia) -> Consortium | None:
    """Return the proposal that is looked at, ``None`` without any."""
    number = min(int(view.query.vorschlag), len(found.consortia))
    return found.consortia[number - 1] if number else None
