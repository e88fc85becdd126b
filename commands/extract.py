"""``akteursnetz extract FILE``: what a council paper says, as proposals of rows to be checked."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from graph.errors import AkteursnetzError
from graph.extraction import Paper, as_record, csv_files, extract, rows_of
from graph.slugs import slug
from views.language.words import LANGUAGES
from views.papers.words import failure, summary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("source", type=Path, help="paper as .txt, .pdf, .docx, .html or OParl .json")
    parser.add_argument("--json", action="store_true", help="print the proposals, one JSON object a line")
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="write them as tables, certainty unconfirmed")
    parser.add_argument("--language", choices=LANGUAGES, default="de")


def run(options: argparse.Namespace) -> int:
    """Read the paper and write what stands in it; 0 when that worked, else 1 with the reason on standard error."""
    from graph.extraction.files import read_file  # noqa: PLC0415 - readers of PDF and Word take time to load

    try:
        document = read_file(options.source)
    except AkteursnetzError as error:
        print(failure(error, options.language), file=sys.stderr)
        return 1
    found = extract(document.text)
    if options.json:
        for proposal in found.proposals:
            print(json.dumps(as_record(proposal), ensure_ascii=False))
    if options.to is not None:
        paper = Paper(slug(options.source.stem) or "vorlage", document.title or options.source.stem, document.date)
        rows = rows_of(found.proposals, found.text, paper)
        options.to.mkdir(parents=True, exist_ok=True)
        for name, content in csv_files(rows).items():
            (options.to / name).write_bytes(content)
        print(summary(found, rows.left_out, options.language), file=sys.stderr)
    if not options.json and options.to is None:
        print(summary(found, (), options.language))
    return 0
