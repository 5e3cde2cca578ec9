"""What holds for every request: names we answer to, tokens, roles, headers, sizes."""

import re

import pytest
from fastapi.routing import APIRoute

from onrecord.model.errors import RecordError
from onrecord.web import tokens

PUBLIC = {("/login", "GET"), ("/login", "POST"), ("/logout", "POST")}
FOR_READERS = {"/appearance"}
"""Changes that concern the reader's own browser alone."""


def routes(app):
    """Every path and method that the application answers to, with something in place of each parameter."""
    for included in app.routes:
        router = getattr(included, "original_router", None)
        for route in router.routes if router else [included] if isinstance(included, APIRoute) else []:
            for method in route.methods:
                yield re.sub(r"\{[^}]*\}", "document-000000000000000000000000", route.path), method


def test_no_route_is_open_before_the_login(visit, quick_hashes):
    browser = visit(authentication=True)
    token = browser.token()
    asked = [(path, method) for path, method in routes(browser.app) if (path, method) not in PUBLIC]
    assert len(asked) > 30
    for path, method in asked:
        answer = browser.request(method, path, headers={"X-CSRF-Token": token})
        assert answer.status_code in (303, 401), f"{method} {path}"
        assert answer.status_code == 401 or answer.headers["location"].startswith("/login"), f"{method} {path}"


def test_no_change_is_open_to_readers_or_without_a_token(logged_in):
    browser = logged_in("reader")
    changes = [path for path, method in routes(browser.app) if method != "GET" and (path, method) not in PUBLIC]
    assert len(changes) > 5
    headers = {"X-CSRF-Token": browser.token()}
    for path in changes:
        assert (browser.post(path, headers=headers).status_code == 403) is (path not in FOR_READERS), path
    keeper = logged_in("keeper")
    for path in (*changes, "/logout", "/login"):
        assert keeper.post(path).status_code == 403, path


CHANGES = [
    ("/api/reviews", "reviewer"), ("/import", "keeper"), ("/import/job-1/stop", "keeper"),
    ("/import/job-1/resume", "keeper"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "least"), CHANGES)
def test_a_change_needs_a_token(browser, path, least):
    browser.get("/")
    for headers in ({}, {"X-CSRF-Token": "x"}, {"X-CSRF-Token": tokens.of("a" * 32)}, {"X-CSRF-Token": "é".encode()}):
        assert browser.post(path, headers=headers).status_code == 403
    assert browser.post(path, data={"csrf": "x"}).status_code == 403
    assert browser.post(path, headers={"X-CSRF-Token": browser.token()}).status_code != 403


@pytest.mark.parametrize(("path", "least"), CHANGES)
@pytest.mark.parametrize("role", ["reader", "reviewer", "keeper"])
def test_roles_hold_at_every_change(logged_in, path, least, role):
    browser = logged_in(role)
    order = ["reader", "reviewer", "keeper"]
    page = browser.submit(path)
    assert (page.status_code == 403) == (order.index(role) < order.index(least))
    if page.status_code == 403:
        assert least in page.text
    assert browser.get("/").status_code == 200


def test_another_browser_s_token_is_worth_nothing(visit):
    one, other = visit(), visit()
    other.get("/")
    assert other.post("/import", data={"csrf": one.token(), "text": "Grain."}).status_code == 403


def test_tokens_of_one_visit_look_different_each_time():
    made = {tokens.of("a" * 32) for _ in range(9)}
    assert len(made) == 9
    assert all(tokens.is_of(token, "a" * 32) and not tokens.is_of(token, "b" * 32) for token in made)


@pytest.mark.parametrize(
    ("headers", "passes"),
    [
        ({}, True), ({"Sec-Fetch-Site": "same-origin"}, True), ({"Origin": "http://127.0.0.1:8417"}, True),
        ({"Origin": "null"}, True), ({"Sec-Fetch-Site": "cross-site"}, False), ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": "http://evil.example"}, False), ({"Origin": "http://127.0.0.1:9999"}, False),
        ({"Origin": "http://127.0.0.1:8417.evil.example"}, False),
    ],
)  # fmt: skip
def test_a_change_from_another_site_is_refused_even_with_a_token(browser, headers, passes):
    page = browser.submit("/import", {"text": "Grain."}, headers=headers)
    assert (page.status_code == 303) is passes


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8417", 200), ("localhost", 200), ("LOCALHOST:1", 200), ("[::1]:8417", 200), ("evil.example", 421),
        ("127.0.0.1.evil.example", 421), ("", 421), ("localhost.", 421), ("[::1", 421), ("127.0.0.1@evil.example", 421),
    ],
)  # fmt: skip
def test_only_names_of_this_computer_are_answered_to(browser, host, status):
    """A page elsewhere may have its own name point here: its requests carry that name."""
    assert browser.get("/", headers={"Host": host}).status_code in ({200} if status == 200 else {421, 400})


