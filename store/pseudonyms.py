"""The secret that decides which number a pseudonym gets, the same for all files of a server and at every visit."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from secrets import token_hex

from store.region import EDITABLE

SETTING = "AKTEURSNETZ_PSEUDONYMS"
_FILE = "pseudonyms.key"


@cache
def secret() -> str:
    """Return the secret: as it is set, else one that is made once and kept beside the editable data.

    Where nothing can be kept, it holds as long as the process.
    """
    return os.environ.get(SETTING, "") or _kept(EDITABLE.parent / _FILE)


def _kept(file: Path) -> str:
    made = token_hex()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # two processes that begin at once agree on what the first has written
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
            opened.write(made)
    except FileExistsError:
        return _read(file) or made
    except OSError:
        return made
    return made


def _read(file: Path) -> str:
    try:
        return file.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
