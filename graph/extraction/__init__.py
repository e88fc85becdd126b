"""From the text of a paper to rows: proposals found by rules, each with the words it rests on; see docs/extraction.md."""

from graph.extraction.extract import Extraction, extract
from graph.extraction.plugins import ADDING, Adder
from graph.extraction.proposals import Proposal, Proposed, as_record
from graph.extraction.rows import Paper, PaperRows, csv_files, quoted, rows_of

__all__ = [
    "ADDING",
    "Adder",
    "Extraction",
    "Paper",
    "PaperRows",
    "Proposal",
    "Proposed",
    "as_record",
    "csv_files",
    "extract",
    "quoted",
    "rows_of",
]
