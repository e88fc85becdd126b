"""How sentences speak of actors and projects."""

from __future__ import annotations

from views.language.speech import Speech
from views.view import View


def speech(view: View) -> Speech:
    """Speak of actors and projects by their short names."""
    return Speech(view.t, view.short_names)


def picture_speech(view: View) -> Speech:
    """Speak in pictures, which show text as it is."""
    return Speech(view.t, view.short_names, str)
