"""Files made to harm the readers of registers, networks and mappings.

Run as a program, ``python -m tests.hostile_registers FOLDER`` takes in every file of a folder as the page does, in a
process of its own, and prints what was found, the processor time and the additional memory as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

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
FILES: dict[str, tuple[Callable[[], str | bytes], bool]] = {
    **{name: (lambda content=content: content, True) for name, (content, _) in REFUSED.items()},
    **MORE,
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
