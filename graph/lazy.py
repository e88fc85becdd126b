"""What is loaded with the first use of one of its names: large libraries, and what a package offers in its own name."""

from __future__ import annotations

import ast
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any


def public(package: str, file: str) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return ``__getattr__`` and ``__dir__`` of a package whose names stand under ``if TYPE_CHECKING``.

    Whoever asks for one module of the package does not wait for all of them, and each name stands once: what reads the
    code finds the import, what runs it loads the module with the first use.

    Parameters
    ----------
    package
        Its name, ``__name__``.
    file
        Its ``__init__.py``, ``__file__``.

    Examples
    --------
    >>> import graph
    >>> graph.cooperation.__module__
    'graph.projection'
    """
    homes = _homes(Path(file))
    loaded = import_module(package).__dict__

    def asked(name: str) -> Any:  # noqa: ANN401  # a name of the package, whatever it is
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        loaded[name] = getattr(import_module(homes[name]), name)
        return loaded[name]

    return asked, lambda: sorted({*loaded, *homes})


def _homes(file: Path) -> dict[str, str]:
    """Return the module of each name that a file imports under ``if TYPE_CHECKING``."""
    body = ast.parse(file.read_text("utf-8")).body
    for_readers = [node for node in body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    imports = [node for each in for_readers for node in each.body if isinstance(node, ast.ImportFrom) and node.module]
    return {alias.name: str(node.module) for node in imports for alias in node.names}


class _Later:
    """Stands for a module until one of its names is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:  # noqa: ANN401  # a name of the module, whatever it is
        return getattr(import_module(self._name), attribute)


def later(name: str) -> Any:  # noqa: ANN401  # stands for a module
    """Return what stands for a module; a command that does not need it does not wait for it."""
    return _Later(name)


def function_of(module: str, name: str) -> Callable[..., Any]:
    """Return what calls a function of a module that is loaded with the first call."""

    def call(*given: object) -> Any:  # noqa: ANN401  # what the function returns
        return getattr(import_module(module), name)(*given)

    return call
