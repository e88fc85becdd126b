"""The web page as a text; what it does in a browser is tested in tests/browser/test_export_html.py."""

import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from graph.export.html import web_page
from graph.export.html.bundle import bundle
from graph.export.html.tags import data, script, written
from tests.exhibits import (
    LINK,
    PLACES,
    SOURCE,
    all_kinds,
    chart_exhibit,
    empty_exhibit,
    matrix_exhibit,
    network_exhibit,
    portfolio_of,
    text_exhibit,
)


class Page(HTMLParser):
    """Elements with their attributes, texts, and the content of scripts."""

    def __init__(self, content):
        super().__init__()
        self.elements, self.texts, self.scripts, self.inside = [], [], [], ""
        self.feed(content)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.inside = tag
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, _):
        self.inside = ""

    def handle_data(self, text):
        if self.inside == "script":
            self.scripts[-1] += text
        elif self.inside != "style":
            self.texts.append(text)

    def all(self, tag, **wanted):
        return [a for name, a in self.elements if name == tag and all(a.get(k) == v for k, v in wanted.items())]


def page(*exhibits, **rest):
    return Page(web_page(portfolio_of(*exhibits, **rest)).decode())


def test_the_page_has_a_language_a_title_and_one_heading_of_each_rank():
    made = page(network_exhibit())

    assert made.elements[0] == ("html", {"lang": "de"})
    assert "Lenkungsgruppe" in made.texts
    assert len(made.all("h1")) == 1
    assert len(made.all("h2")) == 1


def test_nothing_is_fetched():
    made = page(*all_kinds())

    addresses = [value for _, each in made.elements for key, value in each.items() if key in ("src", "href")]

    assert {address.split(":")[0].split("#")[0] for address in addresses} <= {"data", "", "https"}
    assert [address for address in addresses if address.startswith("https")] == [LINK]
    assert made.all("link") == []
    assert "url(" not in web_page(portfolio_of(*all_kinds())).decode().split("</style>")[0]


def test_the_policy_lets_nothing_run_but_the_scripts_of_the_page():
    made = page(network_exhibit())
    policy = made.all("meta", **{"http-equiv": "Content-Security-Policy"})[0]["content"]
    kinds = [attributes.get("type") for name, attributes in made.elements if name == "script"]
    run = [text for text, kind in zip(made.scripts, kinds, strict=True) if kind is None]

    hashes = {f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in run}

    assert set(re.search(r"script-src ([^;]*);", policy)[1].split()) == hashes
    assert "default-src 'none'" in policy
    assert "form-action 'none'" in policy
    assert len(run) == 2


def test_a_page_without_a_network_is_small_and_runs_nothing():
    content = web_page(portfolio_of(chart_exhibit(), text_exhibit()))

    assert len(content) < 60_000
    assert b"<script" not in content
    assert b"script-src 'none'" in content


def test_the_network_travels_as_data_with_the_places_of_the_screen():
    made = page(network_exhibit())

    network = json.loads(made.scripts[0])["networks"][0]
    nodes = network["message"]["nodes"]

    assert {key: (x, y) for key, x, y in zip(nodes["id"], nodes["x"], nodes["y"], strict=True)} == PLACES
    assert network["focus"] == "hs"
    assert network["fields"] == [["hs", ["Photonik"]]]
    assert ["hs", [["Art", "Hochschule"]]] in network["facts"]


def test_without_scripts_the_picture_the_legend_and_the_table_can_still_be_read():
    made = page(network_exhibit())
    still = made.all("img", **{"class": "still"})[0]

    assert still["alt"] == "Netzwerk um die Hochschule Aalen"
    assert b"HS Aalen" in b64decode(still["src"].split(",")[1])
    assert "circle 2" in made.texts
    assert "Bundesministerium" in made.texts
    assert made.all("div", **{"class": "finder"})[0]["hidden"] is not None


def test_rows_lead_to_the_elements_of_the_picture():
    assert {row.get("data-id") for row in page(network_exhibit()).all("tr")} == {None, *PLACES}


def test_tables_have_header_cells():
    made = page(matrix_exhibit())

    assert {cell["scope"] for cell in made.all("th")} == {"col", "row"}


def test_several_exhibits_are_listed_first():
    made = page(network_exhibit(), chart_exhibit())

    assert [link["href"] for link in made.all("a") if link["href"].startswith("#ansicht")] == [
        "#ansicht-1",
        "#ansicht-2",
    ]


def test_an_empty_selection_gives_a_sentence_and_no_canvas():
    made = page(empty_exhibit())

    assert "Mit diesen Filtern bleibt kein Element übrig." in made.texts
    assert made.scripts == []


def test_profile_draft_source_and_licence_are_said():
    made = page(network_exhibit(), profile="ohne Beträge", watermark="Entwurf")

    for said in ("Fassung: ohne Beträge", "Entwurf", "Lizenz: CC BY 4.0", SOURCE):
        assert said in made.texts
    assert [text for text in made.texts if text.startswith("vis-network 9.")]


def test_a_link_that_is_no_web_address_is_not_a_link():
    exhibit = network_exhibit()
    other = exhibit.__class__(title="x", link="javascript:alert(1)", table=exhibit.table)

    assert [link for link in page(other).all("a") if "javascript" in link["href"]] == []


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--", "]]>", "\u2028", "&amp;"])
def test_data_can_not_end_the_script_that_holds_it(text):
    made = written(data({"name": text}))

    assert made.count("<") == 3  # the declaration of the type, and the script's own tags
    assert json.loads(Page(made).scripts[0]) == {"name": text.replace("\u2028", "\n")}


@pytest.mark.parametrize("text", ["</script>", "</SCRIPT >", "<!--"])
def test_a_script_that_would_end_itself_is_refused(text):
    with pytest.raises(ValueError, match="too early"):
        script(f"const a = '{text}';")


def test_the_scripts_become_one_without_imports_in_the_order_they_need_each_other():
    made = bundle()

    assert not re.search(r"^\s*(import|export)\b", made, re.MULTILINE)
    assert made.index("module_names = ") < made.index("module_labels = ") < made.index("module_stage = ")
    assert made.index("module_paint = ") < made.index("module_stage = ")
    assert made.count("module_stage = ") == 1
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch("):
        assert forbidden not in made
