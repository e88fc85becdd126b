"""Numbers, money, dates and lists as a German and an English reader expects them."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.language.dates import date_words, duration_words
from views.language.words import plain, words

DE, EN = words("de"), words("en")


def spaced(text):
    """Text with ordinary spaces, to be written and read in a test."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("amount", "german", "english"),
    [
        (1_234_567, "1.234.567 €", "€1,234,567"),
        (Decimal("1234567.50"), "1.234.567,50 €", "€1,234,567.50"),
        (0, "0 €", "€0"),
        (None, "k. A.", "n/a"),
    ],
)
def test_exact_money(amount, german, english):
    assert (spaced(DE.money(amount)), EN.money(amount)) == (german, english)


@pytest.mark.parametrize(
    ("amount", "german", "english"),
    [
        (350_000, "350 Tsd. €", "€350k"),
        (1_200_000, "1,2 Mio. €", "€1.2m"),
        (3_400_000_000, "3,4 Mrd. €", "€3.4bn"),
        (999, "999 €", "€999"),
        (None, "k. A.", "n/a"),
    ],
)
def test_short_money(amount, german, english):
    assert (spaced(DE.money_short(amount)), EN.money_short(amount)) == (german, english)


def test_an_amount_never_breaks_over_two_lines():
    assert " " not in DE.money(1_234) + DE.money_short(48_300_000) + DE.percent(0.5)


def test_numbers_and_percentages():
    assert (DE.number(1234.5, 1), EN.number(1234.5, 1)) == ("1.234,5", "1,234.5")
    assert (spaced(DE.percent(0.125, 1)), EN.percent(0.125, 1)) == ("12,5 %", "12.5%")


@pytest.mark.parametrize(
    ("edtf", "german", "english"),
    [
        ("2021", "2021", "2021"),
        ("2021-10", "10/2021", "10/2021"),
        ("2021-10-11", "11.10.2021", "11 Oct 2021"),
        ("2021-23", "Herbst 2021", "autumn 2021"),
        ("2021-05?", "voraussichtlich 05/2021", "probably 05/2021"),
        ("2021~", "etwa 2021", "about 2021"),
        ("2021-05/..", "seit 05/2021", "since 05/2021"),
        ("2020/2022", "2020 – 2022", "2020 – 2022"),
        ("2021-XX", "2021", "2021"),
        ("2021-10-XX", "10/2021", "10/2021"),
        ("201X", "201X", "201X"),
        ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
        ("Y170000002", "Y170000002", "Y170000002"),
        ("", "", ""),
    ],
)
def test_dates_in_words(edtf, german, english):
    assert (date_words(DE, edtf), date_words(EN, edtf)) == (german, english)


def test_durations_with_one_end_missing():
    assert duration_words(DE, "2024-03-01", "2027-02-28") == "01.03.2024 – 28.02.2027"
    assert duration_words(DE, "2020", "") == "ab 2020"
    assert duration_words(DE, "", "2020") == "bis 2020"
    assert duration_words(DE, "2021-10", "2021-10") == "10/2021"


def test_lists_read_like_a_sentence():
    assert DE.names(["A"]) == "A"
    assert DE.names(["A", "B", "C"]) == "A, B und C"


def test_singular_plural_and_none():
    assert [DE.count("count.partners", n) for n in (0, 1, 1200)] == ["kein Partner", "1 Partner", "1.200 Partner"]


def test_a_code_without_words_stands_for_itself():
    assert DE.term("status", "ongoing") == "laufend"
    assert spaced(DE.term("status", "")) == "k. A."
    assert DE.term("status", "strange") == "strange"


def test_text_from_the_data_is_never_read_as_markdown():
    assert plain("![x](http://evil.example) **b**") == r"\!\[x\]\(http\://evil\.example\) \*\*b\*\*"
    assert plain("a\n\n# b") == r"a \# b"


def test_a_day_in_both_languages():
    assert (DE.day(date(2026, 11, 23)), EN.day(date(2026, 11, 23))) == ("23.11.2026", "23 Nov 2026")


@pytest.mark.parametrize(
    ("share", "digits", "german", "english"),
    [
        (0, 0, "0 %", "0%"),
        (1, 0, "100 %", "100%"),
        (0.1 + 0.2 + 0.7, 0, "100 %", "100%"),
        (-1e-17, 0, "0 %", "0%"),
        (0.99998, 0, "knapp 100 %", "just under 100%"),
        (0.995, 1, "99,5 %", "99.5%"),
        (0.9999, 1, "knapp 100 %", "just under 100%"),
        (0.0049, 0, "unter 1 %", "under 1%"),
        (0.0004, 1, "unter 0,1 %", "under 0.1%"),
        (0.006, 0, "1 %", "1%"),
        (-0.25, 0, "−25 %", "−25%"),
    ],
)
def test_only_nothing_is_no_percent_and_only_all_of_it_a_hundred(share, digits, german, english):
    assert (spaced(DE.percent(share, digits)), EN.percent(share, digits)) == (german, english)


@given(st.floats(1e-8, 1 - 1e-8), st.integers(0, 2))
def test_no_part_is_said_to_be_nothing_or_all(share, digits):
    said = spaced(DE.percent(share, digits))

    assert not re.fullmatch(r"(?:0(?:,0+)?|100(?:,0+)?) %", said)


@pytest.mark.parametrize(("amount", "german"), [(999_499, "999 Tsd. €"), (999_500, "1,0 Mio. €"), (1_000, "1 Tsd. €")])
@pytest.mark.parametrize("times", [1, 1000])
def test_no_rounded_amount_is_a_thousand_of_its_unit(amount, german, times):
    assert DE.money_short(amount * times).startswith(("999", "1,0", "1"))
    assert "1.000" not in DE.money_short(amount * times)
    if times == 1:
        assert spaced(DE.money_short(amount)) == german


def test_no_abbreviation_of_two_words_is_broken_over_two_lines():
    broken = [key for key, text in DE.entries.items() if re.search(r"\b(?:k\. A|z\. B|d\. h|u\. a)\.", text)]

    assert broken == []
    assert DE.money(None) == "k.\N{NO-BREAK SPACE}A."
