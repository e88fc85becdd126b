"""What the picture leaves out besides the filters, in words, and which of it to drop when nothing is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from views.address.parameters import PARAMETERS, Query
from views.network import maps
from views.network.picture import drawing_of, shows_elements
from views.view import View, narrow_of

NARROWING = ("zeigen", "abpartner", "abprojekte", "zwischen")


@dataclass(frozen=True, slots=True)
class Widening:
    """What the picture shows when some narrowing is dropped.

    Attributes
    ----------
    names
        Parameters to set back.
    elements
        How many elements the picture shows then.
    """

    names: tuple[str, ...]
    elements: int


def narrowings(view: View) -> Mapping[str, str]:
    """Each narrowing of the picture that is asked for and does something there, as parameter and words."""
    plain = Query()
    asked = (name for name in NARROWING if getattr(view.query, name) != getattr(plain, name))
    worded = {name: _words(view, name) for name in asked if _matters(view, name)}
    return {name: shown for name, shown in worded.items() if shown}


def _matters(view: View, name: str) -> bool:
    """Tell whether the picture heeds a parameter: a map none, groups only what stands out beside chance.

    Only cooperations have a number of common projects.
    """
    cooperating = view.query.ansicht == "kooperation"
    if name == "zeigen" and narrow_of(view.query).rate:
        return cooperating and not maps.is_map(view)
    return shows_elements(view) and (cooperating or name != "abprojekte")


def _words(view: View, name: str) -> str:
    t, value = view.t, getattr(view.query, name)
    if name != "zwischen":
        return t("netzwerk.narrowing.chip", label=t(f"netzwerk.control.{name}"), value=t(f"choice.{name}.{value}"))
    types = [t.recorded_amid(view.type_slugs[part]) for part in value if part in view.type_slugs]
    key = "netzwerk.narrowing.within" if len(types) == 1 else "netzwerk.narrowing.between"
    return t(key, types=t.names(types)) if types else ""


def default_of(names: Iterable[str]) -> dict[str, str | tuple[str, ...]]:
    """Values of parameters in an address that does not name them."""
    return {name: PARAMETERS[name].default for name in names}


def widening_of(view: View) -> Widening | None:
    """Find the narrowing whose removal shows most, else that of all; ``None`` where none shows anything."""
    held = tuple(narrowings(view))
    single = [_widened(view, (name,)) for name in held]
    best = max(single, key=lambda found: found.elements, default=None)
    if best is not None and not best.elements and len(held) > 1:
        best = _widened(view, held)
    return best if best is not None and best.elements else None


def _widened(view: View, names: tuple[str, ...]) -> Widening:
    asked = replace(view.query, **default_of(names))  # type: ignore[arg-type]  # names and values of `Query`
    return Widening(names, len(drawing_of(replace(view, query=asked)).nodes))


def widening_words(view: View, widening: Widening) -> str:
    """Say on a button what is dropped and how much is shown then."""
    named = narrowings(view)
    names = "; ".join(named[name] for name in widening.names)
    return view.t.count("netzwerk.narrowing.loosen", widening.elements, name=names)
