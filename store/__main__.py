"""``python -m store COMMAND``: what those who run the server do with a store, without a screen."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from store import StoreError, back_up, open_store, restore
from store.changes import ChangeSet
from store.errors import NotAllowedError
from store.intake import OPERATOR
from store.people import Role
from store.register import LastAdminError, appoint, everybody

Command = Callable[[argparse.Namespace], Iterator[str]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 when that worked, else 1 with the code of the fault on standard error."""
    options = _parser().parse_args(arguments)
    try:
        for line in COMMANDS[options.command](options):
            print(line)
    except (StoreError, NotAllowedError, LastAdminError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m store")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")
    for name, command in COMMANDS.items():
        described = commands.add_parser(name, help=(command.__doc__ or "").splitlines()[0])
        described.add_argument("address", metavar="ADDRESS", help="sqlite:///var/region.db or postgresql://...")
        for flag, settings in _ARGUMENTS[name].items():
            described.add_argument(flag, **settings)
    return parser


def show_history(options: argparse.Namespace) -> Iterator[str]:
    """Print the last changes: number, time, person, action, rows, own words."""
    with closing(open_store(options.address)) as store:
        for done in store.history(limit=options.limit):
            yield _line(done)


def show_states(options: argparse.Namespace) -> Iterator[str]:
    """Print the named states: revision, time, person, name."""
    with closing(open_store(options.address)) as store:
        for state in store.states():
            yield _row(state.revision, f"{state.at:%Y-%m-%d %H:%M}", state.who, state.name)


def export(options: argparse.Namespace) -> Iterator[str]:
    """Write the tables as CSV files into a folder, by default as they are, else as of a state or a revision."""
    with closing(open_store(options.address)) as store:
        named = {state.name: state.revision for state in store.states()}
        revision = named.get(options.state, options.revision)
        if options.state and options.state not in named:
            raise StoreError("not-found", options.state)
        options.to.mkdir(parents=True, exist_ok=True)
        for name, content in store.files(revision).items():
            (options.to / name).write_bytes(content)
            yield str(options.to / name)


def copy(options: argparse.Namespace) -> Iterator[str]:
    """Copy an SQLite store into a new file while others work."""
    back_up(options.address, options.to)
    yield str(options.to)


def bring_back(options: argparse.Namespace) -> Iterator[str]:
    """Make a backup the store of an address at which there is none."""
    restore(options.copy, options.address)
    yield str(options.address)


def about(options: argparse.Namespace) -> Iterator[str]:
    """Print everything that holds a text, as JSON."""
    with closing(open_store(options.address)) as store:
        yield store.about(OPERATOR, options.text).as_json()


def erase(options: argparse.Namespace) -> Iterator[str]:
    """Take a text out of data, history, states and documents, for good."""
    with closing(open_store(options.address)) as store:
        for name, count in asdict(store.erase(OPERATOR, options.text)).items():
            yield _row(name, count if isinstance(count, int) else " ".join(count))


def show_people(options: argparse.Namespace) -> Iterator[str]:
    """Print who ever logged in: role, day of the first login, identifier, name, provider of the login."""
    with closing(open_store(options.address)) as store:
        for person in everybody(store.engine):
            yield _row(person.role, person.since, person.subject, person.name, person.issuer)


def give_role(options: argparse.Namespace) -> Iterator[str]:
    """Give a role to somebody who logged in, for example to the first admin."""
    with closing(open_store(options.address)) as store:
        called = [person for person in everybody(store.engine) if person.subject == options.subject]
        known = [person for person in called if options.issuer in ("", person.issuer)]
        if len(known) != 1:
            raise StoreError("not-found", f"{options.subject}: {len(known)} people of that identifier; --issuer?")
        appoint(store.engine, known[0].issuer, known[0].subject, Role(options.role))
        yield _row(options.role, known[0].subject, known[0].name)


def _line(done: ChangeSet) -> str:
    undone = f"undone by {done.undone_by}" if done.undone_by else ""
    return _row(done.id, f"{done.at:%Y-%m-%d %H:%M:%S}", done.who, done.action, len(done.changes), done.label, undone)


def _row(*cells: object) -> str:
    """Return cells in one line without characters a terminal would obey."""
    texts = ("".join(sign if sign.isprintable() else " " for sign in str(cell)) for cell in cells)
    return "\t".join(texts).rstrip("\t")


COMMANDS: Mapping[str, Command] = {
    "history": show_history,
    "states": show_states,
    "export": export,
    "backup": copy,
    "restore": bring_back,
    "about": about,
    "erase": erase,
    "people": show_people,
    "role": give_role,
}
_ARGUMENTS: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "history": {"--limit": {"type": int, "default": 50}},
    "states": {},
    "export": {
        "--to": {"type": Path, "required": True, "metavar": "FOLDER"},
        "--revision": {"type": int, "help": "number of a change"},
        "--state": {"default": "", "help": "name of a state"},
    },
    "backup": {"--to": {"type": Path, "required": True, "metavar": "FILE"}},
    "restore": {"copy": {"type": Path, "metavar": "COPY"}},
    "about": {"text": {}},
    "erase": {"text": {}},
    "people": {},
    "role": {
        "subject": {"metavar": "IDENTIFIER"},
        "role": {"choices": [str(role) for role in Role]},
        "--issuer": {"default": "", "help": "provider of the login, where several share the identifier"},
    },
}


if __name__ == "__main__":
    sys.exit(main())
