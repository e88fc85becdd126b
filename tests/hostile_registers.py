"""Files made to harm the readers of registers, networks and mappings.

Run as a program, ``python -m tests.hostile_registers FOLDER`` takes in every file of a folder as the page does, in a
process of its own, and prints what was found, the processor time and the additional memory as JSON.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.hostile_files import measured
from tests.test_hostile_intake import REFUSED, zipped

CORDIS = "projectID;organisationID;name;role;ecContribution;startDate\n"
GRAPHML = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph>{}</graph></graphml>'
MAPPING = '{{"format":"akteursnetz-mapping","name":"x","shape":"tie","parts":{},"rules":{}}}'


def many(row: str, count: int, header: str = "") -> str:
    """Return a table of so many rows."""
    return header + row * count


# file -> content, and whether nothing in it can be used; the others are read for what they are
MORE: dict[str, tuple[Callable[[], str | bytes], bool]] = {
    "a-million-headers.csv": (lambda: ";".join(["Name"] * 500_000).encode() + b"\nx\n", True),
    "a-header-of-a-megabyte.csv": (lambda: "Name" * 250_000 + ";Projekt\nx;y\n", True),
    "headers-in-every-row.csv": (lambda: many(CORDIS, 60_000), False),
    "one-organisation.csv": (lambda: many("1;9;A GmbH;participant;1,5;2024\n", 60_000, CORDIS), False),
    "all-different.csv": (
        lambda: CORDIS + "".join(f"{n};{n};Firma {n} GmbH;participant;{n};\n" for n in range(20_000)),
        False,
    ),
    "one-name-of-a-megabyte.csv": (lambda: many(f"1;9;{'A' * 900_000};participant;1;\n", 1, CORDIS), False),
    "a-given-name-again-and-again.csv": (lambda: many(f"1;;{'Anna ' * 20_000};partner;1;\n", 1, CORDIS), False),
    "amounts-of-digits.csv": (lambda: many(f"1;9;A;partner;{'9' * 200_000};\n", 5, CORDIS), False),
    "amounts-of-points.csv": (lambda: many(f"1;9;A;partner;{'1.' * 100_000};\n", 5, CORDIS), False),
    "dates-of-slashes.csv": (lambda: many(f"1;9;A;partner;1;{'1/' * 100_000}\n", 5, CORDIS), False),
    "commas-in-a-name.csv": (lambda: many(f"1;9;{',' * 200_000};partner;1;\n", 2, CORDIS), False),
    "members-without-end.csv": (lambda: "Netzwerk;Mitglieder\nA;" + "B|" * 300_000 + "\n", False),
    "members-in-columns.csv": (
        lambda: ";".join(["Netzwerk", *(f"Mitglied{n}" for n in range(5_000))]) + "\nA" + ";B" * 5_000,
        False,
    ),
    "square.csv": (
        lambda: "\n".join([";".join(["", *map(str, range(700))]), *(f"{n};" + "1;" * 700 for n in range(700))]),
        True,
    ),
    "crosses.csv": (
        lambda: ";".join(["Akteur", *(f"P{n}" for n in range(3_000))]) + "\nA;" + "x;" * 3_000,
        True,
    ),
    "survey.csv": (
        lambda: "Organisation;" + ";".join(f"Q[{n}] Wer? [{'A' * 50}]" for n in range(2_000)) + "\nA;ja\n",
        False,
    ),
    "survey-of-brackets.csv": (lambda: "Organisation;Q[" + "[" * 200_000 + ";R[\nA;b;c\n", True),
    "a-loop-a-line.csv": (lambda: many("A;A;Kooperation\n", 60_000, "Von;Nach;Beziehung\n"), False),
    "kinds-without-end.csv": (
        lambda: "Von;Nach;Beziehung\n" + "".join(f"A;B;{n}\n" for n in range(30_000)),
        False,
    ),
    "quotes.csv": (lambda: b'Von;Nach\n"' * 100_000, False),
    "formulas.csv": (lambda: many('="A";="B"\n', 60_000, '="Von";="Nach"\n'), False),
    "only-separators.csv": (lambda: b";" * 2_000_000, True),
    "only-lines.csv": (lambda: b"\n" * 3_000_000, True),
    "utf-16.csv": (lambda: ("Von;Nach\n" + "A;B\n" * 100_000).encode("utf-16"), False),
    "deep.graphml": (lambda: b"<graphml>" + b"<graph>" * 200_000, True),
    "long-attribute.graphml": (lambda: GRAPHML.format(f'<node id="{"a" * 2_000_000}"/>'), False),
    "attributes.gexf": (
        lambda: b"<gexf><graph><nodes><node " + b" ".join(b'a%d="1"' % n for n in range(200_000)),
        True,
    ),
    "edges-to-nowhere.graphml": (lambda: GRAPHML.format('<edge source="x" target="y"/>' * 50_000), False),
    "keys-without-end.json": (lambda: json.dumps([{f"k{n}": 1 for n in range(20_000)}] * 2), False),
    "records-in-records.json": (lambda: b'[{"a":' * 20_000 + b"1" + b"}]" * 20_000, True),
    "records.json": (lambda: b'[{"a":1},' + b'{"b":2},' * 200_000 + b'{"c":3}]', True),
    "negative.net": (lambda: b"*Vertices -5\n*Edges\n1 2\n", False),
    "many-lines.net": (lambda: b"*Vertices 3\n*Edges\n" + b"1 2\n" * 400_000, True),
    "many-members.zip": (lambda: zipped(**{f"n{number}.csv": "a;b\n" for number in range(500)}), True),
    "a-mapping-of-words.akteursnetz-mapping.json": (
        lambda: MAPPING.format('{"ties":{"words":{"from":["x"],"to":["y"]},"required":["from"]}}', '{"kinds":[1]}'),
        True,
    ),
}


def workbook(*rows: tuple[object, ...], sheets: int = 1) -> bytes:
    """Return a workbook with the same rows in each sheet."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        for number in range(sheets):
            sheet = book.add_worksheet(f"Blatt {number}")
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    return written.getvalue()


