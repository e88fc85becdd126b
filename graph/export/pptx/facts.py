"""What a presentation says of itself: title, author, day and program, and nothing of the file it was made from."""

from __future__ import annotations

from datetime import UTC, datetime, time

from graph.export.exhibit import Portfolio
from graph.export.plain import clean
from graph.export.pptx.parts import Presentation
from graph.graphemes import limited

PROGRAM = "Akteursnetz"
_LONGEST = 255
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_PROGRAM_FACTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Properties xmlns="{_NAMESPACE}"><Application>{PROGRAM}</Application></Properties>'
)
_OF_THE_FILE = ("/thumbnail", "/custom-properties")  # picture of the first slide, and facts on the template


def state(deck: Presentation, portfolio: Portfolio) -> None:
    """Write the facts; a thumbnail and facts on the template are left out."""
    facts = deck.core_properties
    facts.title, facts.author = _short(portfolio.title), _short(portfolio.author)
    facts.subject, facts.language = _short(portfolio.subtitle), portfolio.language
    facts.last_modified_by, facts.comments = facts.author, _short(portfolio.licence)
    facts.keywords, facts.category, facts.revision = _short(portfolio.profile), "", 1
    day = portfolio.day or datetime.now(UTC).date()
    facts.created = facts.modified = datetime.combine(day, time(12))
    _replace_program(deck)


def _replace_program(deck: Presentation) -> None:
    package = deck.part.package
    for name, relation in list(package._rels.items()):
        if relation.reltype.endswith(_OF_THE_FILE):
            package._rels.pop(name)
        elif relation.reltype.endswith("/extended-properties"):
            relation.target_part._blob = _PROGRAM_FACTS.encode()


def _short(text: str) -> str:
    return limited(clean(text), _LONGEST)
