"""``akteursnetz convert SOURCE --to FOLDER``: registers, lists, matrices, surveys and networks to our tables."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from commands.check import described, read_words
from graph.errors import AkteursnetzError
from graph.intake.against import Suggestion, attached
from graph.intake.answers import KEEPS, PERSONS
from graph.intake.convert import AUTO, Translation, convert, recipe_of
from graph.intake.engines import ENGINES as MADE
from graph.intake.engines import NoEngineError, needs_engine, tables_in
from graph.intake.files import files_of
from graph.intake.large import convert_large
from graph.intake.registry import RECIPES
from graph.issue import Severity
from graph.load import load
from graph.reading.limits import OWNER
from store.store import open_store
from views.data.intake import report_lines, suggestion_lines
from views.language.words import LANGUAGES, words

ENGINES = tuple(MADE)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("source", nargs="+", metavar="SOURCE", help="files or folders, of any kind")
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="folder for the tables and report.json")
    parser.add_argument(
        "--recipe", default=AUTO, metavar="auto|NAME|FILE", help="how to read it; by default content decides"
    )
    parser.add_argument(
        "--region", metavar="FILE|CODE,CODE", help="NUTS, Gemeindeschlüssel, postcodes, places, or a file of them"
    )
    parser.add_argument("--keep", choices=KEEPS, default=KEEPS[0], help="of projects that touch the region")
    parser.add_argument(
        "--against", metavar="ADDRESS", help="store whose actors are compared, such as sqlite:///var/region.db"
    )
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="what cuts very large sources")
    parser.add_argument("--dry-run", action="store_true", help="only report, write nothing")
    parser.add_argument("--persons", choices=PERSONS, default=PERSONS[0], help="what becomes of private persons")
    parser.add_argument("--language", choices=LANGUAGES, default="de", help="of what is printed")


def run(options: argparse.Namespace) -> int:
    """Write tables and report; 0 when all was recognised and nothing is open, else 1 with the question."""
    if options.to is None and not options.dry_run:
        print("--to FOLDER or --dry-run", file=sys.stderr)
        return 2
    t = words(options.language)
    try:
        translation, suggestions = _translated(options)
    except NoEngineError as error:
        print(t(f"intake.engine.{error.code}"), file=sys.stderr)
        return 1
    except AkteursnetzError as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    _print(translation, suggestions, options.language)
    if not options.dry_run:
        options.to.mkdir(parents=True, exist_ok=True)
        for name, content in files_of(translation).items():
            (options.to / name).write_bytes(content)
    return 0 if translation.is_settled else 1


def _translated(options: argparse.Namespace) -> tuple[Translation, tuple[Suggestion, ...]]:
    """Translate, and compare the files with each other, and with the actors of a store where one is named."""
    translation = _converted(options)
    if not options.against:
        return attached(translation, None)
    with closing(open_store(options.against)) as store:
        return attached(translation, load(store.files(), OWNER).dataset)


def _converted(options: argparse.Namespace) -> Translation:
    """Translate line by line; by an engine what is asked for that, or too large."""
    if options.engine == ENGINES[0] and not needs_engine(options.source):
        return convert(
            options.source, recipe=options.recipe, region=options.region, keep=options.keep, persons=options.persons
        )
    if not options.region:
        raise NoEngineError("region")
    recipe = recipe_of(options.recipe)
    return convert_large(
        MADE[options.engine](),
        tables_in(options.source),
        options.region,
        recipes=(recipe,) if recipe else RECIPES,
        keep=options.keep,
        persons=options.persons,
    )


def _print(translation: Translation, suggestions: Sequence[Suggestion], language: str) -> None:
    """Print findings that need somebody, the report with its open questions, and who may be known already."""
    t, sentences = words(language), read_words(language)
    for issue in translation.issues:
        if issue.severity is not Severity.INFO:
            print("\n".join(described(issue, sentences)), file=sys.stderr)
    for line in (*report_lines(translation.report, t), *suggestion_lines(suggestions, t)):
        print(line)
