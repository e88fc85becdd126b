"""What tests on several floors share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgres import postgres_server, postgres_url  # noqa: F401 - fixtures

# Tables are slow to make: fewer examples a run, and no deadline on a busy machine.
settings.register_profile("tables", max_examples=40, deadline=None)
settings.load_profile("tables")

REPOSITORY = Path(__file__).parent.parent

# an editable copy somebody made while trying things out is nothing tests should see
os.environ["AKTEURSNETZ_COPY"] = str(REPOSITORY / "var" / "tests" / "no-copy.db")


@pytest.fixture(scope="session")
def repository() -> Path:
    """Folder of the project."""
    return REPOSITORY
