"""The house has floors: imports go down only, and each kind of work has its one place.

app.py, commands/, serving/  >  ui/  >  glass floor  >  views/  >  store/  >  graph/
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ENTRIES = [ROOT / "app.py", ROOT / "graph" / "__main__.py"]  # scripts that are run, and look down from above all floors
GRAPH = sorted({*(ROOT / "graph").rglob("*.py")} - {*ENTRIES})
STORE = sorted((ROOT / "store").rglob("*.py"))
VIEWS = sorted((ROOT / "views").rglob("*.py"))
UI = sorted((ROOT / "ui").rglob("*.py"))
COMMANDS = sorted((ROOT / "commands").rglob("*.py"))
SERVING = sorted((ROOT / "serving").rglob("*.py"))
PAGES = sorted((ROOT / "ui" / "page").glob("*.py"))
ALL = [*ENTRIES, *GRAPH, *STORE, *VIEWS, *UI, *COMMANDS, *SERVING]

# where the app may keep what a visitor chose
# canvas and charts: what was clicked in them only
KEEP_STATE = {
    "ui/uploading.py",
    "ui/query.py",
    "ui/controls.py",
    "ui/widget_keys.py",
    "ui/portfolio/collection.py",
    "ui/editing/drafts.py",
    "ui/canvas/__init__.py",
    "ui/charts.py",
}
KEEP_CACHES = {"ui/kept.py"}
DRAW_WITH_PYVIS = {"graph/picture/offline.py"}


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


@cache
def imported_modules(file: Path) -> set[str]:
    """Modules a file imports, at its top or inside a function; ``from a import b`` counts as ``a`` and ``a.b``.

    A text that is the name of a module counts too: it is there to be imported when it is needed.
    """
    modules = {text for text in literals(file) if is_module(text)}
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(file)}:{node.lineno} imports by a relative path"
            modules |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return modules


@cache
def is_module(text: str) -> bool:
    """Whether a text is the full name of a module of ours, such as ``store.intake``."""
    if not re.fullmatch(r"(commands|serving|ui|views|store|graph)(\.\w+)+", text):
        return False
    place = ROOT / text.replace(".", "/")
    return place.is_dir() or place.with_suffix(".py").is_file()


def imports(file: Path, package: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for module in imported_modules(file))


def importers(files: list[Path], package: str) -> set[str]:
    return {name(file) for file in files if imports(file, package)}


def uses(file: Path, attribute: str) -> Iterator[int]:
    """Lines on which an attribute such as ``session_state`` is read."""
    return (node.lineno for node in ast.walk(tree(file)) if isinstance(node, ast.Attribute) and node.attr == attribute)


def users(files: list[Path], attribute: str) -> set[str]:
    return {name(file) for file in files if any(uses(file, attribute))}


@pytest.mark.parametrize("upper", ["streamlit", "starlette", "ui", "commands", "serving", "app", "tests", "benchmarks"])
def test_nothing_below_the_glass_floor_looks_up(upper):
    assert importers([*GRAPH, *STORE, *VIEWS], upper) == set()


def test_what_keeps_and_what_knows_say_nothing():
    assert importers([*GRAPH, *STORE], "views") == set()


@pytest.mark.parametrize("upper", ["store", "sqlalchemy", "alembic", "psycopg", "sqlite3"])
def test_the_domain_does_not_know_where_data_are_kept(upper):
    assert importers(GRAPH, upper) == set()
    assert upper == "store" or importers([*VIEWS, *UI], upper) == set()


@pytest.mark.parametrize("upper", ["app", "commands", "serving", "tests", "benchmarks"])
def test_the_app_does_not_need_what_stands_beside_it(upper):
    assert importers(UI, upper) == set()


def test_the_screen_is_at_most_eleven_thousand_lines():
    """Whatever makes a sentence, a table or a number belongs to a lower floor; scripts and styles count too."""
    shown = [file for file in (ROOT / "ui").rglob("*") if file.suffix in {".py", ".js", ".css"}]

    assert sum(len(file.read_text("utf-8").splitlines()) for file in shown) <= 11_000


def test_a_name_in_a_text_counts_as_an_import(tmp_path):
    hidden = tmp_path / "hidden.py"
    hidden.write_text('from importlib import import_module\nimport_module("store.intake")\n', "utf-8")

    assert imports(hidden, "store")


def test_only_the_entry_knows_the_pages():
    above_pages = [file for file in UI if file not in PAGES and name(file) != "ui/main.py"]

    assert importers(above_pages, "ui.page") == set()


def test_pyvis_is_met_only_where_a_drawing_becomes_a_document():
    assert importers(ALL, "pyvis") <= DRAW_WITH_PYVIS


def test_caches_live_in_one_file():
    cached = users(ALL, "cache_data") | users(ALL, "cache_resource")

    assert cached <= KEEP_CACHES


def test_what_visitors_share_is_handed_out_in_one_place():
    """There each is given a lazy copy; see `test_state.py`."""
    assert users(ALL, "cache_resource") == KEEP_CACHES


def test_state_of_a_visitor_lives_where_questions_and_controls_are():
    assert users(ALL, "session_state") <= KEEP_STATE


def test_the_address_is_written_by_one_file():
    writers = {name(file) for file in UI if "query_params." in file.read_text("utf-8")} - {"ui/error_panel.py"}

    assert writers <= {"ui/query.py"}


@pytest.mark.parametrize("file", PAGES, ids=name)
def test_a_page_asks_gets_and_shows(file):
    assert not imports(file, "networkx")
    assert not imports(file, "pandas")
    assert len(file.read_text("utf-8").splitlines()) <= 60
    assert not any("</" in text for text in literals(file)), "a page writes no HTML"


def literals(file: Path) -> list[str]:
    return [
        node.value for node in ast.walk(tree(file)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


@pytest.mark.parametrize("word", ["unsafe_allow_html", "unsafe_allow_javascript"])
def test_no_text_is_ever_trusted_as_html(word):
    keywords = {
        name(file)
        for file in ALL
        for node in ast.walk(tree(file))
        if isinstance(node, ast.keyword) and node.arg == word
    }

    assert keywords == set()


@pytest.mark.parametrize("call", ["read_pickle", "to_pickle", "eval", "exec"])
def test_nothing_from_outside_is_ever_run(call):
    callers = {
        f"{name(file)}:{node.lineno}"
        for file in ALL
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and call in (getattr(node.func, "id", ""), getattr(node.func, "attr", ""))
    }

    assert callers == set()


@pytest.mark.parametrize("module", ["pickle", "shelve", "marshal", "urllib.request", "requests", "http.client"])
def test_nothing_is_unpickled_and_nothing_is_fetched(module):
    assert importers(ALL, module) == set()


@pytest.mark.parametrize("file", ALL, ids=name)
def test_a_file_fits_in_the_head(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300


def test_a_public_function_of_more_than_two_parameters_explains_each():
    """Below the screen, where functions are called by others; a docstring lists all of them or is not there."""
    assert [
        f"{name(file)} {called}: {lacking}"
        for file in (*GRAPH, *STORE, *VIEWS)
        for called, lacking in unexplained(file)
    ] == []


def unexplained(file: Path) -> Iterator[tuple[str, list[str]]]:
    body = tree(file).body
    classes = [node for node in body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    for node in (*body, *(inner for each in classes for inner in each.body)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            given = node.args
            asked = [one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
            asked += [one.arg for one in (given.vararg, given.kwarg) if one]
            asked = [one for one in asked if one not in {"self", "cls"}]
            lacking = [one for one in asked if one not in explained(ast.get_docstring(node) or "")]
            if len(asked) > 2 and ast.get_docstring(node) and lacking:
                yield node.name, lacking


def explained(docstring: str) -> set[str]:
    """Names in the section on parameters of a docstring in the form of NumPy."""
    section = re.search(r"^Parameters\n-+\n(.*?)(?=\n\n\w[\w ]*\n-+\n|\Z)", docstring, re.DOTALL | re.MULTILINE)
    heads = [line for line in section[1].splitlines() if line and not line.startswith(" ")] if section else []
    return {each.strip().lstrip("*") for line in heads for each in line.split(":")[0].split(",")}


def test_no_file_knows_a_module_or_name_by_two_names():
    twice = {}
    for file in ALL:
        given: dict[tuple[str | None, str], set[str]] = {}
        for node in tree(file).body:
            for one in node.names if isinstance(node, ast.ImportFrom) else ():
                given.setdefault((node.module, one.name), set()).add(one.asname or one.name)
        twice |= {(name(file), *what): names for what, names in given.items() if len(names) > 1}

    assert twice == {}


def test_the_name_of_a_class_means_one_thing():
    defined: dict[str, list[str]] = {}
    for file in ALL:
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.ClassDef):
                defined.setdefault(node.name, []).append(f"{name(file)}:{node.lineno}")

    assert {label: places for label, places in defined.items() if len(places) > 1} == {}


def test_no_file_is_called_after_nothing():
    vague = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}

    assert {name(file) for file in ALL if file.stem in vague} == set()


def test_no_two_modules_need_each_other():
    modules = {name(file).removesuffix(".py").removesuffix("/__init__").replace("/", "."): file for file in ALL}
    needs = {module: imported_modules(file) & set(modules) - {module} for module, file in modules.items()}
    # `from graph import build` names the package too, which says nothing about what is needed from it
    needs = {
        module: {n for n in needed if n not in {"graph", "store", "views", "ui"}} for module, needed in needs.items()
    }

    assert circle(needs) == []


def circle(needs: dict[str, set[str]]) -> list[str]:
    """One circle of modules that import each other, empty when there is none."""
    done: set[str] = set()

    def walk(module: str, path: list[str]) -> list[str]:
        if module in path:
            return [*path[path.index(module) :], module]
        if module in done:
            return []
        found = next((c for needed in sorted(needs[module]) if (c := walk(needed, [*path, module]))), [])
        done.add(module)
        return found

    return next((found for module in sorted(needs) if (found := walk(module, []))), [])
