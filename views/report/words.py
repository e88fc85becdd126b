"""Sentences around a report: what it is about, and how far it is."""

from __future__ import annotations

from views.exhibit.frame import filters
from views.language.words import Words
from views.report.chapters import CHAPTERS
from views.report.order import ReportOrder
from views.view import View


def scope_sentence(view: View, kind: str) -> str:
    """Say on what data something is written.

    Parameters
    ----------
    view
        Its filters are the scope.
    kind
        Key of `views.report.order.KINDS`.
    """
    t, active = view.t, filters(view)
    scope = t("bericht.screen.filtered", filters=", ".join(active)) if active else t("bericht.screen.everything")
    return f"{t(f'bericht.screen.says.{kind}')} {scope}"


def progress_sentence(t: Words, order: ReportOrder, done: int, of: int) -> str:
    """Say which part is being written.

    Parameters
    ----------
    t
        Words of the language.
    order
        What is written.
    done, of
        Parts that are done, and all of them; the last one writes the file.
    """
    if of and done >= of - 1:
        return t("bericht.screen.file")
    if order.kind == "bericht" and of:
        chapters = [name for name in CHAPTERS if name in order.sections]
        chapter = t(f"bericht.chapter.{chapters[done]}")
        return t("bericht.screen.chapter", chapter=chapter, n=t.number(done + 1), of=t.number(of - 1))
    return t("bericht.screen.part", n=t.number(done + 1), of=t.number(max(of - 1, 1)))
