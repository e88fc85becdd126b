"""The site for the command line, as a folder or an archive."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from graph.export.formats import archive
from graph.export.site.folder import ForeignFilesError, ensure_own, replace_site
from views.exhibit.asked import data_asked, states_asked
from views.exhibit.home import public_address
from views.exhibit.writing import REFUSALS, redaction, refusal
from views.language.words import Words, words
from views.publishing.site import NoWebAddressError, Publication, published, web_address

_NAMED = 3  # files that a refusal names


def write_site(options: argparse.Namespace) -> int:
    """Write the site; 0 when that worked, else 1 with the reason on standard error."""
    t = words(options.language)
    try:
        asked = asked_publication(options)
        if not _is_archive(options.to):
            ensure_own(options.to)
        files = published(asked)
        written(options.to, files)
    except ForeignFilesError as error:
        print(_foreign(t, error), file=sys.stderr)
        return 1
    except NoWebAddressError as error:
        print(t("publishing.no_address", address=str(error)), file=sys.stderr)
        return 1
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
        When there are no data or the state does not exist.
    NoWebAddressError
        When the address is none.
    NobodyHiddenError
        When actors of some type are to be anonymous and there are none.
    """
    everything, states = data_asked(options), states_asked(options)
    return Publication(
        everything,
        states,
        options.since,
        redaction(options, everything),
        options.draft,
        options.language,
        web_address(options.address),
        public_address(),
    )


def written(target: Path, files: Mapping[str, bytes]) -> None:
    """Write files as an archive when the name ends in ``.zip``, else to a folder.

    Parameters
    ----------
    target
        A folder; what the site before wrote there is replaced or taken away, everything else stays.
    files
        Path -> content.

    Raises
    ------
    ForeignFilesError
        When somebody else's files stand where the site would.
    """
    if _is_archive(target):
        target.write_bytes(archive(files))
    else:
        replace_site(target, files)


def _is_archive(target: Path) -> bool:
    return target.suffix.lower() == ".zip"


def _foreign(t: Words, error: ForeignFilesError) -> str:
    if not error.folder.is_dir():
        return t("publishing.no_folder", name=str(error.folder))
    first, more = error.paths[:_NAMED], len(error.paths) - _NAMED
    named = t.names([*first, t.count("publishing.more_files", more)] if more > 0 else first)
    return t("publishing.foreign", name=str(error.folder), files=named)
