"""Parts of the answer pages: each says its sentence and shows picture, inputs and tables."""

from __future__ import annotations

from views.language.speech import Speech
from views.view import View


def speech(view: View) -> Speech:
    """Speak of actors and projects by their short names."""
    return Speech(view.t, view.short_names)
