"""Fetching, against a server of our own that stands in for a public address; nothing leaves the machine."""

import gzip
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from onrecord.model.errors import ReadingError
from onrecord.reading.fetching import fetch, is_public
from onrecord.reading.limits import Limits

sys.path.insert(0, str(Path(__file__).parent))
import samples

PUBLIC = "93.184.216.34"
PAGE = samples.page(*samples.PARAGRAPHS).encode()


class Handler(BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self):
        """One answer."""
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path[4:].replace("~", "/"))
            self.end_headers()
        elif self.path == "/large":
            self._page(b"x" * 5_000)
        elif self.path == "/packed":
            self._page(gzip.compress(PAGE), ("Content-Encoding", "gzip"))
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"a")
            self.wfile.flush()
            threading.Event().wait(1.0)
        elif self.path == "/gone":
            self.send_response(410)
            self.end_headers()
        else:
            self._page(PAGE)

    def _page(self, body, *headers):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args):
        """Say nothing."""


@pytest.fixture(scope="module")
def port():
    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture
def get(port):
    """Fetch from the server here: names resolve as told, and the public address leads to it."""
    asked = []

    def resolve(host, _port):
        asked.append(host)
        return {"inside.example": ["10.0.0.8"], "both.example": [PUBLIC, "127.0.0.1"]}.get(host, [PUBLIC])

    def connect(address, timeout):
        assert address[0] == PUBLIC
        return socket.create_connection(("127.0.0.1", port), timeout)

    def run(url, **limits):
        return fetch(url, limits=Limits(**limits), resolve=resolve, connect=connect)

    run.asked = asked
    return run


def test_a_page_comes_with_its_encoding(get):
    got = get("http://news.example/dam")
    assert got.data == PAGE
    assert got.charset == "utf-8"


def test_redirects_are_followed_and_each_is_checked(get):
    assert get("http://news.example/to/~other").url == "http://news.example/other"
    with pytest.raises(ReadingError, match=r"E132.*inside.example is 10.0.0.8"):
        get("http://news.example/to/http:~~inside.example~x")
    with pytest.raises(ReadingError, match="E131"):
        get("http://news.example/to/file:~~~etc~passwd")
    with pytest.raises(ReadingError, match="E135"):
        get("http://news.example/to/~x", redirects=0)


def test_a_name_that_points_inside_too_is_refused(get):
    with pytest.raises(ReadingError, match="E132"):
        get("http://both.example/")


def test_each_host_is_resolved_once(get):
    get("http://news.example/dam")
    assert get.asked == ["news.example"]


def test_bounds_on_size_and_time(get):
    with pytest.raises(ReadingError, match="E108"):
        get("http://news.example/large", file_bytes=1_000)
    with pytest.raises(ReadingError, match="E134"):
        get("http://news.example/slow", fetch_seconds=0.3)


def test_packed_pages_are_unpacked_within_bounds(get):
    assert get("http://news.example/packed").data == PAGE


def test_what_the_server_answers_is_said(get):
    with pytest.raises(ReadingError, match=r"E133.*410"):
        get("http://news.example/gone")


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "http://user:secret@news.example/", "http:///x", "http://news.example:x/", "http://a b/"],
)
def test_only_plain_web_addresses(get, url):
    with pytest.raises(ReadingError, match="E131"):
        get(url)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False), ("::1", False), ("::", False), ("fe80::1%eth0", False), ("fc00::1", False),
        ("::ffff:127.0.0.1", False), ("::ffff:10.0.0.1", False), ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False),
        ("64:ff9b::5db8:d822", True), ("no address", False), ("198.18.0.1", False), ("192.0.2.1", False),
    ],
)  # fmt: skip
def test_what_is_public(address, public):
    assert is_public(address) is public
