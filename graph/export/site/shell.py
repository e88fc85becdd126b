"""The pages of a website from templates, which hold no word of any language; every text is escaped."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graph.export.html.exhibits import legend_sample
from graph.export.html.tags import written_part
from graph.export.pictures import DARK_SHADES, SHADES, Chart, DrawnNetwork, LegendSample, Matrix, Text
from graph.export.plain import clean, cleaned
from graph.export.site.document import Edition, Facet, Page, Site, SiteSection
from graph.export.table import ValueKind

# nothing may be fetched from elsewhere, sent, or framed here; ``file:`` holds for pages that are opened from disk
POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' 'unsafe-inline' file:; img-src 'self' data: file:; "
    "form-action 'self' file:; base-uri 'none'"
)
_LONG = 40  # characters of a text that needs a wide column
_BLANK = re.compile(r"\n\s*\n")
_TALL = 14  # rows of a table that scrolls within its box


@dataclass(frozen=True)
class Shell:
    """Writes pages of a site."""

    site: Site
    signs: dict[str, bytes] = field(
        default_factory=dict
    )  # pictures in legends by path, collected while pages are written

    @cached_property
    def _templates(self) -> Environment:
        made = Environment(
            loader=FileSystemLoader(Path(__file__).parent / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_fit,
        )
        made.tests |= {
            name: (lambda value, kind=kind: isinstance(value, kind))
            for name, kind in {"network": DrawnNetwork, "chart": Chart, "matrix": Matrix, "textual": Text}.items()
        }
        made.globals |= {"policy": Markup(POLICY), "shade": _shade, "is_number": _is_number}
        made.globals["facet_values"] = _facet_values
        made.globals |= {"long": _LONG, "tall": _TALL}
        made.filters["data"] = _data
        return made

    def page(self, edition: Edition, page: Page, data: str, pictures: Mapping[str, str]) -> bytes:
        """Write a page.

        Parameters
        ----------
        edition
            Its language.
        page
            What it says.
        data
            Its live networks as JSON; ``""`` for none.
        pictures
            Path of each picture within the site, by its name.
        """
        values = {"page": page, "data": Markup(data), "pictures": pictures}  # JSON that ends no script
        return self._written("page.html", edition, page.path, **values)

    def embedded(
        self, edition: Edition, page: Page, section: SiteSection, data: str, pictures: Mapping[str, str]
    ) -> bytes:
        """Write a picture alone, for the frame of another site.

        Parameters
        ----------
        edition
            Its language.
        page
            Where the picture stands on the site.
        section
            What is shown.
        data
            Its live network as JSON; ``""`` for none.
        pictures
            Path of each picture within the site, by its name.
        """
        values = {"page": page, "section": section, "data": Markup(data), "pictures": pictures}
        return self._written("embedded.html", edition, f"einbetten/{section.name}.html", **values)

    def moved(self, edition: Edition, path: str, target: str) -> bytes:
        """Write a page that leads to another.

        Parameters
        ----------
        edition
            Its language.
        path
            Where it stands.
        target
            Path of the page that stands for it now.
        """
        return self._written("moved.html", edition, path, leads_to=target)

    def _written(self, template: str, edition: Edition, path: str, **values: Any) -> bytes:  # noqa: ANN401
        depth = path.count("/")
        up, root = "../" * depth, "../" * (depth + edition.base.count("/"))

        folder = f"{path.rpartition('/')[0]}/"

        def near(place: str) -> str:
            """Name a file as seen from this page, without the way up and down again where both are in one folder."""
            beside = place.removeprefix(folder)
            return beside if depth and place.startswith(folder) and beside else f"{up}{place}"

        def to(href: str) -> str:
            """Return a link of the edition as seen from this page."""
            return href if href.startswith(("http://", "https://", "mailto:", "#")) else near(href)

        def target(address: str) -> str:
            """Return where a cell leads, ``""`` for nowhere."""
            if address.startswith(("http://", "https://")):
                return address
            place = edition.places.get(address, "")
            return near(place) if place else ""

        def sample(entry: LegendSample) -> Markup:
            """Return the picture of an entry of a legend; all pages share its file."""
            picture = legend_sample(entry)
            content = b64decode(str(picture.get("src")).partition(",")[2])
            name = f"assets/zeichen/{sha256(content).hexdigest()[:12]}.svg"
            self.signs[name] = content
            picture.set("src", f"{root}{name}")
            return Markup(written_part(picture))

        made = self._templates.get_template(template).render(
            site=self.site,
            edition=edition,
            path=path,
            to=to,
            target=target,
            sample=sample,
            root=root,
            up=up,
            w=edition.words,
            **values,
        )
        return _BLANK.sub("\n", made).encode()


def _fit(value: object) -> object:
    """Take out of a text what no document may hold."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else clean(value)


def _is_number(kind: ValueKind) -> bool:
    return kind not in (ValueKind.TEXT, ValueKind.DATE)


def _facet_values(facets: Sequence[Facet], row: int) -> str:
    """Return what a row has of each choice that is offered, as JSON."""
    offered = [facet for facet in facets if len(facet.options) > 1]
    return json.dumps([facet.values[row] for facet in offered], ensure_ascii=False, separators=(",", ":"))


def _shade(place: int) -> str:
    return f"background:{SHADES[place]};color:{'#FFFFFF' if place >= DARK_SHADES else '#1F2937'}"


def _data(content: object) -> Markup:
    """Return a document of JSON that a script element may hold."""
    text = json.dumps(cleaned(content), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))
