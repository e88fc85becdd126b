"""What tests on several floors share."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from streamlit.testing.v1 import AppTest

from store import Store, open_store
from tests.postgres import postgres_server, postgres_url  # noqa: F401 - fixtures
from views.address.parameters import Query

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


@pytest.fixture
def open_page(repository: Path) -> Callable[..., AppTest]:
    """Open a page with a query, as a link would, and with what the session holds besides."""

    def open_page(name: str, session: Mapping[str, object] | None = None, **asked: object) -> AppTest:
        app = AppTest.from_file(repository / "ui" / "main.py", default_timeout=90)
        # as a link with its page leads there, without the landing page being drawn before
        begun = {"query": Query(**asked), "unknown": (), "address": {}, "history": [], "goto": name}
        for key, value in (begun | dict(session or {})).items():
            app.session_state[key] = value
        return app.run()

    return open_page


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of a place for a store, once on each kind of database."""
    return f"sqlite:///{tmp_path}/region.db" if request.param == "sqlite" else request.getfixturevalue("postgres_url")


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store, once on each kind of database."""
    opened = open_store(store_url)
    yield opened
    opened.close()
