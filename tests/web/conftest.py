"""A small record behind the application, and readers of several roles in front of it."""

import re
import shutil
import sys
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
sys.path.insert(0, str(Path(__file__).parents[1]))

from generating import annotated
from inventing import Shape
from onrecord.comparing import compare
from onrecord.record import Record
from onrecord.web.app import create_app
from onrecord.web.settings import Settings

SHAPE = Shape(words=120, documents_per_dispute=6)
HERE = "http://127.0.0.1:8417"
PASSWORD = "harbour lamp seven"


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A record of six documents on one dispute; to be copied."""
    location = tmp_path_factory.mktemp("record") / "filled.db"
    with Record.open(location) as record:
        for number in range(6):
            with record.transaction():
                kept = record.keep(annotated(number, SHAPE))
                compare(record, kept.document, questions=kept.questions)
    return location


@pytest.fixture
def location(filled, tmp_path):
    """A copy of the filled record."""
    return Path(shutil.copyfile(filled, tmp_path / "onrecord.db"))


@pytest.fixture
def quick_hashes(monkeypatch):
    """Hash with little memory: what is tested here is not argon2."""
    monkeypatch.setattr("onrecord.record.passwords._hasher", lambda: PasswordHasher(1, 8, 1))


@pytest.fixture
def visit(location):
    """Make a browser in front of an application over the record; `Settings` by keyword."""
    made = []

    def make(**settings):
        app = create_app(location, Settings(**settings))
        made.append(app)
        return Browser(app, base_url=HERE, follow_redirects=False)

    yield make
    for app in made:
        app.state.record.close()


@pytest.fixture
def browser(visit):
    """Somebody at this computer, without a login."""
    return visit()


@pytest.fixture
def logged_in(visit, location, quick_hashes):
    """Make a browser in which a user of a role is logged in."""

    def make(role):
        browser = visit(authentication=True)
        record = browser.app.state.record
        if role.title() not in [account.name for account in record.accounts.all()]:
            record.accounts.add(role.title(), role, PASSWORD)
        assert browser.login(role.title()).status_code == 303
        return browser

    return make


class Browser(TestClient):
    """A client that keeps cookies and sends forms with the token of the page that it saw."""

    def token(self):
        """The token of a page that this browser may see."""
        page = self.get("/login" if self.app.state.settings.authentication else "/")
        page = self.get("/") if page.status_code == 303 else page
        return re.search(r'name="csrf" (?:content|value)="([^"]+)"', page.text)[1]

    def submit(self, path, data=None, **more):
        """Send a form."""
        return self.post(path, data={"csrf": self.token(), **(data or {})}, **more)

    def login(self, name, password=PASSWORD, then="/"):
        """Log in."""
        return self.submit("/login", {"name": name, "password": password, "then": then})
