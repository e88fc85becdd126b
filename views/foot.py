"""What the foot line of every page says: imprint, privacy, accessibility, contact and keys."""

from __future__ import annotations

from views.language.words import Words, plain
from views.view import View

PARTS = ("imprint", "privacy", "accessibility", "contact")
_OF_THE_APP = ("privacy", "accessibility")  # parts of which the app itself has something to say
_IN_PICTURES = ("walk", "through", "lines", "first", "open", "focus", "zoom")
_KEYS = ("search", "present", "slides", "export", *_IN_PICTURES, "save", "leave", "help")


def said(view: View, part: str) -> list[str]:
    """Paragraphs of a part, safe as Markdown: what about.csv says, then what the app says of itself.

    Parameters
    ----------
    view
        The data and the words.
    part
        One of `PARTS`: the fact of about.csv of the same name.
    """
    t, text = view.t, view.whole.about.get(part, "")
    paragraphs = [_linked(text)] if text else []
    if part in _OF_THE_APP:
        paragraphs.append(t(f"shell.foot.{part}_app"))
    elif not text:
        paragraphs.append(t("shell.foot.missing", fact=t(f"shell.foot.{part}")))
    if part == "accessibility":
        paragraphs.append(_report(view))
    return paragraphs


def keys(t: Words) -> list[tuple[str, str]]:
    """Keys and what they do."""
    return [(plain(t(f"shell.keys.{name}.key")), t(f"shell.keys.{name}.does")) for name in _KEYS]


def _report(view: View) -> str:
    contact = view.whole.about.get("contact", "")
    return view.t("shell.foot.report", contact=_linked(contact)) if contact else view.t("shell.foot.report_nowhere")


def _linked(text: str) -> str:
    """Text from the data; an address of the web is a link, everything else is only text."""
    return " ".join(_link(word) for word in text.split())


def _link(word: str) -> str:
    bare = word.rstrip(".,;")
    if not bare.startswith(("https://", "http://")) or any(sign in bare for sign in "()<>[]\\\"'"):
        return plain(word)
    return f"[{plain(bare.split('//', 1)[1])}]({bare}){word[len(bare) :]}"
