"""Handouts: PDF/A-2a and PDF/UA-1 as their compiler checks them, read again by a small parser and by pdftotext."""

import re
import shutil
import subprocess
from dataclasses import replace

import page
import pytest

from graph.export.pdf import handout
from tests.documents import pdf_objects
from tests.exhibits import (
    LINK,
    all_kinds,
    chart_exhibit,
    decision_exhibit,
    drawing_of,
    empty_exhibit,
    matrix_exhibit,
    network_exhibit,
    portfolio_of,
    text_exhibit,
)
from tests.small_region import actor, region

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def pdf(*exhibits, **rest):
    return handout(portfolio_of(*exhibits, **rest))


def strings(objects, key):
    """Values of a key that are strings, as text."""
    literal = re.findall(rf"/{key}\s*\(((?:[^()\\]|\\.)*)\)", objects)
    coded = re.findall(rf"/{key}\s*<([0-9A-Fa-f]+)>", objects)
    texts = [part.encode("latin-1") for part in literal] + [bytes.fromhex(part) for part in coded]
    return [t.decode("utf-16") if t.startswith(b"\xfe\xff") else t.decode("latin-1") for t in texts]


def pages(content):
    return len(re.findall(r"/Type\s*/Page\b(?!s)", pdf_objects(content)))


def test_a_handout_says_that_it_is_tagged_and_follows_pdf_ua_and_pdf_a():
    objects = pdf_objects(pdf(network_exhibit()))

    assert "/StructTreeRoot" in objects
    assert re.search(r"/Marked\s+true", objects)
    assert re.search(r"pdfuaid:part[>=\"]+1", objects)
    assert re.search(r"pdfaid:part[>=\"]+2", objects)
    assert re.search(r"pdfaid:conformance[>=\"]+A", objects)


def test_title_author_and_language_are_those_of_the_portfolio():
    objects = pdf_objects(pdf(network_exhibit()))

    assert "Lenkungsgruppe" in strings(objects, "Title")
    assert "Region" in strings(objects, "Author")
    assert "de" in strings(objects, "Lang")


def test_the_picture_has_an_alternative_text():
    assert "Netzwerk um die Hochschule Aalen" in strings(pdf_objects(pdf(network_exhibit())), "Alt")


def test_each_exhibit_is_a_bookmark():
    objects = pdf_objects(pdf(network_exhibit(), chart_exhibit()))

    assert "/Outlines" in objects
    assert {"Hochschule Aalen verbindet zwei Projekte", "Wasserstoff hat die meisten Projekte"} <= set(
        strings(objects, "Title")
    )


def test_headings_tables_and_lists_are_tagged_as_such():
    objects = pdf_objects(pdf(*all_kinds())).replace(" ", "")

    tags = ("H1", "Table", "TH", "TR", "TD", "L", "LI", "Figure", "P")
    missing = [tag for tag in tags if f"/S/{tag}" not in objects]

    assert missing == []


def test_a_view_takes_at_most_two_pages():
    names = {f"a{number:03d}": f"Gemeinde {number} mit langem Namen" for number in range(300)}
    many = region([actor(key, "Kommune", name=name) for key, name in names.items()])

    assert pages(pdf(network_exhibit(drawing_of(many)))) == 2
    assert pages(pdf(network_exhibit())) == 2
    assert pages(pdf(chart_exhibit())) == 1


@needs_poppler
def test_another_program_reads_sentence_legend_table_source_and_page():
    content = pdf(network_exhibit(), profile="ohne Beträge")

    text = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()

    for said in (
        "Hochschule Aalen verbindet zwei Projekte",
        "Im Umkreis 1 liegen 3 Akteure.",
        "Legende: shape",
        "circle 2",
        "Filter: laufend, seit 2021",
        LINK,
        "Elemente im Bild",
        "Bundesministerium",
        "Seite 1 von 2",
        "Fassung: ohne Beträge",
        "Stand 01.11.2026",
    ):
        assert said in text


@pytest.mark.parametrize(
    "exhibit",
    [matrix_exhibit(), text_exhibit(), decision_exhibit(), empty_exhibit()],
    ids=lambda exhibit: exhibit.title,
)
def test_every_kind_of_exhibit_meets_the_standards(exhibit):
    assert pdf(exhibit).startswith(b"%PDF-1.7")


def test_a_draft_is_marked_on_every_page():
    assert pdf(text_exhibit()) != pdf(text_exhibit(), watermark="Entwurf")


def test_the_same_portfolio_is_the_same_file():
    assert pdf(network_exhibit()) == pdf(network_exhibit())


def test_full_width_signs_are_written_in_their_plain_form():
    objects = pdf_objects(pdf(replace(text_exhibit(), title="＝1")))

    assert "pdfuaid:part" in objects
    assert "=1" in strings(objects, "Title")


def test_signs_no_typeface_here_has_do_not_stop_a_handout_but_it_claims_no_standard():
    objects = pdf_objects(pdf(replace(text_exhibit(), title="中文")))

    assert "/StructTreeRoot" in objects
    assert "pdfuaid:part" not in objects


def test_english_handouts_say_so():
    assert "en" in strings(pdf_objects(pdf(text_exhibit(), language="en")), "Lang")


@pytest.mark.parametrize("profile", ["PDF_UA_1", "PDF_A_2A"])
def test_a_checker_that_is_not_ours_finds_no_fault(profile):
    report = page.validate_pdf_bytes(pdf(*all_kinds()), profile=getattr(page.ValidationProfile, profile))

    assert [failure.message for failure in report.failures] == []
    assert report.rules.passed > 100
