"""What the canvas is sent, and the files it is made of."""

import asyncio
import base64
import json
import re
from pathlib import Path

import networkx as nx
import pytest
from starlette.applications import Starlette

from graph.picture import vis
from graph.picture.drawing import draw
from graph.picture.encoding import Encoding
from graph.picture.message import bits, emphasis
from graph.picture.palette import palette
from serving import canvas_files
from ui.canvas import assets
from views.language.words import LANGUAGES, words
from views.network import canvas_words

HOSTILE = "</script><img src=x onerror=alert(1)>"
SCRIPTS = [path for path in assets.files().values() if path.suffix == ".js"]


@pytest.fixture
def network():
    network = nx.Graph()
    network.add_node("hs", mode="actor", name="Hochschule Aalen", short_name="HS Aalen", type="Hochschule")
    network.add_node("mint", mode="project", name=HOSTILE, short_name=HOSTILE, kind="Projekt", status="ongoing")
    network.add_edge("hs", "mint", kind="leads", ties=("1", "2"), certainty="unconfirmed")
    return network


def drawn(network, **emphasis):
    return draw(network, {"hs": (0, 0), "mint": (90.5, 40)}, Encoding(palette=palette(["Hochschule"])), **emphasis)


# --- message ----------------------------------------------------------------------------------------------------------


def test_the_picture_is_columns_with_numbers_for_repeated_looks(network):
    picture = canvas_words.worded(drawn(network), words("de").entries)

    assert picture["nodes"] == {
        "id": ["hs", "mint"],
        "name": ["Hochschule Aalen", HOSTILE],
        "label": ["HS Aalen", None],
        "x": [0, 90.5],
        "y": [0, 40],
        "size": [24.0, 18.0],
        "look": [0, 1],
        "mode": [0, 1],
        "status": [0, 1],
        "kind": [0, 1],
    }
    assert picture["looks"] == [
        ("circle", "full", "#89C4FB", "#000000", "HS", 1),
        ("box", "full", "#C3CCD6", "#000000", "", 1),
    ]
    assert picture["lines"] == {"from": [0], "to": [1], "look": [0], "ties": [2]}
    assert picture["line_looks"] == [("leads", 3.0, "tie", 1, 0, 0)]


def test_the_picture_can_be_written_as_json(network):
    """Streamlit would send what it cannot write as a text of Python instead, without a complaint."""
    picture = canvas_words.worded(drawn(network), words("de").entries)

    assert json.loads(json.dumps(picture))["nodes"] == picture["nodes"]


def test_the_columns_of_a_drawing_are_made_once_for_all_its_clicks(network):
    drawing = drawn(network)
    one, other = (canvas_words.worded(drawing, words(language).entries) for language in ("de", "en"))

    assert one["nodes"] is other["nodes"]
    assert one["words"] != other["words"]


def test_exact_amounts_are_sent_as_text():
    network = nx.DiGraph([("land", "bau", {"kind": "funds", "amount_eur": 12345678901234567})])
    drawing = draw(network, {"land": (0, 0), "bau": (9, 9)}, Encoding())

    assert canvas_words.worded(drawing, words("de").entries)["amounts"] == {"0": "12345678901234567"}


def test_a_selection_or_a_focus_leaves_the_picture_as_it_was(network):
    plain, emphasised = drawn(network), drawn(network, selected="mint", focus="hs")

    assert canvas_words.worded(plain, words("de").entries) == canvas_words.worded(emphasised, words("de").entries)


def test_the_view_says_what_is_in_focus_and_what_is_dimmed_in_one_bit_a_node(network):
    view = emphasis(drawn(network, focus="hs", dimmed=frozenset({"mint"})))

    assert view == {"focus": "hs", "dimmed": "QA=="}
    assert base64.b64decode("QA==") == bytes([0b01000000])


@pytest.mark.parametrize(
    ("flags", "text"), [([], None), ([False], None), ([True], "gA=="), ([False] * 8 + [True], "AIA=")]
)
def test_flags_are_written_as_bits(flags, text):
    assert bits(flags) == text


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_the_scripts_ask_for_is_sent(language):
    sent = canvas_words.picture_words(words(language).entries)
    text = "\n".join(path.read_text("utf-8") for path in SCRIPTS)

    asked = {name for name in re.findall(r"words\.([a-z_]+)", text) if name != "language"}

    assert asked
    assert asked <= set(sent)
    assert {f"{key}.{form}" for key in ("neighbours", "shared") for form in ("one", "other")} <= set(sent)
    assert {"status.ongoing", "tie_role.leads"} <= set(sent)


# --- files ------------------------------------------------------------------------------------------------------------


def get(path):
    """Status, headers and body of the answer to a request for a file of the canvas."""
    scope = {"type": "http", "method": "GET", "path": path, "root_path": "", "query_string": b"", "headers": []}
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    asyncio.run(Starlette(routes=canvas_files.routes())(scope, receive, send))
    names = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], names, b"".join(message.get("body", b"") for message in sent[1:])


def test_files_are_kept_by_the_browser_for_a_year_because_their_address_names_their_content():
    status, headers, _ = get(assets.script_address())

    assert status == 200
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["content-type"] == "text/javascript; charset=utf-8"
    assert re.fullmatch(r"/assets/canvas-[0-9a-f]{12}/canvas\.js", assets.script_address())


def test_all_modules_and_the_style_are_served():
    folder = assets.script_address().rpartition("/")[0]

    for path in assets.files().values():
        assert get(f"{folder}/{path.name}")[2] == path.read_bytes()


@pytest.mark.parametrize("name", ["missing.js", "../assets.py", "..%2fassets.py", "__init__.py", ""])
def test_nothing_else_is_served(name):
    folder = assets.script_address().rpartition("/")[0]

    assert get(f"{folder}/{name}")[0] == 404


def test_the_addresses_are_below_the_base_path(monkeypatch):
    monkeypatch.setattr("streamlit.get_option", {"server.baseUrlPath": "/netz/"}.get)

    assert assets.script_address().startswith("/netz/assets/canvas-")
    assert assets.library_address().startswith("/netz/assets/vis-network-")


def test_the_library_is_the_one_of_the_pyvis_wheel():
    assert assets.library_address() == f"/assets/vis-network-{vis.library_version()}.js"
    assert get(assets.library_address())[2] == vis.library().read_bytes()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_make_no_markup_and_no_code_from_text(path):
    text = path.read_text("utf-8")

    for forbidden in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "http",
    ):
        assert forbidden not in text.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_short_enough_to_read(path):
    assert len(path.read_text("utf-8").splitlines()) <= 300


def test_what_travels_with_every_message_is_small():
    """Streamlit sends the inline script of a component again with every change of its data."""
    assert len((Path(assets.__file__).parent / "loader.js").read_bytes()) < 600


def test_types_and_kinds_are_read_out_in_the_language_of_the_page():
    sent = canvas_words.picture_words(words("en").entries)

    assert (sent["recorded.Kommune"], sent["recorded.Hochschule"]) == ("Municipality", "University")
    # the only place where the browser takes them from the message: tooltip, voice and search have them from there
    script = next(path for path in SCRIPTS if path.name == "picture.js").read_text("utf-8")
    assert script.count("data.kinds") == 1
    assert "kind: data.words?.[`recorded.${kind}`] ?? kind" in script
