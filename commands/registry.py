"""Every command: a new one is a module and one line here.

The module has ``add_arguments(parser)`` and ``run(options) -> int``, which returns the exit status.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Command(NamedTuple):
    """Where a command is, as a name so that only the one that runs is loaded, and what it does in a line."""

    module: str
    what: str


COMMANDS: Mapping[str, Command] = {
    "serve": Command("commands.serve", "the web app on this machine, or where --host says"),
    "check": Command("commands.check", "everything found in the tables, so that a data repository can test itself"),
    "import": Command("commands.take_in", "tables into a store in which they are edited together"),
    "extract": Command("commands.extract", "a council paper as proposals of actors, projects, ties, amounts and dates"),
    "convert": Command(
        "commands.convert", "registers, lists, matrices, surveys and networks of any kind to our tables"
    ),
    "export": Command("commands.export", "a view as a file, such as slides, a handout or a table"),
    "report": Command("commands.report", "the report on the network as Word, OpenDocument or PDF file"),
    "profiles": Command("commands.profiles", "profiles of actors and projects as one booklet"),
    "motion": Command("commands.motion", "a draft for a council on two pages: facts, proposal, what it costs"),
    "tables": Command("commands.tables", "all tables as one workbook, for Excel or LibreOffice"),
    "publish": Command("commands.publish", "the region as a static website, a folder or a zip"),
    "feed": Command("commands.feed", "what changed as an Atom feed, or ends and dates to come as a calendar"),
    "measures": Command("commands.measures", "measures of actors, brokerage roles or figures on the network, as CSV"),
    "address": Command("commands.address", "the parameters of links, as a page of the documentation"),
    "schema": Command("commands.schema", "the format of the tables as Frictionless Table Schema, a JSON file each"),
}
