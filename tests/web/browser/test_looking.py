"""Looking around in a real browser: each page at several widths, in light and dark, for everybody, and on paper."""

import pytest

PAGES = [
    "/", "/questions", "/conflicts", "/documents", "/speakers", "/figures", "/commitments", "/timeline", "/network",
    "/search?q=mercury", "/review", "/review?kind=claim", "/activity", "/import", "/keys", "/nothing",
]  # fmt: skip


def inner(page):
    """The pages of single things, by following links as a person does."""
    page.goto("/")
    for link in (".lead h2 a", ".matrix thead a", ".documents li a", ".finding-kind a, .mismatch-reason a"):
        yield page.locator(link).first.get_attribute("href")
    page.goto("/speakers")
    yield page.locator(".table tbody a").first.get_attribute("href")
    page.goto("/figures")
    yield page.locator(".table tbody a").first.get_attribute("href")
    page.goto("/questions")
    question = page.locator(".matrix tbody th a").first.get_attribute("href")
    yield f"{question}/dossier"


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1400, "dark")])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(window, finds_nothing, width, scheme):
    page = window(width, color_scheme=scheme)
    for path in (*PAGES, *list(inner(page))):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        finds_nothing(page)


def test_the_dispute_both_sides_and_the_source_in_three_clicks(page, follow):
    page.goto("/")
    follow(page, page.locator(".matrix tbody th a").first)
    assert page.locator(".position.on-yes .quote").count() >= 1
    assert page.locator(".position.on-no .quote").count() >= 1
    words = page.locator(".position .quote .to-source").first
    text = words.inner_text()
    follow(page, words)
    mark = page.locator("mark.here").first
    assert mark.is_visible()
    assert mark.inner_text().strip("“”").split()[0] in text
    assert mark.evaluate(
        "node => { const box = node.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
    )


def test_a_deep_link_marks_its_words_without_script_and_by_its_fragment_with_it(window, page, follow):
    page.goto("/documents")
    follow(page, page.locator(".table tbody a").first)
    href = page.url.partition("?")[0]
    page.goto(f"{href}#20-40")
    marked = page.evaluate("[...CSS.highlights.get('here')][0].toString()")
    whole = page.locator(".words").evaluate_all(
        "nodes => nodes.map(node => [Number(node.dataset.start), node.textContent])"
    )
    expected = next(text[20 - start : 40 - start] for start, text in whole if start <= 20 < start + len(text))
    assert marked.startswith(expected[:10])
    plain = window(java_script_enabled=False)
    plain.goto(f"{href}?at=20-40#20-40")
    assert plain.locator("mark.here").first.inner_text().strip()


def test_every_page_reads_without_script(window):
    page = window(java_script_enabled=False)
    for path in PAGES:
        page.goto(path)
        assert page.locator("h1").inner_text()


def test_layers_are_toggled_by_keyboard_and_furniture_is_dim(page, follow):
    page.goto("/documents?outlet=river")
    follow(page, page.locator(".table tbody a").first)
    box = page.locator("#layer-statement")
    statement = page.locator(".source .statement").first
    before = statement.evaluate("node => getComputedStyle(node).backgroundColor")
    notes = page.locator(".mnote-statement").count()
    assert notes
    box.focus()
    page.keyboard.press("Space")
    assert statement.evaluate("node => getComputedStyle(node).backgroundColor") != before
    assert not page.locator(".mnote-statement").first.is_visible()


def test_words_are_selected_and_taken_away(page, follow):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/documents?outlet=river")
    follow(page, page.locator(".table tbody a").first)
    page.evaluate("""() => {
        const node = document.querySelector(".row-paragraph .words .statement").firstChild;
        getSelection().setBaseAndExtent(node, 0, node, 10);
    }""")
    page.locator("[data-pick=quote]").click()
    page.locator("#said:has-text('copied')").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "River Courier, 13 February 2025" in copied
    page.goto(copied.splitlines()[-1])
    assert page.locator("mark.here").first.inner_text()[:5] in copied


def test_a_quotation_is_copied_with_speaker_date_outlet_and_link(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/")
    page.locator(".lead [data-copy]").first.click()
    page.locator("#said:has-text('copied')").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    speaker = page.locator(".lead .who").first.inner_text()
    assert speaker.split(" (")[0] in copied
    assert "2025" in copied
    assert "/documents/document-" in copied


def test_dark_comes_from_the_system_and_from_the_button_and_stays(window, follow):
    def paper(page):
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    light, dark = window(color_scheme="light"), window(color_scheme="dark")
    for page in (light, dark):
        page.goto("/")
    assert paper(light) != paper(dark)
    follow(light, light.get_by_role("button", name="Dark", exact=True))
    assert paper(light) == paper(dark)
    light.goto("/figures")
    assert paper(light) == paper(dark)
    follow(light, light.get_by_role("button", name="Light", exact=True))
    assert paper(light) != paper(dark)


def test_on_paper_there_are_words_and_no_controls(page):
    page.goto("/timeline")
    page.emulate_media(media="print")
    assert not page.locator(".masthead").is_visible()
    assert page.locator(".timeline-day").first.is_visible()
    assert page.pdf().startswith(b"%PDF")
    page.goto("/questions")
    page.goto(page.locator(".matrix tbody th a").first.get_attribute("href") + "/dossier")
    assert page.locator(".dossier h1").is_visible()
    assert not page.locator(".actions").is_visible()


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(window):
    page = window(320)
    page.goto("/")
    assert not page.locator("#menu").is_visible()
    page.get_by_role("button", name="Menu").press("Enter")
    assert page.locator("#menu a", has_text="Timeline").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#menu").is_visible()


def test_nothing_moves_while_a_page_loads(page):
    page.add_init_script("""
        window.moved = 0;
        new PerformanceObserver(list => { for (const one of list.getEntries()) window.moved += one.value; })
            .observe({ type: "layout-shift", buffered: true });
    """)
    for path in ("/", "/questions", "/review", "/documents"):
        page.goto(path)
        page.wait_for_load_state("load")
        assert page.evaluate("window.moved") < 0.02, path
