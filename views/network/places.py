"""Where elements stand in a picture."""

from __future__ import annotations

Position = tuple[float, float]
