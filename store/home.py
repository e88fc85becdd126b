"""Where what stands beside the packages is: the app, its settings and the shipped data."""

from __future__ import annotations

from pathlib import Path

_BESIDE = Path(__file__).parent.parent


def home() -> Path:
    """Return the checkout, or the folder of an installed package that holds the same."""
    return _BESIDE if (_BESIDE / "app.py").is_file() else _BESIDE / "akteursnetz"
