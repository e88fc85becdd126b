"""Every finding there is: its code, how grave it is, and what happens to the row or cell it is about.

The words for a code, with what to do about it, live in ``views/locales/<language>/findings.json``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.graphemes import limited
from graph.issue import Issue, Severity
from graph.reading.limits import MAX_VALUE


class Effect(StrEnum):
    """What is left out because of a finding."""

    NOTHING = "nothing"
    CELL = "cell"  # read as not recorded
    ROW = "row"
    TABLE = "table"  # a file or worksheet, or all of an archive or workbook


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding."""

    name: str
    severity: Severity
    effect: Effect = Effect.NOTHING


_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

CODES: Mapping[str, Code] = {
    code.name: code
    for code in (
        # files
        Code("missing-file", _ERROR, Effect.TABLE),
        Code("unreadable-file", _ERROR, Effect.TABLE),
        Code("empty-file", _ERROR, Effect.TABLE),
        Code("undecodable", _ERROR, Effect.TABLE),
        Code("encoding-guessed", _INFO),
        Code("unknown-table", _WARNING, Effect.TABLE),
        Code("duplicate-table", _ERROR, Effect.TABLE),
        # what is no table
        Code("json-file", _ERROR, Effect.TABLE),
        Code("xml-file", _ERROR, Effect.TABLE),
        Code("web-page", _ERROR, Effect.TABLE),
        Code("database-file", _ERROR, Effect.TABLE),
        Code("packed-file", _ERROR, Effect.TABLE),
        Code("archive-without-tables", _ERROR, Effect.TABLE),
        Code("store-address", _ERROR, Effect.TABLE),
        # what is too large, or dangerous to open
        Code("too-large", _ERROR, Effect.TABLE),
        Code("reading-too-long", _ERROR, Effect.TABLE),
        Code("reading-too-large", _ERROR, Effect.TABLE),
        Code("too-many-rows", _ERROR, Effect.TABLE),
        Code("too-many-columns", _ERROR, Effect.TABLE),
        Code("row-too-long", _ERROR, Effect.ROW),
        Code("archive-too-many-files", _ERROR, Effect.TABLE),
        Code("archive-too-large", _ERROR, Effect.TABLE),
        Code("archive-packed-too-densely", _ERROR, Effect.TABLE),
        Code("archive-encrypted", _ERROR, Effect.TABLE),
        Code("archive-unreadable", _ERROR, Effect.TABLE),
        Code("nested-archive", _ERROR, Effect.TABLE),
        Code("old-workbook", _ERROR, Effect.TABLE),
        Code("workbook-unreadable", _ERROR, Effect.TABLE),
        Code("workbook-too-large", _ERROR, Effect.TABLE),
        Code("workbook-document-type", _ERROR, Effect.TABLE),
        Code("cell-out-of-range", _ERROR, Effect.TABLE),
        # rows and columns
        Code("unclosed-quote", _ERROR, Effect.ROW),
        Code("undoubled-quote", _ERROR, Effect.ROW),
        Code("bare-quote", _INFO),
        Code("blank-after-quote", _INFO),
        Code("rest-not-read", _ERROR, Effect.ROW),
        Code("row-too-wide", _ERROR),
        Code("row-too-short", _WARNING),
        Code("missing-column", _ERROR),
        Code("unknown-column", _INFO),
        Code("duplicate-column", _WARNING),
        Code("missing-header", _WARNING),
        Code("personal-column", _WARNING),
        # cells
        Code("formula-error", _ERROR, Effect.CELL),
        Code("formula-without-value", _ERROR, Effect.CELL),
        Code("unreadable-date", _ERROR, Effect.CELL),
        Code("implausible-year", _WARNING),
        Code("ambiguous-period", _INFO),
        Code("end-before-start", _ERROR, Effect.CELL),
        Code("unreadable-amount", _ERROR, Effect.CELL),
        Code("negative-amount", _ERROR, Effect.CELL),
        Code("ambiguous-amount", _INFO),
        Code("amount-without-basis", _INFO),
        Code("basis-without-amount", _INFO, Effect.CELL),
        Code("unknown-word", _ERROR, Effect.CELL),
        Code("invalid-url", _ERROR, Effect.CELL),
        Code("formula-like-text", _WARNING),
        Code("mixed-scripts", _WARNING),
        Code("garbled-text", _WARNING),
        # ids and names
        Code("repeated-header", _WARNING),
        Code("missing-id", _ERROR, Effect.ROW),
        Code("duplicate-id", _ERROR, Effect.ROW),
        Code("id-in-two-tables", _ERROR, Effect.ROW),
        Code("case-clash", _WARNING),
        Code("unsafe-id", _WARNING),
        Code("fixed-id", _ERROR, Effect.ROW),  # only where data are edited
        Code("missing-value", _ERROR, Effect.ROW),
        Code("missing-name", _WARNING),
        Code("shared-alias", _WARNING),
        Code("near-duplicate-name", _WARNING),
        # references and ties
        Code("unknown-actor", _ERROR, Effect.CELL),
        Code("unknown-project", _ERROR, Effect.ROW),
        Code("unknown-identified", _ERROR, Effect.ROW),
        Code("unknown-within", _ERROR, Effect.CELL),
        Code("unknown-reference-target", _ERROR, Effect.ROW),
        Code("unknown-source", _WARNING),
        Code("no-source", _INFO),
        Code("unknown-kind", _ERROR, Effect.ROW),
        Code("self-tie", _ERROR, Effect.ROW),
        Code("kind-does-not-fit", _ERROR, Effect.ROW),
        Code("cycle-in-part-of", _ERROR, Effect.ROW),
        Code("repeated-tie", _WARNING, Effect.ROW),
        Code("passes-on", _INFO),
        # what is translated from files that have other columns
        Code("not-recognised", _ERROR, Effect.TABLE),
        Code("no-table", _ERROR, Effect.TABLE),
        Code("tables-of-views", _ERROR, Effect.TABLE),
        Code("no-network", _ERROR, Effect.TABLE),
        Code("network-broken", _ERROR, Effect.TABLE),
        Code("network-too-large", _ERROR, Effect.TABLE),
        Code("several-networks", _ERROR, Effect.TABLE),
        Code("hypergraph", _ERROR, Effect.TABLE),
        Code("dynamic-network", _WARNING),
        Code("region-unknown", _WARNING),
        Code("nothing-in-region", _WARNING),
        Code("names-by-commas", _WARNING),
        Code("kind-assumed", _WARNING),
        Code("end-without-node", _WARNING),
        Code("amounts-differ", _WARNING),
        Code("repeated-row", _INFO),
        # findings
        Code("more-findings", _INFO),
    )
}


def finding(code: str, file: str, line: int = 0, column: str = "", *, value: str = "", hint: str = "") -> Issue:
    """Return a finding with the severity of its code and a value short enough to be quoted.

    Parameters
    ----------
    code
        Code of what was found.
    file
        Name of the file.
    line
        Line of the file, from 1.
    column
        Name of the column, ``""`` for the whole row.
    value
        The text of the cell.
    hint
        What is proposed instead, or what the finding refers to.
    """
    return Issue(code, CODES[code].severity, file, line, column, shortened(value), shortened(hint))


def shortened(text: str) -> str:
    """Return the text cut to the length findings quote."""
    return text if len(text) <= MAX_VALUE else f"{limited(text, MAX_VALUE - 1)}…"
