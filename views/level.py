"""Who is first: a superlative names all who are level, and nobody where the greatest is nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TypeVar

Item = TypeVar("Item")


def most(items: Iterable[Item], figure: Callable[[Item], int | float | Decimal | None]) -> list[Item]:
    """Return the items that share the greatest figure, in their order; none where no figure is above zero.

    Parameters
    ----------
    items
        What is compared.
    figure
        Figure of an item; ``None`` where it is not known.
    """
    compared = list(items)
    greatest = max((figure(item) or 0 for item in compared), default=0)
    return [item for item in compared if figure(item) == greatest] if greatest > 0 else []
