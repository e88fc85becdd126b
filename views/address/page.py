"""The parameters of an address as a page of the documentation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from views.address.parameters import PARAMETERS, Parameter
from views.language.words import Words

_COMMAND = "`akteursnetz address > docs/address.md`"
_SOURCE = "`views/address/parameters.py`"


def address_page(t: Words) -> str:
    """Explain every parameter in Markdown, topic by topic."""
    lines = [f"# {t('address.page.title')}", "", t("address.page.text"), ""]
    lines += [t("address.page.made", file=_SOURCE, command=_COMMAND)]
    ordered = sorted(PARAMETERS.values(), key=lambda parameter: _TOPICS.index(parameter.topic))
    for topic, parameters in groupby(ordered, key=lambda parameter: parameter.topic):
        lines += ["", f"## {t(f'address.topic.{topic}')}", "", *_table(t, parameters)]
    return "\n".join(lines) + "\n"


def _table(t: Words, parameters: Iterator[Parameter]) -> Iterator[str]:
    headers = ("name", "meaning_header", "form_header", "values", "default")
    yield _row(t(f"address.page.{header}") for header in headers)
    yield _row("---" for _ in headers)
    for parameter in parameters:
        yield _row(_cells(t, parameter))


def _cells(t: Words, parameter: Parameter) -> Iterator[str]:
    yield f"`{parameter.name}`"
    yield t(f"address.meaning.{parameter.name}")
    yield t(f"address.form.{parameter.form}")
    yield ", ".join(f"`{value}`" if value else t("address.page.empty") for value in parameter.values)
    yield f"`{parameter.default}`" if parameter.default else t("address.page.empty")


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


# in the order of their first parameter
_TOPICS = list(dict.fromkeys(parameter.topic for parameter in PARAMETERS.values()))
