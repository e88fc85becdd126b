"""Files of strangers are translated in a process of their own, within the limits of `graph.reading.apart`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from graph.intake.convert import Translation
from graph.intake.report import TranslationReport
from graph.intake.taking import IntakeAnswers, TakenFiles, plain, take
from graph.intake.written import looks_of, read_back
from graph.reading.apart import answer_apart, encoded, is_harmless, refused_by
from graph.reading.codes import finding
from graph.reading.sheet import SheetReading


def take_apart(
    files: Mapping[str, bytes], asked: IntakeAnswers, wanted: Callable[[], bool] = lambda: True
) -> TakenFiles:
    """Translate uploaded files within limits of processor time and memory.

    Parameters
    ----------
    files
        Content by name.
    asked
        What a person says of them.
    wanted
        Asked several times a second; when it says no, the process is ended.

    Returns
    -------
    Taken
        With a finding and nothing else when a limit was reached.

    Raises
    ------
    UnusableRegionError, UnusableRecipeError
        When the region or a mapping is none.
    NobodyWaitsError
        When the result is not wanted any longer.
    """
    if is_harmless(files):
        return take(files, asked)
    given = {"files": encoded(files), "asked": plain(asked)}
    status, answer = answer_apart("graph.intake.reader", given, wanted)
    if status:
        name = ", ".join(files)
        return TakenFiles(Translation(SheetReading((), (finding(refused_by(status), name),)), TranslationReport()))
    document = json.loads(answer)
    return TakenFiles(read_back(document["translation"]), looks_of(document["looks"]), document["is_ours"])
