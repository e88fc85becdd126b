"""The portfolio of a visitor as a record: adding, ordering, editing, removing, and its file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.payloads import PAYLOADS
from views.exhibit.mappe import (
    LONGEST_TITLE,
    MOST_VIEWS,
    KeptKind,
    Mappe,
    added,
    decision_of,
    edited,
    moved,
    removed,
    renamed,
    view_of,
)
from views.exhibit.mappe_file import MOST_BYTES, UnusableMappeError, read, written

HYDROGEN = view_of("netzwerk", {"feld": "wasserstoff", "lang": "en"}, "Wasserstoff verbindet 23 Akteure")
MONEY = view_of("foerderung", {}, "390 Mio. € bekannte Förderung")
GAPS = view_of("kompetenzfelder", {"zelle": "mint:kommune"}, "In 5 Feldern ist niemand erfasst")


@pytest.fixture
def three_views():
    return added(Mappe("Lenkungsgruppe 12/2026"), HYDROGEN, MONEY, GAPS)


def pages(mappe):
    return [kept.page for kept in mappe.views]


def test_a_view_is_kept_as_its_link_without_language_and_mode():
    kept = view_of("netzwerk", {"lang": "en", "modus": "praesentation", "folie": "2", "fokus": "wiro"}, "Titel")

    assert kept.link == "netzwerk?fokus=wiro"
    assert not kept.confirmed


def test_added_views_stand_at_the_end_and_have_ids_of_their_own(three_views):
    assert pages(three_views) == ["netzwerk", "foerderung", "kompetenzfelder"]
    assert [kept.id for kept in three_views.views] == [1, 2, 3]


def test_more_views_than_can_be_presented_are_not_added():
    assert len(added(Mappe(), *[MONEY] * (MOST_VIEWS + 5)).views) == MOST_VIEWS


@pytest.mark.parametrize(
    ("view", "by", "order"),
    [
        (3, -1, ["netzwerk", "kompetenzfelder", "foerderung"]),
        (1, 1, ["foerderung", "netzwerk", "kompetenzfelder"]),
        (1, -1, ["netzwerk", "foerderung", "kompetenzfelder"]),
        (3, 1, ["netzwerk", "foerderung", "kompetenzfelder"]),
        (99, 1, ["netzwerk", "foerderung", "kompetenzfelder"]),
    ],
)
def test_a_view_is_moved_and_the_ends_hold(three_views, view, by, order):
    assert pages(moved(three_views, view, by)) == order


def test_who_edits_a_title_confirms_it(three_views):
    after = edited(three_views, 2, title="  Viel Geld ", note=" Nachfragen. ")

    assert (after.views[1].title, after.views[1].note, after.views[1].confirmed) == ("Viel Geld", "Nachfragen.", True)
    assert three_views.views[1].confirmed is False


def test_an_empty_title_leaves_the_old_one(three_views):
    assert edited(three_views, 2, title=" ", note="").views[1].title == "390 Mio. € bekannte Förderung"


def test_a_removed_view_leaves_the_others_their_ids(three_views):
    after = removed(three_views, 2)

    assert [kept.id for kept in after.views] == [1, 3]
    assert added(after, MONEY).views[-1].id == 4


def test_a_decision_has_no_link():
    kept = decision_of("Wir treten dem Netzwerk bei.", "Es kostet nichts.")

    assert (kept.link, kept.kind, kept.confirmed) == ("", KeptKind.DECISION, True)


def test_reading_what_was_written_gives_the_same_portfolio(three_views):
    mappe = renamed(added(edited(three_views, 1, title="Neu", note="Notiz"), decision_of("Ja?")), "Ä 😀")

    assert read(written(mappe).encode()) == mappe


@pytest.mark.parametrize("payload", PAYLOADS.values())
def test_hostile_text_in_a_file_stays_text(payload):
    mappe = added(Mappe(payload), view_of("netzwerk", {"suche": payload[:100]}, payload), decision_of(payload, payload))

    assert read(written(mappe)) == mappe


def document(**changes):
    return json.dumps({"format": "akteursnetz-mappe", "version": 1, "title": "", "views": []} | changes)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "no-json"),
        (b"\xff\xfe\x00", "no-json"),
        (b"PK\x03\x04 a workbook", "no-json"),
        (b"[" * 100_000, "no-json"),
        (b'{"format": "akteursnetz-ma', "no-json"),
        (b"[1, 2]", "foreign"),
        (b'{"type": "FeatureCollection"}', "foreign"),
        (b" " * (MOST_BYTES + 1), "too-large"),
        (document(version=2), "newer"),
        (document(version="1"), "damaged"),
        (document(views={}), "damaged"),
        (document(views=["netzwerk"]), "damaged"),
        (document(views=[{"kind": "program"}]), "damaged"),
        (document(views=[{"kind": "view", "page": 7}]), "damaged"),
        (document(views=[{"kind": "view", "parameters": {"feld": ["x"]}}]), "damaged"),
        (document(views=[{"kind": "view"}] * (MOST_VIEWS + 1)), "too-many"),
    ],
)
def test_what_is_no_portfolio_is_refused_with_a_reason(content, code):
    with pytest.raises(UnusableMappeError) as refused:
        read(content)

    assert refused.value.code == code


def test_parameters_in_a_file_are_read_like_a_link():
    views = [{"kind": "view", "page": "netzwerk", "parameters": {"status": "ongoing,flying", "__class__": "x"}}]

    assert read(document(views=views)).views[0].parameters == {"status": "ongoing"}


def test_longer_texts_than_a_slide_can_hold_are_cut():
    views = [{"kind": "decision", "title": "x" * 10_000}]

    assert len(read(document(views=views)).views[0].title) == LONGEST_TITLE


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_no_json_whatsoever_breaks_the_reader(content):
    with pytest.raises(UnusableMappeError):
        read(json.dumps(content))


@given(st.binary(max_size=300))
def test_no_bytes_whatsoever_break_the_reader(content):
    with pytest.raises(UnusableMappeError):
        read(content)
