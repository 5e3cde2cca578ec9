"""Who is who in a real browser: found by name, seen side by side, merged by keyboard, split and taken back."""

import re

import pytest


@pytest.fixture
def people(site):
    """Who speaks most in the demo: names with the addresses of their pages."""
    import httpx

    page = httpx.get(f"{site}/speakers").text
    return re.findall(r'<th scope="row"><a href="(/speakers/entity-[^"]+)">([^<]+)</a>', page)


def heading(page):
    return page.locator("h1").inner_text()


def test_two_are_merged_by_keyboard_and_the_merge_is_taken_back(page, people, finds_nothing):
    (one, name), (other, called), *_ = people
    page.goto(f"{one}/names")
    finds_nothing(page)
    page.get_by_label("Name", exact=True).fill(called.split()[-1])
    with page.expect_navigation():
        page.keyboard.press("Enter")
    with page.expect_navigation():
        page.get_by_role("link", name=called, exact=True).press("Enter")
    assert heading(page) == "Are these one?"
    finds_nothing(page)
    sides = page.locator(".columns").inner_text()
    assert name in sides
    assert called in sides
    page.get_by_label("Why").fill("the same in both papers")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "are one" in page.get_by_role("status").first.inner_text()
    finds_nothing(page)
    page.goto(other)
    merged = heading(page)
    page.goto(one)
    assert heading(page) == merged
    page.goto(f"{one}/names")
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile("^Undo: ")).press("Enter")
    assert "taken back by Ana" in page.locator("main").inner_text()
    page.goto(one)
    assert heading(page) == name


def test_a_namesake_is_split_off_without_script(window, follow, people):
    page = window(java_script_enabled=False)
    one = None
    for address, _ in people:
        page.goto(f"{address}/names")
        if page.locator("input[name=document]").count() > 1:
            one = address
            break
    assert one, "nobody in the demo is named by two documents"
    documents = page.locator(".bearing .hit").count()
    page.locator("input[name=document]").first.check()
    follow(page, page.get_by_role("button", name="These are somebody else"))
    assert "is somebody else" in page.get_by_role("status").first.inner_text()
    assert page.locator(".bearing .hit").count() == documents - 1
    follow(page, page.locator(".bearing .to-source").first)
    assert page.locator("mark.here").first.is_visible()
    page.goto(f"{one}/names")
    follow(page, page.get_by_role("button", name=re.compile("^Undo: ")).first)
    assert page.locator(".bearing .hit").count() == documents
