"""A draft for a council or committee on two pages: facts, proposal, what it costs, annexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.export.report.document import Block, Bullets, Heading, Paragraph, ReportDocument, Run
from views.report.blocks import linked
from views.report.chapters import ReportScope
from views.report.document import ReportRequest, frame

_FACTS: tuple[tuple[str, dict[str, str]], ...] = (
    ("ueberblick", {}),
    ("foerderung", {"reiter": "fluss"}),
    ("rollen", {"reiter": "rang"}),
    ("kompetenzfelder", {"reiter": "felder"}),
)


def motion(asked: ReportRequest, proposals: Sequence[str] = ()) -> ReportDocument:
    """Draft a paper.

    Parameters
    ----------
    asked
        The data and how the file is handed out; its chapters are not looked at.
    proposals
        What is to be decided, one sentence each; without any, the place stays open and says so.
    """
    title = asked.view.t("bericht.motion.title")
    document = replace(frame(asked, title), blocks=tuple(_blocks(asked, proposals)), contents=False)
    return replace(document, watermark=asked.view.t("export.profile.draft"))


def _blocks(asked: ReportRequest, proposals: Sequence[str]) -> Iterator[Block]:
    t, scope = asked.view.t, ReportScope(asked.view, asked.address)
    yield Heading(t("bericht.motion.proposal"))
    yield Bullets(tuple(Paragraph((Run(text),)) for text in proposals or (t("bericht.motion.no_proposal"),)))
    yield Heading(t("bericht.motion.facts"))
    for page, parameters in _FACTS:
        exhibit = scope.exhibit(page, **parameters)
        if exhibit.sentence:
            yield linked(exhibit.sentence, exhibit.link)
    yield Heading(t("bericht.motion.costs"))
    ending = scope.exhibit("foerderung", reiter="klippe")
    yield linked(ending.sentence, ending.link)
    for remark in ending.remarks:
        yield replace(linked(remark, ending.link), quiet=True)
    yield Heading(t("bericht.motion.annexes"))
    yield Paragraph((Run(t("bericht.motion.annex_report")),))
    yield Paragraph((Run(ending.source),), quiet=True)
