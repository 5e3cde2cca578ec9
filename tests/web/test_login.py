"""Who gets in, who stays in, and who does not."""

import pytest

from onrecord.record import accounts
from onrecord.web.login import local

PASSWORD = "harbour lamp seven"


@pytest.fixture
def guarded(visit, quick_hashes):
    browser = visit(authentication=True)
    browser.app.state.record.accounts.add("Ana", "reviewer", PASSWORD)
    return browser


def test_nobody_sees_anything_before_the_login(guarded):
    page = guarded.get("/?q=grain")
    assert (page.status_code, page.headers["location"]) == (303, "/login?then=/%3Fq%3Dgrain")
    assert guarded.get("/api/claims").status_code == 401
    assert guarded.get("/api/claims").headers["content-type"] == "application/problem+json"
    assert guarded.get("/api/openapi.json").status_code == 401
    assert guarded.get("/", headers={"HX-Request": "true"}).headers["hx-redirect"].startswith("/login")


def test_a_login_leads_to_the_page_that_was_asked_for(guarded):
    assert guarded.login("ana", then="/documents").headers["location"] == "/documents"
    assert guarded.get("/").status_code == 200
    assert guarded.get("/api/session").json()["user"] == "Ana"


def test_a_wrong_password_says_so_without_saying_which(guarded):
    pages = [guarded.login("Ana", "wrong words"), guarded.login("Nobody", "wrong words")]
    assert [page.status_code for page in pages] == [401, 401]
    said = [page.text.split('role="alert"')[1].split("</p>")[0] for page in pages]
    assert said[0] == said[1]
    assert guarded.get("/").status_code == 303


def test_cookies_are_kept_from_scripts_and_other_sites(guarded):
    cookies = guarded.login("Ana").headers.get_list("set-cookie")
    assert len(cookies) == 2
    assert all("HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/" in cookie for cookie in cookies)
    assert not any("Secure" in cookie for cookie in cookies)


def test_with_tls_cookies_are_secure_and_bound_to_the_host(visit, quick_hashes):
    browser = visit(authentication=True)
    browser.base_url = "https://record.example"
    browser.app.state.record.accounts.add("Ana", "reader", PASSWORD)
    answer = browser.login("Ana")
    assert all(cookie.startswith("__Host-") and "Secure" in cookie for cookie in answer.headers.get_list("set-cookie"))
    assert "Strict-Transport-Security" in answer.headers
    assert browser.get("/").status_code == 200


def test_a_session_is_not_fixed_by_who_came_before(guarded):
    guarded.cookies.set("onrecord_session", "chosen-by-a-stranger", "127.0.0.1", "/")
    guarded.token()
    before = guarded.cookies.get("onrecord_visit")
    guarded.login("Ana")
    first = guarded.cookies.get("onrecord_session")
    assert first != "chosen-by-a-stranger"
    assert guarded.cookies.get("onrecord_visit") != before
    guarded.login("Ana")
    second = guarded.cookies.get("onrecord_session")
    assert second != first
    guarded.cookies.clear()
    guarded.cookies.set("onrecord_session", first)
    assert guarded.get("/").status_code == 303


def test_a_logout_ends_the_session_on_the_server(guarded):
    guarded.login("Ana")
    secret = guarded.cookies.get("onrecord_session")
    assert guarded.submit("/logout").headers["location"] == "/login"
    guarded.cookies.set("onrecord_session", secret)
    assert guarded.get("/").status_code == 303


def test_a_user_who_was_removed_is_out_at_once(guarded):
    guarded.login("Ana")
    guarded.app.state.record.accounts.remove("Ana")
    assert guarded.get("/").status_code == 303


def test_too_many_attempts_are_told_to_wait(guarded):
    for _ in range(accounts.MOST_OF_BOTH):
        assert guarded.login("Ana", "wrong words").status_code == 401
    page = guarded.login("Ana")
    assert (page.status_code, page.headers["retry-after"]) == (429, "900")
    assert "15 minutes" in page.text


@pytest.mark.parametrize(
    ("given", "gone_to"),
    [
        ("/documents?outlet=x", "/documents?outlet=x"), ("//evil.example", "/"), ("https://evil.example", "/"),
        ("/\\evil.example", "/"), ("javascript:alert(1)", "/"), ("/a\r\nSet-Cookie: x", "/"), ("", "/"),
        ("/login?then=/login", "/"),
    ],
)  # fmt: skip
def test_a_login_leads_nowhere_else(guarded, given, gone_to):
    assert local(given) == gone_to
    assert guarded.login("Ana", then=given).headers["location"] == gone_to


def test_a_login_needs_the_token_of_our_page(guarded):
    guarded.get("/login")
    page = guarded.post("/login", data={"name": "Ana", "password": PASSWORD})
    assert page.status_code == 403
    assert "onrecord_session" not in guarded.cookies


def test_without_a_login_there_is_none_to_make(browser):
    assert browser.get("/login").headers["location"] == "/"


def test_a_name_typed_into_the_form_is_text(guarded):
    page = guarded.login('"><script>alert(1)</script>', "wrong words")
    assert "<script>alert" not in page.text
