"""How the code is laid out, now and at a commit: where a topic stands, floors, pass-throughs, hops, seconds of a table.

python -m benchmarks house [--before COMMIT] [--runs 5] [--without-time]

Figures are counted in the files of each state, which is checked out beside for as long as it takes. Only the last line
is a time: processor seconds of ``export ... .csv`` from a shell, the least of some runs that take turns. Tests,
documents and benchmarks are no part of the code counted here.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
BEFORE = "a11a327"  # measured when the floors were drawn
FLOORS = ("graph", "store", "views", "ui", "serving", "commands")
TOPIC = re.compile(r"cliff|klippe", re.IGNORECASE)
VIEW = "foerderung?reiter=klippe"
# counts how often an address is taken apart on the way from a link to slides; the link itself is one
HOPS = """
import sys, runpy
count = 0
def watch(frame, event, argument):
    global count
    code = frame.f_code
    if event == "call" and code.co_name == "decode":
        count += code.co_filename.endswith(("ui/query.py", "address/codec.py"))
sys.setprofile(watch)
try:
    runpy.run_module("graph", run_name="__main__", alter_sys=True)
except SystemExit:
    pass
finally:
    sys.setprofile(None)
    print(count)
"""


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks house")
    parser.add_argument("--before", metavar="COMMIT", default=BEFORE)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--without-time", action="store_true", help="count only")
    options = parser.parse_args(arguments)
    with checked_out(options.before) as earlier:
        states = (earlier, ROOT)
        rows = {name: tuple(measure(root) for root in states) for name, measure in COUNTED.items()}
        if not options.without_time:
            rows["addresses taken apart from a link to slides, itself one"] = tuple(str(hops(root)) for root in states)
            rows["seconds of processor, export of a CSV"] = tuple(
                f"{least:.2f}" for least in seconds(states, options.runs)
            )
    print(f"{'':58}{options.before[:10]:>14}{'now':>14}")
    for name, (before, now) in rows.items():
        print(f"{name:58}{before:>14}{now:>14}")


@contextmanager
def checked_out(commit: str) -> Iterator[Path]:
    """Check a commit out beside for as long as it takes."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "earlier"
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(folder), commit], cwd=ROOT, check=True)
        try:
            yield folder
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(folder)], cwd=ROOT, check=True)


def files_of(root: Path, *suffixes: str) -> list[Path]:
    """Files of the code, without what is compiled."""
    found = [file for floor in FLOORS for file in (root / floor).rglob("*") if file.suffix in suffixes]
    return sorted(file for file in found if "__pycache__" not in file.parts)


def touched(root: Path) -> list[Path]:
    """Files that speak of the funding cliff, by its English or German name."""
    return [file for file in files_of(root, ".py", ".js", ".json") if TOPIC.search(file.read_text("utf-8"))]


def places(root: Path) -> str:
    files = touched(root)
    return f"{len(files)} in {len({file.parent for file in files})}"


def own_places(root: Path) -> str:
    """Files that hold a function or text of the cliff's own, not only its name in a registry or a link."""
    files = [file for file in touched(root) if defines(file)]
    return f"{len(files)} in {len({file.parent for file in files})}"


def defines(file: Path) -> bool:
    """Whether a file defines something called after the topic, is called after it, or holds its words."""
    if TOPIC.search(file.stem):
        return True
    if file.suffix == ".json":
        return any(
            TOPIC.search(key) and isinstance(value, dict) for key, value in entries(json.loads(file.read_text()))
        )
    if file.suffix != ".py":
        return False
    made = (ast.FunctionDef, ast.ClassDef)
    return any(
        isinstance(node, made) and TOPIC.search(node.name) for node in ast.walk(ast.parse(file.read_text("utf-8")))
    )


def entries(words: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for key, value in words.items():
        yield key, value
        if isinstance(value, dict):
            yield from entries(value)


def lines_of(floor: str) -> Callable[[Path], str]:
    def lines(root: Path) -> str:
        files = [file for file in files_of(root, ".py", ".js", ".css") if file.relative_to(root).parts[0] == floor]
        return f"{sum(len(file.read_text('utf-8').splitlines()) for file in files):,}" if files else "-"

    return lines


def used_once(root: Path) -> str:
    """Modules that exactly one other module imports."""
    files = files_of(root, ".py")
    modules = {".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): file for file in files}
    users: Counter[str] = Counter()
    for name, file in modules.items():
        users.update(imported(file) & set(modules) - {name})
    return f"{sum(count == 1 for count in users.values())} of {len(modules)}"


def imported(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def complex_functions(root: Path) -> str:
    """Functions whose cyclomatic complexity is over ten."""
    asked = (
        "check",
        "--isolated",
        "--select",
        "C901",
        "--config",
        "lint.mccabe.max-complexity=10",
        "--output-format",
        "json",
    )
    folders = [floor for floor in FLOORS if (root / floor).is_dir()]
    command = (sys.executable, "-m", "ruff", *asked, "--exit-zero", *folders)
    return str(len(json.loads(subprocess.run(command, cwd=root, check=True, capture_output=True).stdout)))


def needs_streamlit(root: Path) -> str:
    """Modules that cannot be loaded without Streamlit, because they or what they import need it."""
    files = files_of(root, ".py")
    modules = {".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): file for file in files}
    needs = {name: imported(file) for name, file in modules.items()}
    tied = {name for name, wanted in needs.items() if any(one.split(".")[0] == "streamlit" for one in wanted)}
    while more := {name for name, wanted in needs.items() if name not in tied and wanted & tied}:
        tied |= more
    return f"{len(tied)} of {len(modules)}"


COUNTED: Mapping[str, Callable[[Path], str]] = {
    "files and folders that name the funding cliff": places,
    "files and folders with code or words of its own": own_places,
    **{f"lines of {floor}/": lines_of(floor) for floor in FLOORS},
    "modules used by exactly one other": used_once,
    "modules that need Streamlit": needs_streamlit,
    "functions over complexity 10": complex_functions,
}


def command(root: Path, to: str, *before: str) -> list[str]:
    return [sys.executable, *before, "export", str(root / "data"), "--view", VIEW, "--to", to]


def hops(root: Path) -> int:
    with tempfile.TemporaryDirectory() as scratch:
        asked = command(root, f"{scratch}/x.pptx", "-W", "ignore", "-c", HOPS)
        done = subprocess.run(asked, cwd=root, env=environment(root), check=True, capture_output=True, encoding="utf-8")
    return int(done.stdout.splitlines()[-1])


def seconds(states: tuple[Path, ...], runs: int) -> list[float]:
    """Least processor seconds of each state; they take turns, and the first turn, which compiles, does not count."""
    spent: list[list[float]] = [[] for _ in states]
    with tempfile.TemporaryDirectory() as scratch:
        for turn in range(runs + 1):
            for place, root in enumerate(states):
                before = os.times()
                asked = command(root, f"{scratch}/x.csv", "-m", "graph")
                subprocess.run(asked, cwd=root, env=environment(root), check=True, capture_output=True)
                after = os.times()
                taken = after.children_user - before.children_user + after.children_system - before.children_system
                if turn:
                    spent[place].append(taken)
    return [min(each) for each in spent]


def environment(root: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(root)}


if __name__ == "__main__":
    main(sys.argv[1:])
