"""Files of views for the command line."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from graph.errors import UnusableTemplateError
from graph.export import FORMATS, export
from graph.load import load
from graph.redaction import Redaction, redact
from graph.redaction.redact import COMPANIES
from views.exhibit.links import UnknownViewError, exhibit_of, view_of
from views.exhibit.portfolio import portfolio, redacted, redacted_states
from views.language.words import Words, words
from views.loaded import state_of, states_beside

# ending of a file -> format, where they differ
_ENDINGS = {"zip": "data_csv"}


def write(options: argparse.Namespace) -> int:
    """Write the file; 0 when that worked, else 1 with the reason on standard error."""
    t = words(options.language or "de")
    name = options.format or _format_of(options.to)
    if name not in FORMATS:
        print(t("export.command.unknown_format", name=name, formats=", ".join(FORMATS)), file=sys.stderr)
        return 1
    try:
        content = _content(options, name)
    except UnknownViewError as error:
        print(t("export.command.unknown_view", view=error), file=sys.stderr)
        return 1
    except UnusableTemplateError as error:
        print(template_error(t, error), file=sys.stderr)
        return 1
    options.to.write_bytes(content)
    print(t("export.command.written", name=options.to, size=t.number(len(content) / 1000)))
    return 0


def template_error(t: Words, error: UnusableTemplateError) -> str:
    """Say what is wrong with an organisation's template."""
    known = {"wanted": ", ".join(error.wanted), "found": ", ".join(error.found)}
    return t.entries[f"export.template.{error.code}"].format(**known)


def _content(options: argparse.Namespace, name: str) -> bytes:
    redaction, everything = redaction_of(options), load(options.source).dataset
    dataset = redact(everything, redaction)
    earlier = redacted_states(partial(state_of, states_beside(options.source)), everything, redaction)
    views = [view_of(dataset, link, options.language, earlier) for link in options.view]
    exhibits = [exhibit_of(view, link) for view, link in zip(views, options.view, strict=True)]
    made = portfolio(views[0], exhibits, title=options.title)
    made = redacted(made, views[0].t, redaction, draft=options.draft)
    if options.template:
        made = replace(made, template=options.template.read_bytes())
    return export(name, made).content


def redaction_of(options: argparse.Namespace) -> Redaction:
    """Return what the options ask to take out."""
    t = words(options.language or "de")
    return Redaction(
        amounts=options.without_amounts,
        anonymous_types=COMPANIES if options.anonymous_companies else frozenset(),
        types_only=options.types_only,
        confirmed_only=options.confirmed_only,
        key=options.key,
        label=t.entries["export.profile.company"],
        untyped=t("export.profile.untyped"),
    )


def _format_of(file: Path) -> str:
    ending = file.suffix.removeprefix(".").lower()
    return _ENDINGS.get(ending, ending)
