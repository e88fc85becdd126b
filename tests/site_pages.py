"""A published site as a test reads it: sections with the view they show, texts, links and numbers."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

VOID = {"meta", "link", "input", "img", "br"}
# numbers as a person reads them; a hyphenated name such as H2-Wandel holds none
NUMBER = re.compile(r"(?<![\w.,])\d[\d.,\u00a0]*\d|(?<![\w.,])\d")


class SitePage(HTMLParser):
    """Elements with attributes, the texts of the whole page and those of each section with a view."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.sections: list[tuple[str, list[str]]] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(content.decode())

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.elements.append((tag, found))
        if tag in VOID:
            return
        begins = tag == "section" and "data-view" in found
        if begins:
            self.sections.append((found["data-view"], []))
        self._open.append((tag, begins))

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if self._open and self._open[-1][0] in ("script", "style", "textarea", "option"):
            return
        self.texts.append(text)
        if any(begins for _, begins in self._open):
            self.sections[-1][1].append(text)

    def all(self, tag):
        return [found for name, found in self.elements if name == tag]

    def addresses(self):
        """What the page loads or leads to."""
        return [each[name] for _, each in self.elements for name in ("src", "href") if each.get(name)]


def numbers(text: str) -> list[str]:
    """Numbers of a text, sorted, as they are written."""
    return sorted(NUMBER.findall(text))


def inside(path: str, address: str) -> str:
    """Path of the file an address of a page leads to; ``""`` when it leads outside."""
    if re.match(r"[a-z]+:", address):
        return ""
    return urlsplit(urljoin(f"http://site/{path}", address)).path.removeprefix("/")
