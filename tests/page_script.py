"""What a page run as a script gave its components."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest


def mounted(app: AppTest) -> list[dict[str, Any]]:
    """What the components of the page were given."""
    return [json.loads(element.proto.json) for element in app.get("bidi_component") if element.proto.json]


def tables(app: AppTest) -> dict[str, list[list[Any]]]:
    """Rows of the tables of a page, by caption."""
    return {data["caption"]: data["rows"] for data in mounted(app) if "caption" in data}
