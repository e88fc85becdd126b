"""The report as a document, and its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.errors import AkteursnetzError
from graph.export.report.document import KEYS, Block, Heading, ReportDocument
from graph.history.activity import as_of_day
from views.exhibit.source import as_of, data_title
from views.language.words import Words
from views.report.chapters import CHAPTERS, USUAL, ReportScope
from views.view import View


class UnknownSectionError(AkteursnetzError, ValueError):
    """A report was asked for with a chapter that does not exist."""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What a report is asked to be.

    Attributes
    ----------
    view
        The data, the filters (its scope) and the earlier state.
    sections
        Chapters by their names in `views.report.chapters.CHAPTERS`, in the order of that registry.
    address
        Where the app stands, for links; ``""`` for none.
    profile
        What was taken out of the data, in words.
    draft
        Whether it says that it is a draft.
    template
        An organisation's own Word file.
    """

    view: View
    sections: Sequence[str] = USUAL
    address: str = ""
    profile: str = ""
    draft: bool = False
    template: bytes | None = None


def document_of(asked: ReportRequest, step: Callable[[int, int], None] = lambda *_: None) -> ReportDocument:
    """Write the report.

    Parameters
    ----------
    asked
        What it is to be.
    step
        Called before each chapter with its number, from 1, and the number of all; raise in it to stop.

    Raises
    ------
    UnknownSectionError
        When a chapter does not exist.
    """
    view = asked.view
    title = view.t("bericht.title", region=view.whole.about.get("region", "") or data_title(view))
    return replace(frame(asked, title), blocks=tuple(_blocks(asked, step)))


def frame(asked: ReportRequest, title: str) -> ReportDocument:
    """Return a document without blocks: who hands it out, on which data, and what was taken out of them.

    Parameters
    ----------
    asked
        What it is to be.
    title
        On the first page.
    """
    t, view = asked.view.t, asked.view
    profile = t("bericht.profile", profile=asked.profile) if asked.profile else ""
    return ReportDocument(
        title=title,
        subtitle=t("bericht.subtitle", date=as_of(view)),
        blocks=(),
        words=document_words(t),
        language=t.language,
        author=view.whole.about.get("publisher", ""),
        licence=view.whole.about.get("licence", ""),
        footer=" · ".join(part for part in (data_title(view), t("bericht.as_of", date=as_of(view)), profile) if part),
        day=as_of_day(view.whole) or date(2000, 1, 1),
        watermark=t("export.profile.draft") if asked.draft else "",
        template=asked.template,
    )


def document_words(t: Words) -> Mapping[str, str]:
    """Words every document needs, those inside its pictures among them."""
    in_pictures = {key: t.entries[f"export.file.{key}"] for key in ("unconnected", "unconnected_hubs", "no_amount")}
    return in_pictures | {key: t.entries[f"bericht.document.{key}"] for key in KEYS}


def _blocks(asked: ReportRequest, step: Callable[[int, int], None]) -> Iterator[Block]:
    unknown = [name for name in asked.sections if name not in CHAPTERS]
    if unknown:
        raise UnknownSectionError(", ".join(unknown))
    scope, chosen = ReportScope(asked.view, asked.address), [name for name in CHAPTERS if name in asked.sections]
    for number, name in enumerate(chosen, 1):
        step(number, len(chosen))
        yield Heading(asked.view.t(f"bericht.chapter.{name}"))
        yield from CHAPTERS[name](scope)
