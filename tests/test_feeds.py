"""Feeds of a store: every change once, for who has a token that was not revoked."""

import asyncio
import random
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from lxml import etree
from starlette.applications import Starlette
from starlette.requests import Request

from commands.__main__ import main
from graph.export.feeds.atom import atom
from serving import feeds
from store import Edit, Editor, NotAllowedError, Role, open_store
from store.documents import kept_documents
from store.feeds import KIND, feed_of_token, give_feed, given_feeds, revoke_feed
from views.exhibit.links import view_of
from views.loaded import data_at
from views.news.following import followed, following
from views.news.history import history_feed

ANNA = Editor("local", "anna", "Anna", Role.EDITOR)
VERA = Editor("local", "vera", "Vera", Role.VIEWER)
ATOM = "{http://www.w3.org/2005/Atom}"
RULES = etree.RelaxNG(file=Path(__file__).with_name("atom.rng"))


def faults(content):
    """What breaks RFC 4287: its grammar, or an entry, a link of a kind or an id twice."""
    root = etree.fromstring(content)
    RULES.validate(root)
    kinds = [link.get("rel") for link in root.iterchildren(f"{ATOM}link")]
    ids = [node.text for node in root.iter(f"{ATOM}id")]
    return [str(error) for error in RULES.error_log] + [
        each for each in (*kinds, *ids) if (kinds + ids).count(each) > 1
    ]


@pytest.fixture
def store(tmp_path, monkeypatch):
    address = f"sqlite:///{tmp_path}/region.db"
    monkeypatch.setenv("AKTEURSNETZ_DATA", address)
    return open_store(address)


def actor(id, name, version=0, **cells):
    return Edit("actors", id, version, {"id": id, "name": name, **cells})


def titles(feed):
    return [entry.title for entry in feed.entries]


def read_on(store, known, link=""):
    """Read a feed as a reader does: page by page, until a page holds what is known already."""
    before, new = None, []
    while True:
        page = history_feed(store, link, "de", before=before, own="https://x.example/feed/t")
        new += [entry.id for entry in page.entries if entry.id not in known]
        if not page.further or any(entry.id in known for entry in page.entries):
            return new
        before = int(page.further.rpartition("=")[2])


def test_1000_random_changes_are_neither_lost_nor_doubled(store):
    chance, versions, got, made = random.Random(17), {}, [], 0
    while made < 1000:
        edits = []
        for number in chance.sample(range(60), min(chance.randint(1, 6), 1000 - made)):
            key = f"a{number}"
            edits.append(actor(key, f"Akteur {number} {chance.random()}", versions.get(key, 0)))
        store.save(ANNA, edits)
        versions |= {edit.id: versions.get(edit.id, 0) + 1 for edit in edits}
        made += len(edits)
        if chance.random() < 0.02:
            got += read_on(store, set(got))
    got += read_on(store, set(got))

    assert (len(got), len(set(got))) == (1000, 1000)


def test_a_change_says_what_was_and_is(store):
    store.save(ANNA, [actor("a", "Alpha"), actor("b", "Beta")])
    store.save(ANNA, [actor("a", "Alpha GmbH", 1)])

    feed = history_feed(store, "", "de")

    assert titles(feed) == ["Geändert: Alpha GmbH", "Neu: Alpha", "Neu: Beta"]
    assert feed.entries[0].summary == "Name: Alpha → Alpha GmbH"


def test_a_feed_follows_one_actor_or_one_field(store):
    store.save(ANNA, [actor("a", "Alpha", kompetenzfelder="Holz"), actor("b", "Beta", kompetenzfelder="Photonik")])

    assert titles(history_feed(store, "steckbrief?id=b", "de")) == ["Neu: Beta"]
    assert titles(history_feed(store, "ueberblick?feld=holz", "en")) == ["New: Alpha"]


def test_open_points_are_a_feed_of_their_own(store):
    store.save(ANNA, [actor("a", "Alpha"), Edit("projects", "p", 0, {"id": "p", "name": "Projekt", "lead": "a"})])

    feed = history_feed(store, "daten?reiter=offen", "de")

    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    assert [entry.id for entry in history_feed(store, "daten?reiter=offen", "de").entries] == [
        e.id for e in feed.entries
    ]


