"""What belongs to a region: codes, postcodes and names of places, and which rows they hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from graph.errors import AkteursnetzError
from graph.places.gazetteer import counties_called, places_of

_NUTS = re.compile(r"[A-Z]{2}[0-9A-Z]{0,3}")
_RANGE = re.compile(r"([0-9]{5})\s*(?:-|–|\.\.|bis)\s*([0-9]{5})")
_DIGITS = re.compile(r"[0-9]{2,8}")
_ADDITION = re.compile(r"\s*\(.*\)|\s+(?:an der|am|im|in|bei|a\. ?d\.|i\. ?d\.)\s.*$|,.*$", re.IGNORECASE)
_COUNTY = re.compile(r"kreis\b|\blkr\b|\bkr\.", re.IGNORECASE)  # "Heidenheim" is the town, "Kreis Heidenheim" is not
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_POSTCODE = re.compile(r"(?<![0-9])[0-9]{4,5}(?![0-9])")


class UnusableRegionError(AkteursnetzError, ValueError):
    """A region is neither a list of codes and places nor a file of them."""


@dataclass(frozen=True, slots=True)
class Region:
    """Where a register is cut.

    Attributes
    ----------
    nuts
        Beginnings of NUTS codes, such as ``DE11C``.
    codes
        Digits: a Gemeindeschlüssel or its beginning, or a postcode, depending on the column they are compared with.
    ranges
        Postcodes from and to, both included.
    places
        Names of places, counties or organisations in `folded` form.
    counties
        Gemeindeschlüssel of counties that are named.
    inner
        Names of the places in these counties, in `folded` form.
    """

    nuts: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    ranges: tuple[tuple[str, str], ...] = ()
    places: frozenset[str] = frozenset()
    counties: tuple[str, ...] = ()
    inner: frozenset[str] = frozenset()

    def by_keys(self) -> Region:
        """Return the region for rows with a Gemeindeschlüssel: it says the county, and places of one name do not."""
        return replace(self, inner=frozenset())

    def asks(self, key: str) -> bool:
        """Whether anything of the region can be in a cell of a kind."""
        if key == "nuts":
            return bool(self.nuts)
        if key == "ags":
            return bool(self.codes or self.counties)
        return bool(self.places or self.inner or (key == "postcode" and (self.codes or self.ranges)))

    def holds(self, key: str, text: str) -> bool:
        """Whether a cell lies in the region.

        Parameters
        ----------
        key
            What the cell is: ``nuts``, ``ags``, ``postcode``, ``place`` or ``organisation``.
        text
            The cell.
        """
        if not text:
            return False
        if key == "nuts":
            return text.upper().startswith(self.nuts) if self.nuts else False
        if key == "ags":
            return text.startswith((*self.codes, *self.counties)) if self.asks("ags") else False
        if key == "postcode" and any(self._has_postcode(code.rjust(5, "0")) for code in _POSTCODE.findall(text)):
            return True
        return bool(self.places or self.inner) and self._has_place(text)

    def _has_postcode(self, code: str) -> bool:
        return code.startswith(self.codes or ("-",)) or any(low <= code <= high for low, high in self.ranges)

    def _has_place(self, text: str) -> bool:
        forms = (form for part in re.split(r"[;|/]", text) for form in forms_of(part))
        return any(form in self.places or form in self.inner for form in forms)


@lru_cache(maxsize=16_384)
def forms_of(place: str) -> tuple[str, ...]:
    """Return a place as it is compared: whole, and without an addition such as "an der Brenz" or "(Jagst)"."""
    return tuple(dict.fromkeys(form for text in (place, _ADDITION.sub("", place)) if (form := folded(text))))


def folded(text: str) -> str:
    """Return letters and digits in one spelling; ``SCHWABISCH GMUND`` and ``Schwaebisch Gmuend`` are alike."""
    plain = text.casefold().replace("ß", "ss")
    for umlaut, others in (("a", "ä"), ("o", "ö"), ("u", "ü")):
        plain = plain.replace(others, umlaut).replace(f"{umlaut}e", umlaut)
    return _NO_LETTER.sub("", plain)


def region_of(stated: object) -> Region | None:
    """Return the region somebody states.

    Parameters
    ----------
    stated
        ``None``, a `Region`, codes, places and counties separated by commas, a list of them, a mapping with ``nuts``,
        ``ags``, ``postcodes``, ``places``, ``counties`` and ``organisations``, or the path of a JSON or text file of
        these.

    Raises
    ------
    UnusableRegionError
        When it is none of these, or empty.
    """
    if stated is None or isinstance(stated, Region):
        return stated
    if isinstance(stated, Path) or (isinstance(stated, str) and _is_file(stated)):
        stated = _from_file(Path(stated))
    if isinstance(stated, str):
        stated = [part for part in re.split(r"[,;\n]", stated) if part.strip()]
    if isinstance(stated, Mapping):
        stated = [
            entry if key != "counties" or _COUNTY.search(str(entry)) else f"Landkreis {entry}"
            for key, entries in stated.items()
            if key not in ("name", "title")
            for entry in _listed(entries)
        ]
    if not isinstance(stated, Sequence) or not stated:
        raise UnusableRegionError("empty")
    return _of_entries(str(entry).strip() for entry in stated)


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False


def _from_file(path: Path) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        text = path.read_text("utf-8-sig")
        return json.loads(text) if text.lstrip()[:1] in ("{", "[") else text.replace("\n", ",")
    except (OSError, ValueError, RecursionError) as error:
        raise UnusableRegionError(path.name) from error


def _listed(entries: object) -> list[object]:
    if isinstance(entries, str):
        return [part for part in re.split(r"[;,]", entries) if part.strip()]
    if isinstance(entries, Sequence):
        return list(entries)
    raise UnusableRegionError(str(entries))


def _of_entries(entries: Iterable[str]) -> Region:
    nuts, codes, ranges, places, counties = [], [], [], set(), []
    for entry in entries:
        if _NUTS.fullmatch(entry):
            nuts.append(entry)
        elif found := _RANGE.fullmatch(entry):
            ranges.append((found[1], found[2]))
        elif _DIGITS.fullmatch(entry):
            codes.append(entry)
        else:
            places |= set(forms_of(entry))
            counties += counties_called(entry) if _COUNTY.search(entry) else []
    inner = frozenset(folded(name) for county in counties for name in places_of(county))
    return Region(tuple(nuts), tuple(codes), tuple(ranges), frozenset(places), tuple(counties), inner)
