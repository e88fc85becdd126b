"""The Chromium that the browser tests drive: found on the machine, else installed.

``python -m tests.browser.chromium`` installs one where there is none and prints its path; it fails, with what to
do, where that is not possible. A missing browser never makes a test pass.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

VARIABLE = "AKTEURSNETZ_CHROMIUM"
_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_DOWNLOAD_SECONDS = 300


class ChromiumMissingError(RuntimeError):
    """Raised when there is no Chromium and none can be installed."""


def find() -> str | None:
    """Path of a Chromium on this machine: the one named, the system's, else Playwright's own."""
    named = os.environ.get(VARIABLE)
    if named:
        return named
    installed = (*(shutil.which(command) for command in _COMMANDS), *_PLACES)
    found = next((path for path in installed if path and Path(path).is_file()), None)
    if found is None and Path(_playwrights_own()).is_file():
        found = _playwrights_own()
    return found


def find_or_install() -> str:
    """Path of a Chromium, installed when there is none.

    Raises
    ------
    ChromiumMissingError
        Saying what to install by hand.
    """
    for install in (lambda: True, _install_playwrights_own, _install_debians_package):
        if install() and (path := find()):
            return path
    raise ChromiumMissingError(
        "The browser tests need Chromium or Chrome. None was found, and none could be installed. "
        f"Install one (Debian, Ubuntu: apt-get install chromium), or set {VARIABLE} to its path."
    )


def _playwrights_own() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _install_playwrights_own() -> bool:
    return _runs(sys.executable, "-m", "playwright", "install", "chromium") and _runs(
        _playwrights_own(), "--headless", "--no-sandbox", "--version"
    )


def _install_debians_package() -> bool:
    if sys.platform == "win32" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    return _runs("apt-get", "update", "-qq") and _runs(
        "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"
    )


def _runs(*command: str) -> bool:
    """Run a command with its output on standard error; a command that cannot run or never ends has failed."""
    print("Installing the browser:", *command, file=sys.stderr)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        run = subprocess.run(command, stdout=sys.stderr, env=environment, check=False, timeout=_DOWNLOAD_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0


if __name__ == "__main__":
    try:
        print(find_or_install())
    except ChromiumMissingError as error:
        sys.exit(str(error))
