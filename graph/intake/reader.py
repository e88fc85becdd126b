"""A program that translates files handed in on its standard input, and writes what became of them.

It has few seconds of processor time and little memory; see `graph.intake.apart`.
"""

from __future__ import annotations

import base64
import json
import sys
from dataclasses import asdict

from graph.intake.convert import Translation
from graph.intake.report import TranslationReport
from graph.intake.taking import IntakeAnswers, TakenFiles, take
from graph.intake.written import written
from graph.reading.codes import finding
from graph.reading.reader import limit
from graph.reading.sheet import SheetReading


def main() -> None:
    """Read, translate, answer; what is too large for the memory is an answer too."""
    seconds, megabytes = (int(argument) for argument in sys.argv[1:3])
    given = json.load(sys.stdin)
    files = {name: base64.b64decode(content) for name, content in given["files"].items()}
    asked = IntakeAnswers(**{**given["asked"], "mappings": tuple(given["asked"]["mappings"])})
    del given
    limit(seconds, megabytes)
    try:
        taken = take(files, asked)
    except MemoryError:
        refusal = finding("reading-too-large", ", ".join(files))
        taken = TakenFiles(Translation(SheetReading((), (refusal,)), TranslationReport()))
    looks = [asdict(look) for look in taken.looks]
    json.dump({"translation": written(taken.translation), "looks": looks, "is_ours": taken.is_ours}, sys.stdout)


if __name__ == "__main__":
    main()
