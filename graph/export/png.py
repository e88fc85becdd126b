"""Pictures as PNG, drawn from their SVG without a browser."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile

from graph.export.svg.element import FAMILY
from graph.giving_up import GLANCE, ensure_wanted

PIXELS = 2400  # width

_FOLDER = Path(__file__).parent
_FONTS = tuple(str(path) for path in sorted((_FOLDER / "fonts").glob("*.ttf")))


def rendered(svg: str, pixels: int = PIXELS) -> bytes:
    """Draw an SVG document as PNG of that width, in the shipped typeface and on white.

    The library lets no other thread work while it draws, a second for a large network. So it draws in a process of its
    own, and nobody else waits.
    """
    options = {
        "width": pixels,
        "background": "white",
        "skip_system_fonts": True,
        "font_files": _FONTS,
        "font_family": FAMILY,
        "sans_serif_family": FAMILY,
    }
    # -P: the folder of the program has names of the standard library in it
    return _answer([sys.executable, "-P", str(_FOLDER / "rasteriser.py"), json.dumps(options)], svg.encode())


def _answer(program: list[str], content: bytes) -> bytes:
    """Return what a program writes when it is given a content; it ends as soon as nobody waits for it.

    The content is a file and no pipe: what `communicate` could not write before it gave up waiting, it never writes.
    """
    with TemporaryFile() as given:
        given.write(content)
        given.seek(0)
        with subprocess.Popen(program, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            try:
                written, said = _waited(running)
            except BaseException:
                running.kill()
                raise
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, program, written, said)
    return written


def _waited(running: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
    while True:
        try:
            return running.communicate(timeout=GLANCE)
        except subprocess.TimeoutExpired:
            ensure_wanted()
