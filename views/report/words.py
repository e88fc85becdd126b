"""Sentences around a report: what it is about, and how far it is."""

from __future__ import annotations

from functools import partial

from graph.dataset import Dataset
from views.exhibit.frame import filters
from views.language.words import Words
from views.making import Making, key_of
from views.report.chapters import CHAPTERS
from views.report.order import REFUSALS, ReportOrder, carried_out, why_not
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
    t, active = view.t, filters(view) if kind != "webseite" else ()  # a site is always of all data
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
        Parts that are done, and all of them; the last one writes the file. Those of a website are its pages, twice.
    """
    if not of:
        return t("bericht.screen.reading")
    if order.kind == "webseite":
        pages = of // 2
        doing = "composed" if done < pages else "written"
        return t(f"bericht.screen.{doing}", n=t.number(done % pages + 1), of=t.number(pages))
    if done >= of - 1:
        return t("bericht.screen.file")
    if order.kind == "bericht":
        chapters = [name for name in CHAPTERS if name in order.sections]
        chapter = t(f"bericht.chapter.{chapters[done]}")
        return t("bericht.screen.chapter", chapter=chapter, n=t.number(done + 1), of=t.number(of - 1))
    return t("bericht.screen.part", n=t.number(done + 1), of=t.number(of - 1))


def format_name(t: Words, name: str) -> str:
    """Name of a format that can be ordered."""
    return t(f"bericht.format.{name}")


def ordered(t: Words, order: ReportOrder, dataset: Dataset, older: Dataset | None) -> Making:
    """Return how the file of an order is made.

    Parameters
    ----------
    t
        Words of the language.
    order
        What is wanted.
    dataset, older
        All data, and the state they are compared with.
    """
    return Making(
        format_name(t, order.format),
        key_of(order, order.template, dataset, older),
        partial(carried_out, order, dataset),
        partial(progress_sentence, t, order),
        REFUSALS,
        partial(why_not, t),
    )