def far_cell() -> bytes:
    """Return a workbook with one cell in the last row and column there are."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("Von", "Nach", "Beziehung"))
        sheet.write_row(1, 0, ("A", "B", "Kooperation"))
        sheet.write_string(1_048_575, 16_383, "x")
    return written.getvalue()


ENDLESS = "Von;Nach;Beziehung\n"
# of other kinds: workbooks, text that turns or hides, words that are expensive to compare, numbers that are none
FURTHER: dict[str, tuple[Callable[[], str | bytes], bool]] = {
    "far-cell.xlsx": (far_cell, False),
    "many-sheets.xlsx": (lambda: workbook(("a", "b"), ("c", "d"), sheets=200), True),
    "long-strings.xlsx": (lambda: workbook(("Von", "Nach"), *[("A" * 32_000, "B" * 32_000)] * 300), False),
    "a-workbook-of-a-workbook.xlsx": (lambda: zipped(**{"xl/workbook.xml": workbook(("a",))}), True),
    "right-to-left.csv": (lambda: ENDLESS + "\u202eA;\u202dB\u202c;Kooperation\n" * 20_000, False),
    "marks-without-letters.csv": (lambda: ENDLESS + "a" + "\u0301" * 200_000 + ";B;x\n", False),
    "zeros-between-letters.csv": (lambda: b"V\0o\0n\0;\0N\0a\0c\0h\0\n\0" + b"A\0;\0B\0\n\0" * 50_000, False),
    "digits-of-other-scripts.csv": (lambda: many(f"1;9;A;partner;{'٣' * 100};\n", 20_000, CORDIS), False),
    "powers-of-ten.csv": (lambda: many("1;9;A;partner;1e400000000;\n", 20_000, CORDIS), False),
    "not-a-number.csv": (lambda: many("1;9;A;partner;NaN;inf\n", 40_000, CORDIS), False),
    "amounts-of-minus.csv": (lambda: many(f"1;9;A;partner;{'-' * 50_000};\n", 20, CORDIS), False),
    "years-without-end.csv": (lambda: many(f"1;9;A;partner;1;{'9' * 100_000}-01-01\n", 10, CORDIS), False),
    "brackets-in-a-name.csv": (lambda: many(f"1;;{'(' * 50_000}A{')' * 50_000};partner;1;\n", 3, CORDIS), False),
    "forms-in-a-name.csv": (lambda: many(f"1;;{'GmbH & Co. KG ' * 5_000};partner;1;\n", 5, CORDIS), False),
    "capitals-in-a-name.csv": (lambda: many(f"1;;{'aaaaaaBbbbb' * 10_000};partner;1;\n", 5, CORDIS), False),
    "near-names.csv": (
        lambda: CORDIS + "".join(f"{n};;Institut für Messtechnik {n % 97} Nr {n};partner;1;\n" for n in range(15_000)),
        False,
    ),
    "a-surname-a-line.csv": (
        lambda: CORDIS + "".join(f"{n};;MUELLER{n} Anna;partner;1;\n" for n in range(20_000)),
        False,
    ),
    "deep-in-a-string.json": (lambda: json.dumps({"elements": [{"label": "{" * 1_000_000}], "connections": []}), False),
    "an-attribute-a-node.graphml": (
        lambda: GRAPHML.format("".join(f'<node id="{n}"><data key="k{n}">x</data></node>' for n in range(20_000))),
        False,
    ),
    "namespaces.graphml": (lambda: "<a " + " ".join(f'xmlns:n{n}="u{n}"' for n in range(100_000)) + "/>", True),
    "a-mapping-of-itself.akteursnetz-mapping.json": (
        lambda: MAPPING.format('{"ties":{"words":' + '{"from":' * 5_000 + "1" + "}" * 5_000 + "}}", "{}"),
        True,
    ),
}
FILES: dict[str, tuple[Callable[[], str | bytes], bool]] = {
    **{name: (lambda content=content: content, True) for name, (content, _) in REFUSED.items()},
    **MORE,
    **FURTHER,
}


def write_files(folder: Path) -> None:
    """Write all files."""
    for name, (content, _) in FILES.items():
        made = content()
        (folder / name).write_bytes(made.encode() if isinstance(made, str) else made)


def measure(folder: Path) -> Iterator[dict[str, object]]:
    """Take in each file; yield what was found, seconds and additional megabytes."""
    # before forking, so that each process starts with what the app has loaded
    from graph.intake.taking import IntakeAnswers, take
    from views.data.intake import report_lines
    from views.language.words import words

    take({"kanten.csv": b"Von;Nach\nA;B\n"}, IntakeAnswers())

    def told(found: Any) -> dict[str, object]:
        said = [line for line in report_lines(found.report, words("de")) if line]
        codes = sorted({issue.code for issue in found.issues})
        return {"codes": codes, "settled": found.is_settled, "lines": len(said)}

    return measured(folder, lambda path: take({path.name: path.read_bytes()}, IntakeAnswers()).translation, told)


if __name__ == "__main__":
    print(json.dumps(list(measure(Path(sys.argv[1])))))
