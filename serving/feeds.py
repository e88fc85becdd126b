"""Feeds of the store for feed readers: who has a token that was not revoked gets the changes, and nobody else."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph.export.feeds.atom import MIME, atom
from store import StoreError, region
from store.feeds import feed_of_token
from views.exhibit.home import public_address
from views.language.words import LANGUAGES
from views.news.history import history_feed

PATH = "/feed/{token}"


def routes() -> list[Route]:
    """Route of the feeds, without the base path."""
    return [Route(PATH, feed)]


async def feed(request: Request) -> Response:
    """Answer with a page of the feed a token belongs to; 404 for every other token."""
    asked = dict(parse_qsl(request.url.query))
    before, language = asked.get("before", ""), asked.get("lang", "")
    home = public_address() or str(request.url.replace(query="")).removesuffix(f"feed/{request.path_params['token']}")
    own = f"{home}feed/{request.path_params['token']}{f'?lang={language}' if language in LANGUAGES else ''}"
    number = int(before) if before.isdecimal() and len(before) < 16 else None
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    content = await run_in_threadpool(_content, request.path_params["token"], chosen, number, own, home)
    headers = {"Cache-Control": "no-store"}
    if content is None:
        return Response(status_code=404, headers=headers)
    return Response(content, media_type=MIME, headers=headers)


def _content(token: str, language: str, before: int | None, own: str, home: str) -> bytes | None:
    """Return a page of a feed; nothing when there is no such feed, or the store cannot be reached."""
    store = region.store_or_none()
    try:
        found = feed_of_token(store.engine, token) if store else None
        if store is None or found is None:
            return None
        return atom(history_feed(store, found.view, language, before=before, own=own, home=home))
    except StoreError:
        return None
