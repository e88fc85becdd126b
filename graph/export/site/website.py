"""A website as files: path -> content. The same site is the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.export.html.bundle import bundle, canvas_style, library, page_style
from graph.export.pictures import DrawnNetwork
from graph.export.plain import cleaned
from graph.export.site.document import Edition, Page, Site, SiteSection
from graph.export.site.folder import LISTING, listing
from graph.export.site.shell import Shell
from graph.export.step import Step, no_step
from graph.export.svg.page import picture_svg

_STATIC = Path(__file__).parent / "static"
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def website(site: Site, step: Step = no_step) -> dict[str, bytes]:
    """Write a website.

    Parameters
    ----------
    site
        What it says.
    step
        Called before each page with its number, from 1, and the number of all; raise in it to stop.

    Returns
    -------
    dict
        Path -> content.
    """
    count, number = sum(len(edition.pages) for edition in site.editions), 0
    files = {**_assets(), **site.files}
    shell = Shell(site)
    for edition in site.editions:
        files[f"{edition.base}assets/suche.js"] = _index(edition)
        for page in edition.pages:
            number += 1
            step(number, count)
            files |= dict(_page(shell, edition, page, files))
        for path, target in edition.moved.items():
            files[f"{edition.base}{path}"] = shell.moved(edition, path, target)
    if site.address:
        files |= _for_robots(site)
    files |= shell.signs
    return dict(sorted({**files, LISTING: listing(files)}.items()))


def _assets() -> dict[str, bytes]:
    own = {f"assets/{path.name}": path.read_bytes() for path in sorted(_STATIC.iterdir())}
    made = {"vis-network.js": library(), "netzwerk.js": bundle(), "site.css": page_style(_STATIC / "site.css")}
    return {**own, **{f"assets/{name}": text.encode() for name, text in made.items()}}


def _index(edition: Edition) -> bytes:
    """Return what the search knows, as a script: a page opened from disk may not read other files."""
    rows = [[entry.name, list(entry.others), entry.kind, entry.path] for entry in edition.entries]
    return f"window.AKTEURSNETZ_INDEX = {_json(rows)};\n".encode()


def _pictures(edition: Edition, page: Page, known: Mapping[str, bytes]) -> dict[str, tuple[str, bytes]]:
    """Return path and content of each picture of a page; one without words is the same in every language."""
    made = {}
    for section in page.sections:
        if section.name and (drawn := picture_svg(section.exhibit, edition.file_words).encode()):
            shared = f"bilder/{section.name}.svg"
            own = shared if known.get(shared, drawn) == drawn else f"{edition.base}{shared}"
            made[section.name] = (own, drawn)
    return made


def _page(shell: Shell, edition: Edition, page: Page, known: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    pictures = _pictures(edition, page, known)
    yield from pictures.values()
    paths = {name: path for name, (path, _) in pictures.items()}
    yield f"{edition.base}{page.path}", shell.page(edition, page, networks(edition, page.sections), paths)
    for section in page.sections:
        if section.name:
            path, data = f"einbetten/{section.name}.html", networks(edition, (section,))
            yield f"{edition.base}{path}", shell.embedded(edition, page, section, data, paths)


def networks(edition: Edition, sections: tuple[SiteSection, ...]) -> str:
    """Return the live networks of a page as a document of JSON; ``""`` when it has none."""
    from graph.picture.message import message  # noqa: PLC0415  # loads pyvis

    live = [s.exhibit.picture for s in sections if is_live(s) and isinstance(s.exhibit.picture, DrawnNetwork)]
    if not live:
        return ""
    made: dict[str, Any] = {
        "words": {**edition.file_words, "profile": edition.words["profile"]},
        "canvas_words": dict(edition.canvas_words),
        "canvas_style": canvas_style(),
        "networks": [
            {
                "message": message(shown.drawing),
                "facts": list(shown.facts.items()),
                "fields": list(shown.fields.items()),
                "focus": next((node.id for node in shown.drawing.nodes if node.focus), None),
                "pages": [
                    [node.id, edition.places[f"steckbrief?id={node.id}"]]
                    for node in shown.drawing.nodes
                    if f"steckbrief?id={node.id}" in edition.places
                ],
            }
            for shown in live
        ],
    }
    return _json(made)


def is_live(section: SiteSection) -> bool:
    """Whether a section has a network one can walk through."""
    shown = section.exhibit.picture
    return section.live and isinstance(shown, DrawnNetwork) and bool(shown.drawing.nodes)


def _json(content: Any) -> str:  # noqa: ANN401 - a document of JSON holds anything
    return json.dumps(cleaned(content), ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _for_robots(site: Site) -> dict[str, bytes]:
    """Return the map of the site for search engines, which needs full addresses."""
    paths = [f"{edition.base}{page.path}" for edition in site.editions for page in edition.pages]
    lines = "".join(f"<url><loc>{site.address}{path}</loc></url>\n" for path in paths)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    robots = f"User-agent: *\nAllow: /\nSitemap: {site.address}sitemap.xml\n"
    return {"sitemap.xml": f"{head}{lines}</urlset>\n".encode(), "robots.txt": robots.encode()}
