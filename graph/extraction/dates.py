"""Dates of council papers as EDTF: days, ranges with a shared month, months, seasons, school years, open ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.dates import is_edtf
from graph.extraction.lexicon import MONTHS, SEASONS


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in the copy: ``[start, end)`` and its EDTF."""

    start: int
    end: int
    edtf: str


_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_SEASON = "|".join(SEASONS)
_YEAR = r"(?:19|20)\d\d"
_TO = r"(?:-|–|—|bis(?: zum)?|/)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUM = r"(?:0?[1-9]|1[0-2])"
_B = r"(?<![\w.,/§-])"  # no digit, file number or address before
_E = r"(?![\w/]|[.,]\d|-\d)"
_Y2 = rf"(?:{_YEAR}|\d\d)"
_OPENS = r"(?P<open>(?:seit|ab|beginnend)(?: (?:dem|Anfang|Ende|Mitte|dem Jahr|Jahr|zum|dem Schuljahr)| (?:dem|der) [A-ZÄÖÜ]\w+ (?:am|im|vom|zum))? )?"
# words between the beginning and the end of something: it began, and runs until
_ON_TO = (
    r"(?: (?:begonnen|gestartet|angelaufen|aufgenommen)(?: worden)?)?,?(?: und)?(?: (?:die|seine|ihre) Laufzeit| es| sie| er)?"
    r" (?:läuft|laufen|lief|liefen|endet|enden|endete|dauert|erstreckt sich|ist befristet|gilt|wird (?:gefördert|finanziert))(?: noch| planmäßig)?(?:,? bis(?: zum| Ende)?| am| im) "
)

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        # "am 1. März 2021 gestartet und läuft bis zum 29. Februar 2024"
        ("begun_word_range", rf"{_B}(?P<d1>{_DAY})\. (?P<w1>{_MONTH}) (?P<y1>{_YEAR}){_ON_TO}(?P<d2>{_DAY})\. (?P<w2>{_MONTH}) (?P<y2>{_YEAR}){_E}"),
        ("begun_range", rf"{_B}(?P<d1>{_DAY})\. ?(?P<m1>{_NUM})\. ?(?P<y1>{_YEAR}){_ON_TO}(?P<d2>{_DAY})\. ?(?P<m2>{_NUM})\. ?(?P<y2>{_YEAR}){_E}"),
        ("begun_month_range", rf"{_B}(?P<w1>{_MONTH}) (?P<y1>{_YEAR}){_ON_TO}(?:Ende )?(?P<w2>{_MONTH}) (?P<y2>{_YEAR}){_E}"),
        ("full_range", rf"{_B}(?P<d1>{_DAY})\. ?(?P<m1>{_NUM})\. ?(?P<y1>{_Y2}) ?{_TO} ?(?P<d2>{_DAY})\. ?(?P<m2>{_NUM})\. ?(?P<y2>{_Y2}){_E}"),
        ("full_word_range", rf"{_B}(?P<d1>{_DAY})(?:\. ?| )(?P<w1>{_MONTH})\.? (?P<y1>{_YEAR}) ?{_TO} ?(?P<d2>{_DAY})(?:\. ?| )(?P<w2>{_MONTH})\.? (?P<y2>{_YEAR}){_E}"),
        ("day_range", rf"{_B}(?P<d1>{_DAY})\.(?: ?(?P<m1>{_NUM})\.)? ?(?:{_TO}|und) ?(?P<d2>{_DAY})\. ?(?P<m2>{_NUM})\. ?(?P<y2>{_Y2}){_E}"),
        ("word_range", rf"{_B}(?P<d1>{_DAY})\.(?: ?(?P<w1>{_MONTH})\.?)? ?(?:{_TO}|und|u\.|&) ?(?P<d2>{_DAY})\. ?(?P<w2>{_MONTH})\.? (?P<y2>{_YEAR}){_E}"),
        ("day", rf"{_OPENS}{_B}(?P<d1>{_DAY})\. ?(?P<m1>{_NUM})\. ?(?P<y1>{_Y2})(?P<ff> ?\+ ?ff\.?)?{_E}"),
        ("word_day", rf"{_OPENS}{_B}(?P<d1>{_DAY})(?:\. ?| )(?P<w1>{_MONTH})\.? (?P<y1>{_YEAR}){_E}"),
        ("month_range", rf"{_B}(?P<w1>{_MONTH})\.?(?: (?P<y1>{_YEAR}))? ?{_TO} ?(?:(?:Anfang|Ende|Mitte) )?(?P<w2>{_MONTH})\.? (?P<y2>{_YEAR}){_E}"),
        ("number_month_range", rf"{_B}(?P<m1>{_NUM})[/.](?P<y1>{_YEAR}) ?(?:-|–|bis) ?(?P<m2>{_NUM})[/.](?P<y2>{_YEAR}){_E}"),
        ("month_span_range", rf"{_B}(?P<m1>{_NUM}) ?(?:-|–|bis) ?(?P<m2>{_NUM})/(?P<y2>{_YEAR}){_E}"),
        ("two_months", rf"{_B}(?P<w1>{_MONTH}) (?:und|sowie) (?P<w2>{_MONTH}) (?P<y2>{_YEAR}){_E}"),
        ("month", rf"{_OPENS}{_B}(?P<w1>{_MONTH})\.? (?P<y1>{_YEAR}){_E}"),
        ("number_month", rf"{_OPENS}{_B}(?P<m1>0[1-9]|1[0-2]|[1-9])/(?P<y1>{_YEAR}){_E}"),
        ("season_range", rf"{_B}(?P<s1>{_SEASON}) (?P<y1>{_YEAR}) ?(?:-|–|—|bis) ?(?P<s2>{_SEASON}) (?P<y2>{_YEAR}){_E}"),
        ("season", rf"{_OPENS}{_B}(?P<s1>{_SEASON}) (?P<y1>{_YEAR})(?:/(?:{_YEAR}|\d\d))?{_E}"),
        ("quarter", rf"{_B}(?P<q1>[1-4]|I{{1,3}}|IV)\. ?Quartal (?P<y1>{_YEAR}){_E}"),
        ("word_quarter", rf"{_B}(?P<o1>ersten?s?|zweiten?s?|dritten?s?|vierten?s?)\.? (?P<unit>Quartal|Halbjahr)s?(?: des Jahres)? (?P<y1>{_YEAR}){_E}"),
        ("half", rf"{_B}(?P<o1>[12])\. ?(?P<unit>Halbjahr) (?P<y1>{_YEAR}){_E}"),
        ("iso", rf"{_B}(?P<y1>{_YEAR})-(?P<m1>0[1-9]|1[0-2])-(?P<d1>0[1-9]|[12]\d|3[01]){_E}"),
        ("years_range", rf"(?<=den Jahren )(?P<y1>{_YEAR}) und (?P<y2>{_YEAR}){_E}"),
        ("between_range", rf"(?<=(?:schen|tween) )(?P<y1>{_YEAR}) (?:und|and) (?P<y2>{_YEAR}){_E}"),
        ("year_range", rf"{_B}(?P<y1>{_YEAR}) ?(?:-|–|—|bis(?: Ende)?) ?(?P<y2>{_YEAR}){_E}"),
        ("double_year", rf"{_B}(?P<y1>{_YEAR})/(?P<y2>{_YEAR}|\d\d){_E}"),
        ("year", rf"{_OPENS}{_B}(?P<y1>{_YEAR})(?!-[A-ZÄÖÜ]){_E}"),
    )
)  # fmt: skip
_ORDINALS = {"erst": 1, "zwei": 2, "drit": 3, "vier": 4}
_UNSURE = re.compile(
    r"(?:voraussichtlich|unter vorbehalt|vorbehaltlich|vermutlich|evtl\.)[^.;\n]{0,40}$|unter vorbehalt:\s*$",
    re.IGNORECASE,
)
# numbers that look like a date but belong to a law, a file or a name
_NOT_BEFORE = re.compile(
    r"(?:§+ ?|Abs\. ?|Art\. ?|Nr\.:? ?|Nr |Az\.?:? ?|Aktenzeichen:? ?|Drucksache:? ?|Vorlagen?(?:nummer)?:? ?(?:- ?)?|Tel\.?:? ?|Fax:? ?|BGBl\. ?|GBl\. ?|S\. ?|DS |VO/|BV/|IV/|PSP-?Element:? ?|Kontierung:? ?"
    r"|[A-ZÄÖÜ]\w*(?:strategie|konzept|masterplan|agenda|vision|leitbild|kurs) |i\. ?d\. ?F\. (?:vom |v\. )?|in der Fassung vom |zuletzt geändert (?:am|durch \w+ vom) |[A-ZÄÖÜ]\w*(?:jahres|zwischen|sach|tätigkeits|geschäfts|schluss|abschluss)?bericht |(?:Medien|Presse)(?:information|mitteilung|meldung)(?: Nr\. [\d/]+)? vom |(?:Gesetz|Satzung|Verordnung|Richtlinie|GemO|Beschluss) vom )$"
)
# the year of a budget or of a report, and the day of a question that is answered
_OF_BUDGET = re.compile(
    r"(?:(?:Haushalts|Geschäfts|Wirtschafts|Rechnungs|Berichts|Förder)jahr(?:e?s)? |[Hh]aushalt(?:splan)?s? |Beteiligungsbericht |(?:Jahres|Konzern)abschluss |Anfrage[^.\n]{0,60} vom |Antrag der Fraktion[^.\n]{0,60} vom |Schreiben vom )$"
)
_FILE_NUMBER = re.compile(r"(?<!\w)[A-ZÄÖÜ]{2,5} $")  # "VV 07/2023"
_LAW_AFTER = re.compile(r" ?(?:Euro|€|EUR|Einwohner|Teilnehm|Personen|m²|km|Prozent|%|Stück|Schülerinnen|Haushalte)")


