"""What tests on several floors share."""

from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """Folder of the project."""
    return REPOSITORY