def test_a_token_is_kept_as_a_hash_and_can_be_revoked(store):
    token = give_feed(store.engine, ANNA, "für das Landratsamt", "")

    (kept,) = kept_documents(store.engine, KIND)
    assert token not in kept.content + kept.id + kept.title
    (given,) = given_feeds(store.engine)
    assert feed_of_token(store.engine, token) == given
    assert feed_of_token(store.engine, f"{token}x") is None
    assert revoke_feed(store.engine, ANNA, given.id)
    assert feed_of_token(store.engine, token) is None
    assert not revoke_feed(store.engine, ANNA, given.id)


def test_no_id_of_a_feed_looks_like_an_option_of_a_command(store):
    for _ in range(40):
        give_feed(store.engine, ANNA, "", "")

    assert [feed.id for feed in given_feeds(store.engine) if "-" in feed.id] == []


def test_who_may_only_look_gives_no_feed(store):
    with pytest.raises(NotAllowedError):
        give_feed(store.engine, VERA, "", "")


def answer(path, query=b""):
    token = path.rpartition("/")[2]
    scope = {
        "type": "http", "method": "GET", "path": path, "query_string": query, "headers": [], "scheme": "https",
        "server": ("netz.example.de", 443), "path_params": {"token": token}, "app": Starlette(),
    }  # fmt: skip
    return asyncio.run(feeds.feed(Request(scope)))


def test_the_app_answers_a_token_until_it_is_revoked(store):
    store.save(ANNA, [actor("a", "Alpha")])
    token = give_feed(store.engine, ANNA, "", "")

    given = answer(f"/feed/{token}")
    assert (given.status_code, given.headers["cache-control"]) == (200, "no-store")
    assert [each.text for each in ET.fromstring(given.body).iter(f"{ATOM}title")][1:] == ["Neu: Alpha"]
    assert answer("/feed/unbekannt").status_code == 404
    revoke_feed(store.engine, ANNA, given_feeds(store.engine)[0].id)
    assert answer(f"/feed/{token}").status_code == 404


def test_a_strange_page_number_is_the_first_page(store):
    store.save(ANNA, [actor("a", "Alpha")])
    token = give_feed(store.engine, ANNA, "", "")

    assert answer(f"/feed/{token}", b"before=-1").body == answer(f"/feed/{token}").body


def test_a_shell_gives_lists_and_revokes_feeds(store, capsys):
    store.save(ANNA, [actor("a", "Alpha")])
    address = store.address

    assert main(["feed", address, "--give", "Amt", "--follow", "steckbrief?id=a"]) == 0
    token = capsys.readouterr().out.strip().rpartition("/")[2]
    assert answer(f"/feed/{token}").status_code == 200
    assert main(["feed", address, "--given"]) == 0
    id, title, view, _ = capsys.readouterr().out.strip().split("\t")
    assert (title, view) == ("Amt", "steckbrief?id=a")
    assert main(["feed", address, "--revoke", id]) == 0
    assert answer(f"/feed/{token}").status_code == 404
    assert main(["feed", address, "--revoke", id]) == 1


@pytest.mark.parametrize("link", ["ueberblick?feld=meer", "steckbrief?id=niemand", "gibtesnicht"])
def test_a_feed_follows_no_view_that_there_is_not(store, link, capsys):
    store.save(ANNA, [actor("a", "Alpha")])

    assert main(["feed", store.address, "--give", "Amt", "--follow", link]) == 1
    assert link in capsys.readouterr().err
    assert given_feeds(store.engine) == ()


def test_a_change_names_codes_and_elements_in_words_as_the_page_does(store):
    tie = {"from_id": "a", "to_id": "p", "kind": "partner", "status": "planned"}
    project = Edit("projects", "p", 0, {"id": "p", "name": "Probe", "lead": "a"})
    made = store.save(ANNA, [actor("a", "Alpha"), actor("b", "Beta"), project, Edit("links", "", 0, tie)])
    link = next(change.id for change in made.changes if change.table == "links")
    store.save(
        ANNA, [Edit("links", link, 1, {"from_id": "b", "status": "ongoing"}), Edit("projects", "p", 1, {"lead": "b"})]
    )

    said = {entry.summary for entry in history_feed(store, "", "de").entries if entry.title.startswith("Geändert")}

    assert said == {"Von: Alpha → Beta; Status: geplant → laufend", "Leitung: Alpha → Beta"}


