"""The site for the command line, as a folder or an archive."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from graph.export.formats import archive
from views.exhibit.asked import NoFileError, data_asked, states_asked
from views.exhibit.home import public_address
from views.exhibit.writing import REFUSALS, redaction, refusal
from views.language.words import words
from views.publishing.site import Publication, published


def write_site(options: argparse.Namespace) -> int:
    """Write the site; 0 when that worked, else 1 with the reason on standard error."""
    t = words(options.language)
    try:
        files = published(asked_publication(options))
        written(options.to, files)
    except REFUSALS as error:
        print(refusal(t, error), file=sys.stderr)
        return 1
    pages = sum(path.endswith(".html") for path in files)
    size = sum(len(content) for content in files.values()) / 1_000_000
    print(t("publishing.written", name=options.to, pages=t.number(pages), size=t.number(size, 1)))
    return 0


def asked_publication(options: argparse.Namespace) -> Publication:
    """Return what the options ask for.

    Raises
    ------
    NoFileError
        When there are no data, the state does not exist, or the address is none.
    NobodyHiddenError
        When actors of some type are to be anonymous and there are none.
    """
    everything, states = data_asked(options), states_asked(options)
    if options.address and not options.address.startswith(("https://", "http://")):
        raise NoFileError(words(options.language)("publishing.no_address", address=options.address))
    return Publication(
        everything,
        states,
        options.since,
        redaction(options, everything),
        options.draft,
        options.language,
        f"{options.address.rstrip('/')}/" if options.address else "",
        public_address(),
    )


def written(target: Path, files: Mapping[str, bytes]) -> None:
    """Write files to a folder, or as an archive when the name ends in ``.zip``.

    Parameters
    ----------
    target
        A folder; what stands in it under other names stays, the pages of an earlier site that are no more included.
    files
        Path -> content.
    """
    if target.suffix.lower() == ".zip":
        target.write_bytes(archive(files))
        return
    target.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
