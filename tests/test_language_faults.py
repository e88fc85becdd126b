"""No German sentence with a wrong singular, an English leftover or a missing condition, nor the other way round."""

import re

import pytest

from tests.small_region import actor, project, region, tie
from tests.test_exhibits_of_pages import VIEWS, link_of
from views.exhibit.links import exhibit_of, no_state, view_of
from views.language.words import LANGUAGES, read_locale

# pattern -> what is wrong with it
GERMAN_FAULTS = {
    r"\b1 (?:Akteure|Projekte|Kooperationen|Verbindungen|Förderungen|Einträge|Quellen|Beteiligungen|Gruppen)\b": "1",
    r"\b(?:bestehen|arbeiten|laufen|passen|enden|verlieren) 1 (?!bis|von|×)": "plural verb with 1",
    r"\b1 (?:arbeiten|stehen|haben|sind|werden|passen|enden|verlieren|wirken)\b": "plural verb after 1",
    r"\b(?:an erster Stelle|gleich großen Einträgen|Jemand ohne Namen|neue Einträge)\b": "stilted",
    r"\b(?:bestehen|arbeiten|laufen) nach den erfassten Daten (?:1|kein\w*) ": "plural verb with one or none",
    r"\b[Vv]on 1 \w+en\b": "of one of several",
    r"(?<![\d.,])0 (?!Mio|Tsd)[A-ZÄÖÜ]\w+|\b0 (?:hat|haben|ist|sind)\b": "zero instead of none",
    r"\b1 Projekt, (?:keines|1) davon|\b([2-9])\b [^.]*, \1 davon laufen": "some of one, or of all",
    r"keine Verbindung und \d+ ohne Verbindung|aus keiner Quelle|\bkein\w* davon ohne\b": "none of none",
    r"(?:mit|^) ?100\s% der bekannten|\bAlle [0-9] (?:Kooperationen|Projekte) begannen": "all said as a share",
    r"aus (\d+) von \1 Förderung|kein Betrag unbekannt, alle": "all said as a part",
    r"je mindestens zwei keine?n?\b|\b\w+ mit \w+ arbeiten\b": "wrong subject",
    r"[;,] k\.\sA\.;|\bk\.\sA\. beteiligt": "status that is not recorded",
    r"^(?:kein|keine) [A-ZÄÖÜ]": "a title that begins small",
    r"\b[Kk]ein \w+, keine[rs]? davon\b": "none of none",
    r"\b(?:Upload|Download|Browse|Skip to|Help for|Shortcut|Loading|Settings|Open|Close|Search|Reset)\b": "English",
    r"\.\.(?!\.)|,,|\s[,;.]|\(\)|  ": "broken punctuation",
    r"1 Kooperation[^;]*; die meisten|größte Betrag .*\(100\s%": "most or largest of one",
    r"\{\w*\}": "placeholder",
    r"\bNone\b|\bnan\b|\bTrue\b|\bFalse\b": "a program's word",
}
ENGLISH_FAULTS = {
    r"\b1 (?:organisations|projects|collaborations|links|fundings|entries|sources|groups|partners)\b": "1",
    r"\b(?:und|oder|nicht|keine?|Akteure?|Projekte?|Förderung|Stand|Quelle|laufend|abgeschlossen|k\.\sA\.)\b": "German",
    r"(?<!€)\b0 (?:of|organisations|projects|collaborations|links|grants|groups|sources)\b": "zero instead of none",
    r"\b1 project, (?:none|1) of them\b|from (\d+) of \1 grants?\b": "some of one, or of all",
    r"\bcooperations?\b|\bfundings\b|types of organisations\b": "another word for the same thing",
    r"\{\w*\}": "placeholder",
    r"\bnan\b": "a program's word",
}
FAULTS = {"de": GERMAN_FAULTS, "en": ENGLISH_FAULTS}


# Sentences whose number is two or more wherever they are said
NEVER_ONE = {
    "foerderung.renewal.sentence.none",
    "foerderung.renewal.sentence.one",
    "foerderung.renewal.sentence.other",
    "foerderung.renewal.size.between",
    "foerderung.renewal.size.exactly",
    "answers.partners.sentence_tied.one",
    "answers.partners.sentence_tied.other",
    "netzwerk.for_fundings",
    "netzwerk.carried.sentence",
    "time.periods.carried",
    "netzwerk.least.none",
    "netzwerk.least.one",
    "netzwerk.least.other",
    "netzwerk.unknown_amounts.one",
    "netzwerk.unknown_amounts.other",
}


