"""Which answers can be shared as they are, by what is declared of them: nobody can change them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import numpy as np

_PLAIN = (bool, int, float, str, bytes, NoneType, Enum, date, Decimal, np.generic)
_HOLDING = (tuple, frozenset, Union, UnionType)


def answers_alike(function: Callable[..., Any]) -> bool:
    """Whether nobody can change what a function returns."""
    try:
        return is_unchangeable(get_type_hints(function).get("return"))
    except NameError:  # a type that is only imported for those who read the code
        return False


def is_unchangeable(kind: Any, within: frozenset[Any] = frozenset()) -> bool:  # noqa: ANN401  # whatever is declared
    """Whether what is declared so cannot be changed, nor anything in it.

    Parameters
    ----------
    kind
        A type, or what stands for one in an annotation.
    within
        Records that are being looked at: one may hold others of its own kind.

    Examples
    --------
    >>> is_unchangeable(tuple[frozenset[str], ...] | None), is_unchangeable(tuple[str, list[str]])
    (True, False)
    """
    if kind in within or kind is ... or get_origin(kind) is Literal:
        return True
    if get_origin(kind) in _HOLDING:
        return all(is_unchangeable(part, within) for part in get_args(kind))
    if not isinstance(kind, type) or get_origin(kind):
        return False
    return issubclass(kind, _PLAIN) or (_is_record(kind) and _holds_only_such(kind, within | {kind}))


def _is_record(kind: type[Any]) -> bool:
    named_tuple = issubclass(kind, tuple) and hasattr(kind, "_fields")
    return named_tuple or (is_dataclass(kind) and bool(vars(kind)["__dataclass_params__"].frozen))


def _holds_only_such(kind: type[Any], within: frozenset[Any]) -> bool:
    return all(is_unchangeable(part, within) for part in get_type_hints(kind).values())
