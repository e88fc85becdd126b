"""What the log says of a fault of the app: its kind, its place in the code and an id, never its text."""

from __future__ import annotations

import secrets
import traceback

# no 0/O, 1/I/L: the id is read aloud on the telephone
_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def without_text(error: BaseException) -> str:
    """Return the kind and the place of a fault, and of those that led to it, the first one last."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    said = f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}"
    return f"{said}after {without_text(earlier)}" if earlier else said


def new_reference() -> str:
    """Six characters that name one fault in the log."""
    return "".join(secrets.choice(_SIGNS) for _ in range(6))
