"""Open pages hear of changes: one answer of the store serves all who ask within a quarter of a second."""

import asyncio
import json

from serving import latest
from serving.latest import Latest
from store import Edit, Editor, Role, open_store

EDITOR = Editor("https://login.example.de", "anna", "Anna Ahorn", Role.EDITOR)


def test_a_hundred_pages_that_ask_at_once_cost_one_question():
    asked = []

    def ask():
        asked.append("now")
        return 7

    async def hundred():
        source = Latest(ask)
        return await asyncio.gather(*(source.revision() for _ in range(100)))

    assert set(asyncio.run(hundred())) == {7}
    assert len(asked) == 1


def test_a_later_question_gets_a_new_answer():
    numbers = iter([7, 8])

    async def twice():
        source = Latest(lambda: next(numbers))
        first = await source.revision()
        await asyncio.sleep(0.3)
        return first, await source.revision()

    assert asyncio.run(twice()) == (7, 8)


def test_the_number_of_the_last_change_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("AKTEURSNETZ_DATA", f"sqlite:///{tmp_path}/region.db")
    region = open_store(f"sqlite:///{tmp_path}/region.db")
    change = region.save(EDITOR, [Edit("actors", "wiro", 0, {"id": "wiro", "name": "WiRO"})])

    answer = told()

    assert json.loads(answer.body) == {"revision": change.id}
    assert answer.headers["cache-control"] == "no-store"


def test_data_in_a_folder_have_no_news(tmp_path, monkeypatch):
    monkeypatch.setenv("AKTEURSNETZ_DATA", str(tmp_path))

    assert json.loads(told().body) == {"revision": 0}


def told():
    (route,) = latest.routes()
    return asyncio.run(route.endpoint(None))
