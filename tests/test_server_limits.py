"""Strangers cannot fill the server, reach it under another name or make it stumble; long links survive the login."""

import contextlib
import http.client
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string
from streamlit.web.server.starlette.starlette_server_config import XSRF_COOKIE_NAME
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from serving.return_path import COOKIE, LONGEST
from tests.ports import free_port

ROOT = Path(__file__).parent.parent
TOKEN = generate_xsrf_token_string()
SECRETS = """[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "only-for-this-test"
client_id = "akteursnetz"
client_secret = "x"
server_metadata_url = "http://127.0.0.1:9/nobody"
"""


class Server:
    """A server of its own, with what it writes into its log."""

    def __init__(self, home: Path, **settings: str) -> None:
        self.port, self.log = free_port(), home / "log"
        secrets = home / "secrets.toml"
        if settings.pop("login", ""):
            secrets.write_text(SECRETS.format(port=self.port))
            settings |= {"STREAMLIT_SECRETS_FILES": str(secrets), "AKTEURSNETZ_DATA": f"sqlite:///{home}/region.db"}
        command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={self.port}"]
        environment = os.environ | {"HOME": str(home)} | settings
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)

    def ask(
        self, method: str, path: str, body: bytes = b"", **headers: str
    ) -> tuple[int, http.client.HTTPMessage, str]:
        """Status, headers and text; asks again until the server listens."""
        for _ in range(600):
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            try:
                named = {name.replace("_", "-"): value for name, value in headers.items()}
                connection.request(method, path, body or None, named)
                answer = connection.getresponse()
                return answer.status, answer.headers, answer.read().decode(errors="replace")
            except ConnectionRefusedError:
                time.sleep(0.1)
            finally:
                connection.close()
        pytest.fail(self.log.read_text())

    @contextlib.contextmanager
    def session(self) -> Iterator[tuple[ClientConnection, str]]:
        """Open a page, and yield its websocket and its session when the page is whole."""
        self.ask("GET", "/health")
        with connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            origin=f"http://127.0.0.1:{self.port}",
            subprotocols=["streamlit", TOKEN],
            additional_headers={"Cookie": f"{XSRF_COOKIE_NAME}={TOKEN}"},
            max_size=None,
        ) as page:
            message, session = BackMsg(), ""
            message.rerun_script.query_string = ""
            page.send(message.SerializeToString())
            while True:
                heard = ForwardMsg.FromString(page.recv(timeout=60))
                session = heard.new_session.initialize.session_id or session
                if heard.WhichOneof("type") == "script_finished":
                    break
            yield page, session

    def upload(self, session: str, number: int, size: int) -> int:
        """Hand in a file of so many bytes, and return the status."""
        body = (
            b'--x\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n\r\n'
            + b"a" * size
            + b"\r\n--x--\r\n"
        )
        headers = {
            "Content_Type": "multipart/form-data; boundary=x",
            "X_Xsrftoken": TOKEN,
            "Cookie": f"{XSRF_COOKIE_NAME}={TOKEN}",
        }
        return self.ask("PUT", f"/_stcore/upload_file/{session}/{number}", body, **headers)[0]

    def forget(self, session: str, number: int) -> None:
        """Take a file back."""
        headers = {"X_Xsrftoken": TOKEN, "Cookie": f"{XSRF_COOKIE_NAME}={TOKEN}"}
        assert self.ask("DELETE", f"/_stcore/upload_file/{session}/{number}", **headers)[0] == 204


@pytest.fixture(scope="module")
def shut(tmp_path_factory) -> Iterator[Server]:
    """A server where people have to log in."""
    server = Server(tmp_path_factory.mktemp("shut"), login="yes")
    yield server
    server.process.kill()
    server.process.wait()


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Iterator[Server]:
    """A server without a login that takes 3 MB and three files of a session, and 4 MB in all."""
    server = Server(
        tmp_path_factory.mktemp("small"),
        AKTEURSNETZ_UPLOAD_SESSION_MB="3",
        AKTEURSNETZ_UPLOAD_SESSION_FILES="3",
        AKTEURSNETZ_UPLOAD_PROCESS_MB="4",
        STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL="3",
    )
    yield server
    server.process.kill()
    server.process.wait()


