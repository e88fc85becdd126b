"""Clicks take turns: none is handed to Streamlit while the callback of the one before may still be at work."""

import asyncio
from collections.abc import Callable, Coroutine

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from serving import click_order
from serving.click_order import ClickOrder

Said = list[str]


def click(name: str) -> bytes:
    message = BackMsg()
    message.rerun_script.page_name = name
    return message.SerializeToString()


def answer(kind: str) -> bytes:
    message = ForwardMsg()
    if kind == "script_finished":
        message.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
    else:
        getattr(message, kind).SetInParent()
    return message.SerializeToString()


def heard(data: bytes) -> str:
    """Return what Streamlit takes a message for: the name of a click, else its kind."""
    try:
        message = BackMsg.FromString(data)
    except Exception:
        return "unreadable"
    return message.rerun_script.page_name or str(message.WhichOneof("type"))


def conversation(talk: Callable[..., Coroutine[None, None, None]]) -> Said:
    """Let a browser ``talk`` with an app that notes what it is told; return the notes.

    ``talk`` gets three functions: the browser says something, the app answers, and both have time to listen.
    """
    told: Said = []
    said: asyncio.Queue[bytes] = asyncio.Queue()

    async def receive() -> dict[str, object]:
        return {"type": "websocket.receive", "bytes": await said.get()}

    async def send(message: dict[str, object]) -> None:
        pass

    async def both() -> None:
        answers: asyncio.Queue[bytes] = asyncio.Queue()

        async def app(_scope, receive, send) -> None:
            async def listen() -> None:
                while True:
                    told.append(heard((await receive())["bytes"]))

            listening = asyncio.create_task(listen())
            while data := await answers.get():
                await send({"type": "websocket.send", "bytes": data})
            listening.cancel()

        connection = asyncio.create_task(ClickOrder(app)({"type": "websocket"}, receive, send))
        await talk(said.put, answers.put, lambda: asyncio.sleep(0.01))
        await answers.put(b"")
        await connection

    asyncio.run(both())
    return told


def test_the_next_click_waits_until_the_callback_of_the_one_before_has_run():
    async def talk(say, reply, listen):
        await say(click("first"))
        await say(click("second"))
        await listen()
        await reply(answer("new_session"))
        await listen()
        await reply(answer("delta"))
        await listen()

    assert conversation(talk) == ["first", "second"]


@pytest.mark.parametrize(
    "answers",
    [
        [],
        ["new_session"],
        ["delta", "script_finished"],  # of the run before the click
        ["new_session", "session_status_changed"],
    ],
)
def test_until_then_it_is_not_handed_on(answers):
    async def talk(say, reply, listen):
        await say(click("first"))
        await listen()
        for kind in answers:
            await reply(answer(kind))
        await say(click("second"))
        await listen()

    assert conversation(talk) == ["first"]


def test_a_run_without_output_ends_the_turn_too():
    async def talk(say, reply, listen):
        await say(click("first"))
        await listen()
        await reply(answer("new_session"))
        await reply(answer("script_finished"))
        await say(click("second"))
        await listen()

    assert conversation(talk) == ["first", "second"]


def test_what_is_no_click_is_handed_on_at_once():
    async def talk(say, _reply, listen):
        await say(click("first"))
        await say(BackMsg(stop_script=True).SerializeToString())
        await say(b"\xff\xff\xff")
        await listen()

    assert conversation(talk) == ["first", "stop_script", "unreadable"]


def test_a_click_that_begins_no_run_is_waited_for_only_so_long(monkeypatch):
    monkeypatch.setattr(click_order, "PATIENCE_SECONDS", 0.02)

    async def talk(say, _reply, listen):
        await say(click("first"))
        await say(click("second"))
        for _ in range(5):
            await listen()

    assert conversation(talk) == ["first", "second"]
