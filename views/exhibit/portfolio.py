"""Exhibits as a portfolio: who hands it out, in which words, and what was taken out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from graph.dataset import Dataset
from graph.export import Exhibit, Portfolio
from graph.redaction import Redaction, pseudonyms, redact, unconfirmed
from views.exhibit.links import States
from views.exhibit.source import as_of, data_title
from views.exhibit.words import file_words
from views.language.dates import date_words
from views.language.words import Words
from views.network.canvas_words import picture_words
from views.view import View


def portfolio(view: View, exhibits: Sequence[Exhibit], *, title: str = "", day: date | None = None) -> Portfolio:
    """Collect exhibits.

    Parameters
    ----------
    view
        What they were made from; its part is what data formats carry.
    exhibits
        In their order.
    title
        Name of the whole, by default that of the only exhibit, else of the dataset.
    day
        Day of the export, by default today.
    """
    about, t = view.whole.about, view.t
    only = exhibits[0].title if len(exhibits) == 1 else ""
    made = day or date.today()
    return Portfolio(
        title=title or only or data_title(view),
        exhibits=tuple(exhibits),
        words=file_words(t),
        language=t.language,
        subtitle=data_title(view) if title or only else "",
        as_of=as_of(view),
        day=made,
        made=date_words(t, made.isoformat()),
        author=about.get("publisher", ""),
        licence=about.get("licence", ""),
        dataset=view.part,
        canvas_words=picture_words(t.entries),
    )


def redacted_states(states: States, dataset: Dataset, redaction: Redaction) -> States:
    """Take out of earlier states what is taken out of the data, under the same pseudonyms.

    Parameters
    ----------
    states
        Finds the state a link compares with.
    dataset
        Tables of the data.
    redaction
        What is left out.
    """
    names, gone = pseudonyms(dataset, redaction), unconfirmed(dataset, redaction)

    def found(day: str) -> Dataset | None:
        older = states(day)
        return redact(older, redaction, names, gone) if older else None

    return found


def redacted(made: Portfolio, t: Words, redaction: Redaction, *, draft: bool = False) -> Portfolio:
    """Say on a portfolio what was taken out of the data it was made from, and whether it is a draft.

    Parameters
    ----------
    made
        The portfolio.
    t
        Words of the language.
    redaction
        What is left out.
    draft
        Whether files say that they are a draft.
    """
    return replace(made, profile=profile_of(t, redaction), watermark=t("export.profile.draft") if draft else "")


def profile_of(t: Words, redaction: Redaction) -> str:
    """Name what a redaction takes out, ``""`` when it is nothing."""
    types = t.names(sorted(kind or t("export.profile.untyped") for kind in redaction.anonymous_types) or [""])
    parts = {
        "amounts": redaction.amounts,
        "companies": bool(redaction.anonymous_types) and not redaction.types_only,
        "types": redaction.types_only,
        "confirmed": redaction.confirmed_only,
    }
    return ", ".join(t(f"export.profile.{name}", types=types) for name, is_out in parts.items() if is_out)


def without_amounts_said(view: View) -> View:
    """Return the view in words that say of amounts that they are left out."""
    return replace(view, t=view.t.without_amounts())