def find_dates(text: str) -> list[FoundDate]:
    """Return the dates of a text in their order; those that overlap are read by the longer form."""
    found: dict[int, FoundDate] = {}
    taken = bytearray(len(text) + 1)
    for name, pattern in _FORMS:
        for hit in pattern.finditer(text):
            if not any(taken[hit.start() : hit.end()]):
                taken[hit.start() : hit.end()] = b"\1" * (hit.end() - hit.start())
                for date in _read(name, hit, text) if _is_date(text, hit) else ():
                    found.setdefault(date.start, date)
    return [found[start] for start in sorted(found)]


_YEARS_OF_COLUMNS = re.compile(r"(?:[^\t\n]*\t)?(?:(?:19|20)\d\d(?: ?\([^()\n]{0,20}\))?(?:\t|$)){2,}")


def _is_header(text: str, hit: re.Match[str]) -> bool:
    """Whether a year heads a column of a table, beside other years."""
    start, end = text.rfind("\n", 0, hit.start()) + 1, text.find("\n", hit.end())
    line = text[start : end if end >= 0 else len(text)]
    alone = len(line) < _HEADER and "\t" in line
    return alone and (_YEARS_OF_COLUMNS.fullmatch(line) is not None or _UNIT.match(text, hit.end()) is not None)


