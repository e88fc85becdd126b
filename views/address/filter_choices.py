"""What the filters offer: the values of each parameter in words, and the buttons they stand behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from graph.dataset import Dataset
from graph.history.activity import as_of_day
from graph.vocabulary import LIFE, Status
from views.address.filters import EXCEPTED, LEAST_EUR, RECORDED, field_counts, least_words, most_words
from views.address.slugs import slugs_of
from views.keeping import cached
from views.language.words import plain
from views.view import View

_FIRST_YEAR, _LAST_YEAR = 1990, 2040
_CERTAINTIES = ("confirmed", "unconfirmed", "conflicting")
_SEVERAL_FILTERS = "more"  # the button of those that are asked for now and then counts filters, each other one values
# Button -> parameters that can be set behind it.
BUTTONS: Mapping[str, tuple[str, ...]] = {
    "feld": ("feld", "ausserfeld"),
    "typ": ("typ", "aussertyp"),
    "ort": ("kreis", "ort", "ausserkreis", "ausserort"),
    "status": ("status", "ausserstatus"),
    "period": ("von", "bis", "undatiert"),
    _SEVERAL_FILTERS: (
        *("suche", "art", "ausserart", "beleg", "geber", "aussergeber", "leitung", "betrag", "betragbis"),
        *("programm", "ausserprogramm", "endetvon", "endetbis", "rest"),
    ),
}


def button_label(view: View, button: str) -> str:
    """Name a button of the filter bar, with what is chosen behind it: how many values or filters, or the period."""
    label, asked = view.t(f"filter.{button}.label"), view.query
    if button == "period":
        return f"{label}: {asked.von or '…'}–{asked.bis or '…'}" if asked.von or asked.bis else label
    values = [getattr(asked, name) for name in BUTTONS[button] if name != "rest"]
    active = sum(bool(value) if button == _SEVERAL_FILTERS else len(value) for value in values)
    return f"{label}: {active}" if active else label


def is_offered(view: View, button: str) -> bool:
    """Whether there is anything to choose behind a button: places may be known of nobody."""
    return button != "ort" or bool(slugs_of(view.whole, "ort"))


def offered(view: View, name: str) -> dict[str, str]:
    """Return what a parameter can be set to: values as the address has them -> words, with counts where known."""
    return _OFFERS[name](view)


def offered_everywhere(view: View) -> dict[str, dict[str, str]]:
    """Return what each parameter that has values of its own can be set to."""
    return {name: offer(view) for name, offer in _OFFERS.items()}


def _named(name: str, view: View) -> dict[str, str]:
    """Offer values of the data as they are recorded, elements by their short names."""
    options, names = slugs_of(view.whole, name), view.short_names
    words = {part: names.get(value, value) for part, value in options.items()}
    return {part: plain(view.t.recorded(word) if name in RECORDED else word) for part, word in words.items()}


def _counted(name: str, count: Callable[[View], Mapping[str, int]], view: View) -> dict[str, str]:
    """Offer values of the data with how many actors or projects have each."""
    options, counts = slugs_of(view.whole, name), count(view)
    words = {part: view.t.recorded(value) if name in RECORDED else value for part, value in options.items()}
    return {part: _with_count(view, word, counts.get(options[part])) for part, word in words.items()}


def _coded(term: str, codes: Iterable[str], count: Callable[[View], Mapping[str, int]], view: View) -> dict[str, str]:
    counts = count(view)
    return {str(code): _with_count(view, view.t.term(term, code), counts.get(str(code))) for code in codes}


def _with_count(view: View, word: str, count: int | None) -> str:
    return plain(word) if count is None else f"{plain(word)} ({view.t.number(count)})"


def _statuses(view: View) -> dict[str, str]:
    used = _status_counts(view)
    return _coded("status", [code for code in LIFE if code in used], _status_counts, view)


def _status_counts(view: View) -> Counter[str]:
    """Count projects by status; those without one are of unknown status, as in the legend."""
    counts: Counter[str] = Counter()
    for status, count in _counts(view.whole, "projects", "status"):
        counts[status or str(Status.UNKNOWN)] += count
    return counts


def _in_column(table: str, column: str, view: View) -> dict[str, int]:
    return dict(_counts(view.whole, table, column))


@cached
def _counts(dataset: Dataset, table: str, column: str) -> tuple[tuple[str, int], ...]:
    """Count the rows with each value; of a large register that takes half a second, and every click would wait."""
    return tuple(Counter(getattr(dataset, table)[column].tolist()).items())


def _funders(view: View) -> dict[str, str]:
    """Offer funders by name, as text: a list to search in knows no Markdown."""
    names = {element: view.short_names.get(element, element) for element in slugs_of(view.whole, "geber")}
    return dict(sorted(names.items(), key=lambda named: named[1].casefold()))


def _amounts(name: str, words: Callable[..., str], view: View) -> dict[str, str]:
    """Offer amounts in euros, the one of the address among them."""
    asked = {*LEAST_EUR, getattr(view.query, name)} - {""}
    return {euros: words(view.t, euros) for euros in sorted(asked, key=int)}


def _years(_: View) -> dict[str, str]:
    return {str(year): str(year) for year in range(_FIRST_YEAR, _LAST_YEAR + 1)}


def running_since(view: View) -> dict[str, str]:
    """Offer the years since which a project may run: that of the data first, then the earlier ones."""
    known = as_of_day(view.whole)
    last = known.year if known else _LAST_YEAR
    return {str(year): view.t("filter.running.since", year=str(year)) for year in range(last, _FIRST_YEAR - 1, -1)}


# Parameter -> what it can be set to.
_OFFERS: Mapping[str, Callable[[View], dict[str, str]]] = {
    **{name: partial(_named, name) for name in ("kreis", "ort", "leitung", "programm", *EXCEPTED)},
    "feld": partial(_counted, "feld", field_counts),
    "typ": partial(_counted, "typ", partial(_in_column, "actors", "type")),
    "art": partial(_counted, "art", partial(_in_column, "projects", "kind")),
    **dict.fromkeys(("status", "ausserstatus"), _statuses),
    "beleg": partial(_coded, "certainty", _CERTAINTIES, partial(_in_column, "ties", "certainty")),
    **dict.fromkeys(("geber", "aussergeber"), _funders),
    "betrag": partial(_amounts, "betrag", least_words),
    "betragbis": partial(_amounts, "betragbis", most_words),
    **dict.fromkeys(("von", "bis", "endetvon", "endetbis"), _years),
}
