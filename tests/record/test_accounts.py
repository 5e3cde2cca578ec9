"""Users, sessions and the limit on attempts, on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from onrecord.model.errors import UsageError
from onrecord.record import Record, accounts
from onrecord.record.database import migrate
from onrecord.record.tables import SESSIONS, USERS

PASSWORD = "harbour lamp seven"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch):
    """Hash with little memory: what is tested is not argon2."""
    from argon2 import PasswordHasher

    monkeypatch.setattr("onrecord.record.passwords._hasher", lambda: PasswordHasher(1, 8, 1))


def code_of(act, *given):
    with pytest.raises(UsageError) as caught:
        act(*given)
    return caught.value.code


def test_a_user_logs_in_and_out(record):
    record.accounts.add("Ana Okoro", "reviewer", PASSWORD)
    secret = record.accounts.login("ana okoro", PASSWORD, "127.0.0.1")
    assert record.accounts.logged_in(secret).name == "Ana Okoro"
    assert record.accounts.logged_in(secret).role == "reviewer"
    record.accounts.logout(secret)
    assert record.accounts.logged_in(secret) is None


def test_neither_password_nor_secret_is_in_the_record(record):
    record.accounts.add("ana", "reader", PASSWORD)
    secret = record.accounts.login("ana", PASSWORD, "here")
    with record._database.reading() as connection:
        stored = str([*connection.execute(select(USERS)), *connection.execute(select(SESSIONS))])
    assert "argon2id" in stored
    assert PASSWORD not in stored
    assert secret not in stored


@pytest.mark.parametrize(("name", "password"), [("ana", "wrong words"), ("nobody", PASSWORD), ("", ""), ("ana", "")])
def test_what_does_not_go_together_lets_nobody_in(record, name, password):
    record.accounts.add("ana", "reader", PASSWORD)
    assert record.accounts.login(name, password, "here") is None


@pytest.mark.parametrize("name", ["", "  ", "a" * 81, "a\nb\x00", "…"])
def test_names_that_cannot_be(record, name):
    assert code_of(record.accounts.add, name, "reader", PASSWORD) == "E530"


def test_what_else_is_refused(record):
    record.accounts.add("Ana", "reader", PASSWORD)
    assert code_of(record.accounts.add, "ANÁ", "reader", PASSWORD) == "E531"
    assert code_of(record.accounts.add, "Lee", "reader", "short") == "E532"
    assert code_of(record.accounts.add, "Lee", "owner", PASSWORD) == "E534"
    assert code_of(record.accounts.remove, "Lee") == "E535"
    assert code_of(record.accounts.set_password, "Lee", PASSWORD) == "E535"


def test_attempts_of_one_user_from_one_address_are_limited(record):
    record.accounts.add("ana", "reader", PASSWORD)
    for _ in range(accounts.MOST_OF_BOTH):
        assert record.accounts.login("ana", "wrong words", "stranger") is None
    assert code_of(record.accounts.login, "ana", PASSWORD, "stranger") == "E533"
    assert record.accounts.login("ana", PASSWORD, "home")


def test_attempts_of_one_address_are_limited_over_all_users(record, monkeypatch):
    monkeypatch.setattr(accounts, "MOST_OF_ADDRESS", 3)
    for number in range(3):
        record.accounts.login(f"user {number}", "wrong words", "stranger")
    assert code_of(record.accounts.login, "another", "wrong words", "stranger") == "E533"


def test_attempts_are_forgotten_after_a_while_and_after_a_login(record, monkeypatch):
    record.accounts.add("ana", "reader", PASSWORD)
    for _ in range(accounts.MOST_OF_BOTH - 1):
        record.accounts.login("ana", "wrong words", "here")
    assert record.accounts.login("ana", PASSWORD, "here")
    for _ in range(accounts.MOST_OF_BOTH):
        record.accounts.login("ana", "wrong words", "here")
    monkeypatch.setattr(accounts, "WINDOW", timedelta(0))
    assert record.accounts.login("ana", PASSWORD, "here")


@pytest.mark.parametrize("limit", ["IDLE", "LONGEST_SESSION"])
def test_sessions_end(record, monkeypatch, limit):
    record.accounts.add("ana", "reader", PASSWORD)
    secret = record.accounts.login("ana", PASSWORD, "here")
    monkeypatch.setattr(accounts, limit, timedelta(0))
    assert record.accounts.logged_in(secret) is None


def test_a_session_that_is_used_goes_on(record, monkeypatch):
    record.accounts.add("ana", "reader", PASSWORD)
    secret = record.accounts.login("ana", PASSWORD, "here")
    with record._database.writing() as connection:
        early = accounts._text(accounts._now() - accounts.IDLE / 2)
        connection.execute(update(SESSIONS).values(seen_at=early))
    assert record.accounts.logged_in(secret)
    with record._database.reading() as connection:
        assert connection.execute(select(SESSIONS.c.seen_at)).scalar_one() > early


@pytest.mark.parametrize(
    "act", [lambda users: users.set_password("ana", "quite other words"), lambda users: users.remove("ana")]
)
def test_a_new_password_and_leaving_end_sessions(record, act):
    record.accounts.add("ana", "reader", PASSWORD)
    secret = record.accounts.login("ana", PASSWORD, "here")
    act(record.accounts)
    assert record.accounts.logged_in(secret) is None
    assert record.accounts.login("ana", PASSWORD, "here") is None


def test_a_new_role_holds_at_once(record):
    record.accounts.add("ana", "reader", PASSWORD)
    secret = record.accounts.login("ana", PASSWORD, "here")
    record.accounts.set_role("ana", "keeper")
    assert record.accounts.logged_in(secret).role == "keeper"
    assert [account.role for account in record.accounts.all()] == ["keeper"]


def test_a_record_of_the_first_schema_gets_users(fresh_location, monkeypatch):
    location = fresh_location()
    with monkeypatch.context() as before:
        before.setattr("onrecord.record.database.REVISIONS", ("0001",))
        before.setattr("onrecord.record.database.migrate", lambda connection: migrate(connection, "0001"))
        Record.open(location).close()
    with Record.open(location) as record:
        assert not record.accounts.any()
        record.accounts.add("ana", "reader", PASSWORD)
        assert record.accounts.any()
