"""Findings about the data: located, coded and collected; nothing is raised and nothing is worded here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from graph.dataset import Dataset


class Severity(StrEnum):
    """What a finding means for the row it is about."""

    ERROR = "error"  # the row or cell cannot be used
    WARNING = "warning"  # used, but somebody should look
    INFO = "info"  # worth knowing


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding.

    Attributes
    ----------
    code
        Stable identifier such as ``unknown-actor``; the words for it are looked up elsewhere.
    severity
        See `Severity`.
    file
        Name of the file or worksheet.
    line
        Physical line in the file, the header being line 1; 0 when the finding is about the whole file.
    column
        Header as written in the file, or ``""``.
    value
        The text at fault, shortened to 200 characters.
    hint
        A proposed value (nearest id, allowed words), or ``""``.
    """

    code: str
    severity: Severity
    file: str
    line: int = 0
    column: str = ""
    value: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What reading gave: the usable dataset and everything found on the way.

    Attributes
    ----------
    dataset
        All valid rows.
    issues
        Everything found, what was not read at all first.
    tables
        Names of the tables that were found in the source; empty when nothing in it was understood.
    """

    dataset: Dataset
    issues: list[Issue] = field(default_factory=list)
    tables: tuple[str, ...] = ()

    @property
    def errors(self) -> list[Issue]:
        """The findings because of which a row or cell is not used."""
        return [issue for issue in self.issues if issue.severity is Severity.ERROR]
