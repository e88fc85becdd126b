"""``akteursnetz serve``: the web app on this machine."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from store import is_address
from store.home import home


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("--data", default="", help="folder, .zip, .xlsx, .ods or store; by default those shipped")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at; by default only this machine")
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--open", action="store_true", help="open a browser")


def run(options: argparse.Namespace) -> int:
    """Run the server until it is stopped; return its exit status."""
    settings = {"address": options.host, "port": options.port, "headless": str(not options.open).lower()}
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += [f"--server.{name}={value}" for name, value in settings.items()]
    try:
        # Streamlit finds the settings of the project in the folder it is started in
        return subprocess.run(command, cwd=home(), env=_environment(options.data), check=False).returncode
    except KeyboardInterrupt:
        return 0


def _environment(data: str) -> dict[str, str]:
    """Return the environment of the server; what is named from here is still found from the folder of the app."""
    environment = dict(os.environ)
    # an editable copy belongs to who runs the server, not among the installed packages
    environment.setdefault("AKTEURSNETZ_COPY", str(Path("var", "region.db").absolute()))
    named = data or environment.get("AKTEURSNETZ_DATA", "")
    if named:
        environment["AKTEURSNETZ_DATA"] = named if is_address(named) else str(Path(named).absolute())
    return environment
