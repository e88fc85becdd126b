"""The title of the document, which tabs, bookmarks and screen readers show."""

from __future__ import annotations

from views.fields.question import field_asked
from views.language.words import Words
from views.view import View


def document_title(t: Words, view: View, page: str) -> str:
    """Title of the document: what is shown, the page, and the app, the most particular first.

    Parameters
    ----------
    t
        Words of the language.
    view
        What is asked, of which data and in which language.
    page
        Name of the page.
    """
    return " - ".join(dict.fromkeys((_subject(view, page), t(f"page.{page}.title"), t("frame.title"))))


def _subject(view: View, page: str) -> str:
    """Short names of the elements, or the field, a page is about, or the page's name when it is about all."""
    asked = view.query
    about = {
        "steckbrief": (asked.id,),
        "netzwerk": (asked.fokus,),
        "vergleich": asked.vergleich if asked.reiter in ("", "gemeinsam", "verbindung") else (),
    }
    if page == "steckbrief" and (field := field_asked(view)):
        return field
    named = [view.short_names[element] for element in about.get(page, ()) if element in view.short_names]
    return view.t.names(named) if named else view.t(f"page.{page}.title")
