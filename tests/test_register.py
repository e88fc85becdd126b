"""Who may do what: new people look, admins give roles, and the store asks for the role each time."""

import pytest

from store.errors import NotAllowedError
from store.people import Editor, Role, require
from store.register import LastAdminError, UnknownPersonError, appoint, arrive, everybody, give_role, persons

ISSUER = "https://login.example.de"


@pytest.fixture
def engine(store):
    return store.engine


def test_who_logs_in_for_the_first_time_may_look(engine):
    person = arrive(engine, ISSUER, "anna", "Anna Ahorn")

    assert person == Editor(ISSUER, "anna", "Anna Ahorn", Role.VIEWER)


def test_a_new_name_is_taken_over_and_the_role_stays(engine):
    arrive(engine, ISSUER, "anna", "Anna Ahorn")
    appoint(engine, ISSUER, "anna", Role.EDITOR)

    assert arrive(engine, ISSUER, "anna", "Anna Buche").name == "Anna Buche"
    assert [(person.name, person.role) for person in everybody(engine)] == [("Anna Buche", Role.EDITOR)]


def test_a_provider_without_names_leaves_the_subject(engine):
    assert arrive(engine, ISSUER, "4711", "").name == "4711"


def test_the_same_subject_at_another_provider_is_another_person(engine):
    arrive(engine, ISSUER, "anna", "Anna Ahorn")
    appoint(engine, ISSUER, "anna", Role.ADMIN)

    assert arrive(engine, "https://other.example.de", "anna", "Anna").role is Role.VIEWER


def test_the_operator_names_the_first_admin_and_no_second_one(engine):
    assert arrive(engine, ISSUER, "anna", "Anna", ["anna", "ben"]).role is Role.ADMIN
    assert arrive(engine, ISSUER, "ben", "Ben", ["anna", "ben"]).role is Role.VIEWER


def test_an_admin_gives_roles_by_name(engine):
    admin = arrive(engine, ISSUER, "anna", "Anna", ["anna"])
    arrive(engine, ISSUER, "ben", "Ben")

    give_role(engine, admin, ISSUER, "ben", Role.EDITOR)

    assert [(person.subject, person.role) for person in persons(engine, admin)] == [
        ("anna", Role.ADMIN),
        ("ben", Role.EDITOR),
    ]


@pytest.mark.parametrize("role", [Role.VIEWER, Role.EDITOR])
def test_nobody_else_gives_roles_or_sees_the_register(engine, role):
    arrive(engine, ISSUER, "ben", "Ben")
    ben = Editor(ISSUER, "ben", "Ben", role)

    with pytest.raises(NotAllowedError):
        give_role(engine, ben, ISSUER, "ben", Role.ADMIN)
    with pytest.raises(NotAllowedError):
        persons(engine, ben)
    assert everybody(engine)[0].role is Role.VIEWER


def test_the_last_admin_stays(engine):
    admin = arrive(engine, ISSUER, "anna", "Anna", ["anna"])

    with pytest.raises(LastAdminError):
        give_role(engine, admin, ISSUER, "anna", Role.EDITOR)
    assert everybody(engine)[0].role is Role.ADMIN


def test_a_role_is_given_only_to_somebody_who_logged_in(engine):
    with pytest.raises(UnknownPersonError):
        appoint(engine, ISSUER, "nobody", Role.EDITOR)


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.VIEWER, [Role.VIEWER]),
        (Role.EDITOR, [Role.VIEWER, Role.EDITOR]),
        (Role.ADMIN, [Role.VIEWER, Role.EDITOR, Role.ADMIN]),
    ],
)
def test_each_role_may_what_the_roles_before_it_may(role, may):
    def passes(needed):
        try:
            require(Editor(ISSUER, "anna", "Anna", role), needed)
        except NotAllowedError:
            return False
        return True

    assert [needed for needed in Role if passes(needed)] == may
