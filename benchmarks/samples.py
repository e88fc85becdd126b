"""Which files of a folder are recognised by themselves, how many steps of the wizard others need, and what they hold.

    python -m benchmarks samples FOLDER

Files that belong together (organization.csv and project.csv, nodes and edges) lie in a folder of their own. Steps are
the questions that the page asks before the first report: what is a row, and the columns it cannot fill in itself.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.intake.convert import Translation, convert
from graph.intake.looking import SeenTable, look_at
from graph.intake.mapping import lacking
from graph.intake.opening import open_files

_TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".ods")
_PAIRS = ("node", "edge", "organization", "project")  # words in the names of files that are read together


def main(arguments: Sequence[str]) -> None:
    """Print a row a sample, and how many were recognised."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="samples; without it nothing is read")
    options = parser.parse_args(arguments)
    if options.folder is None:
        print("no folder of samples given")
        return
    print(f"{'sample':58} {'recognised':24} {'rows':>7} {'taken':>7} {'cents':>16} {'taken':>16} {'ties':>6} {'s':>5}")
    settled = 0
    for name, files in samples(options.folder):
        begun = time.process_time()
        translation = convert(files)
        settled += translation.is_settled
        print(row(name, files, translation, time.process_time() - begun), flush=True)
    print(f"{settled} recognised by themselves")


def samples(folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """Yield name and files of each sample; tables that go together are one.

    Parameters
    ----------
    folder
        Looked through with all folders in it.
    """
    for place in sorted({path.parent for path in folder.rglob("*") if path.is_file()}):
        files = sorted(path for path in place.iterdir() if path.is_file() and path.name != "README.md")
        together = [path for path in files if path.suffix == ".csv" and any(word in path.stem for word in _PAIRS)]
        is_pair = len(together) == 2
        if is_pair:
            yield f"{place.relative_to(folder)} ({' + '.join(path.name for path in together)})", together
        for path in files:
            if not (is_pair and path in together):
                yield str(path.relative_to(folder)), [path]


def row(name: str, files: Sequence[Path], translation: Translation, seconds: float) -> str:
    """Return what became of a sample as a line of the table.

    Parameters
    ----------
    name, files
        The sample.
    translation
        What its files say.
    seconds
        Processor seconds it took.
    """
    report = translation.report
    cents = (report.euros.file, report.euros.taken) if report.euros.file else ("", "")
    counted = f"{report.rows.file:7} {report.rows.taken:7} {cents[0]:>16} {cents[1]:>16} {report.ties.taken:6}"
    return f"{name:58} {recognised(files, translation):24} {counted} {seconds:5.1f}"


def recognised(files: Sequence[Path], translation: Translation) -> str:
    """Return the recipe, else the steps of the wizard, else why the file is refused.

    Parameters
    ----------
    files
        The sample.
    translation
        What its files say.
    """
    if translation.is_settled:
        return translation.report.recipe
    if files[0].suffix.lower() not in _TABLES:
        return f"refused: {translation.issues[0].code if translation.issues else 'no table'}"
    seen = [look for grid in open_files(list(files)).grids if (look := look_at(grid))]
    return f"wizard, {steps(seen[0])} steps" if seen else "refused: no table"


def steps(look: SeenTable) -> int:
    """Return what a person has to say before a table is read: what a row is, what is to be checked, what is missing.

    Parameters
    ----------
    look
        The table as the wizard shows it.
    """
    shape = look.shapes[0]
    presets = {preset.column: preset for preset in look.presets[shape]}
    missing = lacking(shape, {column: preset.field for column, preset in presets.items()})
    return 1 + len(missing) + sum(not preset.is_sure for preset in presets.values())
