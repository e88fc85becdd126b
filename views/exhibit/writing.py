"""Files of views for the command line."""

from __future__ import annotations

import argparse
import codecs
import io
import sys
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.dataset import Dataset
from graph.errors import NobodyHiddenError, UnusableTemplateError
from graph.export import FORMATS
from graph.redaction import Redaction, company_types, ensure_somebody_is_hidden, matching_types, types_of
from store import StoreError, load
from views.address.codec import path
from views.exhibit.asked import NoFileError, states_asked, with_something, with_state_id
from views.exhibit.home import public_address
from views.exhibit.links import UnknownViewError, has_exhibit, view_of
from views.exhibit.mappe import LANDING, Kept, Mappe, added, asked_view
from views.exhibit.order import GoneError, Order, carried_out, redaction_of
from views.exhibit.refused import unknown_asked
from views.language.words import Words, words
from views.progress import no_progress
from views.view import View

# ending of a file -> format, where they differ and the format has no longer one of its own
_ENDINGS = {"zip": "data_csv"}


class UnknownAskedError(ValueError):
    """A link asks for something that is not in the data."""


def write(options: argparse.Namespace) -> int:
    """Write the file; 0 when that worked, else 1 with the reason on standard error."""
    t = words(options.language or "de")
    name = options.format or _format_of(options.to)
    if name not in FORMATS:
        print(t("export.command.unknown_format", name=name, formats=", ".join(FORMATS)), file=sys.stderr)
        return 1
    try:
        content = _content(options, name)
    except REFUSALS as error:
        print(refusal(t, error), file=sys.stderr)
        return 1
    for file, part in laid_out(options.to, content).items():
        file.write_bytes(part)
        print(t("export.command.written", name=str(file), size=t.number(len(part) / 1000)))
    return 0


def laid_out(file: Path, content: bytes) -> Mapping[Path, bytes]:
    """Return the files to write: those of an archive one by one when the name asked for ends as they do.

    Who asks for ``netz.svg`` opens it as a picture, so it must not be an archive of two. The first takes the name, each
    other one adds its own. Tables follow each other in one file, because it must say what it leaves out and where it
    comes from when it is passed on alone.
    """
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return {file: content}
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    if any(Path(name).suffix != file.suffix for name in parts):
        return {file: content}
    if all(part.startswith(codecs.BOM_UTF8) for part in parts.values()):
        return {file: codecs.BOM_UTF8 + b"\n".join(part.removeprefix(codecs.BOM_UTF8) for part in parts.values())}
    return {
        file.with_name(f"{file.stem}-{name}") if place else file: part
        for place, (name, part) in enumerate(parts.items())
    }


def nobody_hidden(t: Words, error: NobodyHiddenError) -> str:
    """Say that nobody has a type that was to be anonymous, and which types there are."""
    named = [kind or t("export.profile.untyped") for kind in error.types]
    types = t.names(named) if named else t("format.missing.none")
    if not error.asked:
        return t("export.refused.no_companies", types=types)
    return t("export.refused.nobody", asked=t.names(error.asked), types=types)


def template_error(t: Words, error: UnusableTemplateError) -> str:
    """Say what is wrong with an organisation's template."""
    known = {"wanted": ", ".join(error.wanted), "found": ", ".join(error.found)}
    return t.entries[f"export.template.{error.code}"].format(**known)


# why there may be no file -> its sentence
_REASONS: Mapping[type[Exception], Callable[[Words, Any], str]] = {
    NoFileError: lambda _, error: str(error),
    NobodyHiddenError: nobody_hidden,
    UnusableTemplateError: template_error,
    UnknownViewError: lambda t, error: t("export.command.unknown_view", view=error),
    UnknownAskedError: lambda t, error: t("export.command.unknown_asked", asked=error),
    StoreError: lambda t, error: t.entries[f"store.{error.code}"],
    GoneError: lambda t, _: t("export.refused.gone"),
}
REFUSALS = tuple(_REASONS)


def refusal(t: Words, error: Exception) -> str:
    """Say why there is no file: one of `REFUSALS`."""
    return next(say(t, error) for kind, say in _REASONS.items() if isinstance(error, kind))


def _content(options: argparse.Namespace, name: str) -> bytes:
    dataset = with_something(load(options.source).dataset, options)
    states = states_asked(options)
    links = [with_state_id(link, str(options.source)) for link in options.view]
    asked = [view_of(dataset, link, options.language) for link in links]
    for view in asked:
        if unknown := unknown_asked(view):
            raise UnknownAskedError(", ".join(unknown))
    order = Order(
        added(Mappe(options.title), *(_kept(view) for view in asked)),
        name,
        options.language or asked[0].t.language,
        redaction=redaction(options, dataset),
        draft=options.draft,
        template=options.template.read_bytes() if options.template else None,
        layout=options.layout,
        address=public_address(),
        states=states,
    )
    return carried_out(order, dataset, no_progress).content


def _kept(view: View) -> Kept:
    if not has_exhibit(view.page, view.query.reiter):
        raise UnknownViewError(path(view.page))
    return asked_view(view.page or LANDING, view.query, "")


def redaction(options: argparse.Namespace, dataset: Dataset) -> Redaction:
    """Return what the options ask to take out.

    Raises
    ------
    NobodyHiddenError
        If actors of some type are to be anonymous and there are none.
    """
    names = {
        "amounts": options.without_amounts,
        "companies": options.anonymous_companies or bool(options.anonymous_types),
        "types": options.types_only,
        "confirmed": options.confirmed_only,
    }
    made = redaction_of(
        frozenset(name for name, is_asked in names.items() if is_asked), options.language or "de", options.key
    )
    if not names["companies"]:
        return made
    companies = company_types(dataset) if options.anonymous_companies else frozenset()
    if options.anonymous_companies and not companies:
        raise NobodyHiddenError((), types_of(dataset))
    ensure_somebody_is_hidden(dataset, companies | set(options.anonymous_types))
    return replace(made, anonymous_types=companies | matching_types(dataset, options.anonymous_types)[0])


def _format_of(file: Path) -> str:
    name, ending = file.name.lower(), file.suffix.removeprefix(".").lower()
    longer = {code: entry.suffix for code, entry in FORMATS.items() if "." in entry.suffix}
    found = next((code for code, suffix in longer.items() if name.endswith(f".{suffix}")), ending)
    return _ENDINGS.get(found, found)
