"""Starting from one's own organisation: what is offered where, and what a click means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from views.address.codec import address
from views.view import View

_HERE = "HERE"  # in an address, the place of the organisation that the browser keeps
_NETWORK = ("netzwerk", {"fokus": _HERE})
_PARTNERS = ("vergleich", {"reiter": "partner", "partnervon": _HERE})

# where the offer stands -> what can be started from there
WAYS: Mapping[str, Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "ueberblick": {"network": _NETWORK, "profile": ("steckbrief", {"id": _HERE}), "partners": _PARTNERS},
    "netzwerk": {"network": _NETWORK},
    "partner": {"partners": _PARTNERS},
    "steckbrief": {},  # the page itself offers them
}


def offer(view: View, place: str, own: str = "") -> dict[str, Any]:
    """Return what the browser is told: words, ways with the place of the organisation, and who may be chosen.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    place
        Key of `WAYS`.
    own
        Actor whose profile is open, ``""`` elsewhere.
    """
    t = view.t
    return {
        "own": {"id": own, "name": view.short_names[own]} if own else {"id": "", "name": ""},
        "ways": [[t(f"ueberblick.home.{name}"), address(page, **asked)] for name, (page, asked) in WAYS[place].items()],
        "here": _HERE,
        "label": t("ueberblick.home.label"),
        "choose": t("ueberblick.home.choose"),
        "forget": t("ueberblick.home.forget"),
        "lang": t.language,
    }


def way_to_choose(view: View) -> tuple[str, str]:
    """Words and address of where an organisation is looked for: the list, whose names open the profiles."""
    return view.t("ueberblick.home.find"), address("verzeichnis", liste="akteure")


def reached(view: View, target: str) -> str:
    """Return where a click leads: a profile that says so where the data do not have the organisation any more."""
    asked = dict(parse_qsl(target.partition("?")[2]))
    gone = [asked[name] for name in ("fokus", "id", "partnervon") if asked.get(name, "") not in ("", *view.names)]
    return address("steckbrief", id=gone[0]) if gone else target
