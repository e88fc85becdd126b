"""When projects run, from their own dates, their events and their status."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from graph.dataset import Dataset, unpacked
from graph.dates import reach
from graph.history.spans import Days, Span, possible_days, span
from graph.vocabulary import Status


def days_of_projects(dataset: Dataset) -> list[Days | None]:
    """First and last day on which each project may run."""
    projects, events = dataset.projects, event_spans(dataset)
    today = reach(dataset.as_of)[1] or date.max
    rows = unpacked(projects, "id", "status", "start", "end")
    return [
        possible_days(span(start, end), events.get(key, ()), running=today if status == Status.ONGOING else None)
        for key, status, start, end in rows
    ]


def event_spans(dataset: Dataset) -> dict[str, list[Span]]:
    """Dated events of each project."""
    events = dataset.events
    spans: dict[str, list[Span]] = defaultdict(list)
    for project, start, end in unpacked(events, "project_id", "start", "end"):
        if (when := span(start, end)).dated:
            spans[project].append(when)
    return dict(spans)
