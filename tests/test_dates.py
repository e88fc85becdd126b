"""EDTF dates and the days they may mean; dates as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import UnreadableDateError, bounds, is_edtf
from graph.reading.date_forms import read_date, suggest_date


def days(first: str, last: str) -> tuple[date | None, date | None]:
    return tuple(date.fromisoformat(day) if day else None for day in (first, last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # level 0
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-10", "2021-10-01", "2021-10-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021-10-11", "2021-10-11", "2021-10-11"),
        ("2021-05/2022", "2021-05-01", "2022-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        # level 1
        ("2021-21", "2021-03-01", "2021-05-31"),
        ("2021-22", "2021-06-01", "2021-08-31"),
        ("2021-23", "2021-09-01", "2021-11-30"),
        ("2021-24", "2021-12-01", "2022-02-28"),
        ("2021?", "2021-01-01", "2021-12-31"),
        ("2021-05~", "2021-05-01", "2021-05-31"),
        ("2021-05-03%", "2021-05-03", "2021-05-03"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2021-XX", "2021-01-01", "2021-12-31"),
        ("2021-10-XX", "2021-10-01", "2021-10-31"),
        ("2021-XX-XX", "2021-01-01", "2021-12-31"),
        ("2021-05/..", "2021-05-01", ""),
        ("../2021", "", "2021-12-31"),
        ("2021-05/", "2021-05-01", ""),
        ("2021?/2022~", "2021-01-01", "2022-12-31"),
        # beyond what a calendar of Python holds
        ("Y170000002", "", ""),
        ("0000", "", ""),
        ("0000-12", "", ""),
        ("0000-24", "", "0001-02-28"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("XXXX", "", "9999-12-31"),
        ("9999-24", "9999-12-01", ""),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("-0044", "", ""),
        # not recorded, and open
        ("", "", ""),
        ("..", "", ""),
    ],
)
def test_bounds_of_a_date_are_the_first_and_last_day_it_may_mean(text, first, last):
    assert bounds(text) == days(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "2021-13",
        "2021-00",
        "2021-02-29",
        "2021-10-32",
        "21",
        "2021-5",
        "2021-25",
        "2021-23-01",
        "2021-XX-05",
        "201X-05",
        "2022/2021",
        "/",
        "../..",
        "2021//2022",
        "2021/2022/2023",
        "2021 ",
        "٢٠٢١",
        "10.2021",
        "laufend",
        "2021-10-11T10:00",
    ],
)
def test_what_is_not_edtf_of_level_0_or_1_is_refused(text):
    assert not is_edtf(text)
    with pytest.raises(UnreadableDateError):
        bounds(text)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("31.12.2026", "2026-12-31"),
        ("1.2.2026", "2026-02-01"),
        ("31. Dezember 2026", "2026-12-31"),
        ("11 October 2021", "2021-10-11"),
        ("October 11, 2021", "2021-10-11"),
        ("12/2026", "2026-12"),
        ("12.2026", "2026-12"),
        ("Feb. 2026", "2026-02"),
        ("MÄRZ 2026", "2026-03"),
        ("2026", "2026"),
        ("Okt 21", "2021-10"),
        ("Okt. 21", "2021-10"),
        ("Oct-21", "2021-10"),
        ("Mrz '35", "2035-03"),
        ("Okt 21 – Mai 23", "2021-10/2023-05"),
        ("2026-1-5", "2026-01-05"),
        ("2026-12-31 00:00:00", "2026-12-31"),
        ("2026-12-31T10:00:00Z", "2026-12-31"),
        ("11.10.2021, 18:00 Uhr", "2021-10-11"),
        ("Frühjahr 2021", "2021-21"),
        ("Herbst 2021", "2021-23"),
        ("autumn 2021", "2021-23"),
        ("Winter 2021/22", "2021-24"),
        ("2. Quartal 2024", "2024-04/2024-06"),
        ("Q1 2024", "2024-01/2024-03"),
        ("2. Halbjahr 2024", "2024-07/2024-12"),
        ("ca. 2021", "2021~"),
        ("um Mai 2021", "2021-05~"),
        ("2021 (?)", "2021?"),
        ("seit 2019", "2019/.."),
        ("seit ca. 2019", "2019~/.."),
        ("2019 – heute", "2019/.."),
        ("bis 2026", "../2026"),
        ("2021-2024", "2021/2024"),
        ("2021–2024", "2021/2024"),
        ("2021/22", "2021/2022"),
        ("Mai bis Juni 2021", "2021-05/2021-06"),
        ("Mai 2021 – Juni 2022", "2021-05/2022-06"),
        ("01.–03.05.2021", "2021-05-01/2021-05-03"),
        ("1.-3. Mai 2021", "2021-05-01/2021-05-03"),
        ("vom 28.04. bis 03.05.2021", "2021-04-28/2021-05-03"),
        ("  2021-05/.. ", "2021-05/.."),
        ("201x", "201X"),
        ("..", ".."),
        ("", ""),
    ],
)
def test_dates_are_read_as_people_type_them(typed, edtf):
    assert read_date(typed) == edtf


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("31.12.26", "2026-12-31"),  # could be 1926
        ("12/31/2026", "2026-12-31"),
        ("31/12/2026", "2026-12-31"),
        ("Ende 2024", "2024~"),
        ("01/02/2026", ""),  # January or February
        ("31.02.2026", ""),
        ("2021/12", ""),
        ("laufend", ""),
        ("-", ""),
        ("Okt 99", ""),
        ("x" * 1_000, ""),
    ],
)
def test_a_date_that_could_mean_two_is_not_read_but_a_good_guess_is_proposed(typed, meant):
    with pytest.raises(UnreadableDateError):
        read_date(typed)

    assert suggest_date(typed) == meant


@given(st.text(max_size=30))
def test_what_is_read_is_edtf_and_read_again_the_same(text):
    try:
        edtf = read_date(text)
    except UnreadableDateError:
        return

    assert edtf in ("", "..") or is_edtf(edtf)
    assert read_date(edtf) == edtf


@given(st.dates(), st.dates())
def test_bounds_of_an_interval_are_those_of_its_ends(start, end):
    first, last = sorted((start, end))

    assert bounds(f"{first}/{last}") == (first, last)


PIECES = (
    "0",
    "1",
    "2",
    "9",
    "X",
    "-",
    "/",
    "..",
    "?",
    "~",
    "%",
    "Y",
    "12",
    "24",
    "0000",
    "9999",
    "00",
    "31",
    " bis ",
    ". Mai ",
)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_whatever_looks_like_a_date_is_one_or_is_refused(text):
    try:
        first, last = bounds(read_date(text))
    except UnreadableDateError:
        return

    assert first is None or last is None or first <= last