@pytest.mark.parametrize("link", ["", "steckbrief?id=a", "ueberblick?feld=holz", "daten?reiter=offen"])
@pytest.mark.parametrize("home", ["", "https://netz.example.de/"])
def test_every_kind_of_feed_keeps_the_rules_of_rfc_4287(store, link, home):
    store.save(
        ANNA, [actor("a", "Alpha <&>\x00", kompetenzfelder="Holz"), Edit("projects", "p", 0, {"id": "p", "name": "P"})]
    )
    store.save(ANNA, [actor("a", "", 1, kompetenzfelder="Holz"), Edit("projects", "p", 1, None)])

    for language in ("de", "en"):
        feed = history_feed(store, link, language, own=f"{home}feed/t" if home else "", home=home)
        assert faults(atom(feed)) == []


def test_a_page_of_a_feed_keeps_its_language_and_knows_its_own_address(store, monkeypatch):
    monkeypatch.setattr("views.news.history.PAGE", 1)
    for number in range(3):
        store.save(ANNA, [actor("a", f"Alpha {number}", number)])
    token = give_feed(store.engine, ANNA, "", "")

    first = etree.fromstring(answer(f"/feed/{token}", b"lang=en").body)
    links = {link.get("rel"): link.get("href") for link in first.iterchildren(f"{ATOM}link")}

    assert links["self"] == f"https://netz.example.de/feed/{token}?lang=en"
    assert links["next"].startswith(f"{links['self']}&before=")
    assert first.find(f"{ATOM}entry/{ATOM}link").get("href") == "https://netz.example.de/steckbrief?id=a&lang=en"


def test_what_leaves_a_field_is_told_in_its_feed(store):
    store.save(ANNA, [actor("a", "Alpha", kompetenzfelder="Holz; Bau"), actor("b", "Beta", kompetenzfelder="Holz")])
    store.save(ANNA, [actor("a", "Alpha", 1, kompetenzfelder="Bau")])

    assert titles(history_feed(store, "ueberblick?feld=holz", "de")) == ["Geändert: Alpha", "Neu: Alpha", "Neu: Beta"]


@pytest.mark.parametrize(
    "link", ["netzwerk?fokus=b", "vergleich?vergleich=b,c", "vergleich?reiter=partner&partnervon=b"]
)
def test_a_view_about_somebody_is_followed_for_them(store, link):
    store.save(ANNA, [actor("a", "Alpha"), actor("b", "Beta")])

    assert titles(history_feed(store, link, "de")) == ["Neu: Beta"]


def test_a_feed_can_follow_all_open_points_this_view_saved_views_fields_and_actors(store):
    store.save(ANNA, [actor("a", "Alpha", kompetenzfelder="Holz"), actor("b", "Beta")])
    store.put_document(ANNA, "partners", "Suche Holz", "vergleich?reiter=partner&partnervon=b")
    store.put_document(ANNA, "scenario", "Ohne Filter", "was-waere-wenn")
    view = view_of(data_at(store.address), "netzwerk?feld=holz")

    assert dict(followed(view, store)) == {
        "": "Alle Änderungen",
        "daten?reiter=offen": "Offene Punkte",
        "netzwerk?feld=holz": "Diese Ansicht: Holz",
        "vergleich?reiter=partner&partnervon=b": "Gespeicherte Ansicht: Suche Holz",
        "ueberblick?feld=holz": "Kompetenzfeld: Holz",
        "steckbrief?id=a": "Alpha",
        "steckbrief?id=b": "Beta",
    }


@pytest.mark.parametrize(
    ("link", "what"),
    [("", "Alle Änderungen"), ("steckbrief?id=a", "Alpha"), ("netzwerk?feld=holz", "Holz"), ("x", "x")],
)
def test_a_list_of_feeds_says_whom_each_follows(store, link, what):
    store.save(ANNA, [actor("a", "Alpha", kompetenzfelder="Holz")])
    give_feed(store.engine, ANNA, "Amt", link)
    (given,) = given_feeds(store.engine)

    said = following(view_of(data_at(store.address), "ueberblick"), given)
    assert said.startswith(f"Amt: {what} · Anna, ")
