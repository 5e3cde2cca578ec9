"""Working in a real browser: judging by keyboard, taking back, editing by selecting, adding files."""

import re


def cards(page):
    return page.locator(".review-card")


def test_judging_by_keyboard_and_taking_back(page):
    page.goto("/review")
    first = cards(page).nth(0)
    name = first.get_attribute("data-item")
    page.keyboard.press("j")
    page.keyboard.press("a")
    judged = page.locator(f"#{name}.judged-accept")
    judged.wait_for()
    assert "Accepted by you" in judged.inner_text()
    following = cards(page).nth(1).get_attribute("data-item")
    page.wait_for_function("name => document.activeElement.dataset.item === name", arg=following)
    page.keyboard.press("z")
    page.locator(f"#{name}:not(.judged)").wait_for()
    page.wait_for_function("name => document.activeElement.dataset.item === name", arg=name)
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.locator(".judged-reject").wait_for()
    page.reload()
    assert page.locator(".judged-reject").count() == 0
    page.goto("/activity")
    assert "taken back" in page.locator("main").inner_text()


def test_keys_move_up_and_down_and_a_field_keeps_its_letters(page):
    page.goto("/review")
    for key, at in (("j", 0), ("j", 1), ("k", 0)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.dataset.item") == cards(page).nth(at).get_attribute("data-item")
    page.keyboard.press("n")
    page.keyboard.type("are you sure")
    assert page.locator("textarea:focus").input_value() == "are you sure"
    assert page.locator(".judged").count() == 0
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    page.locator(".judged-unsure").wait_for()
    assert "are you sure" in page.locator(".judged-unsure").inner_text()


def test_ones_own_keys(page):
    page.goto("/keys")
    page.locator("[data-keys] input[name=accept]").fill("y")
    page.locator("[data-keys] button:not([type=button])").click()
    page.locator("#said:has-text('kept')").wait_for()
    page.goto("/review")
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("y")
    page.locator(".judged-accept").wait_for()
    page.keyboard.press("?")
    page.wait_for_url("**/keys")


def test_an_edit_by_selecting_words(page):
    page.goto("/review?kind=claim")
    card = cards(page).nth(0)
    name = card.get_attribute("data-item")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.evaluate("""() => {
        const texts = document.createTreeWalker(document.querySelector(".review-card .context"), NodeFilter.SHOW_TEXT);
        let node = texts.nextNode();
        while (node.length < 7) node = texts.nextNode();
        getSelection().setBaseAndExtent(node, 0, node, 7);
    }""")
    chosen = card.locator("[data-chosen]")
    page.wait_for_function("document.querySelector('[data-chosen]').textContent.length > 0")
    words = chosen.inner_text().removeprefix("“").removesuffix("”")
    card.locator("button[value=edit]").click()
    page.locator(f"#{name}.judged-edit").wait_for()
    assert f"The words should be: “{words}" in page.locator(f"#{name}").inner_text()


def test_several_ticked_at_once_and_all_taken_back_the_next_day(page, follow):
    page.goto("/review")
    for number in range(3):
        cards(page).nth(number).locator(".tick input").check()
    page.locator("#bulk button[value=unsure]").click()
    page.locator(".given").wait_for()
    assert "3 items" in page.locator(".given").inner_text()
    page.goto("/activity")
    follow(page, page.get_by_role("button", name="Undo all 3"))
    assert page.get_by_text("taken back").count() >= 3


def test_judging_without_script(window, follow):
    page = window(java_script_enabled=False)
    page.goto("/review")
    follow(page, cards(page).nth(0).locator("[data-verdict=accept]"))
    assert "Accepted: 1 item" in page.locator(".given").inner_text()
    follow(page, page.locator(".given button"))
    assert page.locator(".given").count() == 0


def test_a_failing_file_is_listed_and_the_others_are_added(page, tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.pdf"
    good.write_text(
        "Port reopens\n\nBy Lena Holm, Coast Daily\n\nMarch 3, 2025\n\n"
        "“The port is open,” harbour minister Ola Brandt said.\n"
    )
    bad.write_bytes(b"%PDF-1.7 broken")
    page.goto("/import")
    page.locator("#files").set_input_files([str(good), str(bad)])
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_url("**/import/*")
    page.locator("#progress:not([hx-get])").wait_for(timeout=90_000)
    text = page.locator("#progress").inner_text()
    assert re.search(r"1 added", text)
    assert re.search(r"1 failed", text)
    assert "bad.pdf" in text
    page.goto("/search?q=port+is+open")
    assert page.locator(".hit").count() >= 1
