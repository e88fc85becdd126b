"""The app as a process: started by any ASGI server, shut for strangers, and not without its settings."""

import asyncio
import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from benchmarks.visitor import Visitor
from tests.ports import free_port

ROOT = Path(__file__).parent.parent


@contextlib.contextmanager
def uvicorn(folder: Path, home: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "uvicorn", "--app-dir", str(ROOT), "--port", str(port), "app:app"],
        cwd=folder,
        env=os.environ | {"HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield server, port
    finally:
        server.kill()
        server.communicate()


def answer(port: int, path: str, **names: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and body; asks again until the server listens."""
    headers = {name.replace("_", "-"): value for name, value in names.items()}
    for _ in range(300):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read().decode(errors="replace")
        except ConnectionRefusedError:
            time.sleep(0.1)
        finally:
            connection.close()
    pytest.fail("the server does not listen")


@pytest.fixture(scope="module")
def port(tmp_path_factory) -> Iterator[int]:
    with uvicorn(ROOT, home=tmp_path_factory.mktemp("home")) as (_, port):
        yield port


def test_any_asgi_server_runs_the_app_with_its_headers(port):
    status, headers, page = answer(port, "/netzwerk?lang=en")

    assert status == 200
    assert headers["content-security-policy"].startswith("default-src 'self'")
    assert '<html lang="en">' in page


def test_health_is_answered_beside_the_pages(port):
    assert answer(port, "/health")[2].startswith('{"status":"ok","version":"')


def test_of_clicks_that_come_at_once_none_is_lost(port):
    async def remembered() -> int:
        query = "reiter=partner&partnervon=hochschule-aalen"
        async with Visitor(f"http://127.0.0.1:{port}", page="vergleich", query=query) as visitor:
            await visitor.run()
            for button in [element for element in visitor.elements if "-vorgemerkt_" in element][:6]:
                await visitor.press(button)
            for _ in range(200):
                await asyncio.sleep(0.05)
                actors = parse_qs(visitor.query).get("vorgemerkt", [""])[0].split(",")
                if len(actors) == 6:
                    break
            return len(actors)

    answer(port, "/health")

    assert asyncio.run(remembered()) == 6


UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "MTIzNDU2Nzg5MDEyMzQ1Ng==",
}


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("127.0.0.1", "http://127.0.0.1", 101),
        ("evil.example", "http://evil.example", 403),  # DNS rebinding
        ("127.0.0.1", "http://evil.example", 403),  # another site in the same browser
    ],
)
def test_only_the_apps_own_page_may_talk_to_it(port, host, origin, status):
    upgrade = UPGRADE | {"Host": host, "Origin": origin}

    assert answer_of_handshake(port, upgrade) == status


def answer_of_handshake(port: int, headers: dict[str, str]) -> int:
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall("\r\n".join(("GET /_stcore/stream HTTP/1.1", *lines, "", "")).encode())
        return int(connection.recv(100).split()[1])


def test_a_server_that_does_not_find_the_settings_says_so_and_stops(tmp_path):
    with uvicorn(tmp_path, home=tmp_path) as (server, _):
        output, _ = server.communicate(timeout=60)

    assert server.returncode != 0
    assert "browser.gatherUsageStats = True, not False" in output
    assert ".streamlit/config.toml" in output
