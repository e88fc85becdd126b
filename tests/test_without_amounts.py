"""Files without amounts say that amounts are left out, never that they are unknown, missing or zero."""

import json
import re

import pytest

import graph
from graph.export.sheets import tables_of
from graph.redaction import Redaction, redact
from tests.test_export_values import LINKS
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.portfolio import without_amounts_said
from views.language.words import LANGUAGES, WITHOUT_AMOUNTS, words

FALSE = re.compile(
    r"kein(?:e|en)? (?:zählbarer? )?(?:Betrag|Beträge)|Betr[aä]ge? (?:ist |sind )?nicht (?:erfasst|bekannt)"
    r"|unbekannter Höhe"
    r"|ohne bekannten Betrag|Förderungen ohne Betrag|\b0 €|€0\b|no amount|without (?:a known|an) amount|unknown amount"
    r"|amounts? (?:is |are )?not (?:recorded|known)|is not known"
)
AMOUNT = re.compile(r"[0-9] ?(?:€|Mio\. €|Tsd\. €)|€ ?[0-9]")


@pytest.fixture(scope="module")
def left():
    return redact(graph.load("data").dataset, Redaction(amounts=True))


def said(exhibit):
    """What our own words say: not what the sources say in notes."""
    yield from (exhibit.title, exhibit.sentence, *exhibit.remarks, exhibit.source)
    yield from (f"{figure.label} {figure.value} {figure.note}" for figure in exhibit.figures)
    yield getattr(exhibit.picture, "description", "")
    yield from (point for block in getattr(exhibit.picture, "blocks", ()) for point in block.points)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("link", [link for link in LINKS if "reiter=spalten" not in link])
def test_no_sentence_is_made_false_by_what_was_taken_out(left, link, language):
    shown = exhibit_of(without_amounts_said(view_of(left, link, language)))

    assert [text for text in said(shown) if FALSE.search(text) or AMOUNT.search(text)] == []


def test_cells_of_amounts_say_that_they_are_left_out(left):
    shown = exhibit_of(without_amounts_said(view_of(left, "foerderung?reiter=fluss")))
    (table,) = (table for table in tables_of(shown) if "Betrag" in [column.header for column in table.columns])
    place = [column.header for column in table.columns].index("Betrag")

    assert {row[place].text for row in table.rows} == {"weggelassen"}
    assert {row[place].value for row in table.rows} == {None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_for_what_is_left_out_stand_in_place_of_words_there_are(language):
    instead = json.loads((WITHOUT_AMOUNTS / f"{language}.json").read_text("utf-8"))

    assert set(instead) - {"format.missing.amount_basis"} <= set(words(language).entries)
    assert set(instead) == set(json.loads((WITHOUT_AMOUNTS / "de.json").read_text("utf-8")))
    assert words(language).without_amounts().money(None) == instead["format.missing.amount"]
