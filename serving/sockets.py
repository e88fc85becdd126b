"""What is sent goes out at once, without waiting for the browser to say that it has the part before.

A server writes the head and the body of an answer one after the other, and each part of a page as a message of its own.
By default (Nagle's algorithm) the network holds a small part back until the one before is confirmed, which browsers do
after 40 ms. Python turns that off only for sockets made with the number of TCP; Streamlit's has none.
"""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Iterator
from contextlib import suppress

_OPEN_FILES = "/dev/fd"  # not on Windows, where nothing is changed


def send_at_once() -> None:
    """Turn the waiting off for all connections to come: they take it over from the socket that listens."""
    for listening in _listening():
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listening() -> Iterator[socket.socket]:
    """Sockets of this process at which others can connect."""
    names = os.listdir(_OPEN_FILES) if os.path.isdir(_OPEN_FILES) else []  # noqa: PTH208, PTH112  # numbers, no paths
    for number in map(int, names):
        with suppress(OSError):  # closed meanwhile, as the one of the list itself
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                with socket.socket(fileno=os.dup(number)) as found:
                    if found.family in (socket.AF_INET, socket.AF_INET6) and _listens(found):
                        yield found


def _listens(found: socket.socket) -> bool:
    return bool(found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
