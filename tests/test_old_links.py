"""Old links open the view they always opened: those of the documents and 200 drawn by lot, as read by version 0.1.0."""

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from graph.dataset import Dataset
from graph.selection import Selection
from views.address.codec import encode
from views.exhibit.links import view_of
from views.exhibit.pages import TABS
from views.loaded import folder_report

ROOT = Path(__file__).parent.parent
GOLDEN = json.loads((ROOT / "tests" / "golden" / "links.json").read_text("utf-8"))
LINK = re.compile(rf"(?<![\w/])((?:{'|'.join(page.replace('_', '[-_]') for page in TABS if page)})\?[\wäöüß=&,.:%+-]+)")


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return folder_report(str(ROOT / "data")).dataset


@pytest.mark.parametrize("link", GOLDEN)
def test_a_link_asks_what_it_asked_before_in_terms_of_the_data(link: str, dataset: Dataset):
    view = view_of(dataset, link)

    assert {
        "query": encode(view.query),
        "selection": written(view.selection),
        "unknown": [*view.unknown],
    } == GOLDEN[link]


def written(selection: Selection) -> dict[str, object]:
    """Criteria of a selection that narrow something down, as they stand in the file."""
    criteria = {field.name: getattr(selection, field.name) for field in fields(selection)}
    return {
        name: sorted(value) if isinstance(value, frozenset) else str(value) for name, value in criteria.items() if value
    }


@pytest.mark.parametrize(
    "document", ["README.md", *sorted(f"docs/{file.name}" for file in (ROOT / "docs").glob("*.md"))]
)
def test_every_link_of_a_document_is_understood_entirely(document: str, dataset: Dataset):
    links = LINK.findall((ROOT / document).read_text("utf-8"))

    assert {link: view_of(dataset, link).unknown for link in links} == dict.fromkeys(links, ())
