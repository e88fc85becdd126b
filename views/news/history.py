"""The history of a store as a feed: every change once, for all data, one element, a filtered view, or open points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256

from graph.export.feeds.atom import Feed, FeedEntry
from graph.slugs import slug
from store import Change, ChangeSet, Store
from views.address import codec
from views.address.parameters import Query
from views.editing.words import field
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.source import data_title, publisher
from views.fields.answer import part_of
from views.fields.question import field_asked
from views.language.words import capitalised, unmarked
from views.loaded import data_at
from views.news.changes import URN
from views.view import View

PAGE = 200  # changesets a page of the feed holds
_ENDS: Mapping[str, tuple[str, ...]] = {
    "links": ("from_id", "to_id", "within"),
    "events": ("project_id",),
    "identifiers": ("actor_id",),
}
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)


def history_feed(
    store: Store, link: str, language: str, *, before: int | None = None, own: str = "", home: str = ""
) -> Feed:
    """Return a page of the feed that follows a view, the latest change first.

    Parameters
    ----------
    store
        Where the data are kept.
    link
        Address of the view, ``""`` for everything.
    language
        ``de`` or ``en``.
    before
        Only changes with a smaller number, to read on where another page ended.
    own
        Address of the feed, for the link to the next page; ``""`` when it is not known.
    home
        Address of the app with a slash at its end, for links to profiles; ``""`` when it is not known.
    """
    view = view_of(data_at(store.address), link or "ueberblick", language)
    if view.page == "daten" and view.query.reiter == "offen":
        last = _last(store)
        return _framed(view, link, last, tuple(_open_points(view, last, home)), own=own)
    found = store.history(before=before, limit=PAGE)
    fits = _concerning(view)
    entries = (_entry(view, done, each, home) for done in found for each in done.changes if fits(each))
    more = "&" if "?" in own else "?"
    further = f"{own}{more}before={found[-1].id}" if own and len(found) == PAGE else ""
    return _framed(view, link, _last(store), tuple(entries), own=own, further=further)


def _framed(view: View, link: str, last: str, entries: tuple[FeedEntry, ...], *, own: str, further: str = "") -> Feed:
    return Feed(
        id=f"{URN}feed:{slug(data_title(view)) or 'x'}:{sha256(link.encode()).hexdigest()[:16]}",
        title=view.t("news.changes.title", title=data_title(view)),
        updated=last,
        author=publisher(view),
        language=view.t.language,
        entries=entries,
        own=own,
        further=further,
    )


def _last(store: Store) -> str:
    """Return when the data last changed."""
    return _moment(next((done.at for done in store.history(limit=1)), _NEVER))


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _concerning(view: View) -> Callable[[Change], bool]:
    """Return what tells whether a change concerns what a view shows."""
    fields = set(view.selection.kompetenzfelder)
    if field := field_asked(view):
        part, fields = part_of(view.whole, field), {field}
    elif named := set(named_elements(view.query)):
        return lambda change: not named.isdisjoint(_elements(change))
    elif view.selection.active:
        part = view.part
    else:
        return lambda _: True
    shown = {*part.actors["id"], *part.projects["id"]}
    return lambda change: not (shown.isdisjoint(_elements(change)) and fields.isdisjoint(_fields_of(change)))


def named_elements(asked: Query) -> tuple[str, ...]:
    """Return the actors and projects that a view is about by name; none where it is about all that fit."""
    several = (*asked.vergleich, *asked.dabei, *asked.vorgemerkt)
    return tuple(dict.fromkeys(name for name in (asked.id, asked.fokus, asked.partnervon, *several) if name))


def _fields_of(change: Change) -> Iterator[str]:
    """Fields of competence an actor or project had or has: it may have left the one that is followed."""
    for state in (change.before, change.after):
        yield from (field.strip() for field in (state or {}).get("kompetenzfelder", "").split(";"))


def _elements(change: Change) -> Iterable[str]:
    """Actors and projects a change is about, as they were and as they are."""
    if change.table in ("actors", "projects"):
        return (change.id,)
    states = [state for state in (change.before, change.after) if state]
    return (state[name] for state in states for name in _ENDS.get(change.table, ()) if state.get(name))


def _entry(view: View, done: ChangeSet, change: Change, home: str) -> FeedEntry:
    key = sha256(f"{change.table}\0{change.id}".encode()).hexdigest()[:20]
    return FeedEntry(
        id=f"{URN}change:{done.id}:{key}",
        title=_title(view, change),
        updated=_moment(done.at),
        summary="; ".join(_fields(view, change)),
        link=_profile(view, home, _elements(change)),
        category=done.action,
    )


def _profile(view: View, home: str, elements: Iterable[str]) -> str:
    """Return the address of the profile of the first of some elements that is still there."""
    known = next(iter(view.known(elements)), "") if home else ""
    return f"{home}{codec.address('steckbrief', id=known, lang=view.t.language)}" if known else ""


def _title(view: View, change: Change) -> str:
    t = view.t
    kind = "new" if change.before is None else "removed" if change.after is None else "changed"
    return t("news.entry", kind=capitalised(t(f"change.kind.{kind}")), what=_what(view, change))


def _what(view: View, change: Change) -> str:
    """Name what was changed; a tie by its ends."""
    t, cells = view.t, change.after or change.before or {}
    names = [view.names.get(element, element) for element in dict.fromkeys(_elements(change))]
    if change.table == "links" and len(names) > 1:
        return t("news.tie", start=names[0], kind=t.term("tie_kind", cells["kind"]), end=names[1])
    name = cells.get("name") or cells.get("title") or cells.get("key") or change.id
    return (
        t("news.detail", name=names[0], label=cells.get("label") or name) if _ENDS.get(change.table) and names else name
    )


def _fields(view: View, change: Change) -> Iterator[str]:
    """Say what each cell was and is, where a row was changed."""
    if change.before is None or change.after is None:
        return
    for each in change.fields:
        yield unmarked(field(view, change.table, each))


def _open_points(view: View, last: str, home: str) -> Iterator[FeedEntry]:
    """Yield the open points there are now, each under an id that stays as long as the point does."""
    table = exhibit_of(view).table
    for row in table.rows if table else ():
        said = [cell.text for cell in row if cell.text]
        key = sha256("\0".join(said).encode()).hexdigest()[:32]
        link = f"{home}{codec.address('daten', reiter='offen', lang=view.t.language)}" if home else ""
        title, more = " · ".join(said[:2]), "; ".join(said[2:])
        yield FeedEntry(id=f"{URN}open:{key}", title=title, updated=last, summary=more, link=link)
