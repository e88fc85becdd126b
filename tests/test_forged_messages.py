"""What the page does not offer cannot be had by writing the browser's messages oneself, either.

Each person talks to the real app over its websocket, without a browser, and says word for word what the page of an
admin says when its buttons are pressed.
"""

import asyncio
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from benchmarks.visitor import Visitor
from store import Editor, Role, Store, open_store, register
from tests.browser.conftest import running_app
from tests.browser.provider import write_secrets
from tests.ports import free_port

ISSUER = "https://login.example.de"
COOKIE_SECRET = "signs the cookies of this test"
FORM = "tabelle=akteure&eintrag=wiro"
PERSON = "Erika Beispiel"
ADMIN = Editor("", "", "Test", Role.ADMIN)
PEOPLE = {"viewer": Role.VIEWER, "editor": Role.EDITOR, "admin": Role.ADMIN}


@pytest.fixture(scope="module")
def region(tmp_path_factory) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('region')}/region.db")
    actors = f"id,name,short_name,description\nwiro,WiRO GmbH,WiRO,Fragen an {PERSON}\n"
    files = {"actors.csv": actors.encode(), "projects.csv": b"id,name\n"}
    store.import_rows(ADMIN, store.preview_import(files))
    for subject, role in PEOPLE.items():
        register.arrive(store.engine, ISSUER, subject, subject)
        register.appoint(store.engine, ISSUER, subject, role)
    yield store
    store.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory, region: Store) -> Iterator[str]:
    home, port = tmp_path_factory.mktemp("home"), free_port()
    write_secrets(Path(home), f"http://127.0.0.1:{port}", "http://127.0.0.1:9", COOKIE_SECRET)
    with running_app(home, port=port, AKTEURSNETZ_DATA=region.address) as address:
        yield address


@pytest.fixture(autouse=True)
def nobody_promoted(region: Store) -> Iterator[None]:
    yield
    for subject, role in PEOPLE.items():
        register.appoint(region.engine, ISSUER, subject, role)


def visitor(site: str, subject: str, page: str, query: str = "") -> Visitor:
    """Somebody with a page of the app open; ``""`` is somebody who did not log in."""
    claims = {"iss": ISSUER, "sub": subject, "name": subject, "iat": int(time.time()), "nonce": subject}
    text = json.dumps(claims | {"origin": site, "is_logged_in": True})
    cookie = create_signed_value(COOKIE_SECRET, "_streamlit_user", text).decode()
    return Visitor(site, {"_streamlit_user": cookie} if subject else {}, page=page, query=query)


def widget(of: Visitor, key: str) -> str:
    """Id of a widget of the page by its key in the code."""
    (found,) = [id for id in of.elements if id.removesuffix("_1").endswith(key)]
    return found


async def rename(person: Visitor, ids: list[str]) -> None:
    """Type another short name, and press "Speichern"."""
    name, save = ids
    person.set(name, "Gefälscht")
    await person.run()
    await person.click(save)


async def take_power(person: Visitor, ids: list[str]) -> None:
    """Give the viewer all rights, and press "Recht vergeben"."""
    who, role, give = ids
    person.set(who, "viewer (viewer)")
    await person.choose(role, "Verwalten")
    await person.click(give)


async def erase(person: Visitor, ids: list[str]) -> None:
    """Look a person up, type the name once more, and press "Jetzt endgültig löschen"."""
    text, look, again, now = ids
    person.set(text, PERSON)
    await person.click(look)
    person.set(again, PERSON)
    await person.run()
    await person.click(now)


DEEDS = {
    "rename": (rename, "bearbeiten", FORM, ["short_name", "entry_save"]),
    "take power": (take_power, "rechte", "", ["rights_person", "rights_role", "give_role"]),
    "erase": (erase, "rechte", "reiter=auskunft", ["inquiry_text_0", "inquire", "erase_again_0", "erase_now"]),
}


async def ids_on_the_page_of_an_admin(site: str, page: str, query: str, keys: list[str]) -> list[str]:
    async with visitor(site, "admin", page, query) as admin:
        await admin.run()
        if "inquire" in keys:  # what erases is there only after somebody was looked up
            admin.set(widget(admin, "inquiry_text_0"), PERSON)
            await admin.click(widget(admin, "inquire"))
        return [widget(admin, key) for key in keys]


async def forge(site: str, subject: str, deed: str) -> None:
    do, page, query, keys = DEEDS[deed]
    ids = await ids_on_the_page_of_an_admin(site, page, query, keys)
    async with visitor(site, subject, page, query) as person:
        await person.run()
        await do(person, ids)


def was_done(region: Store, deed: str) -> bool:
    if deed == "rename":
        return region.entry("actors", "wiro").cells["short_name"] == "Gefälscht"
    if deed == "erase":
        return region.about(ADMIN, PERSON).is_empty
    return any(p.subject == "viewer" and p.role is Role.ADMIN for p in register.everybody(region.engine))


@pytest.mark.parametrize(
    ("subject", "deed", "done"),
    [
        ("", "rename", False),
        ("", "take power", False),
        ("viewer", "rename", False),
        ("viewer", "take power", False),
        ("editor", "take power", False),
        ("", "erase", False),
        ("viewer", "erase", False),
        ("editor", "erase", False),
        ("admin", "take power", True),  # the messages are right: it is the role that counts
        ("editor", "rename", True),
        ("admin", "erase", True),
    ],
)
def test_a_message_does_what_the_role_of_its_sender_may_do(
    site: str, region: Store, subject: str, deed: str, done: bool
):
    asyncio.run(forge(site, subject, deed))

    assert was_done(region, deed) is done


def test_who_loses_a_role_while_the_form_is_open_saves_nothing_more(site: str, region: Store):
    before = region.revision

    async def save_too_late():
        async with visitor(site, "editor", "bearbeiten", FORM) as person:
            await person.run()
            name, save = widget(person, "short_name"), widget(person, "entry_save")
            person.set(name, "Zu spät")
            await person.run()
            register.appoint(region.engine, ISSUER, "editor", Role.VIEWER)
            await person.click(save)

    asyncio.run(save_too_late())

    assert region.revision == before
