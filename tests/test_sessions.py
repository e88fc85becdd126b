"""A session ends after eight hours and at logout, for every copy of its cookie."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from store.schema import ended_session
from store.sessions import Session, end, is_ended, session_of

BEGAN = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
ANNA = Session("https://login.example.de", "anna", "Anna Ahorn", BEGAN, mark="nonce-1")


@pytest.fixture
def engine(store):
    return store.engine


@pytest.mark.parametrize(
    ("hours", "over"),
    [(0, False), (7.99, False), (8, True), (30 * 24, True), (-1, True)],
)
def test_a_session_lasts_eight_hours(hours, over):
    assert ANNA.is_over(BEGAN + timedelta(hours=hours)) is over


def test_logging_out_ends_this_session_and_no_other(engine):
    later = replace(ANNA, mark="nonce-2")

    end(engine, ANNA, BEGAN + timedelta(hours=1))

    assert is_ended(engine, ANNA)
    assert not is_ended(engine, later)


def test_logging_out_twice_is_no_fault(engine):
    end(engine, ANNA, BEGAN)
    end(engine, ANNA, BEGAN)

    assert is_ended(engine, ANNA)


def test_the_store_keeps_neither_who_nor_what_could_be_used_to_log_in(engine):
    end(engine, ANNA, BEGAN)

    with engine.connect() as connection:
        (row,) = connection.execute(select(ended_session)).all()
    assert "anna" not in str(row).lower()
    assert "nonce-1" not in str(row)


def test_sessions_that_are_over_anyway_are_forgotten(engine):
    end(engine, ANNA, BEGAN)
    end(engine, replace(ANNA, began=BEGAN + timedelta(hours=9)), BEGAN + timedelta(hours=9))

    with engine.connect() as connection:
        assert len(connection.execute(select(ended_session)).all()) == 1


CLAIMS = {"iss": "https://login.example.de", "sub": "anna", "iat": BEGAN.timestamp(), "nonce": "nonce-1"}


def test_the_claims_of_the_provider_make_a_session():
    assert session_of(CLAIMS | {"name": "Anna Ahorn"}) == ANNA


@pytest.mark.parametrize(
    ("claims", "name"),
    [
        ({"preferred_username": "aahorn", "email": "a@example.de"}, "aahorn"),
        ({"email": "a@example.de"}, "a@example.de"),
        ({}, ""),
    ],
)
def test_the_name_is_the_best_the_provider_gives(claims, name):
    assert session_of(CLAIMS | claims).name == name


@pytest.mark.parametrize("missing", ["iss", "sub", "iat", "nonce"])
def test_a_login_that_cannot_be_told_from_others_does_not_count(missing):
    assert session_of({name: value for name, value in CLAIMS.items() if name != missing}) is None
