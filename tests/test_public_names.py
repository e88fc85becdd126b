"""Packages offer their names without loading what stands behind them, so that a shell answers at once."""

from importlib import import_module
from importlib.util import find_spec

import pytest

import graph
import store
from graph.lazy import function_of


@pytest.mark.parametrize("package", [graph, store], ids=lambda package: package.__name__)
def test_every_public_name_is_there_and_is_offered_to_whoever_types_it(package):
    assert [name for name in package.__all__ if getattr(package, name, None) is None] == []
    assert set(package.__all__) <= set(dir(package))


@pytest.mark.parametrize("package", [graph, store], ids=lambda package: package.__name__)
def test_a_name_that_is_not_there_is_missing_as_anywhere(package):
    with pytest.raises(AttributeError, match="has no attribute 'gibt_es_nicht'"):
        package.gibt_es_nicht  # noqa: B018


def test_a_name_is_that_of_its_module():
    assert graph.cooperation is import_module("graph.projection").cooperation
    assert store.Store is import_module("store.store").Store


def test_a_function_is_called_where_it_is():
    assert function_of("graph.slugs", "slug")("Grüne Stadt") == "gruene-stadt"


@pytest.mark.parametrize("package", [graph, store], ids=lambda package: package.__name__)
def test_a_name_that_a_module_has_too_stands_on_the_page_of_the_reference(package, repository):
    """What makes the page takes such a name for the module and would leave the function out."""
    page = (repository / "docs" / "reference" / f"{package.__name__}.md").read_text("utf-8")
    both = [name for name in package.__all__ if find_spec(f"{package.__name__}.{name}")]

    assert [name for name in both if f"::: {package.__name__}.{name}.{name}\n" not in page] == []
