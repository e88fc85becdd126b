"""Every word stands in every language, every key that is asked for exists, and none is kept that nobody asks for."""

import ast
import re
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.profile import profile
from graph.schema import TABLES, ContractColumn
from tests.small_region import actor, region
from views.editing.words import column
from views.elements.words import facts
from views.exhibit.links import view_of
from views.language.words import LANGUAGES, LOCALES, read_locale, words

ROOT = Path(__file__).parent.parent
SPEAKING = sorted(file for floor in ("views", "ui", "serving", "commands") for file in (ROOT / floor).rglob("*.py"))
WORDS = {language: read_locale(language) for language in LANGUAGES}
GERMAN = WORDS["de"]
AREAS = {key.split(".")[0] for key in GERMAN}
OTHERS = [language for language in LANGUAGES if language != "de"]
COUNT_FORMS = ("none", "one", "other")

# arguments that a person reads, wherever they stand in a call of Streamlit
READ_ARGUMENTS = {"label", "help", "placeholder", "title", "caption", "body", "page_title", "alt", "text"}
# calls whose first argument is a name or an address, not a text
NO_TEXT_FIRST = {"Page", "App", "component", "container", "get_option", "set_option", "columns", "switch_page"}


def placeholders(text: str) -> Counter[str]:
    return Counter(field for _, field, _, _ in string.Formatter().parse(text) if field is not None)


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_has_the_same_areas(language):
    assert sorted(f.name for f in (LOCALES / language).iterdir()) == sorted(f.name for f in (LOCALES / "de").iterdir())


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_has_the_same_keys(language):
    assert sorted(WORDS[language]) == sorted(GERMAN)


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_fills_in_the_same_values(language):
    differing = {
        key
        for key, text in GERMAN.items()
        if set(placeholders(text)) != set(placeholders(WORDS[language].get(key, text)))
    }

    assert differing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_badly_spaced(language):
    wrong = {key for key, text in WORDS[language].items() if not text.strip() or text != text.strip() or "  " in text}

    assert wrong == set()


def test_no_key_is_written_twice_in_a_file():
    def refuse_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
        assert len(dict(pairs)) == len(pairs), [key for key, n in Counter(k for k, _ in pairs).items() if n > 1]
        return dict(pairs)

    import json

    for file in LOCALES.rglob("*.json"):
        json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=refuse_twins)


# --- what the code asks for -------------------------------------------------------------------------------------------


def is_asking(call: ast.Call) -> bool:
    """Tell whether a call is ``t(...)``, ``t.count(...)``, ``self(...)`` or ``words(language)(...)``."""
    match call.func:
        case ast.Name(id="t" | "self"):
            return True
        case ast.Attribute(value=ast.Name(id="t" | "self"), attr="count" | "term"):
            return True
        case ast.Attribute(attr="t") | ast.Call(func=ast.Name(id="words")):
            return True
    return False


def pattern(node: ast.expr) -> str | None:
    """Regular expression of the keys a literal can stand for; None when nothing is known of the area."""
    match node:
        case ast.Constant(value=str(text)):
            return re.escape(text) if text.split(".")[0] in AREAS and "." in text else None
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_] as parts) if start.split(".")[0] in AREAS:
            if "." not in start:
                return None
            return "".join(re.escape(p.value) if isinstance(p, ast.Constant) else ".+" for p in parts)
        case ast.BinOp(left=left, op=ast.Add()):
            begin = pattern(left)
            return begin and f"{begin}.+"
    return None


def with_forms(call: ast.Call, key: str) -> list[str]:
    """Patterns of the keys a call looks up for one literal: a count has forms, a term has codes."""
    match call.func:
        case ast.Attribute(attr="count"):
            return [rf"{key}\.{form}" for form in COUNT_FORMS]
        case ast.Attribute(attr="term"):
            return [rf"{key}\..+"]
    return [key]


def asked() -> Iterator[tuple[str, list[str]]]:
    """Place and patterns of each key that a call asks for."""
    for file in SPEAKING:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and is_asking(node) and (key := pattern(node.args[0])):
                yield f"{file.relative_to(ROOT)}:{node.lineno}", with_forms(node, key)


def mentioned() -> set[str]:
    """Patterns of all literals that look like keys, wherever they stand: tables of the app hold keys too."""
    patterns = {key for _, keys in asked() for key in keys}
    for file in SPEAKING:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp) and (key := pattern(node)):
                patterns |= {key, *(rf"{key}\.{form}" for form in COUNT_FORMS)}
    return patterns


def test_every_key_that_is_asked_for_exists():
    missing = {
        f"{place} {' or '.join(keys)}"
        for place, keys in asked()
        if not any(re.fullmatch(key, known) for key in keys for known in GERMAN)
    }

    assert missing == set()


def test_no_key_is_kept_that_nothing_asks_for():
    known = re.compile("|".join(sorted(mentioned())))

    assert {key for key in GERMAN if not known.fullmatch(key)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_given_for_every_placeholder(language):
    """A key with placeholders is never asked for without values: the person would read the braces."""
    bare = {
        f"{file.relative_to(ROOT)}:{node.lineno} {node.args[0].value}"
        for file in SPEAKING
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "t"
        if len(node.args) == 1 and not node.keywords and isinstance(node.args[0], ast.Constant)
        if placeholders(WORDS[language].get(node.args[0].value, ""))
    }

    assert bare == set()


# --- no words in the code ---------------------------------------------------------------------------------------------


def read_by_a_person(call: ast.Call) -> list[str]:
    """Literal texts that a call of Streamlit shows to a person."""
    first = call.args[:1] if call.func.attr not in NO_TEXT_FIRST else []
    shown = [*first, *(keyword.value for keyword in call.keywords if keyword.arg in READ_ARGUMENTS)]
    return [node.value for node in shown if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def is_streamlit(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "st"


@pytest.mark.parametrize("file", SPEAKING, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_sentence_stands_in_the_code(file):
    sentences = [
        f"{node.lineno}: {text}"
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and is_streamlit(node)
        for text in read_by_a_person(node)
        if re.search(r"[^\W\d_]{2}", text) and not text.startswith(":material/")
    ]

    assert sentences == []


# --- columns of the data ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_the_contract_has_its_word(language):
    t = words(language)

    assert [
        f"{table.name}.{each.name}"
        for table in TABLES.values()
        for each in table.columns
        if column(t, table.name, each.name) == each.name
    ] == []


def test_a_new_column_of_the_contract_is_shown_in_a_profile_without_more_ado(monkeypatch):
    more = {
        **TABLES,
        "actors": replace(TABLES["actors"], columns=(*TABLES["actors"].columns, ContractColumn("founded"))),
    }
    monkeypatch.setattr("views.elements.words.TABLES", more)
    dataset = region(actors=[actor("a")])
    shown = profile(dataset, "a")
    filled_in = replace(shown, facts={**shown.facts, "founded": "1963"})

    assert ("founded", "1963") in facts(view_of(dataset, "steckbrief?id=a"), filled_in)


@pytest.mark.parametrize(
    ("language", "recorded", "shown"),
    [
        ("en", "Unternehmen", "Company"),
        ("en", "Kommune", "Municipality"),
        ("en", "Veranstaltung", "Event"),
        ("en", "Reallabor", "Reallabor"),
        ("en", "", ""),
        ("de", "Unternehmen", "Unternehmen"),
    ],
)
def test_known_types_of_the_data_are_translated_and_others_stay_as_recorded(language, recorded, shown):
    assert words(language).recorded(recorded) == shown
