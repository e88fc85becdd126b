"""Parts of a paper that are read with care: form boxes and signatures name nobody who takes part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_FORM = re.compile(
    r"Finanzielle Auswirkung|Haushaltsmittel|Kontierung|PSP-?Element|Kostenstelle|Sachkonto|Produktkonto|Buchungsstelle|Anhörung Ortschaftsrat"
    r"|Abstimmung mit städtischen|IQ-relevant|ISEK|Gesamtkosten der Maßnahme|Einzahlungen/Erträge|Klimarelevan|Folgekosten|Mittelbereitstellung"
    r"|Deckungsvorschlag|Jährliche laufende Belastung|Umschichtungen innerhalb|Auswirkungen auf (?:das Klima|den Klimaschutz|den Haushalt)"
    r"|Ergebnishaushalt|Finanzhaushalt|Haushaltsansatz|Beteiligungspflicht|Umweltauswirkungen|Demografie-?Check|☐|☒|\[ ?[xX] ?\]",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:gez\.|Sichtvermerke?|Unterschrift|Auskunft erteilt|Ansprechpartner(?:in)?\b|Bearbeiter(?:in)?\b|Sachbearbeit\w*|Pressekontakt|Kontakt:|Tel\.|Telefon|E-Mail|Verteiler"
    r"|Berichterstatt\w*:|Protokollführ\w*|Schriftführ\w*|Anwesend|Entschuldigt|Teilnehmende:|Zimmer)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"[ \t]*(?:Betreff|Betr\.|Gegenstand|Titel)\b")
_LONG = 170  # characters of a line that is prose whatever stands around it
_NEAR = 8  # lines between two marks of the same box


@dataclass(frozen=True, slots=True)
class Zones:
    """Stretches of the copy by what they are, each in the order of the text."""

    form: tuple[tuple[int, int], ...]
    signature: tuple[tuple[int, int], ...]

    def is_form(self, place: int) -> bool:
        """Whether a character stands in a form box."""
        return any(start <= place < end for start, end in self.form)

    def is_signature(self, place: int) -> bool:
        """Whether a character stands among signatures and contacts."""
        return any(start <= place < end for start, end in self.signature)


def zones_of(text: str) -> Zones:
    """Find the zones of a copy."""
    lines = [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]
    marks = [at for at, line in enumerate(lines) if _is_form(text, *line)]
    signed = tuple(lines[at] for at, (start, _) in enumerate(lines) if _SIGNATURE.match(text, start))
    return Zones(tuple(_boxes(lines, marks)), signed)


def _is_form(text: str, start: int, end: int) -> bool:
    """Whether a line holds a mark of a form box and is not the subject of the paper."""
    short = end - start < 2 * _LONG
    return short and _FORM.search(text, start, end) is not None and not _SUBJECT.match(text, start)


def _boxes(lines: list[tuple[int, int]], marks: list[int]) -> list[tuple[int, int]]:
    """Lines with a mark, and short ones between two marks that are near each other."""
    chosen = set(marks)
    for first, second in pairwise(marks):
        if second - first <= _NEAR:
            chosen.update(at for at in range(first, second) if lines[at][1] - lines[at][0] < _LONG)
    if len(marks) > 1:
        following = marks[-1] + 1
        chosen.update(at for at in range(following, min(following + 4, len(lines))) if lines[at][1] - lines[at][0] < 25)
    return [lines[at] for at in sorted(chosen)]