_HEADER = 200  # characters of the headers of a table
_UNIT = re.compile(r" \((?:in )?(?:T?€|EUR|Euro|TEUR|CHF)\)(?=\t|\n)")  # "Verausgabt 2023 (€)"


def _is_date(text: str, hit: re.Match[str]) -> bool:
    before = text[max(0, hit.start() - 40) : hit.start()]
    file_number = "/" in hit[0] and _FILE_NUMBER.search(before)
    return (
        _NOT_BEFORE.search(before) is None
        and _OF_BUDGET.search(text[max(0, hit.start() - 90) : hit.start()]) is None
        and not file_number
        and not _is_of_letter(text, hit)
        and not _is_header(text, hit)
        and not before.endswith(("-", "–"))
        and _LAW_AFTER.match(text, hit.end()) is None
    )


# "Musterau, den 3. Mai 2022" over, before or under a letter or release; a date of the paper
_PLACE_BEFORE = re.compile(
    r"(?:^|[\n\t]|  )[ \t]*(?:[A-ZÄÖÜ][\w.-]+|am|an der|im|St\.|/)(?: (?:[A-ZÄÖÜ][\w-]+|am|an der|im|a\.)){0,3},(?: den| im)? $"
)
_ALONE_AFTER = re.compile(r"[ \t]*(?:\n|$|[–—-] |[/.:]\s)")
_TODAY = re.compile(
    r"\b(?:heute|am heutigen|am (?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)) (?!, )"
)  # what happened that day
_LABEL_BEFORE = re.compile(r"(?:Datum|Stand|Ausgabe|Erstellt am|Druckdatum|Newsletter|Heft):? {0,3}$")
_SITTING = re.compile(r"(?i)sitzung|protokoll|niederschrift|treffen|workshop|termin|veranstaltung")


