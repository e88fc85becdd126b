"""``akteursnetz serve``: the web app on this machine."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

APP = Path(__file__).parent.parent / "app.py"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("--data", default="", help="folder, .zip, .xlsx or store; by default those shipped")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at; by default only this machine")
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--open", action="store_true", help="open a browser")


def run(options: argparse.Namespace) -> int:
    """Run the server until it is stopped; return its exit status."""
    environment = dict(os.environ)
    if options.data:
        environment["AKTEURSNETZ_DATA"] = options.data
    command = [sys.executable, "-m", "streamlit", "run", str(APP)]
    settings = {"address": options.host, "port": options.port, "headless": str(not options.open).lower()}
    command += [f"--server.{name}={value}" for name, value in settings.items()]
    try:
        return subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 0
