"""The site for the command line, as a folder or an archive."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from graph.errors import AkteursnetzError, NobodyHiddenError
from graph.export.formats import archive
from store import StoreError
from views.exhibit.home import public_address
from views.exhibit.writing import redaction, refusal
from views.language.words import words
from views.loaded import data_at, saved_at, state_of
from views.publishing.site import Publication, published


class UnpublishableError(AkteursnetzError, ValueError):
    """A site is not written; its text says why, in words."""


def write_site(options: argparse.Namespace) -> int:
    """Write the site; 0 when that worked, else 1 with the reason on standard error."""
    t = words(options.language)
    try:
        files = published(asked_publication(options))
        written(options.to, files)
    except (NobodyHiddenError, StoreError) as error:
        print(refusal(t, error), file=sys.stderr)
        return 1
    except UnpublishableError as error:
        print(error, file=sys.stderr)
        return 1
    pages = sum(path.endswith(".html") for path in files)
    size = sum(len(content) for content in files.values()) / 1_000_000
    print(t("publishing.written", name=options.to, pages=t.number(pages), size=t.number(size, 1)))
    return 0


def asked_publication(options: argparse.Namespace) -> Publication:
    """Return what the options ask for.

    Raises
    ------
    UnpublishableError
        When there are no data, the state does not exist, or the address is none.
    NobodyHiddenError
        When actors of some type are to be anonymous and there are none.
    """
    t, source = words(options.language), str(options.source)
    everything = data_at(source)
    if not len(everything.actors) and not len(everything.projects):
        raise UnpublishableError(t("bericht.command.no_data", source=options.source))
    known = saved_at(source)
    if options.since and options.since not in known:
        states = ", ".join(known) or t("bericht.command.no_states")
        raise UnpublishableError(t("bericht.command.unknown_state", state=options.since, states=states))
    if options.address and not options.address.startswith(("https://", "http://")):
        raise UnpublishableError(t("publishing.no_address", address=options.address))
    return Publication(
        everything,
        partial(state_of, known),
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
        A folder that is missing, empty, or holds an earlier site, whose files are replaced.
    files
        Path -> content.

    Raises
    ------
    UnpublishableError
        When the folder holds something else.
    """
    if target.suffix.lower() == ".zip":
        target.write_bytes(archive(files))
        return
    target.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