def of_size(n):
    """A region in which there are n of everything, so that singular, none and plural are said."""
    actors = [actor(f"a{i}", f"T{i}", kompetenzfelder=("F1",)) for i in range(n + 1)]
    projects = [project(f"p{i}", "F1", status="ongoing", start="2024", end="2026-12") for i in range(n)]
    ties = [tie(f"a{i}", "leads", f"p{i}") for i in range(n)] + [tie(f"a{i + 1}", "partner", f"p{i}") for i in range(n)]
    ties += [tie("a0", "funds", f"p{i}", 1000 * (i + 1)) for i in range(n)]
    return region(actors, projects, ties, as_of="2026-01-31")


def poor(without):
    """A region that lacks something which sentences speak of; names have signs and words of all kinds."""
    odd = ("a", "b", "c") if without != "plain names" else ("Müller & Söhne „Süd“ GmbH", "<b>Amt</b>", "Land *BW*")
    actors = [
        actor(key, kind, name=name) for key, kind, name in zip("abc", ("Kommune", "Land", "Verein"), odd, strict=True)
    ]
    dated = {} if without == "dates" else {"status": "ongoing", "start": "2024", "end": "2026-12"}
    over = {"status": "completed", "start": "2020", "end": "2021-12"} if without == "running projects" else dated
    fields = () if without == "fields" else ("Bau",)
    money = [] if without == "money" else [tie("c", "funds", "p", 0 if without == "more than zero" else 1000)]
    ties = [] if without == "ties" else [tie("a", "leads", "p"), tie("b", "partner", "p"), *money]
    return region(actors, [project("p", *fields, **over)], ties, as_of="2026-01-31")


LACKING = ("dates", "running projects", "fields", "money", "more than zero", "ties", "plain names")


def sentences(data, language, one="a0", other="a1", third="a2"):
    asked = {
        "steckbrief": f"id={one}",
        "vergleich": f"vergleich={one},{other}",
        "netzwerk": f"fokus={one}",
        "was_waere_wenn": f"szenario=remove:{one}",
    }
    more = [f"vergleich?vergleich={one},{other},{third}", "verzeichnis?liste=projekte", "netzwerk?form=karte"]
    more += [f"netzwerk?gruppen={by}" for by in ("feld", "typ", "netz")]
    more += [f"steckbrief?id={project}" for project in data.projects["id"][:1]]
    for page, tab in VIEWS:
        more += [f"{page}?reiter={tab}", f"{page}?reiter={tab}&{asked.get(page, '')}", link_of(page, tab)]
    for link in dict.fromkeys(more):
        exhibit = exhibit_of(view_of(data, link, language, no_state), link)
        said = [exhibit.title, exhibit.sentence, *exhibit.remarks, *(table.caption for table in exhibit.tables)]
        said += [f"{figure.label}: {figure.value}; {figure.note}" for figure in exhibit.figures if figure.note]
        yield from ((link, text) for text in said if text)


def faults(data, language, **elements):
    return [
        (link, why, text)
        for link, text in sentences(data, language, **elements)
        for pattern, why in FAULTS[language].items()
        if re.search(pattern, text)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [0, 1, 2, 3])
def test_no_sentence_of_any_view_has_a_fault_of_these_kinds(size, language):
    assert faults(of_size(size), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("without", LACKING)
def test_no_sentence_of_a_region_that_lacks_something_has_a_fault(without, language):
    assert faults(poor(without), language, one="a", other="b", third="c") == []


def test_every_number_before_a_plural_has_a_singular():
    """A placeholder before a plural stands in a form for several, or is written by a form of its own."""
    plural = r"\{(\w+)\} (?:Akteure|Projekte|Kooperationen|Verbindungen|Förderungen|Einträge|Partner\w+|Mitglieder)\b"
    wrong = {
        key: text
        for key, text in read_locale("de").items()
        if (found := re.search(plural, text))
        and not (key.endswith(".other") and found[1] == "n")
        and key not in NEVER_ONE
        and not key.startswith("findings.")  # numbers of findings are checked where they are counted
    }

    assert wrong == {}
