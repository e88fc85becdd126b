"""The app as several machines run it: PostgreSQL, processes of the app, and nginx with the project's own settings.

Everything listens on this machine only, in a folder that is thrown away. Used by the load benchmark and by
``tests/long/test_machines.py``; nothing of it needs containers.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

import psutil

from store import Editor, Role, open_store
from tests.ports import free_port
from tests.postgres import Server, running_server

REPOSITORY = Path(__file__).parent.parent
TEMPLATE = REPOSITORY / "deploy" / "nginx" / "akteursnetz.conf.template"
_START_SECONDS = 90

# what Debian's /etc/nginx/nginx.conf says around the site, for a folder of our own
_FRAME = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log warn;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    default_type application/octet-stream;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


class NginxMissingError(RuntimeError):
    """Raised when there is no nginx and none can be installed."""


@dataclass
class Process:
    """One process of the app."""

    port: int
    folder: Path
    environment: dict[str, str]
    running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        log = (self.folder / f"app-{self.port}.log").open("ab")
        command = (
            sys.executable,
            "-m",
            "streamlit",
            "run",
            str(REPOSITORY / "app.py"),
            "--server.port",
            str(self.port),
        )
        environment = os.environ | {"HOME": str(self.folder)} | self.environment
        self.running = subprocess.Popen(command, cwd=REPOSITORY, env=environment, stdout=log, stderr=log)
        log.close()
        wait_for(f"http://127.0.0.1:{self.port}/health", self.running)

    def kill(self) -> None:
        """End it without a chance to tidy up."""
        if self.running:
            self.running.send_signal(signal.SIGKILL)
            self.running.wait(timeout=20)

    @property
    def memory_mb(self) -> float:
        """Resident memory."""
        status = Path(f"/proc/{self.running.pid}/status").read_text()
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))

    @property
    def cpu_seconds(self) -> float:
        """Time on the processors since it started."""
        times = psutil.Process(self.running.pid).cpu_times() if self.running else None
        return times.user + times.system if times else 0.0

    @property
    def connections(self) -> int:
        """Open connections to it: websockets of visitors, through the proxy."""
        if self.running is None:
            return 0
        held = psutil.Process(self.running.pid).net_connections("tcp")
        return sum(one.laddr.port == self.port and one.status == psutil.CONN_ESTABLISHED for one in held)

    @property
    def log(self) -> str:
        """What it said."""
        return (self.folder / f"app-{self.port}.log").read_text(errors="replace")


@dataclass
class Machines:
    """The running site: its address for a browser, and what stands behind it."""

    address: str
    processes: list[Process]
    database: Server
    store_url: str
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)


@contextlib.contextmanager
def running_machines(
    folder: Path, *, processes: int = 2, port: int = 0, fill: str = "", **environment: str
) -> Iterator[Machines]:
    """Run PostgreSQL, the processes and the proxy.

    Parameters
    ----------
    port
        Of the proxy, for those who have to know it before.
    fill
        Folder with the data the store begins with.
    environment
        Settings of the app, beside those that let it work behind the proxy.
    """
    nginx, port = find_nginx(), port or free_port()
    with contextlib.ExitStack() as stack:
        # the defaults of PostgreSQL: what is committed is on the disk
        database = stack.enter_context(running_server("max_connections=200"))
        url = database.new_database()
        if fill:
            _fill(url, fill)
        settings = {
            "AKTEURSNETZ_DATA": url,
            "STREAMLIT_SERVER_ALLOWED_HOSTS": "localhost",
            "STREAMLIT_SERVER_COOKIE_SECRET": "the same for all processes",
            "MALLOC_ARENA_MAX": "2",
        } | environment
        apps = [Process(free_port(), folder, settings) for _ in range(processes)]
        for app in apps:
            app.start()
            stack.callback(app.kill)
        stack.enter_context(running_proxy(nginx, folder, port, [app.port for app in apps]))
        yield Machines(f"https://localhost:{port}", apps, database, url, folder, settings)


def find_nginx() -> str:
    """Path of nginx, installed when there is none.

    Raises
    ------
    NginxMissingError
        Saying what to install by hand.
    """
    path = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
    if not shutil.which("nginx", path=path) and hasattr(os, "geteuid") and os.geteuid() == 0:
        for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "nginx-light"]):
            subprocess.run(["apt-get", *command], stdout=sys.stderr, check=False, timeout=300)
    found = shutil.which("nginx", path=path)
    if found is None:
        raise NginxMissingError("nginx is needed; Debian, Ubuntu: apt-get install nginx-light")
    return found


@contextlib.contextmanager
def running_proxy(nginx: str, folder: Path, port: int, behind: Sequence[int], http_port: int = 0) -> Iterator[None]:
    """Run nginx with the project's own settings.

    Parameters
    ----------
    nginx
        Path of the program.
    folder
        For settings, certificate and log.
    port
        Where it listens, with TLS.
    behind
        Ports of the processes it asks.
    http_port
        Where it listens without TLS, any free one by default.
    """
    _write_certificate(folder)
    values = {
        "APP_SERVERS": " ".join(f"server 127.0.0.1:{process};" for process in behind),
        "SERVER_NAME": "localhost",
        "HTTP_PORT": f"127.0.0.1:{http_port or free_port()}",
        "HTTPS_PORT": f"127.0.0.1:{port}",
        "CERTIFICATE_FOLDER": str(folder),
    }
    (folder / "site.conf").write_text(Template(TEMPLATE.read_text("utf-8")).safe_substitute(values), "utf-8")
    user = "user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(_FRAME.format(folder=folder, user=user), "utf-8")
    server = subprocess.Popen([nginx, "-c", str(folder / "nginx.conf"), "-p", str(folder)], stderr=subprocess.DEVNULL)
    try:
        wait_for(f"https://localhost:{port}/health", server)
        yield
    finally:
        server.terminate()
        server.wait(timeout=20)


def _write_certificate(folder: Path) -> None:
    names = ("-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem"))
    subject = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost")
    command = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names, *subject)
    subprocess.run(command, check=True, capture_output=True)


def _fill(url: str, folder: str) -> None:
    region = open_store(url)
    region.import_rows(Editor("", "", "", Role.ADMIN), region.preview_import(folder))
    region.close()


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until a server of this machine answers."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=5, context=trusting).close()
            return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer")
