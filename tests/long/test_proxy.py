"""The proxy with the project's own settings: the names it answers, how long a link may be, how often one may ask."""

import contextlib
import http.client
import socket
import ssl
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from benchmarks.machines import find_nginx, running_proxy
from serving.return_path import LONGEST, cookies_of
from tests.ports import free_port

TRUSTING = ssl.create_default_context()
TRUSTING.check_hostname, TRUSTING.verify_mode = False, ssl.CERT_NONE
LONG = "/netzwerk?fokus=" + "a1%C3%A4," * 1_000


class Echo(BaseHTTPRequestHandler):
    """Answers with the length of the address, and notes it as the app does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        text = str(len(self.path)).encode()
        self.send_response(200)
        for name, piece in cookies_of(self.path[:LONGEST]).items():
            self.send_header("Set-Cookie", f"{name}={piece}; Path=/oauth2callback; HttpOnly")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def do_PUT(self):
        self.do_GET()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def ports(tmp_path_factory) -> Iterator[tuple[int, int]]:
    echo = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    threading.Thread(target=echo.serve_forever, daemon=True).start()
    secure, plain = free_port(), free_port()
    with running_proxy(find_nginx(), tmp_path_factory.mktemp("proxy"), secure, [echo.server_port], plain):
        yield secure, plain
    echo.shutdown()
    echo.server_close()


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, str, list[str]]:
    connection = http.client.HTTPSConnection("localhost", port, context=TRUSTING, timeout=20)
    with contextlib.closing(connection):
        connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), answer.headers.get_all("Set-Cookie") or []


@pytest.mark.parametrize("length", [1_900, 2_100, 4_000, LONGEST])
def test_a_long_link_and_the_cookies_that_carry_it_pass(ports, length):
    status, text, cookies = ask(ports[0], LONG[:length])

    assert (status, text) == (200, str(length))
    assert sum(map(len, cookies)) > 0
    carried = "; ".join(cookie.partition(";")[0] for cookie in cookies)
    assert ask(ports[0], "/oauth2callback?code=x", Cookie=carried)[0] == 200


def test_a_link_nginx_cannot_hold_is_answered_with_a_sentence(ports):
    status, text, _ = ask(ports[0], "/netzwerk?" + "a" * 60_000)

    assert status == 414
    assert text.startswith("Dieser Link ist zu lang.")


def test_nobody_is_answered_under_another_name(ports):
    secure, plain = ports
    with pytest.raises(http.client.RemoteDisconnected):
        ask(secure, "/", Host="evil.example")
    with pytest.raises(ssl.SSLError), socket.create_connection(("127.0.0.1", secure)) as raw:
        TRUSTING.wrap_socket(raw, server_hostname="evil.example")
    with socket.create_connection(("127.0.0.1", plain), timeout=10) as raw:
        raw.sendall(b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")
        assert raw.recv(100) == b""


def test_one_address_may_not_upload_without_end(ports):
    statuses = Counter(ask(ports[0], f"/_stcore/upload_file/s/{number}", "PUT")[0] for number in range(120))

    assert set(statuses) == {200, 429}
    assert statuses[200] < 80
    assert ask(ports[0], "/")[0] == 200, "pages are answered still"


def test_fifty_people_behind_one_address_are_not_turned_away(ports):
    assert Counter(ask(ports[0], "/")[0] for _ in range(300)) == {200: 300}
    assert ask(ports[0], "/_stcore/metrics")[0] == 404
