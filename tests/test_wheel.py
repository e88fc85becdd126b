"""The program as it is installed: built, put into an empty environment, and run from elsewhere."""

import http.client
import os
import re
import subprocess
import sys
import sysconfig
import time
import tomllib
import zipfile
from pathlib import Path

import pytest

import graph
from tests.ports import free_port

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return next(folder.glob("akteursnetz-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the programs of an environment that holds the wheel, and the libraries of this one beside it."""
    environment = tmp_path_factory.mktemp("environment")
    subprocess.run((sys.executable, "-m", "venv", "--without-pip", str(environment)), check=True, timeout=120)
    python = environment / "bin" / "python"
    install = (sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel))
    subprocess.run(install, check=True, capture_output=True, timeout=120)
    own = next((environment / "lib").glob("python*/site-packages"))
    (own / "libraries.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", "utf-8")
    return environment / "bin"


def test_the_version_stands_in_one_place_and_on_the_wheel(wheel: Path):
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert wheel.name == f"akteursnetz-{graph.__version__}-py3-none-any.whl"


def test_everything_that_is_read_at_run_time_is_in_the_wheel(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    floors = ("graph", "store", "views", "ui", "serving", "commands")
    files = [file for floor in floors for file in (ROOT / floor).rglob("*") if file.is_file()]
    needed = {file.relative_to(ROOT).as_posix() for file in files if "__pycache__" not in file.parts}
    needed |= {f"{floor}/py.typed" for floor in floors}
    needed |= {f"akteursnetz/{file.relative_to(ROOT).as_posix()}" for file in (ROOT / "data").rglob("*.csv")}

    assert needed | {"akteursnetz/app.py", "akteursnetz/.streamlit/config.toml"} <= held
    assert {name for name in held if name.startswith(("tests", "benchmarks", "data/", "app.py"))} == set()


def test_what_is_needed_is_named_alike_for_pip_and_for_the_lock_files():
    extras = PROJECT["project"]["optional-dependencies"]
    named = {"requirements.txt": PROJECT["project"]["dependencies"]}
    named |= {f"requirements-{name}.txt": needed for name, needed in extras.items()}

    for file, needed in named.items():
        lines = [re.split(r"\s+#|^#|^-", line)[0].strip() for line in (ROOT / file).read_text("utf-8").splitlines()]
        assert needed == [line for line in lines if line], file


def ran(installed: Path, folder: Path, *asked: object) -> subprocess.CompletedProcess[str]:
    """Run the installed command from a folder that has nothing to do with the project."""
    asked = (installed / "akteursnetz", *asked)
    return subprocess.run(asked, cwd=folder, check=False, capture_output=True, encoding="utf-8", timeout=120)


def test_the_installed_command_checks_data(installed: Path, tmp_path: Path):
    run = ran(installed, tmp_path, "check", ROOT / "data")

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("Verwendbar: Akteure 151")


def test_the_installed_command_writes_a_view(installed: Path, tmp_path: Path):
    run = ran(installed, tmp_path, "export", ROOT / "data", "--view", "foerderung?reiter=klippe", "--to", "klippe.csv")

    assert (run.returncode, run.stderr) == (0, "")
    assert (tmp_path / "klippe.csv").read_text("utf-8-sig").startswith("Ende;Projekt;Beteiligte;Betrag")


def test_the_installed_command_serves_the_shipped_data_with_the_settings_of_the_project(
    installed: Path, tmp_path: Path
):
    port = free_port()
    environment = {key: value for key, value in os.environ.items() if not key.startswith("AKTEURSNETZ_DATA")}
    with subprocess.Popen(
        (installed / "akteursnetz", "serve", "--port", str(port)),
        cwd=tmp_path,
        env=environment | {"HOME": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as server:
        try:
            assert health(port) == 200
        finally:
            os.killpg(server.pid, 15)


def health(port: int) -> int:
    """Status of the health check; asks again until the server listens."""
    for _ in range(600):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status
        except ConnectionRefusedError:
            time.sleep(0.1)
        finally:
            connection.close()
    pytest.fail("the server does not listen")


def test_the_container_holds_every_floor_the_wheel_holds():
    packed = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    copied = (ROOT / "deploy" / "Containerfile").read_text("utf-8")
    let_in = (ROOT / ".dockerignore").read_text("utf-8").splitlines()

    assert [floor for floor in packed if f"COPY {floor} {floor}" not in copied or f"!{floor}" not in let_in] == []
