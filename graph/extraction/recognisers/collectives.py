"""Groups named as such: "den regionalen Hochschulen", "über 20 Städten und Landkreisen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

_GROUPS: dict[str, str] = {
    "Hochschulen": "Hochschulen", "Banken": "Finanzwirtschaft", "Kommunen": "Kommunen", "Städten? und Gemeinden?": "Kommunen",
    "Städten? und (?:Land)?[Kk]reisen?": "Kommunen", "Landkreisen?": "Landkreise", "Stiftungen": "Stiftung", "Schulen": "Schulen",
    "Unternehmen": "Unternehmen", "Kammern": "Kammern", "Verbänden?": "Verbände", "Vereinen?": "Vereine", "Große[nr]? Kreisstädten?": "Kommunen",
    "Wirtschaftsförderern?": "Wirtschaftsförderung", "Wirtschaftsförderungen": "Wirtschaftsförderung", "Institutionen": "Institutionen",
    "Sparkassen": "Finanzwirtschaft", "Krankenkassen": "Krankenkassen", "Forschungseinrichtungen": "Forschung",
    "Tourismusbetrieben?": "Unternehmen", "Gemeinden": "Kommunen", "Städten?": "Kommunen",
    "Partnerunternehmen": "Unternehmen", "Mitgliedskommunen": "Kommunen", "Mitgliedsgemeinden": "Kommunen", "Kirchengemeinden": "Kirchen",
}  # fmt: skip
_ADJECTIVE = (
    r"(?:regional|einzeln|örtlich|beteiligt|mitwirkend|sonstig|weiter|kommunal|ortsansässig|heimisch|zahlreich|umliegend|ander|teilnehmend"
    r"|kooperierend|kreisangehörig|ansässig|interessiert|landesweit|lokal|benachbart|verschieden|mehrer|einig|viel)"
)
_COUNTED = r"(?:über|rund|mehr als|etwa|ca\.|knapp) \d{1,3}"
_PATTERN = re.compile(
    rf"(?P<lead>{_COUNTED} (?:{_ADJECTIVE}e[nr]? )?|{_ADJECTIVE}e[nr]? (?:und {_ADJECTIVE}e[nr]? )?(?:{_ADJECTIVE}e[nr]? )?)"
    rf"(?P<group>{'|'.join(_GROUPS)})(?P<area> (?:der Region|des Landkreises|des Kreises|im Landkreis|im Kreis|aus der Region)(?: [A-ZÄÖÜ][\w-]+)?)?(?![\w-])"
)
_BARE = re.compile(r"(?:[Dd]ie|[Dd]en|[Dd]er|,|\bund|sowie|zwischen|durch|von|mit|wie|wirken) (?P<group>Stiftungen|Große[nr]? Kreisstädten?|Partnerunternehmen)(?P<area> der Region(?: [A-ZÄÖÜ][\w-]+)?)?(?![\w-]| [A-ZÄÖÜ])")  # fmt: skip


# "42 Kreiskommunen sind beigetreten": more than a few, and not named behind it
_MANY = re.compile(
    r"(?<![\w.,])(?P<lead>(?:[6-9]|[1-9]\d{1,2}) (?:kreisangehörige[nr]? |bayerische[nr]? |kommunale[nr]? )?)(?P<group>Städten? und Gemeinden|Gemeinden|Kommunen|Städten?|Landkreisen?|Hochschulen|Universitäten(?: und Hochschulen)?|(?:Mitglieds|Kreis|Partner)(?:kommunen|gemeinden))(?P<area> der Region)?(?![\w-]| [A-ZÄÖÜ]|[^.\n]{0,40}\b(?:darunter|nämlich|u\. ?a\.)|:)"
)

# "die beteiligten Gemeinden" are those that a list has named before: "die Gemeinden A, B und C"
_MEANS_NAMED = re.compile(
    r"\b(?:[Dd]ie|[Dd]en|[Dd]er|[Aa]lle[nr]?) (?:beteiligt|mitwirkend|teilnehmend|kooperierend)en "
)


def _are_named(before: str, group: str) -> bool:
    """Whether a list of such things stands before: the plural and a name, a comma, one more."""
    return (
        re.search(rf"\b{re.escape(group.rstrip('n'))}n? [A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?(?:,| und) ", before)
        is not None
    )


def find(reading: Reading) -> Iterator[Mention]:
    """Yield a mention for each group."""
    for pattern in (_PATTERN, _BARE, _MANY):
        for found in pattern.finditer(reading.text):
            start = found.start("group") if pattern is _BARE else found.start("lead")
            words = " ".join(reading.text[start : found.end()].split())
            kind = next((kind for form, kind in _GROUPS.items() if re.fullmatch(form, found["group"])), "Kommunen")
            if _MEANS_NAMED.search(reading.text, max(0, start - 8), found.end()) and _are_named(
                reading.text[:start], found["group"]
            ):
                continue
            yield Mention(
                What.ACTOR, start, found.end(), words[0].upper() + words[1:], kind, "collective", collective=True
            )
