"""A portfolio as one web page: readable without scripts, with a live network where they run."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Any

from graph.export.exhibit import Exhibit, Portfolio
from graph.export.html.bundle import bundle, canvas_style, library, page_style
from graph.export.html.exhibits import section
from graph.export.html.tags import Tag, data, script, tag, written
from graph.export.pictures import DrawnNetwork
from graph.export.plain import one_line
from graph.picture import vis
from graph.picture.message import message

# nothing may be fetched, sent or framed; only the scripts of this page run
POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)


def web_page(portfolio: Portfolio) -> bytes:
    """Write a page that works from disk, without any request.

    A network needs vis-network, about 470 kB; a page without one is much smaller.
    """
    networks = [exhibit.picture for exhibit in portfolio.exhibits if _is_live(exhibit)]
    scripts = [script(library()), script(bundle())] if networks else []
    body = tag("body", children=[*_body(portfolio), *([_data(portfolio, networks), *scripts] if scripts else [])])
    head = _head(portfolio, [made.text or "" for made in scripts])
    return written(tag("html", children=[head, body], lang=portfolio.language)).encode()


def _is_live(exhibit: Exhibit) -> bool:
    return isinstance(exhibit.picture, DrawnNetwork) and bool(exhibit.picture.drawing.nodes)


def _head(portfolio: Portfolio, scripts: list[str]) -> Tag:
    hashes = " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in scripts)
    policy = POLICY.format(scripts=hashes or "'none'")
    return tag(
        "head",
        children=[
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=policy),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="referrer", content="no-referrer"),
            tag("meta", name="author", content=one_line(portfolio.author)),
            tag("title", one_line(portfolio.title)),
            tag("style", page_style()),
        ],
    )


def _data(portfolio: Portfolio, networks: list[Any]) -> Tag:
    return data(
        {
            "words": dict(portfolio.words),
            "canvas_words": dict(portfolio.canvas_words),
            "canvas_style": canvas_style(),
            "networks": [_network(shown) for shown in networks],
        },
        id="data",
    )


def _network(shown: DrawnNetwork) -> dict[str, Any]:
    return {
        "message": message(shown.drawing),
        "facts": list(shown.facts.items()),
        "fields": list(shown.fields.items()),
        "focus": next((node.id for node in shown.drawing.nodes if node.focus), None),
    }


def _body(portfolio: Portfolio) -> list[Tag]:
    words = portfolio.words
    number, sections = 0, []
    for place, exhibit in enumerate(portfolio.exhibits, 1):
        live = str(number) if _is_live(exhibit) else ""
        number += bool(live)
        sections.append(section(portfolio, exhibit, place, live))
    marks = [tag("div", children=[tag("span", portfolio.watermark)], class_="watermark", aria_hidden="true")]
    return [
        tag("a", words["skip"], href="#main", class_="skip"),
        _header(portfolio),
        tag("main", children=sections, id="main"),
        _footer(portfolio),
        *(marks if portfolio.watermark else []),
    ]


def _header(portfolio: Portfolio) -> Tag:
    words = portfolio.words
    as_of = words["as_of"].format(date=portfolio.as_of) if portfolio.as_of else ""
    below = " · ".join(part for part in (portfolio.subtitle, portfolio.author, as_of) if part)
    parts = [tag("h1", portfolio.title), tag("p", below, class_="quiet")]
    if portfolio.profile:
        parts.append(tag("p", words["profile"].format(profile=portfolio.profile), class_="profile"))
    if len(portfolio.exhibits) > 1:
        entries = [
            tag("li", children=[tag("a", exhibit.title, href=f"#ansicht-{place}")])
            for place, exhibit in enumerate(portfolio.exhibits, 1)
        ]
        parts.append(tag("nav", children=[tag("ol", children=entries)], aria_label=words["contents"]))
    parts.append(tag("button", words["print"], type="button", data_print=""))
    return tag("header", children=parts)


def _footer(portfolio: Portfolio) -> Tag:
    words = portfolio.words
    created = words["created"].format(date=portfolio.made_on) if portfolio.made_on else ""
    licence = f"{words['licence']}: {portfolio.licence}" if portfolio.licence else ""
    lines = (portfolio.author, created, licence, words["software"].format(version=vis.library_version()))
    return tag("footer", children=[tag("p", line) for line in lines if line])
