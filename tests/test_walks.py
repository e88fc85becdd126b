"""The walks and recipes of the guide for contributors are true: done in a copy of the code, in files they name."""

import json
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.additions import ADDITIONS
from views.language.words import LANGUAGES

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PACKAGES = ("graph", "store", "views", "ui", "commands")
FILES_OF_A_WALK = 3
# asks the copy, from its own folder, what it says of each addition
SCRIPT = """
import json

import graph
from graph.export import export
from graph.measures import measure_table
from graph.projection import cooperation
from ui.page import PAGES
from views.address.parameters import PARAMETERS
from views.changes.words import column
from views.data.tables import columns
from views.editing.draft import EntryDraft, columns_of
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.portfolio import portfolio
from views.exhibit.words import format_names
from views.language.words import words
from views.roles.words import measure_names

ACTORS = b"id,name,location,Registernummer\\na,Anton,Aalen,HRB 123\\nb,Berta,Aalen,\\nc,Clara,Ulm,\\n"
PROJECTS = b"id,name,lead,partners\\np,Licht,a,b;c\\n"
dataset = graph.load({"actors.csv": ACTORS, "projects.csv": PROJECTS}).dataset
profile, heads = (exhibit_of(view_of(dataset, link)) for link in ("steckbrief?id=a", "rollen?reiter=koepfe"))
asked = view_of(dataset, "orte?abwann=2")
places = exhibit_of(asked)
made = export("txt", portfolio(asked, [places]))
print(json.dumps({
    "profile": "HRB 123" in repr(profile),
    "form": "register_number" in columns_of(EntryDraft("actors", "a"), ()),
    "history": [column(words(language), "register_number") for language in ("de", "en")],
    "help": "register_number" in [row[0] for row in columns(words("de"), "actors").rows],
    "measure": [*measure_table(cooperation(dataset), ["degree_squared"])["degree_squared"]],
    "menu": [measure_names(view_of(dataset, f"rollen?lang={language}"))["degree_squared"] for language in ("de", "en")],
    "asked": view_of(dataset, "rollen?mass=degree_squared").query.mass,
    "tab": heads.title,
    "topic": [places.sentence, [[cell.text for cell in row] for row in places.table.rows]],
    "parameter": PARAMETERS["abwann"].topic,
    "page": "orte" in [page.name for page in PAGES],
    "format": [format_names(words("en"))["txt"], made.name.rpartition(".")[2], made.content.decode()],
}))
"""


def recipe(title: str) -> str:
    """Paragraph of the guide that begins with a title in bold."""
    return re.search(rf"\*\*{re.escape(title)}\*\*(.*?)(?=\n\n\*\*|\Z)", GUIDE, re.DOTALL)[1]


def walk(question: str) -> str:
    return re.search(rf"- \*\*{re.escape(question)}\*\*(.*?)(?=\n- \*\*|\n\n)", GUIDE, re.DOTALL)[1]


def named(text: str) -> list[str]:
    """Files that a text names, as patterns."""
    return [re.sub(r"<\w+>", "*", path) for path in re.findall(r"`([\w*<>./-]+(?:\.(?:py|json)|/))`", text)]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy of the code with everything added."""
    root = tmp_path_factory.mktemp("copy")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, root / package)
    for add in ADDITIONS.values():
        add(root)
    return root


@pytest.fixture(scope="module")
def said(copy: Path) -> dict[str, object]:
    asked = (sys.executable, "-W", "ignore", "-c", SCRIPT)
    done = subprocess.run(asked, cwd=copy, check=True, capture_output=True, encoding="utf-8")
    return json.loads(done.stdout)


@pytest.mark.parametrize("title", ADDITIONS)
def test_a_recipe_names_every_file_that_has_to_be_touched(title: str, tmp_path: Path):
    for package in PACKAGES:
        shutil.copytree(
            ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "*.npz", "data")
        )
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    ADDITIONS[title](tmp_path)
    files = (file for file in tmp_path.rglob("*") if file.is_file() and before.get(file) != file.read_bytes())
    touched = [file.relative_to(tmp_path).as_posix() for file in files]
    patterns = [pattern + "*" if pattern.endswith("/") else pattern for pattern in named(recipe(title))]

    assert touched
    assert [file for file in touched if not any(fnmatch(file, pattern) for pattern in patterns)] == []


@pytest.mark.parametrize("question", ["Where is the sentence of the funding cliff?", "Add a measure.", "Add a column."])
def test_a_walk_opens_at_most_three_files_which_are_there(question: str):
    opened = named(walk(question))

    assert 0 < len(opened) <= FILES_OF_A_WALK
    assert [path for path in opened if not (ROOT / path).is_file()] == []


def test_the_sentence_of_the_funding_cliff_and_its_words_are_where_the_guide_says():
    code, *texts = named(walk("Where is the sentence of the funding cliff?"))
    function = re.search(r"def cliff_sentence\(.*?\n(?=\n\ndef )", (ROOT / code).read_text("utf-8"), re.DOTALL)[0]
    keys = set(re.findall(r'"money\.cliff\.(\w+)"', function))

    assert keys
    assert len(texts) == len(LANGUAGES)
    assert [keys - json.loads((ROOT / text).read_text("utf-8"))["cliff"].keys() for text in texts] == [set(), set()]


def test_a_column_is_in_profile_form_history_and_help(said):
    assert (said["profile"], said["form"], said["help"]) == (True, True, True)
    assert said["history"] == ["Registernummer", "Register number"]


def test_a_measure_is_computed_offered_and_asked_for_by_links(said):
    assert said["measure"] == [4.0, 4.0, 4.0]
    assert said["menu"] == ["Partner im Quadrat", "Partners squared"]
    assert said["asked"] == "degree_squared"


def test_an_exhibit_leaves_with_its_tab(said):
    assert said["tab"] == "3 Akteure"


def test_a_topic_answers_its_page(said):
    assert said["topic"] == ["Orte: 1.", [["Aalen", "2"]]]
    assert (said["parameter"], said["page"]) == ("places", True)


def test_a_format_writes_what_is_shown(said):
    assert said["format"] == ["Text (TXT)", "txt", "Orte\nOrte: Orte: 1."]
