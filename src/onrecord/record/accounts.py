"""Who may use the web application: users, who of them is logged in, and how often somebody tried."""

import hashlib
import secrets
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Literal, get_args

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from onrecord.model.errors import RecordError, UsageError
from onrecord.model.identity import fold
from onrecord.record import passwords
from onrecord.record.database import Database
from onrecord.record.tables import LOGIN_ATTEMPTS, SESSIONS, USERS

Role = Literal["reader", "reviewer", "keeper"]
ROLES: tuple[Role, ...] = get_args(Role)

LONGEST_NAME = 80

IDLE = timedelta(hours=12)
"""A session ends when nothing was asked in it for so long."""

LONGEST_SESSION = timedelta(days=7)

SEEN_EVERY = timedelta(minutes=5)
"""How often it is written down that a session is alive: reading a page should not write."""

WINDOW = timedelta(minutes=15)
"""Failed attempts count for so long."""

MOST_OF_BOTH, MOST_OF_ADDRESS, MOST_OF_USER = 5, 30, 50
"""Failed attempts within the window: of one user from one address, from one address, and of one user from anywhere.

The last is high, so that a stranger cannot easily keep somebody out of their own account.
"""


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who may log in."""

    name: str
    role: Role
    made_at: str


class Accounts:
    """The users of a record. Every method is a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Account]:
        """The users, by name."""
        with self._database.reading() as connection:
            rows = connection.execute(select(USERS).order_by(USERS.c.key)).all()
        return [Account(name=row.name, role=row.role, made_at=row.made_at) for row in rows]

    def any(self) -> bool:
        """Whether there is a user at all."""
        with self._database.reading() as connection:
            return connection.execute(select(USERS.c.key).limit(1)).first() is not None

    def free(self, name: str) -> str:
        """A name as it will be shown; refused where it is none (E530), or where a user has it (E531)."""
        with self._database.reading() as connection:
            return _free(connection, name)

    def known(self, name: str) -> str:
        """The name of a user as it is shown; refused where there is none of it (E535)."""
        with self._database.reading() as connection:
            key = _key(connection, name)
            return str(connection.execute(select(USERS.c.name).where(USERS.c.key == key)).scalar_one())

    def add(self, name: str, role: str, password: str) -> Account:
        """Let somebody in from now on."""
        stored, made_at = passwords.hashed(password), _now().isoformat(timespec="seconds")
        with self._database.writing() as connection:
            account = Account(name=_free(connection, name), role=_role(role), made_at=made_at)
            row = {"key": fold(account.name), "password": stored, **msgspec.to_builtins(account)}
            connection.execute(insert(USERS), [row])
        return account

    def remove(self, name: str) -> None:
        """Let somebody in no more; their reviews stay."""
        with self._database.writing() as connection:
            key = _key(connection, name)
            connection.execute(delete(SESSIONS).where(SESSIONS.c.user == key))
            connection.execute(delete(USERS).where(USERS.c.key == key))

    def set_password(self, name: str, password: str) -> None:
        """Give a user a new password, and end every session begun with the old one."""
        stored = passwords.hashed(password)
        with self._database.writing() as connection:
            key = _key(connection, name)
            connection.execute(update(USERS).where(USERS.c.key == key).values(password=stored))
            connection.execute(delete(SESSIONS).where(SESSIONS.c.user == key))

    def set_role(self, name: str, role: str) -> None:
        """Let a user do more or less."""
        with self._database.writing() as connection:
            connection.execute(update(USERS).where(USERS.c.key == _key(connection, name)).values(role=_role(role)))

    def login(self, name: str, password: str, address: str) -> str | None:
        """A new session's secret, or `None` where name and password do not go together.

        The attempt is counted before the password is looked at, so that many at once are counted too.
        """
        key = fold(name)[:LONGEST_NAME]
        attempt = self._attempted(key, address[:LONGEST_NAME])
        with self._database.reading() as connection:
            stored = connection.execute(select(USERS.c.password).where(USERS.c.key == key)).scalar()
        if not passwords.matches(stored, password):
            return None
        secret = secrets.token_urlsafe(32)
        now = _now()
        with self._database.writing() as connection:
            here = USERS.c.key == key
            if connection.execute(select(USERS.c.password).where(here)).scalar() != stored:
                return None  # removed or changed in between
            if stored and passwords.wants_new_hash(stored):
                connection.execute(update(USERS).where(here).values(password=passwords.hashed(password)))
            mine = (LOGIN_ATTEMPTS.c.user == key) & (LOGIN_ATTEMPTS.c.address == address[:LONGEST_NAME])
            connection.execute(delete(LOGIN_ATTEMPTS).where(mine | (LOGIN_ATTEMPTS.c.id == attempt)))
            connection.execute(delete(SESSIONS).where(SESSIONS.c.made_at < _text(now - LONGEST_SESSION)))
            row = {"id": _hash(secret), "user": key, "made_at": _text(now), "seen_at": _text(now)}
            connection.execute(insert(SESSIONS), [row])
        return secret

    def logged_in(self, secret: str) -> Account | None:
        """Who holds a session's secret, where the session has not ended."""
        now = _now()
        with self._database.reading() as connection:
            row = connection.execute(
                select(
                    SESSIONS.c.made_at, SESSIONS.c.seen_at, USERS.c.name, USERS.c.role, USERS.c.made_at.label("since")
                )
                .join(USERS, USERS.c.key == SESSIONS.c.user)
                .where(SESSIONS.c.id == _hash(secret))
            ).first()
        if row is None or row.made_at < _text(now - LONGEST_SESSION) or row.seen_at < _text(now - IDLE):
            return None
        if row.seen_at < _text(now - SEEN_EVERY):
            with suppress(RecordError):  # while somebody else writes, or the record can only be read
                self._seen(secret, now)
        return Account(name=row.name, role=row.role, made_at=row.since)

    def logout(self, secret: str) -> None:
        """End a session."""
        with self._database.writing() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.id == _hash(secret)))

    def _seen(self, secret: str, now: datetime) -> None:
        with self._database.writing() as connection:
            connection.execute(update(SESSIONS).where(SESSIONS.c.id == _hash(secret)).values(seen_at=_text(now)))

    def _attempted(self, key: str, address: str) -> str:
        """Count one attempt more; too many are refused, and not counted."""
        now = _now()
        since = _text(now - WINDOW)
        of_user, of_address = LOGIN_ATTEMPTS.c.user == key, LOGIN_ATTEMPTS.c.address == address
        with self._database.writing() as connection:
            connection.execute(delete(LOGIN_ATTEMPTS).where(LOGIN_ATTEMPTS.c.at < since))
            for which, most in (
                (of_user & of_address, MOST_OF_BOTH), (of_address, MOST_OF_ADDRESS), (of_user, MOST_OF_USER)
            ):  # fmt: skip
                if (
                    connection.execute(select(func.count()).select_from(LOGIN_ATTEMPTS).where(which)).scalar_one()
                    >= most
                ):
                    minutes = round(WINDOW.total_seconds() / 60)
                    raise UsageError(
                        "E533", "too many attempts to log in", remedy=f"Wait {minutes} minutes, then try again"
                    )
            attempt = secrets.token_hex(12)
            row = {"id": attempt, "user": key, "address": address, "at": _text(now)}
            connection.execute(insert(LOGIN_ATTEMPTS), [row])
        return attempt


def _free(connection: Connection, name: str) -> str:
    shown = " ".join(name.split())
    key = fold(shown)
    if not key or len(shown) > LONGEST_NAME or not shown.isprintable():
        raise UsageError("E530", f"a user's name is 1 to {LONGEST_NAME} letters", where=shown[:LONGEST_NAME] or None)
    if connection.execute(select(USERS.c.key).where(USERS.c.key == key)).first():
        raise UsageError(
            "E531", "there is a user of this name", where=shown,
            remedy=f"Give another name, or a new password: onrecord users password {shown!r}",
        )  # fmt: skip
    return shown


def _role(role: str) -> Role:
    for known in ROLES:
        if role == known:
            return known
    raise UsageError("E534", "there is no such role", where=role, remedy=f"Use: {', '.join(ROLES)}")


def _key(connection: Connection, name: str) -> str:
    key = fold(name)
    if connection.execute(select(USERS.c.key).where(USERS.c.key == key)).first() is None:
        raise UsageError("E535", "there is no user of this name", where=name, remedy="See: onrecord users list")
    return key


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC)


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")
