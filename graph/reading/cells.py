"""The text of cells understood as what their column holds, checked by pydantic models made from the contract.

Each table is one model whose fields are the columns; a field is validated with every different text of its column
once, so that a column of 50,000 cells with ten different statuses costs ten validations, and all faults are
found in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field, HttpUrl, TypeAdapter, ValidationError, create_model
from pydantic_core import PydanticCustomError

from graph.dates import UnreadableDateError
from graph.issue import Issue
from graph.money import UnreadableAmountError, is_ambiguous, read_amount, write_amount
from graph.reading.date_forms import read_date, suggest_date
from graph.reading.rows import Rows
from graph.schema import CellKind, ContractColumn, ContractTable
from graph.vocabulary import VOCABULARIES

_FLAGS: Mapping[str, bool] = {
    **dict.fromkeys(("ja", "j", "yes", "y", "true", "wahr", "x", "1"), True),
    **dict.fromkeys(("nein", "n", "no", "false", "falsch", "0", ""), False),
}
_AT_ONCE = 5_000  # texts of a column, because each error pydantic finds takes a kilobyte until it is read
_LIST_END = re.compile(r"[;\n]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!//|[0-9]+(?:/|$))", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"'`\\^{|}@/?#]+(?:[/?#][^\s<>\"`\\]*)?", re.IGNORECASE)
_Values = dict[str, dict[str, Any]]
_Faults = dict[str, dict[str, tuple[str, str]]]

_HTTP_URL: TypeAdapter[HttpUrl] = TypeAdapter(HttpUrl)


def fault(code: str, hint: str = "") -> PydanticCustomError:
    """Return the error that turns into a finding of this code."""
    return PydanticCustomError(code, "{hint}", {"hint": hint})


def parts(text: str) -> tuple[str, ...]:
    """Return the entries of a list cell, each once, in their order."""
    return tuple(dict.fromkeys(part for piece in _LIST_END.split(text) if (part := piece.strip())))


def _date(text: str) -> str:
    try:
        return read_date(text)
    except UnreadableDateError:
        raise fault("unreadable-date", suggest_date(text)) from None


def _money(text: str) -> Any:  # noqa: ANN401 - int, Decimal or None
    try:
        amount = read_amount(text)
    except UnreadableAmountError:
        raise fault("unreadable-amount") from None
    if amount is not None and amount < 0:
        raise fault("negative-amount", write_amount(-amount))
    return amount


def _flag(text: str) -> bool:
    try:
        return _FLAGS[text.casefold()]
    except KeyError:
        raise fault("unknown-word", "ja, nein, yes, no") from None


def _code(text: str, vocabulary: str) -> str:
    """Return the code for a code or word; an empty cell has none."""
    if not text:
        return ""
    words = VOCABULARIES[vocabulary]
    word = " ".join(text.casefold().split())
    code = words.get(word) or words.get(word.rstrip(".")) or words.get(word.replace("_", " "))
    if code is None:
        kind = "unknown-kind" if vocabulary == "tie_kind" else "unknown-word"
        raise fault(kind, ", ".join(dict.fromkeys(words.values())))
    return code


def _url(text: str) -> str:
    """Return an address with http or https; any other scheme is refused, a missing one is https."""
    if not text:
        return ""
    address = text if "://" in text or _SCHEME.match(text) else f"https://{text}"
    try:
        if not _URL.fullmatch(address) or ("." not in address.partition("://")[2] and address != text):
            raise fault("invalid-url")
        _HTTP_URL.validate_python(address)
    except ValidationError:
        raise fault("invalid-url") from None
    return address


# kind of cell -> its reader; other kinds are text as it stands
_READERS: Mapping[CellKind, Callable[[str], Any]] = {
    CellKind.LIST: parts,
    CellKind.ACTORS: parts,
    CellKind.DATE: _date,
    CellKind.MONEY: _money,
    CellKind.FLAG: _flag,
    CellKind.URL: _url,
}


def _reader(column: ContractColumn) -> Callable[[str], Any] | None:
    if column.cell is CellKind.CODE:
        return partial(_code, vocabulary=column.vocabulary)
    return _READERS.get(column.cell)


@lru_cache(maxsize=16)
def model_of(table: ContractTable) -> type[BaseModel]:
    """Return the model of a table: one field per column that is more than text, a list of its different cells."""
    fields: dict[str, Any] = {
        column.name: (list[Annotated[Any, BeforeValidator(reader)]], Field(default_factory=list))
        for column in table.columns
        if (reader := _reader(column)) is not None
    }
    return create_model(table.name, **fields)


def understand(rows: Rows) -> tuple[Rows, list[Issue]]:
    """Turn the texts of a table into values; a cell that cannot be understood is reported and not recorded."""
    model = model_of(rows.table)
    different = {column: list(dict.fromkeys(rows.columns[column])) for column in model.model_fields}
    values, faults = _read(model, different)
    columns = {column: [values[column][text] for text in rows.columns[column]] for column in different}
    return rows.having(columns), [*_findings(rows, faults), *_ambiguous(rows)]


def _read(model: type[BaseModel], different: Mapping[str, list[str]]) -> tuple[_Values, _Faults]:
    """Return column -> text -> value, and column -> text -> (code, hint) of what is wrong."""
    values: _Values = {column: {} for column in different}
    faults: _Faults = {column: {} for column in different}
    for start in range(0, max(map(len, different.values()), default=0), _AT_ONCE):
        some = {column: texts[start : start + _AT_ONCE] for column, texts in different.items()}
        read, wrong = _validated(model, some)
        for column in some:
            values[column] |= read[column]
            faults[column] |= wrong[column]
    return values, faults


def _validated(model: type[BaseModel], different: Mapping[str, list[str]]) -> tuple[_Values, _Faults]:
    faults: _Faults = {column: {} for column in different}
    try:
        checked = model(**different)
    except ValidationError as error:
        for found in error.errors(include_url=False, include_input=False):
            column, place = found["loc"]
            text = different[str(column)][int(place)]
            faults[str(column)][text] = found["type"], found["ctx"]["hint"]
        checked = model(**{column: _sound(texts, faults[column]) for column, texts in different.items()})
    values = {column: dict(zip(texts, getattr(checked, column), strict=True)) for column, texts in different.items()}
    return values, faults


def _sound(texts: list[str], faults: Mapping[str, Any]) -> list[str]:
    return ["" if text in faults else text for text in texts]


def _findings(rows: Rows, faults: Mapping[str, Mapping[str, tuple[str, str]]]) -> list[Issue]:
    issues = []
    for column, found in faults.items():
        for row, text in enumerate(rows.columns[column] if found else ()):
            if text in found:
                code, hint = found[text]
                issues.append(rows.finding(code, row, column, value=text, hint=hint))
    return issues


def _ambiguous(rows: Rows) -> list[Issue]:
    """Report amounts such as ``1.234`` that German and English read differently, with the value taken."""
    issues = []
    for column in (column.name for column in rows.table.columns if column.cell is CellKind.MONEY):
        texts = rows.columns[column]
        taken = {text: write_amount(read_amount(text)) for text in set(texts) if is_ambiguous(text)}
        issues += [
            rows.finding("ambiguous-amount", row, column, value=text, hint=taken[text])
            for row, text in enumerate(texts)
            if text in taken
        ]
    return issues
