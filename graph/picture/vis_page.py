"""A vis-network document as one page: nothing is fetched, and every text is only ever text."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import Any

_POLICY = "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
_STYLE = "html,body{margin:0;font-family:sans-serif}#network{width:%s;height:%s;background:%s}"
# titles become text on a page of their own: vis-network would show an element as it is, a text as text
_START = """
const held = JSON.parse(document.getElementById("data").textContent);
const plain = (items) => items.map((item) => {
  if (item.title === undefined) return item;
  const shown = document.createElement("div");
  shown.textContent = item.title;
  return { ...item, title: shown };
});
const data = { nodes: new vis.DataSet(plain(held.nodes)), edges: new vis.DataSet(plain(held.edges)) };
new vis.Network(document.getElementById("network"), data, held.options);
"""


def offline_page(content: dict[str, Any], library: str, *, title: str, width: str, height: str, paper: str) -> str:
    """Write the page.

    Parameters
    ----------
    content
        ``nodes``, ``edges`` and ``options`` as vis-network takes them.
    library
        Text of the vis-network file.
    title
        Of the page; escaped here.
    width, height, paper
        Size and background as CSS, such as ``100%``, ``600px`` and ``#ffffff``.

    Returns
    -------
    str
        HTML without any address to fetch from; its policy lets only its own two scripts run.
    """
    scripts = [_harmless(library), _START]
    policy = _POLICY.format(scripts=" ".join(f"'sha256-{_hash(script)}'" for script in scripts))
    style = _STYLE % tuple(_css(value) for value in (width, height, paper))
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="und"><head><meta charset="utf-8"><title>{escape(title)}</title>',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
            f"<style>{style}</style></head><body>",
            '<div id="network"></div>',
            f'<script type="application/json" id="data">{_json(content)}</script>',
            *(f"<script>{script}</script>" for script in scripts),
            "</body></html>",
            "",
        )
    )


def _json(content: object) -> str:
    """JSON in which no text can end the element it stands in, or begin another."""
    text = json.dumps(content, ensure_ascii=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _harmless(script: str) -> str:
    """Keep a script from ending its own element; browsers take the texts for the same."""
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _hash(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()


def _css(value: str) -> str:
    """Return a length or colour; without characters that could end a rule."""
    return "".join(sign for sign in value if sign.isalnum() or sign in "#%.,() ")
