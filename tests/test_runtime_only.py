"""The app needs nothing but requirements.lock: what only the tests or a developer's machine has is out of its reach."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Run in a process of its own: hides every installed package that the lock file does not name, then does the work.
GUARD = r"""
import importlib.abc, importlib.metadata, re, sys
from pathlib import Path

locked = {re.sub(r"[-_.]+", "-", n) for n in re.findall(r"^([\w.-]+)==", Path("requirements.lock").read_text(), re.M)}
owners = {
    module: {re.sub(r"[-_.]+", "-", name.lower()) for name in names}
    for module, names in importlib.metadata.packages_distributions().items()
}
hidden = {module for module, names in owners.items() if not names & locked} - {"pip", "setuptools", "pkg_resources"}

class Guard(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in hidden:
            raise ModuleNotFoundError(f"{name} is not in requirements.lock", name=name)

sys.meta_path.insert(0, Guard())
"""

EVERY_MODULE = r"""
import importlib
for top in ("graph", "store", "views", "ui", "serving", "commands"):
    for file in sorted(Path(top).rglob("*.py")):
        if file.name not in ("__main__.py", "main.py", "env.py") and "page/" not in file.as_posix():
            importlib.import_module(".".join(file.with_suffix("").parts).removesuffix(".__init__"))
"""

EVERY_PAGE = r"""
from streamlit.testing.v1 import AppTest
from ui.page import PAGES

for entry in PAGES:
    # what is slow is measured elsewhere: the limit is for a page that hangs, not for a machine that is busy
    app = AppTest.from_file(Path("ui/main.py").resolve(), default_timeout=600)
    app.session_state["goto"] = entry.name
    app.run()
    assert app.session_state["page"] == entry.name
    assert not app.exception, (entry.name, app.exception[0].message)
    assert app.title, entry.name
"""


def run(*parts: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "".join((GUARD, *parts))], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_what_is_not_locked_is_out_of_reach():
    assert "pytest is not in requirements.lock" in run("import pytest").stderr


@pytest.mark.parametrize("work", [EVERY_MODULE, EVERY_PAGE], ids=["every module", "every page"])
def test_the_app_runs_with_the_locked_packages_alone(work):
    done = run(work)

    assert done.returncode == 0, done.stderr[-2000:]


def test_every_package_of_the_app_states_its_floor_and_its_reason():
    lines = [line for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines() if not line.startswith("#")]

    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+>=\d[\d.]* +# \w.{9,}", line)] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-login.lock", "requirements-dev.lock"])
def test_a_lock_file_has_hashes_and_names_no_server(lock):
    text = (ROOT / lock).read_text("utf-8")

    assert "--hash=sha256:" in text
    assert "://" not in text
