"""What the documents name exists: files, tests, scripts, decisions in order."""

import re
from pathlib import Path

import pytest

from graph.intake.registry import RECIPES
from graph.schema import TABLES
from graph.vocabulary import VOCABULARIES

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "data").glob("*.md")], key=lambda file: file.name
)
PATHS_IN_CODE = re.compile(
    r"`((?:ui|serving|views|store|commands|graph|tests|script|docs|data|benchmarks|\.streamlit|\.ci)/[\w./-]*|\w+\.(?:toml|txt|lock))`"
)
PAGE_OF_A_REGISTER = [
    "Where to get it",
    "What it holds",
    "What it does not hold",
    "How it is recognised",
    "Steps",
    "What the report says",
]
LINKS = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)")


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_link_leads_to_a_file(document):
    assert [link for link in LINKS.findall(document.read_text("utf-8")) if not (document.parent / link).exists()] == []


# a decision is history: it may name what was decided against
@pytest.mark.parametrize("document", [file for file in DOCUMENTS if "decisions" not in file.parts], ids=name)
def test_every_file_that_is_named_exists(document):
    named = PATHS_IN_CODE.findall(document.read_text("utf-8"))

    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_data_format_explains_every_column_header_and_word():
    text = (ROOT / "docs" / "data-format.md").read_text("utf-8")
    columns = [column for table in TABLES.values() for column in table.columns]
    words = {word for vocabulary in VOCABULARIES.values() for word in vocabulary}

    assert [table for table in TABLES if f"### {table}.csv" not in text] == []
    assert [column.name for column in columns if f"| `{column.name}`" not in text] == []
    assert [header for column in columns for header in column.headers if header not in text] == []
    assert [word for word in words if word not in text] == []


def test_decisions_are_numbered_without_a_gap_and_say_so_in_their_heading():
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    headings = [file.read_text("utf-8").splitlines()[0] for file in decisions]

    assert [file.name[:4] for file in decisions] == [f"{number:04}" for number in range(1, len(decisions) + 1)]
    assert [heading.split(".")[0] for heading in headings] == [f"# {n}" for n in range(1, len(decisions) + 1)]


def test_the_readme_states_both_commands_and_the_plain_way():
    readme = (ROOT / "README.md").read_text("utf-8")

    assert all(
        command in readme
        for command in ("script/server", "script/test", "pip install -r requirements.txt", "streamlit run app.py")
    )
    assert all((ROOT / command).stat().st_mode & 0o111 for command in ("script/server", "script/test", ".ci/run"))


def test_every_setting_from_the_environment_is_in_the_table_of_settings():
    sources = [
        file for top in ("commands", "serving", "ui", "views", "store", "graph") for file in (ROOT / top).rglob("*.py")
    ]
    read = {name for file in sources for name in re.findall(r'"(AKTEURSNETZ_[A-Z_]+)"', file.read_text("utf-8"))}

    table = (ROOT / "docs" / "operation.md").read_text("utf-8")
    assert len(read) >= 5
    assert [name for name in sorted(read) if f"| `{name}` |" not in table] == []


def test_every_recipe_has_a_page_on_where_its_files_come_from_and_what_they_hold():
    pages = [file.read_text("utf-8") for file in sorted((ROOT / "docs" / "importing").glob("*.md"))]
    listed = (ROOT / "docs" / "importing.md").read_text("utf-8")

    assert [recipe.name for recipe in RECIPES if not any(f"`{recipe.name}`" in page for page in pages)] == []
    for page in pages:
        assert re.findall(r"^## (.*)$", page, re.MULTILINE) == PAGE_OF_A_REGISTER
    names = [file.name for file in (ROOT / "docs" / "importing").glob("*.md")]
    assert [each for each in names if f"(importing/{each})" not in listed] == []