def test_a_name_that_was_allowed_is_answered_to(visit):
    assert visit(hosts=("record.lan",)).get("/", headers={"Host": "record.lan:8417"}).status_code == 200


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via"])
def test_a_proxy_without_a_login_is_refused(browser, header):
    page = browser.get("/", headers={header: "203.0.113.9"})
    assert page.status_code == 403
    assert "onrecord users add" in page.text


@pytest.mark.parametrize("path", ["/", "/nothing", "/api/claims", "/api/nothing", "/static/style.css", "/login"])
def test_every_answer_binds_the_browser(browser, path):
    headers = browser.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"


def test_no_page_holds_a_script_a_style_or_another_host(browser):
    for path in ("/", "/documents", "/questions", "/review", "/import", "/search?q=grain", "/nothing"):
        page = browser.get(path).text
        assert "<style" not in page
        assert " style=" not in page
        assert " onclick=" not in page
        assert "<script>" not in page
        assert 'src="http' not in page
        assert 'href="http' not in page


def test_what_others_must_not_see_is_not_kept_by_browsers(visit, logged_in):
    assert logged_in("reader").get("/").headers["cache-control"] == "no-store"
    assert visit().get("/static/style.css?v=1").headers["cache-control"].endswith("immutable")


def test_a_body_that_is_too_long_is_refused_by_its_length_and_by_its_bytes(visit):
    browser = visit(upload_bytes=50_000)
    files = [("files", ("a.txt", b"grain " * 20_000))]
    refused = browser.submit("/import", files=files)
    assert refused.status_code == 413
    assert "at most 50,000 bytes" in refused.text
    assert "Nothing of it was added" in refused.text
    assert "<h1>" in refused.text
    asked = browser.post("/api/reviews", content=b"x" * 9_000_000, headers={"Content-Type": "application/json"})
    assert (asked.status_code, asked.json()["code"]) == (413, "E539")
    token = browser.token()
    boundary = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'

    def drip():
        yield boundary
        for _ in range(100):
            yield b"grain " * 1_000

    headers = {"Content-Type": "multipart/form-data; boundary=x", "X-CSRF-Token": token}
    assert browser.post("/import", content=drip(), headers=headers).status_code == 413


@pytest.mark.parametrize(
    "path",
    [
        "/static/../access.py", "/static/%2e%2e/access.py", "/static/..%2faccess.py",
        "/static/%2e%2e%2f%2e%2e%2fapp.py",
        "/static//etc/passwd", "/static/....//access.py", "/documents/../../etc/passwd", "/api/documents/..%2f..%2fetc",
        "/import/..%2f..%2fetc%2fpasswd", "/static/\\..\\access.py",
    ],
)  # fmt: skip
def test_no_path_leads_out(browser, path):
    page = browser.get(path)
    assert page.status_code in (404, 422, 303, 307)
    assert "root:" not in page.text
    assert "import" not in page.text or "def " not in page.text


@pytest.mark.parametrize("path", ["/documents/a%00b", "/import/%00", "/%00", "/api/claims/%00"])
def test_a_path_that_no_database_can_hold(browser, path):
    assert browser.get(path).status_code in (404, 422)


def test_where_the_record_is_concerns_nobody_who_reads_it(browser, monkeypatch):
    def fail(*_given, **_more):
        raise RecordError("E310", "the database server cannot be used", where="postgresql://ana@secret.example/talks")

    monkeypatch.setattr(browser.app.state.record, "look", fail, raising=False)
    page = browser.get("/")
    assert page.status_code == 503
    assert "E310" in page.text
    assert "secret.example" not in page.text


def test_a_fault_of_ours_is_a_page_without_its_place(browser, monkeypatch, caplog):
    def fail(*_given, **_more):
        raise RuntimeError("secret place")

    monkeypatch.setattr(browser.app.state.record, "counts", fail, raising=False)
    answer = browser.get("/api/counts")
    assert (answer.status_code, answer.json()["code"]) == (500, "E590")
    assert "secret place" not in answer.text
    assert "secret place" in caplog.text
    assert "content-security-policy" in answer.headers
