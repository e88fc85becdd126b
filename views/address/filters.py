"""Filters of a query in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from views.address.slugs import FILTERED, slugs_of
from views.exposure import is_this_machine
from views.language.words import NBSP, Words, plain
from views.view import View

_TITLE = 60  # characters of the title of a source
EXCEPTED = ("ausserfeld", "aussertyp", "ausserkreis", "ausserort", "ausserart", "aussergeber", "ausserprogramm")
_WORDED = frozenset({"leitung", "programm", *EXCEPTED})  # parameters whose chip says more than the value
# parameters whose values are types and kinds of the data
RECORDED = frozenset({"typ", "art", "leitung", "aussertyp", "ausserart"})
LEAST_EUR = ("50000", "100000", "250000", "500000", "1000000", "5000000")
# Criterion of `graph.selection.Selection` -> parameters of the query.
PARAMETERS_OF: Mapping[str, tuple[str, ...]] = {
    "text": ("suche",),
    "kompetenzfelder": ("feld",),
    "types": ("typ",),
    "locations": ("ort", "kreis"),
    "kinds": ("art",),
    "statuses": ("status",),
    "funders": ("geber",),
    "leads": ("leitung",),
    "least_eur": ("betrag",),
    "period": ("von", "bis"),
    "most_eur": ("betragbis",),
    "among": ("programm",),
    "not_fields": ("ausserfeld",),
    "not_types": ("aussertyp",),
    "not_locations": ("ausserort", "ausserkreis"),
    "ending": ("endetvon", "endetbis"),
    "certainties": ("beleg",),
    "excluded": ("ohne", "ausserart", "ausserstatus", "aussergeber", "ausserprogramm"),
    "not_sources": ("ohnequelle",),
}

_LONGEST = 18  # characters of the names of filters beside a title


def active_filters(view: View) -> Iterable[tuple[str, str, str]]:
    """Each active filter value as parameter name, value and words."""
    asked, t = view.query, view.t
    if asked.suche:
        yield "suche", asked.suche, t("filter.suche.chip", text=asked.suche)
    for name in FILTERED:
        for part in getattr(asked, name):
            value = slugs_of(view.whole, name).get(part, part)
            shown = (
                t.recorded(view.short_names.get(value, value))
                if name in RECORDED
                else view.short_names.get(value, value)
            )
            chip = "filter.except" if name in EXCEPTED else f"filter.{name}.chip"
            yield name, part, t(chip, type=shown) if name in _WORDED else shown
    for project in asked.ohne:
        yield "ohne", project, t("filter.ohne.chip", name=view.short_names.get(project, project))
    for source in asked.ohnequelle:
        yield "ohnequelle", source, t("filter.ohnequelle.chip", name=source_title(view, source))
    yield from _amounts(view)
    yield from _coded(view)
    for name in ("von", "bis", "endetvon", "endetbis"):
        if year := getattr(asked, name):
            yield name, year, t(f"filter.{name}.chip", year=year)


def source_title(view: View, source: str, longest: int = _TITLE) -> str:
    """Title of a source, else its id, cut between words where it is long; text from the data.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    source
        Id of the source.
    longest
        Characters at most.
    """
    titles = dict(zip(view.whole.sources["id"], view.whole.sources["title"], strict=True))
    text = titles.get(source) or source
    return text if len(text) <= longest else f"{text[:longest].rpartition(' ')[0] or text[:longest]} …"


def _coded(view: View) -> Iterable[tuple[str, str, str]]:
    asked, t = view.query, view.t
    for name, term in (("status", "status"), ("beleg", "certainty")):
        for code in getattr(asked, name):
            yield name, code, t.term(term, code)
    for code in asked.ausserstatus:
        yield "ausserstatus", code, t("filter.except", type=t.term("status", code))


def _amounts(view: View) -> Iterable[tuple[str, str, str]]:
    asked, t = view.query, view.t
    if asked.betrag:
        yield "betrag", asked.betrag, least_words(t, asked.betrag)
    if asked.betragbis:
        yield "betragbis", asked.betragbis, most_words(t, asked.betragbis)


def short_amount(t: Words, euros: str) -> str:
    """Write an amount of an address, with blanks as people type them into a list to search in."""
    return t.money_short(int(euros)).replace(NBSP, " ")


def least_words(t: Words, euros: str) -> str:
    """Say from which amount of known funding on."""
    return t("filter.betrag.chip", amount=short_amount(t, euros))


def most_words(t: Words, euros: str) -> str:
    """Say up to which amount of known funding."""
    return t("filter.betragbis.chip", amount=short_amount(t, euros))


def field_counts(view: View) -> Counter[str]:
    """Count the projects of each field of competence."""
    return Counter(field for fields in view.whole.projects["kompetenzfelder"] for field in fields)


def filter_label(view: View) -> str:
    """Name the active filters as long as the name is short, else count them."""
    t, active = view.t, [shown for _, _, shown in active_filters(view)]
    names = ", ".join(active)
    if not active:
        return t("presentation.filter")
    return t("presentation.filtered", names=plain(names) if len(names) <= _LONGEST else t.number(len(active)))


def holds(view: View) -> str:
    """Say what the link carries: filters, focus, language."""
    t, asked = view.t, view.query
    pieces = [t.count("filter.share.filters", len(list(active_filters(view))))]
    for name, key in (("fokus", "focus"), ("id", "profile")):
        element = getattr(asked, name)
        if element in view.names:
            pieces.append(t(f"filter.share.{key}", name=view.short_names[element]))
    return ", ".join((*pieces, t(f"filter.share.language.{t.language}")))


def opens_only_here(link: str) -> bool:
    """Whether a link leads to this machine, so that nobody else can open it."""
    return is_this_machine(urlsplit(link).hostname or "")
