"""What a file says about itself: titles, filters, sources, date, licence; for formats that are only tables."""

from __future__ import annotations

from collections.abc import Iterator

from graph.export.exhibit import Portfolio


def about_lines(portfolio: Portfolio) -> list[tuple[str, str]]:
    """Return terms and texts, those of the whole file first, then those of each exhibit."""
    return [*_of_file(portfolio), *_of_exhibits(portfolio)]


def _of_file(portfolio: Portfolio) -> Iterator[tuple[str, str]]:
    words = portfolio.words
    yield words["title"], portfolio.title
    as_of = words["as_of"].format(date=portfolio.as_of) if portfolio.as_of else ""
    created = words["created"].format(date=portfolio.made_on) if portfolio.made_on else ""
    profile = words["profile"].format(profile=portfolio.profile) if portfolio.profile else ""
    for text in (portfolio.subtitle, portfolio.author, as_of, created, profile, portfolio.watermark):
        if text:
            yield "", text
    if portfolio.licence:
        yield words["licence"], portfolio.licence


def _of_exhibits(portfolio: Portfolio) -> Iterator[tuple[str, str]]:
    words = portfolio.words
    for exhibit in portfolio.exhibits:
        yield words["view"], exhibit.title
        if exhibit.sentence:
            yield "", exhibit.sentence
        if exhibit.annotation:
            yield "", exhibit.annotation
        for remark in exhibit.remarks:
            yield "", remark
        for line in exhibit.filters or (words["no_filters"],):
            yield words["filters"], line
        if exhibit.source:
            yield words["source"], exhibit.source
        if exhibit.link:
            yield words["link"], exhibit.link
