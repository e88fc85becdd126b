"""A server that edits a store of its own, for the tests of one file: `app_home, region, app_url = served_store()`."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from store import Editor, Role, Store, open_store
from tests.browser.conftest import running_app

COLLEAGUE = Editor("", "", "Kollege", Role.ADMIN)


def served_store(files: Mapping[str, str] | None = None) -> tuple[object, object, object]:
    """Return the fixtures of a file of tests: home of the server, the store as the server sees it, and its address.

    Parameters
    ----------
    files
        Tables the store holds at the beginning, by file; nothing for an empty store.
    """

    @pytest.fixture(scope="module")
    def app_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
        """Home folder of the server, with its log and its store."""
        return tmp_path_factory.mktemp("stored")

    @pytest.fixture(scope="module")
    def region(app_home: Path) -> Iterator[Store]:
        store = open_store(f"sqlite:///{app_home}/region.db")
        if files:
            store.import_rows(COLLEAGUE, store.preview_import({name: text.encode() for name, text in files.items()}))
        yield store
        store.close()

    @pytest.fixture(scope="module")
    def app_url(app_home: Path, region: Store) -> Iterator[str]:
        with running_app(app_home, AKTEURSNETZ_DATA=region.address) as address:
            yield address

    return app_home, region, app_url