def memory(server: Server) -> int:
    """Megabytes the process holds."""
    text = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(next(line for line in text.splitlines() if line.startswith("VmRSS")).split()[1]) // 1000


def settled_memory(server: Server) -> int:
    """Megabytes the process holds once what it warms up at the start is there."""
    before, now = 0, memory(server)
    while now != before:
        time.sleep(2)
        before, now = now, memory(server)
    return now


def test_nothing_is_uploaded_before_the_login(shut):
    with shut.session() as (_, session):
        before = settled_memory(shut)
        answers = [shut.upload(session, number, 9_900_000) for number in range(20)]
        after = memory(shut)

    assert answers == [403] * 20
    assert after - before < 50, "of 198 MB"


def test_a_session_and_a_process_hold_no_more_than_they_may_and_it_is_given_back(small):
    with small.session() as (_, first), small.session() as (_, second):
        assert [small.upload(first, number, 1_300_000) for number in range(3)] == [204, 204, 413], "3 MB a session"
        assert [small.upload(first, 9, 100), small.upload(first, 10, 100)] == [204, 413], "three files"
        assert small.upload(second, 0, 1_900_000) == 413, "4 MB for all"
        small.forget(first, 0)
        assert small.upload(second, 0, 1_900_000) == 204

    with small.session() as (_, later):
        deadline = time.monotonic() + 30
        while (status := small.upload(later, 0, 2_900_000)) == 413 and time.monotonic() < deadline:
            time.sleep(0.5)
    assert status == 204, "what the first two sessions had is given back"


def test_what_no_page_sends_ends_the_connection_without_a_traceback(small):
    chance = random.Random(1)
    garbage = [chance.randbytes(size) for size in (1, 2, 7, 100, 5_000)]
    for message in (*garbage, "text", b"\x08", b"", b"\xff" * 50):
        with small.session() as (page, _), contextlib.suppress(ConnectionClosed):
            page.send(message)
            while True:
                page.recv(timeout=20)
        assert page.close_code in (1002, 1003), message

    said = small.log.read_text()
    assert "a message that no page sends; hung up" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8501", "localhost@evil.example", ""])
def test_pages_are_answered_under_configured_names_only(small, host):
    status, _, text = small.ask("GET", "/", Host=host)

    assert (status, "evil" in text) == (421, False)
    assert small.ask("GET", "/", Host=f"localhost:{small.port}")[0] == 200
    assert small.ask("GET", "/health", Host=host)[0] == 200, "who watches over a process asks at its own address"


@pytest.mark.parametrize("length", [1_000, 2_000, 5_000, LONGEST])
@pytest.mark.parametrize("letters", ["ab-", "%C3%A4,"])
def test_a_long_link_survives_the_login(shut, length, letters):
    chance = random.Random(length)
    query = "fokus=" + "".join(chance.choices(letters.replace("%C3%A4", "ä"), k=length))
    address = f"/netzwerk?{query}".replace("ä", "%C3%A4")[:length]
    address = address[: address.rindex("%")] if "%" in address[-2:] else address

    status, headers, _ = shut.ask("GET", address)
    cookies = [text.partition(";")[0] for text in headers.get_all("Set-Cookie") if text.startswith(COOKIE)]
    status_after, after, _ = shut.ask("GET", "/oauth2callback?code=x&state=y", Cookie="; ".join(cookies))

    assert (status, status_after, after["Location"]) == (200, 302, address)
    assert all(len(cookie) < 4_000 for cookie in cookies), "what a browser takes"


def test_a_link_that_is_too_long_is_answered_with_a_sentence(shut):
    status, _, text = shut.ask("GET", "/netzwerk?fokus=" + "a" * LONGEST)

    assert status == 414
    assert text.startswith("Dieser Link hat 8.016 Zeichen; über die Anmeldung kommen höchstens 8.000.")
