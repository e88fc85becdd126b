"""Posters: one page of the paper asked for, everything on it, readable from where one stands before it."""

import io

import pdfplumber
import pytest

from graph.export import export
from tests.exhibits import all_kinds, drawing_of, network_exhibit, portfolio_of
from tests.small_region import actor, project, region, tie

MM = 72 / 25.4
PAPERS = {"a3": (420, 297, 7.5), "a0": (1189, 841, 16.0)}  # mm, and pt of the smallest text

papers = pytest.mark.parametrize("paper", PAPERS)


def fifty():
    """A hub with fifty partners of ten types, each in a project of its own: a picture with a long legend."""
    actors = [actor("hub", "Hochschule", name="Die Hochschule der Region")]
    actors += [actor(f"a{n}", f"Art {n % 10}", name=f"Akteur Nummer {n}", short_name=f"Akteur {n}") for n in range(50)]
    ties = [tie(who, "partner", f"p{n}") for n in range(50) for who in ("hub", f"a{n}")]
    return region(actors, [project(f"p{n}") for n in range(50)], ties)


def pages(paper, *exhibits, **more):
    with pdfplumber.open(io.BytesIO(export(paper, portfolio_of(*exhibits, **more)).content)) as file:
        return [
            (page.width, page.height, page.extract_text(), [sign for sign in page.chars if sign["text"].strip()])
            for page in file.pages
        ]


@papers
def test_every_exhibit_with_a_picture_has_one_page_of_that_paper(paper):
    width, height, _ = PAPERS[paper]
    shown = [each for each in all_kinds() if each.picture or each.figures]

    found = pages(paper, *all_kinds())

    assert len(found) == len(shown)
    for wide, high, *_ in found:
        assert (wide / MM, high / MM) == pytest.approx((width, height), abs=0.5)


@papers
def test_nothing_runs_over_the_edge_and_everything_can_be_read(paper):
    ((width, height, text, signs),) = pages(paper, network_exhibit(drawing_of(fifty())))

    assert all(sign["x0"] > 0 and sign["x1"] < width and sign["top"] > 0 and sign["bottom"] < height for sign in signs)
    assert min(sign["size"] for sign in signs) >= PAPERS[paper][2]
    assert "Die Hochschule" in text
    assert "Art 9" in text


def test_what_has_no_picture_is_a_page_only_where_nothing_has_one():
    words_alone = [each for each in all_kinds() if not each.picture and not each.figures]

    assert len(words_alone) == 1
    assert len(pages("a3", network_exhibit(), *words_alone)) == 1
    assert len(pages("a3", *words_alone)) == 1
