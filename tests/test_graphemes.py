"""No text is cut within what a person takes for one sign, and long words cost time that grows with their length."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export import export
from graph.export.pictures import Chart
from graph.export.svg.chart import chart
from graph.export.svg.element import document
from graph.export.svg.paragraph import Style, cut, fitted, shortened
from graph.graphemes import clusters, limited
from graph.picture.charts.bars import Bar, bars, columns
from tests.exhibits import drawing_of, network_exhibit, portfolio_of
from tests.small_region import actor, region

SIGNS = {
    "emoji": "\U0001f600",
    "family": "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "flag": "\U0001f1e9\U0001f1ea",
    "tone": "\U0001f44d\U0001f3fd",
    "letter with marks": "e\u0323\u0301",
    "keycap": "1\ufe0f\u20e3",
    "Hangul": "\u1112\u1161\u11ab",
    "Devanagari": "\u0928\u093f",
}
NAME = "Zentrum für Donaudampfschifffahrtsgesellschaften und Wasserstofftechnologie"


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_what_a_person_takes_for_one_sign_is_one(sign):
    assert clusters(f"a{sign}b") == ["a", sign, "b"]


@given(st.text())
def test_the_signs_of_a_text_are_the_text(text):
    assert "".join(clusters(text)) == text


def test_two_flags_are_two_signs_and_line_ends_are_one():
    assert clusters("\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7") == ["\U0001f1e9\U0001f1ea", "\U0001f1eb\U0001f1f7"]
    assert clusters("a\r\nb") == ["a", "\r\n", "b"]


def test_a_length_is_counted_as_office_programs_count():
    assert limited("ab\U0001f600c", 3) == "ab"
    assert limited("ab\U0001f600c", 4) == "ab\U0001f600"


def is_cut_in_two(text, sign):
    """Whether a part of a sign is left without the rest of it."""
    rest = text.replace(sign, "")
    return any(part in rest for part in sign if not part.isascii())


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
@pytest.mark.parametrize("width", [8, 30, 77, 160])
def test_no_sign_is_cut_at_any_place_of_a_long_name(sign, width):
    for place in range(len(NAME) + 1):
        name = NAME[:place] + sign + NAME[place:]
        pieces = [
            shortened(name, Style(13), width),
            cut(name, Style(13), width, 2)[0],
            *fitted(name, Style(13), width),
            limited(name, 31),
        ]
        assert [piece for piece in pieces if is_cut_in_two(piece, sign)] == []


@pytest.mark.parametrize("draw", [bars, columns])
@pytest.mark.parametrize("sign", [SIGNS["emoji"], SIGNS["letter with marks"]], ids=["emoji", "letter with marks"])
def test_no_sign_is_cut_in_the_names_of_a_chart(sign, draw):
    for place in range(0, len(NAME) + 1, 3):
        name = NAME[:place] + sign + NAME[place:]
        spec = draw([Bar("a", name, "5", 5)], {"description": name, "label": "Name", "text": "Zahl"})

        drawn = document(600, 300, chart(Chart(spec, name), 600, 300).elements)

        assert not is_cut_in_two(drawn, sign)


@pytest.mark.parametrize("name", ["pptx", "pdf", "html", "svg", "xlsx", "csv"])
@pytest.mark.parametrize("sign", [SIGNS["emoji"], SIGNS["letter with marks"]], ids=["emoji", "letter with marks"])
def test_every_format_takes_such_signs_at_any_place_of_a_name(name, sign):
    names = [NAME[:place] + sign + NAME[place:] for place in range(0, len(NAME) + 1, 5)]
    rows = [actor(f"a{number}", text, name=text, short_name=text) for number, text in enumerate(names)]

    assert export(name, portfolio_of(network_exhibit(drawing_of(region(rows))), title=names[3])).content


@pytest.mark.parametrize("word", ["x", "Wirtschaftsförderungs", SIGNS["emoji"], SIGNS["letter with marks"], "ab "])
def test_a_text_ten_times_as_long_takes_no_more_than_some_ten_times_the_work(word):
    def seconds(length):
        text, start = word * (length // len(word)), time.process_time()
        for break_up in (fitted, shortened):
            break_up(text, Style(13), 160)
        cut(text, Style(13), 160, 3)
        return time.process_time() - start

    assert seconds(200_000) < 3.0


def test_a_word_of_eight_thousand_letters_leaves_in_a_moment():
    long = "Wasserstoff" * 730
    made = portfolio_of(
        network_exhibit(drawing_of(region([actor(f"a{n}", name=long, short_name=long) for n in range(4)]))), title=long
    )
    start = time.process_time()
    for name in ("pptx", "pdf"):
        assert export(name, made).content

    assert time.process_time() - start < 8.0


@pytest.mark.parametrize("name", ["pptx", "pdf", "html", "svg", "png"])
@pytest.mark.parametrize("title", ["\ue000\uf8ff privat", "\u0301\u0323", "\U000f0000", "\u0378", "\u0e49\u0e49"])
def test_private_signs_and_marks_alone_leave_in_every_format(name, title):
    shown = network_exhibit(drawing_of(region([actor("a", title, name=title, short_name=title)])))
    made = portfolio_of(shown, title=title)

    assert export(name, made).content
