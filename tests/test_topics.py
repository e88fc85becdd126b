"""Every topic keeps to the forms of `views.topic`: whoever knows one folder of `views/` knows them all."""

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType
from typing import get_type_hints

import pytest

from graph.export import Exhibit
from graph.picture.drawn import Drawing
from views.exhibit.pages import TABS
from views.matrix import MatrixGrid
from views.table import Table
from views.view import View

VIEWS = Path(__file__).parent.parent / "views"
BESIDE_TOPICS = {"address", "exhibit", "language", "locales"}
FORMS = ("question", "answer", "words", "tables", "exhibit")
FILES = [
    (folder.name, form)
    for folder in sorted(VIEWS.iterdir())
    for form in FORMS
    if folder.name not in BESIDE_TOPICS and (folder / f"{form}.py").is_file()
]
TOPICS = sorted({topic for topic, _ in FILES})


def of(form: str) -> list[str]:
    return [topic for topic, other in FILES if other == form]


def module(topic: str, form: str) -> ModuleType:
    return import_module(f"views.{topic}.{form}")


def functions(topic: str, form: str) -> Iterator[Callable[..., object]]:
    """Public functions that the file itself defines, without what keeps their answers."""
    for name, value in vars(module(topic, form)).items():
        made = inspect.unwrap(value) if callable(value) else value
        if isinstance(made, FunctionType) and made.__module__ == f"views.{topic}.{form}" and not name.startswith("_"):
            yield made


def takes_only_a_view(function: Callable[..., object]) -> bool:
    needed = [one for one in inspect.signature(function).parameters.values() if one.default is one.empty]
    return len(needed) == 1 and get_type_hints(function)[needed[0].name] is View


def arguments(function: Callable[..., object]) -> list[object]:
    return [kind for name, kind in get_type_hints(function).items() if name != "return"]


def returned(function: Callable[..., object]) -> object:
    return get_type_hints(function)["return"]


def registered() -> set[Callable[..., object]]:
    return {make for tabs in TABS.values() for make in tabs.values()}


def test_the_topics_are_those_of_the_guide():
    guide = (VIEWS.parent / "CONTRIBUTING.md").read_text("utf-8")
    named = guide[guide.index("A topic has one name") : guide.index("In `views/<topic>/`")].replace("\n", " ")

    assert [topic for topic in TOPICS if topic not in named] == []


@pytest.mark.parametrize("topic", of("question"))
def test_a_question_is_asked_of_a_view_and_makes_nothing_to_look_at(topic):
    asked = list(functions(topic, "question"))

    assert not asked or any(View in arguments(function) for function in asked)
    assert {returned(function) for function in asked} & {Table, MatrixGrid, Exhibit, Drawing} == set()


@pytest.mark.parametrize("topic", of("answer"))
def test_an_answer_is_a_record_and_what_is_asked_of_a_view_needs_nothing_else(topic):
    answers = list(functions(topic, "answer"))

    assert {returned(function) for function in answers} & {Table, MatrixGrid, Exhibit} == set()
    assert [f.__name__ for f in answers if f.__name__.startswith("asked_") and not takes_only_a_view(f)] == []


@pytest.mark.parametrize("topic", of("words"))
def test_words_are_no_tables_and_a_tab_begins_with_a_sentence_of_its_view(topic):
    said = list(functions(topic, "words"))
    brief = [function for function in said if function.__name__.endswith("_in_brief")]

    assert {returned(function) for function in said} & {Table, MatrixGrid, Exhibit, Drawing} == set()
    assert [function.__name__ for function in brief if returned(function) is not str] == []


@pytest.mark.parametrize("topic", of("tables"))
def test_tables_are_made_of_a_view_or_its_words(topic):
    made = [function for function in functions(topic, "tables") if returned(function) in (Table, MatrixGrid)]
    first = {function.__name__: next(iter(get_type_hints(function).values())).__name__ for function in made}

    assert made
    assert {name: kind for name, kind in first.items() if kind not in {"View", "Words", "Speech"}} == {}
    assert Exhibit not in {returned(function) for function in functions(topic, "tables")}


@pytest.mark.parametrize("topic", of("exhibit"))
def test_every_exhibit_is_made_of_a_view_alone_and_can_be_taken_away(topic):
    made = [function for function in functions(topic, "exhibit") if returned(function) is Exhibit]
    made = [function for function in made if Exhibit not in arguments(function)]  # that one adds to an exhibit

    assert [function.__name__ for function in made if not takes_only_a_view(function)] == []
    assert [function.__name__ for function in made if function not in registered()] == []


def test_whatever_is_registered_makes_an_exhibit_of_a_view():
    assert [make for make in registered() if not (takes_only_a_view(make) and returned(make) is Exhibit)] == []
