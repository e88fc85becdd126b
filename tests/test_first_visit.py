"""What the first visitor of a server would wait for is kept before anybody comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from serving import first_visit, start
from ui.kept import Shared
from views import preparing
from views.keeping import OwnProcess, keep_with


class Watched(OwnProcess):
    """Keeps answers, and notes which were not kept yet."""

    def __init__(self) -> None:
        super().__init__()
        self.asked_anew: list[str] = []

    def _keeping(self, function: Callable[..., Any], entries: int) -> Callable[..., Any]:
        def noted(*args: object, **kwargs: object) -> object:
            self.asked_anew.append(function.__qualname__)
            return function(*args, **kwargs)

        noted.__wrapped__ = function  # type: ignore[attr-defined]  # its parameters
        return super()._keeping(noted, entries)


@pytest.fixture
def watched() -> Iterator[Watched]:
    keeper = Watched()
    keep_with(keeper)
    yield keeper
    keep_with(Shared())


def test_the_first_visitor_finds_every_answer(watched):
    first_visit.prepare()
    assert {"overview_of", "positions_of"} <= set(watched.asked_anew)
    watched.asked_anew.clear()

    app = AppTest.from_file("../ui/main.py", default_timeout=60).run()
    app.switch_page("page/netzwerk.py").run()
    app.query_params["feld"] = "wasserstoff"
    app.run()
    del app.query_params["feld"]
    app.query_params["ganz"] = "ja"
    app.run()

    assert not app.exception
    assert watched.asked_anew == []


def test_a_server_whose_data_cannot_be_read_starts_nevertheless(monkeypatch, caplog):
    def unreachable(_now: object) -> None:
        raise PermissionError("/secret/folder")

    monkeypatch.setattr(first_visit, "stored", unreachable)

    first_visit.prepare()

    said = [record.getMessage() for record in caplog.records if record.name == "akteursnetz"]
    assert said == ["nothing is prepared for the first visitor: PermissionError"]


def test_a_server_is_preparing_until_its_first_answers_are_kept(monkeypatch):
    seen = []
    monkeypatch.setattr(start.first_visit, "prepare", lambda: seen.append(preparing.is_under_way()))
    monkeypatch.setattr(start.gc, "freeze", lambda: None)

    start.settle()

    assert seen == [True]
    assert not preparing.is_under_way()


def test_who_comes_meanwhile_is_told_politely_where_the_picture_will_be_and_nobody_later():
    def script():
        from ui import pieces
        from views.language.words import words

        pieces.first_time(words("en"))

    with preparing.preparing():
        (told,) = AppTest.from_function(script).run().get("html")

    assert told.proto.body == (
        '<div class="an-waiting" role="status"><p>The server has just started and arranges its first pictures. '
        "This usually takes some seconds, after a new installation also minutes …</p></div>"
    )
    assert not AppTest.from_function(script).run().get("html")


def test_what_a_fresh_server_says_takes_no_room_so_that_title_and_answer_do_not_jump():
    style = (Path(__file__).parent.parent / "serving" / "frame.css").read_text("utf-8")
    (rule,) = (line for line in style.splitlines() if line.startswith(".an-waiting {"))

    assert "height: var(--an-room); margin-bottom: calc(-1 * var(--an-room));" in rule