def _is_of_letter(text: str, hit: re.Match[str]) -> bool:
    """Whether a date says when the paper was written: "Ort, den ...", or a label that stands in no minutes."""
    before = text[max(0, hit.start() - 70) : hit.start()]
    if _LABEL_BEFORE.search(before):
        return _SITTING.search(text, max(0, hit.start() - 250), hit.start()) is None
    if _TODAY.search(text, hit.end(), hit.end() + 250):
        return False
    return _PLACE_BEFORE.search(before) is not None and _ALONE_AFTER.match(text, hit.end()) is not None


def _read(name: str, hit: re.Match[str], text: str) -> Iterator[FoundDate]:
    parts = {key: value for key, value in hit.groupdict().items() if value}
    if name == "two_months":
        middle = hit.start() + hit[0].lower().rindex(parts["w2"].lower())
        yield from _valid(
            hit.start(), hit.start() + len(parts["w1"]), f"{parts['y2']}-{MONTHS[parts['w1'].lower()]:02}"
        )
        yield from _valid(middle, hit.end(), f"{parts['y2']}-{MONTHS[parts['w2'].lower()]:02}")
        return
    first, second = _point(parts, "1", "2"), _point(parts, "2", "2") if name.endswith(("range", "double_year")) else ""
    edtf = f"{first}/{second}" if second else first
    if parts.get("open"):
        edtf = f"{edtf}/.."
    elif not second and _UNSURE.search(text[max(0, hit.start() - 60) : hit.start()]):
        edtf = f"{edtf}?"
    yield from _valid(hit.start(), hit.end(), edtf)


def _valid(start: int, end: int, edtf: str) -> Iterator[FoundDate]:
    if is_edtf(edtf):
        yield FoundDate(start, end, edtf)


def _point(parts: dict[str, str], which: str, fallback: str) -> str:
    """Return one end of a date; what it leaves out is taken from the other end."""
    year = _year(parts.get(f"y{which}") or parts.get(f"y{fallback}") or "", parts.get("y1", ""))
    if f"s{which}" in parts:
        return f"{year}-{SEASONS[parts[f's{which}'].lower()]}"
    if f"o{which}" in parts:
        number = int(parts["o1"]) if parts["o1"].isdigit() else _ORDINALS[parts["o1"].lower()[:4]]
        months = 3 if parts["unit"].lower() == "quartal" else 6
        return f"{year}-{months * (number - 1) + 1:02}/{year}-{months * number:02}"
    if f"q{which}" in parts:
        quarter = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(parts[f"q{which}"].lower()) or int(parts[f"q{which}"])
        return f"{year}-{3 * quarter - 2:02}/{year}-{3 * quarter:02}"
    month = _month(parts, which) or (_month(parts, fallback) if f"d{which}" in parts else "")
    day = f"-{int(parts[f'd{which}']):02}" if f"d{which}" in parts else ""
    return f"{year}{month}{day}"


def _month(parts: dict[str, str], which: str) -> str:
    word, number = parts.get(f"w{which}"), parts.get(f"m{which}")
    if word:
        return f"-{MONTHS[word.lower()]:02}"
    return f"-{int(number):02}" if number else ""


def _year(text: str, first: str) -> str:
    return text if len(text) == 4 else f"{first[:2] if len(first) == 4 else '20'}{text}"
