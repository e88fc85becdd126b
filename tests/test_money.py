"""Amounts as people type them in German and English."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.money import UnreadableAmountError, as_money, is_ambiguous, read_amount, write_amount


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("50000", 50000),
        ("1.234,56 €", Decimal("1234.56")),
        ("1,234.56", Decimal("1234.56")),
        ("€ 1.234.567", 1234567),
        ("1,234,567 EUR", 1234567),
        ("50 000,50", Decimal("50000.5")),
        ("50\u202f000", 50000),
        ("50'000", 50000),
        ("50.000,- Euro", 50000),
        ("50.000,-- €", 50000),
        ("12,5", Decimal("12.5")),
        ("12.50", Decimal("12.5")),
        ("1234,567", Decimal("1234.567")),
        ("0,500", Decimal("0.5")),
        ("0", 0),
        ("1,2 Mio. €", 1_200_000),
        ("1.5 million", 1_500_000),
        ("350 Tsd. €", 350_000),
        ("T€ 350", 350_000),
        ("350 TEUR", 350_000),
        ("2,5 Mrd. €", 2_500_000_000),
        ("-500", -500),
        ("−5,00 €", -5),
        ("", None),
        ("  ", None),
    ],
)
def test_amounts_are_read_as_people_type_them(typed, amount):
    read = read_amount(typed)

    assert read == amount
    assert type(read) is type(amount)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.234", 1234),
        ("1,234", 1234),
        ("50.000 €", 50000),
        ("1,234 Mio. €", 1_234_000),
        ("1.234 Mio. €", 1_234_000_000),
    ],
)
def test_where_german_and_english_contradict_each_other_three_digits_are_thousands(typed, amount):
    assert read_amount(typed) == amount
    assert is_ambiguous(typed)


@pytest.mark.parametrize("typed", ["1.234,56", "1.234.567", "12.34", "0.500", "50000", "", "k. A."])
def test_an_amount_with_one_reading_is_not_ambiguous(typed):
    assert not is_ambiguous(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "k. A.",
        "-",
        "ca. 50.000",
        "bis zu 5 Mio. €",
        "$50",
        "50 CHF",
        "1e5",
        "NaN",
        "inf",
        "1.23.456",
        "1.234.56",
        "1,234,56",
        "50.000 bis 60.000",
        "٣",
        "5 %",
        "1 billion",
        "9" * 29,
        "1" * 1_000,
        "=1+1",
        "3 Euro pro Jahr",
    ],
)
def test_what_is_no_amount_in_euro_is_refused(typed):
    with pytest.raises(UnreadableAmountError):
        read_amount(typed)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_an_amount_that_was_written_is_read_again_exactly(number):
    amount = as_money(number)

    read = read_amount(write_amount(amount))

    assert (read, type(read), str(read)) == (amount, type(amount), str(amount))


@given(st.text(max_size=30))
def test_no_amount_is_a_float(text):
    try:
        assert type(read_amount(text)) in (int, Decimal, type(None))
    except UnreadableAmountError:
        return
