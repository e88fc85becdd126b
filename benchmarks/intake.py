"""Reading foreign files against the plain way, in one run: ratios of processor seconds, whatever else runs.

    python -m benchmarks intake [--participations 144726] [--names 3899] [--operations 1445]

The register, the list and the names are made up; one region of five hundred.
"""

from __future__ import annotations

import argparse
import csv
import io
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import openpyxl
import xlsxwriter

import graph
from graph.intake.convert import convert
from graph.intake.files import tables_of
from views.loaded import SHIPPED

REGION = "DEZ01"
# the columns of organization.csv, in which the seven that are read stand among others
_HEADER = (
    *("projectID", "projectAcronym", "organisationID", "vatNumber", "name", "shortName", "SME", "activityType"),
    *("street", "postCode", "city", "country", "nutsCode", "geolocation", "organizationURL", "contactForm"),
    *("contentUpdateDate", "rcn", "order", "role", "ecContribution", "netEcContribution", "totalCost"),
    *("endOfParticipation", "active"),
)
_FORM = "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/contact-form/PROJECT/"
_CODE = _HEADER.index("nutsCode")
_PLACES = 500
_FEW = "DEZ04"  # the codes up to this one have as many rows as the cut of a small region


def main(arguments: Sequence[str]) -> None:
    """Print what each operation takes, the plain way beside it, and their ratio against its aim."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--participations", type=int, default=144_726)
    parser.add_argument("--names", type=int, default=3_899)
    parser.add_argument("--operations", type=int, default=1_445)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        for name, aim, ours, plain in _rows(Path(folder), options):
            seconds, baseline = processor_seconds(ours), processor_seconds(plain)
            print(f"{name:52} {seconds:7.2f} s {baseline:7.2f} s {seconds / baseline:6.2f} x (aim {aim} x)", flush=True)


Operation = tuple[str, float, Callable[[], object], Callable[[], object]]


def _rows(folder: Path, options: argparse.Namespace) -> Iterator[Operation]:
    """Yield name, aim, our way and the plain way."""
    register, cut_folder = folder / "register", folder / "cut"
    for each in (register, cut_folder):
        each.mkdir()
    rows = list(participations(options.participations))
    write_register(register / "organization.csv", rows)
    write_register(cut_folder / "organization.csv", [row for row in rows if row[_CODE] <= _FEW])
    yield (
        f"recognise and cut {len(rows)} participations",
        3,
        lambda: convert(register, region=REGION, keep="region"),
        lambda: two_passes(register / "organization.csv"),
    )
    tables = tables_of(convert(cut_folder))
    yield "translate the cut, against loading its tables", 1.5, lambda: convert(cut_folder), lambda: graph.load(tables)
    dataset = graph.load(SHIPPED).dataset
    names = [f"{row[4]} GmbH" for row in rows[: options.names]]
    places = [row[10] for row in rows[: options.names]]
    yield (
        f"match {len(names)} names with {len(dataset.actors)} actors",
        2,
        lambda: graph.match(names, places, dataset),
        lambda: graph.load({"actors.csv": actors_of(names, [*dataset.actors["name"]])}),
    )
    book = workbook(options.operations)
    yield (
        f"a workbook of {options.operations} operations",
        2,
        lambda: convert({"liste.xlsx": book}),
        lambda: [list(sheet.values) for sheet in openpyxl.load_workbook(io.BytesIO(book)).worksheets],
    )


def processor_seconds(work: Callable[[], object]) -> float:
    """Return the processor seconds of this process, the better of two runs."""
    taken = []
    for _ in range(2):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


def participations(count: int) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a register: five participations a project."""
    for i in range(count):
        organisation, place = i * 7_919 % (count // 4 + 1), i * 104_729 % _PLACES
        role = "participant" if i % 5 else "coordinator"
        name = f"Institut {organisation:x} für Messtechnik"
        code = f"DEZ{place + 1:02}"
        yield (
            *(str(i // 5), f"VORHABEN{i // 5}", str(organisation), f"DE{organisation:09}", name, "", "false", "REC"),
            *(f"Straße {place}", "99801", f"Ort {place}", "DE", code, "48.8378,10.0933", "https://example.org"),
            *(f"{_FORM}{i // 5}/{organisation}", "2024-02-15 12:49:34", str(i), str(i % 5 + 1), role),
            *(f"{i % 9_973}.5", f"{i % 9_973}.5", f"{i % 9_973},5", "false", "false"),
        )


def write_register(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write rows as CORDIS does: every cell in quotation marks, separated by semicolons."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL)
        writer.writerow(_HEADER)
        writer.writerows(rows)


def two_passes(path: Path) -> int:
    """Read a register twice as one would by hand: which projects touch the region, and then their rows."""
    found: set[str] = set()
    kept = 0
    for is_second in (False, True):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.reader(stream, delimiter=";"):
                if is_second:
                    kept += row[0] in found
                elif row[_CODE] == REGION:
                    found.add(row[0])
    return kept


def actors_of(*names: Sequence[str]) -> bytes:
    """Return a table of actors with these names, so that its check compares them all."""
    lines = [f'a{number},"{name}"' for number, name in enumerate(name for some in names for name in some)]
    return ("id,name\n" + "\n".join(lines) + "\n").encode()


def workbook(rows: int) -> bytes:
    """Return a list of operations as a workbook."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Liste der Vorhaben")
        sheet.write_row(0, 0, ("Name des Begünstigten", "Bezeichnung des Vorhabens", "Postleitzahl", "Gesamtkosten"))
        for row in range(1, rows + 1):
            sheet.write_row(
                row, 0, (f"Werk {row % 700} GmbH", f"Vorhaben {row}", f"{row % 90_000 + 1_000:05}", row * 10.5)
            )
    return written.getvalue()
