"""Errors a caller can make; wrong data never raises, it is reported (`graph.issue`)."""

from __future__ import annotations

from collections.abc import Iterable


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


class UnusableWeightError(AkteursnetzError, ValueError):
    """A tie has a weight that is negative, infinite or not a number."""


class UnknownAttributeError(AkteursnetzError, ValueError):
    """Actors were to be sorted by an attribute that none of them has."""


class NeedsDatasetError(AkteursnetzError, ValueError):
    """A measure counts records of the dataset, but only a network was given."""


class UnusableTemplateError(AkteursnetzError, ValueError):
    """An organisation's template cannot be used.

    Attributes
    ----------
    code
        ``no-presentation``, ``no-document``, ``no-layout`` or ``no-title``.
    wanted, found
        Names of layouts that would do, and those in the file.
    """

    def __init__(self, code: str, wanted: Iterable[str] = (), found: Iterable[str] = ()) -> None:
        self.code, self.wanted, self.found = code, tuple(wanted), tuple(found)
        super().__init__(f"{code}: wanted one of {self.wanted}, found {self.found}")


class NobodyHiddenError(AkteursnetzError, ValueError):
    """A redaction would hide nobody of those it is asked to hide, so no file may claim that it did.

    Attributes
    ----------
    asked
        Types of actors that nobody has; empty when companies were asked for and no type is one of companies.
    types
        The types there are, most frequent first; ``""`` is not recorded.
    """

    def __init__(self, asked: Iterable[str], types: Iterable[str]) -> None:
        self.asked, self.types = tuple(asked), tuple(types)
        super().__init__(f"nobody has one of {len(self.asked)} types")
