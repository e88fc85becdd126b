"""The whole site, from data, an earlier state and what is to be taken out of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from graph.dataset import Dataset
from graph.errors import AkteursnetzError
from graph.export import Portfolio
from graph.export.site import website
from graph.export.site.document import Site
from graph.export.step import Step, no_step
from graph.history.activity import as_of_day
from graph.redaction import Redaction, redact
from views.exhibit.links import States, no_state, view_of
from views.exhibit.portfolio import portfolio, profile_of, redacted, redacted_states, without_amounts_said
from views.language.words import LANGUAGES
from views.publishing.edition import EditionRequest, edition, page_count
from views.publishing.files import CALENDAR, FEED, downloads, feeds
from views.publishing.places import names_of_site
from views.view import View

NOTHING = Redaction()
_UNDATED = date(2000, 1, 1)  # stands in files of data that say no day, so that the same data are the same bytes


class NoWebAddressError(AkteursnetzError, ValueError):
    """What should be the address of a website is none; its text is what was given."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What is to be published.

    Attributes
    ----------
    dataset
        All data; the redaction is applied here.
    states
        Finds the earlier state that is compared with.
    since
        Its name; ``""`` for the last.
    redaction
        What is taken out.
    draft
        Whether every page says that it is a draft.
    language
        Of the pages at the root; the other one stands in a folder.
    address
        Where the site will stand, with a slash at its end; ``""`` when that is not known.
    app
        Where the app stands, for links; ``""`` for none.
    """

    dataset: Dataset
    states: States = no_state
    since: str = ""
    redaction: Redaction = NOTHING
    draft: bool = False
    language: str = "de"
    address: str = ""
    app: str = ""


def published(asked: Publication, step: Step = no_step) -> dict[str, bytes]:
    """Write the site.

    Parameters
    ----------
    asked
        What is to be published.
    step
        Called for each page twice, when it is put together and before it is written, with a number from 1 to twice the
        number of pages; raise in it to stop.

    Returns
    -------
    dict
        Path -> content.
    """
    views = {language: seen(asked, language) for language in sorted(LANGUAGES, key=lambda code: code != asked.language)}
    number, of = count(1), 2 * sum(map(page_count, views.values()))

    def tell() -> None:
        step(next(number), of)

    first = views[asked.language]
    files = downloads(_carried(asked, first), first, asked.address)
    editions = []
    for language, view in views.items():
        base = "" if language == asked.language else f"{language}/"
        news = feeds(view, base, asked.address)
        editions.append(edition(_asked(asked, view, base, {**files, **news}), tell))
        files |= news
    return website(Site(tuple(editions), files, asked.address), lambda *_: tell())


def web_address(text: str) -> str:
    """Return the address of a website with a slash at its end; ``""`` for none.

    Raises
    ------
    NoWebAddressError
        When it does not begin with ``https://`` or ``http://``.
    """
    address = text.strip()
    if address and not address.startswith(("https://", "http://")):
        raise NoWebAddressError(address)
    return f"{address.rstrip('/')}/" if address else ""


def _asked(asked: Publication, view: View, base: str, files: Mapping[str, bytes]) -> EditionRequest:
    return EditionRequest(
        view,
        base,
        asked.app if _says_who(asked.redaction) else "",
        profile_of(view.t, asked.redaction),
        asked.draft,
        {
            path: len(content)
            for path, content in files.items()
            if path.startswith((FEED, f"{base}{CALENDAR}", "daten/"))
        },
        names_of_site(view, asked.address),
    )


def _says_who(redaction: Redaction) -> bool:
    """Whether links may lead to the app, which names everybody."""
    return not redaction.hides_names


def seen(asked: Publication, language: str) -> View:
    """Return the data without what is taken out, dated by themselves and not by the clock."""
    states = redacted_states(asked.states, asked.dataset, asked.redaction)
    view = view_of(redact(asked.dataset, asked.redaction), "ueberblick", language)
    made = replace(view, older=states(asked.since), today=as_of_day(view.whole) or _UNDATED)
    return without_amounts_said(made) if asked.redaction.amounts else made


def _carried(asked: Publication, view: View) -> Portfolio:
    made = portfolio(view, (), day=as_of_day(view.whole) or _UNDATED)
    return redacted(made, view.t, asked.redaction, draft=asked.draft)
