"""The site in one language: its pages, menu, foot, and what its search finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from graph.dataset import unpacked
from graph.export.feeds.atom import MIME
from graph.export.linked.jsonld import WebNames
from graph.export.site.document import KEYS, Edition, IndexEntry, Link, Page
from views import foot
from views.elements.search import entries
from views.exhibit.source import as_of, data_title
from views.exhibit.words import file_words
from views.language.words import Words, unmarked
from views.network.canvas_words import picture_words
from views.publishing.files import FEED, file_title
from views.publishing.pages import listed_pages, pages
from views.publishing.places import field_paths, places, profile_paths, stems
from views.publishing.profiles import field_pages, profile_pages
from views.report.chapters import ReportScope
from views.view import View

_SEARCH = "suche.html"
_OF_THE_SITE = ("privacy", "accessibility")  # what the site itself has something to say about


@dataclass(frozen=True, slots=True)
class EditionRequest:
    """What a site is asked to be.

    Attributes
    ----------
    view
        The data, in the language of the edition, and the earlier state.
    base
        Folder of the edition, with a slash at its end.
    app
        Where the app stands, for links; ``""`` for none.
    profile
        What was taken out of the data, in words.
    draft
        Whether it says that it is a draft.
    files
        Paths of what is there to download, with sizes in bytes.
    names
        What elements are called in the web.
    """

    view: View
    base: str
    app: str
    profile: str
    draft: bool
    files: Mapping[str, int]
    names: WebNames


def _nothing() -> None:
    """Tell nobody."""


def page_count(view: View) -> int:
    """Return how many pages the site has in the language of a view; the search is one of them."""
    return sum(map(len, (listed_pages(view), field_paths(view), profile_paths(view), foot.PARTS))) + 1


def edition(asked: EditionRequest, tell: Callable[[], None] = _nothing) -> Edition:
    """Return the site in the language of a view.

    Parameters
    ----------
    asked
        What it is asked to be.
    tell
        Called for each page that is put together; raise in it to stop.
    """
    view, t = asked.view, asked.view.t
    scope = ReportScope(view, asked.app)
    of_data = (pages(scope), field_pages(scope), profile_pages(scope, None if asked.base else asked.names))
    made = list(_told(chain(*of_data), tell))
    return Edition(
        language=t.language,
        base=asked.base,
        title=data_title(view),
        subtitle=t("bericht.as_of", date=as_of(view)),
        words={key: t.entries[f"publishing.shell.{key}"] for key in KEYS},
        file_words=file_words(t),
        canvas_words=picture_words(t.entries),
        menu=tuple(Link(page.title, page.path) for page in made if "/" not in page.path),
        foot=_foot(view),
        pages=(*_completed(asked, made), *_told(_own_pages(view), tell)),
        places=places(view),
        entries=tuple(_entries(view, made)),
        lines=tuple(_lines(asked)),
        moved=_moved(view),
        watermark=t("export.profile.draft") if asked.draft else "",
        feeds=(Link(t("news.changes.title", title=data_title(view)), f"{_up(asked)}{FEED}", MIME),),
    )


def _told(made: Iterable[Page], tell: Callable[[], None]) -> Iterator[Page]:
    for page in made:
        tell()
        yield page


def _own_pages(view: View) -> Iterator[Page]:
    """Yield the pages that show no view: those of the foot, and the search."""
    for part in foot.PARTS:
        yield Page(f"{part}.html", view.t(f"shell.foot.{part}"), paragraphs=_said(view, part))
    yield Page(_SEARCH, view.t("publishing.search"), searches=True)


def _completed(asked: EditionRequest, made: Sequence[Page]) -> Iterator[Page]:
    """Add what leads on to the pages of views."""
    view, t = asked.view, asked.view.t
    fields = tuple(Link(field, path) for field, path in field_paths(view).items())
    for page in made:
        if page.path in ("index.html", "felder.html") and fields:
            yield replace(page, links={t("publishing.fields"): fields})
        elif page.path == "daten.html":
            yield replace(page, links={t("publishing.downloads"): _downloads(asked)})
        else:
            yield page


def _downloads(asked: EditionRequest) -> tuple[Link, ...]:
    t, up = asked.view.t, _up(asked)
    return tuple(
        Link(_named(t, path), f"{up}{path}", t("publishing.size", size=t.number(max(size / 1000, 1))))
        for path, size in asked.files.items()
    )


def _up(asked: EditionRequest) -> str:
    """Return the way from the edition to the root of the site, where what all share stands."""
    return "../" * asked.base.count("/")


def _named(t: Words, path: str) -> str:
    name = path.rpartition("/")[2]
    title = file_title(t, name)
    return f"{title} ({name})" if title != name else name


def _foot(view: View) -> tuple[Link, ...]:
    return tuple(Link(view.t(f"shell.foot.{part}"), f"{part}.html") for part in foot.PARTS)


def _said(view: View, part: str) -> tuple[str, ...]:
    """Say what about.csv says of a part, and what the site says of itself; the app's own words are not those."""
    about, of_app = view.whole.about.get(part, ""), {view.t(f"shell.foot.{name}_app") for name in _OF_THE_SITE}
    said = [unmarked(text) for text in foot.said(view, part) if text not in of_app]
    own = [view.t(f"publishing.{part}")] if part in _OF_THE_SITE else []
    return (*said[: 1 if about else 0], *own, *said[1 if about else 0 :])


def _lines(asked: EditionRequest) -> Iterator[str]:
    view, t = asked.view, asked.view.t
    about = view.whole.about
    yield " · ".join(part for part in (about.get("publisher", ""), t("bericht.as_of", date=as_of(view))) if part)
    if licence := about.get("licence", ""):
        yield f"{t('export.file.licence')}: {licence}"
    if asked.profile:
        yield t("bericht.profile", profile=asked.profile)


def _entries(view: View, made: Sequence[Page]) -> Iterator[IndexEntry]:
    """Yield what the search finds: actors and projects first, then fields and the other pages."""
    t, paths = view.t, profile_paths(view)
    kinds = {row: t.recorded(kind) for row, kind in unpacked(view.whole.actors, "id", "type")}
    for entry in entries(view.whole):
        what = t("term.mode.actor") if entry.id in view.types else t("term.mode.project")
        kind = " · ".join(part for part in (what, kinds.get(entry.id, "")) if part)
        yield IndexEntry(entry.label, tuple(name for name in entry.names if name != entry.label), kind, paths[entry.id])
    for field, path in field_paths(view).items():
        yield IndexEntry(field, (), t("publishing.field"), path)
    for page in made:
        if "/" not in page.path:
            yield IndexEntry(page.title, (), t("publishing.page_kind"), page.path)


def _moved(view: View) -> Mapping[str, str]:
    """Return the paths of profiles in the earlier state whose elements have the same name and another id now."""
    if view.older is None:
        return {}
    now = profile_paths(view)
    moved: dict[str, str] = {}
    for folder, old, new in (
        ("akteure", view.older.actors, view.whole.actors),
        ("projekte", view.older.projects, view.whole.projects),
    ):
        ids = dict(zip(new["name"], new["id"], strict=True))
        for key, name, stem in zip(old["id"], old["name"], stems(old["id"]).values(), strict=True):
            path = f"{folder}/{stem}.html"
            if key not in now and name in ids and path not in now.values():
                moved[path] = now[ids[name]]
    return moved
