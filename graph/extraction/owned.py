"""What one may hold shares of."""

from __future__ import annotations

import re

from graph.extraction.entities import Entity
from graph.extraction.mention import What

_KINDS = ("Unternehmen", "Gesellschaft", "Genossenschaft", "Wirtschaftsförderung", "Bank", "Klinik")
_FORM = re.compile(r"\b(?:g?GmbH|mbH|AG|eG|KG|GbR|UG|SE|AöR)\b")


def is_company(entity: Entity) -> bool:
    """Whether one may hold shares of it: by its kind, or by the legal form in its name."""
    return entity.what is What.ACTOR and (entity.kind in _KINDS or _FORM.search(entity.name) is not None)
