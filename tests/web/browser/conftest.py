"""A real browser before a running server over the demo's record. Debian's Chromium, driven by Playwright.

Without one these tests are skipped; with ONRECORD_REQUIRE_BROWSER=1 they fail instead.
"""

import os
import shutil
import socket
import threading
import time
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.record import Record

CHROMIUM = os.environ.get("ONRECORD_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
AXE = Path(__file__).with_name("vendor") / "axe-4.14.1.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def chromium():
    """The browser, or why there is none."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        sync_playwright = None
    if not (CHROMIUM and sync_playwright):
        if os.environ.get("ONRECORD_REQUIRE_BROWSER") == "1":
            pytest.fail("ONRECORD_REQUIRE_BROWSER is set, and Chromium or Playwright is not installed")
        pytest.skip("needs Debian's package chromium, and playwright")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The record that `onrecord demo` makes; to be copied."""
    from onrecord.scaling.adding import add

    folder = tmp_path_factory.mktemp("demo")
    samples = [file for file in files("onrecord").joinpath("demo").iterdir() if not file.name.endswith((".md", ".py"))]
    with Record.open(folder / "demo.db") as record:
        add(record, sorted(Path(str(sample)) for sample in samples), workers=1)
    return folder / "demo.db"


@pytest.fixture
def location(demo, tmp_path):
    """A copy of the demo's record."""
    return Path(shutil.copyfile(demo, tmp_path / "demo.db"))


@pytest.fixture
def site(location):
    """The address of a server over the record, in a thread of its own."""
    import uvicorn

    from onrecord.web.app import create_app
    from onrecord.web.settings import Settings

    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        port = chosen.getsockname()[1]
    app = create_app(location, Settings(port=port, reviewer="Ana"))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        thread.join(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
    app.state.record.close()


@pytest.fixture
def window(chromium, site):
    """Make a page of a given width; what goes wrong in it fails the test."""
    contexts, wrong = [], []

    def make(width=1200, **more):
        context = chromium.new_context(viewport={"width": width, "height": 900}, base_url=site, **more)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        return page

    yield make
    for context in contexts:
        context.close()
    assert [text for text in wrong if "404" not in text] == []


@pytest.fixture
def page(window):
    """A page of a usual width."""
    return window()


@pytest.fixture
def follow():
    """Click what leads to another page, and wait until that page has loaded: a click itself does not wait."""

    def click(page, leading):
        with page.expect_navigation():
            leading.click()

    return click


@pytest.fixture
def finds_nothing():
    """Check that axe finds nothing on a page."""

    def check(page):
        page.evaluate(AXE.read_text())
        found = page.evaluate("rules => axe.run(document, { runOnly: rules })", RULES)
        assert [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found["violations"]] == []

    return check
