"""A program that sets the document on its standard input as the PDF on its standard output; see `typesetting`."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

REFUSED = 2  # exit code when the document cannot be set; the reason stands on standard error


def pdf(document: str, options: Mapping[str, Any]) -> bytes:
    """Set a document.

    Parameters
    ----------
    document
        All that it shows, as JSON.
    options
        Paths of the ``layout`` and of the folder of ``fonts``, the ``standards`` to keep, and the ``moment`` of the
        file in ISO 8601.

    Raises
    ------
    typst.TypstError
        When the standards refuse something in it.
    """
    return typst.compile(
        Path(options["layout"]).read_bytes(),
        font_paths=_fonts(options["fonts"]),
        sys_inputs={"data": document},
        format="pdf",
        pdf_standards=[*options["standards"]],
        timestamp=datetime.fromisoformat(options["moment"]),
    )


def reason(error: typst.TypstError) -> str:
    """Return why a document was refused, in the words of Typst: what it says and what it advises."""
    return " ".join((error.message, *error.hints))


@cache
def _fonts(folder: str) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])


def main() -> None:
    """Set one document; the options are the only argument, as JSON."""
    try:
        sys.stdout.buffer.write(pdf(sys.stdin.buffer.read().decode(), json.loads(sys.argv[1])))
    except typst.TypstError as error:
        sys.stderr.write(reason(error))
        sys.exit(REFUSED)


if __name__ == "__main__":
    main()
