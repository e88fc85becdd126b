"""What Word, Excel and PowerPoint insist on holds in every file: of all kinds of pictures, in every template."""

import io
import zipfile
from functools import cache

import pytest

from graph.export import export
from graph.export.pptx import own_template
from tests.exhibits import all_kinds, portfolio_of, three_actors
from tests.office_rules import broken_rules
from tests.slides import house_templates

TEMPLATES = {"ours": own_template, **{name: (lambda made=made: made) for name, made in house_templates().items()}}


@cache
def written(name):
    return export(name, portfolio_of(*all_kinds(), dataset=three_actors())).content


@pytest.mark.parametrize("name", ["pptx", "xlsx", "kumu", "data_xlsx"])
def test_no_office_file_breaks_a_rule_of_its_standard(name):
    assert broken_rules(written(name)) == []


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_slides_in_a_template_of_an_organisation_break_no_rule(name):
    made = portfolio_of(*all_kinds(), template=TEMPLATES[name](), cover=True)

    assert broken_rules(export("pptx", made).content) == []


def changed(part, old, new):
    """Slides in which a text of a part is another one."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written("pptx"))) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            assert name != part or old in content
            after.writestr(name, content.replace(old, new, 1) if name == part else content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        ("ppt/slides/slide1.xml", b'<p:cNvPr id="3"', b'<p:cNvPr id="2"', "cNvPr 2 is there 2 times"),
        ("ppt/slides/slide1.xml", b"<a:stCxn id=", b'<a:stCxn id="9999" was=', "a line holds on to 9999"),
        ("ppt/slides/slide1.xml", b'sz="1', b'sz="99991', "sz=99991"),
        ("ppt/slides/slide1.xml", b"<a:ext cx=", b'<a:ext cx="-1" was=', "ext cx=-1"),
        ("ppt/slides/slide1.xml", b"<a:lstStyle/>", b"<a:bogus/>", "holds ['bogus']"),
        ("ppt/charts/chart4.xml", b"<c:axId val=", b'<c:axId val="-2068027336" was=', "axId val=-2068027336"),
        (
            "ppt/_rels/presentation.xml.rels",
            b"slides/slide1.xml",
            b"slides/slide99.xml",
            "slide99.xml, which is not there",
        ),
        (
            "[Content_Types].xml",
            b"/ppt/slides/slide1.xml",
            b"/ppt/slides/slide99.xml",
            "a type for ppt/slides/slide99.xml",
        ),
    ],
)
def test_a_broken_rule_is_found(part, old, new, said):
    with zipfile.ZipFile(io.BytesIO(written("pptx"))) as made:
        part = next((n for n in made.namelist() if n.startswith("ppt/charts/chart")), part) if "chart" in part else part

    assert any(said in each for each in broken_rules(changed(part, old, new)))
