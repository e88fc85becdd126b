"""The portfolio as one small file: JSON that says what it is, and is read with distrust."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from graph.errors import AkteursnetzError
from views.address.codec import decode, encode
from views.exhibit.mappe import LONGEST_NOTE, LONGEST_TITLE, MOST_VIEWS, Kept, KeptKind, Mappe, added

FORMAT, VERSION = "akteursnetz-mappe", 1
MOST_BYTES = 1_000_000
_LONGEST_PAGE, _LONGEST_VALUE = 60, 2_000


class UnusableMappeError(AkteursnetzError, ValueError):
    """A file is no portfolio that can be opened.

    Attributes
    ----------
    code
        ``too-large``, ``no-json``, ``foreign``, ``newer``, ``damaged`` or ``too-many``.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def written(mappe: Mappe) -> str:
    """Write a portfolio as text."""
    views = [
        {
            "kind": str(kept.kind),
            "page": kept.page,
            "parameters": dict(kept.parameters),
            "title": kept.title,
            "confirmed": kept.confirmed,
            "note": kept.note,
        }
        for kept in mappe.views
    ]
    content = {"format": FORMAT, "version": VERSION, "title": mappe.title, "views": views}
    return json.dumps(content, ensure_ascii=False, indent=1)


def read(content: bytes | str) -> Mappe:
    """Read a portfolio.

    Raises
    ------
    UnusableMappeError
        If this is no portfolio, or one that cannot be understood.
    """
    held = _held(content)
    if held.get("format") != FORMAT:
        raise UnusableMappeError("foreign")
    if not isinstance(held.get("version"), int):
        raise UnusableMappeError("damaged")
    if held["version"] > VERSION:
        raise UnusableMappeError("newer")
    views = held.get("views")
    if not isinstance(views, list):
        raise UnusableMappeError("damaged")
    if len(views) > MOST_VIEWS:
        raise UnusableMappeError("too-many")
    return added(Mappe(_text(held, "title", LONGEST_TITLE)), *(_kept(view) for view in views))


def _held(content: bytes | str) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        raise UnusableMappeError("too-large")
    try:
        held = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnusableMappeError("no-json") from error
    if not isinstance(held, dict):
        raise UnusableMappeError("foreign")
    return held


def _kept(view: object) -> Kept:
    if not isinstance(view, dict) or view.get("kind") not in list(KeptKind):
        raise UnusableMappeError("damaged")
    return Kept(
        id=0,
        page=_text(view, "page", _LONGEST_PAGE),
        parameters=_parameters(view.get("parameters", {})),
        title=_text(view, "title", LONGEST_TITLE),
        confirmed=view.get("confirmed") is True,
        note=_text(view, "note", LONGEST_NOTE),
        kind=KeptKind(view["kind"]),
    )


def _text(held: Mapping[str, Any], name: str, longest: int) -> str:
    value = held.get(name, "")
    if not isinstance(value, str):
        raise UnusableMappeError("damaged")
    # a lone surrogate cannot be written to a file or sent to a browser
    return value.encode("utf-8", "replace").decode("utf-8")[:longest]


def _parameters(held: object) -> Mapping[str, str]:
    """Return parameters as a link would be understood: unknown names and values fall away."""
    if not isinstance(held, dict) or not all(isinstance(value, str) for value in held.values()):
        raise UnusableMappeError("damaged")
    asked, _ = decode({str(name): value[:_LONGEST_VALUE] for name, value in held.items()})
    return encode(asked)
