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
    r"\b0 (?:Akteure|Projekte|Kooperationen|Verbindungen|Partner|Förderungen)\b": "zero instead of none",
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
    r"\{\w*\}": "placeholder",
    r"\bnan\b": "a program's word",
}
FAULTS = {"de": GERMAN_FAULTS, "en": ENGLISH_FAULTS}


# Sentences whose number is two or more wherever they are said
NEVER_ONE = {
    "foerderung.renewal.size.between",
    "foerderung.renewal.size.exactly",
    "answers.partners.sentence_tied.one",
    "answers.partners.sentence_tied.other",
    "netzwerk.carried.sentence",
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


def sentences(data, language):
    asked = {
        "steckbrief": "id=a0",
        "vergleich": "vergleich=a0,a1",
        "netzwerk": "fokus=a0",
        "was_waere_wenn": "szenario=remove:a0",
    }
    for page, tab in VIEWS:
        for link in {f"{page}?reiter={tab}", f"{page}?reiter={tab}&{asked.get(page, '')}", link_of(page, tab)}:
            exhibit = exhibit_of(view_of(data, link, language, no_state), link)
            said = [exhibit.title, exhibit.sentence, *exhibit.remarks, *(table.caption for table in exhibit.tables)]
            yield from ((link, text) for text in said if text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [0, 1, 2])
def test_no_sentence_of_any_view_has_a_fault_of_these_kinds(size, language):
    faults = [
        (link, why, text)
        for link, text in sentences(of_size(size), language)
        for pattern, why in FAULTS[language].items()
        if re.search(pattern, text)
    ]

    assert faults == []


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
