"""Errors a caller can make; wrong data never raises, it is reported (`graph.issue`)."""

from __future__ import annotations


class AkteursnetzError(Exception):
    """Base of all errors raised by this package."""


class UnknownCountingError(AkteursnetzError, ValueError):
    """The projection was asked for a counting that does not exist."""


class UnknownMeasureError(AkteursnetzError, ValueError):
    """A measure was asked for that is not in the registry."""


class NotTwoModeError(AkteursnetzError, ValueError):
    """A two-mode network was expected, but two elements of the same mode are tied."""


class UnknownDimensionError(AkteursnetzError, ValueError):
    """Money or projects were to be broken down by something that is not in the registry."""
