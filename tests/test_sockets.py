"""Parts of a page go out at once."""

import socket

import pytest

from serving import sockets


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_no_part_waits_until_the_one_before_is_confirmed(family, host):
    with socket.socket(family) as server:
        server.bind((host, 0))
        server.listen()
        assert not server.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

        sockets.send_at_once()

        with socket.create_connection(server.getsockname()[:2]), server.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert server.fileno() > 0, "the socket itself stays open"
