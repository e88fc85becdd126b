"""Large libraries that few questions need: loaded when the first of their names is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class _Later:
    """Stands for a module until one of its names is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:  # noqa: ANN401  # a name of the module, whatever it is
        return getattr(import_module(self._name), attribute)


def later(name: str) -> Any:  # noqa: ANN401  # stands for a module
    """Return what stands for a module; a command that does not need it does not wait for it."""
    return _Later(name)
