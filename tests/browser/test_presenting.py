"""A briefer could lose the way in front of a room: files that do not come, keys that do nothing."""

import pytest

pytestmark = pytest.mark.browser

BRIEFING = "/briefing?country=SDN&month=2024-12"
SHOW = ".ew-show"
MAGIC = {"PDF": b"%PDF", "PPTX": b"PK", "DOCX": b"PK", "ZIP": b"PK"}


def at(page):
    return page.locator(SHOW).get_attribute("data-slide")


def fits(page):
    """Tell whether a view's body fits its stage; a long table is cut to it on the next frame."""
    body = page.locator(f"{SHOW} .body")
    for _ in range(40):
        if body.evaluate("(node) => node.scrollHeight - node.clientHeight") <= 1:
            return True
        page.wait_for_timeout(100)
    return False


def test_each_file_is_made_without_a_network(visit):
    one = visit()
    page = one.open(BRIEFING)
    for kind, magic in MAGIC.items():
        with page.expect_download(timeout=60_000) as saved:
            page.get_by_role("button", name=f"({kind}").first.click()
        with open(saved.value.path(), "rb") as file:
            assert file.read(4).startswith(magic), kind
        assert saved.value.suggested_filename == f"sdn-2024-12.{kind.lower()}"
        assert not one.faults, kind


def test_the_show_goes_on_and_back_by_key_and_is_left_by_escape(visit):
    one = visit()
    page = one.open(BRIEFING)
    page.get_by_role("button", name="Present").click()
    page.wait_for_selector(SHOW, timeout=30_000)
    assert at(page) == "1"
    for key, place in (
        ("ArrowRight", "2"),
        ("PageDown", "3"),
        ("ArrowLeft", "2"),
        ("Home", "1"),
    ):
        page.keyboard.press(key)
        assert at(page) == place
    page.keyboard.press("End")
    assert int(at(page)) > 9  # citations and caveats stand behind what is not known
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    assert "slide=2" in page.url
    page.keyboard.press("Escape")
    page.wait_for_selector(SHOW, state="detached", timeout=15_000)
    assert "present" not in page.url
    assert page.evaluate("document.activeElement.innerText").endswith("Present")
    assert not one.faults


def test_a_stage_that_comes_after_its_page_was_left_takes_no_keys(visit):
    one = visit()
    held = []
    one.page.route("**/presenter*.js", lambda route: held.append(route))  # the driver needs a function
    page = one.open(BRIEFING)
    with page.expect_request("**/presenter*.js"):
        page.get_by_role("button", name="Present").click()
    one.settled()
    page.get_by_role("link", name="World").click()
    page.wait_for_url(lambda url: "briefing" not in url)
    one.settled()
    held[0].continue_()
    page.wait_for_timeout(1000)
    taken = page.evaluate(
        "() => !document.body.dispatchEvent("
        "new KeyboardEvent('keydown', { key: 'End', bubbles: true, cancelable: true }))"
    )
    assert not taken
    assert page.locator(SHOW).count() == 0


def test_a_link_opens_the_same_view(visit):
    one = visit()
    page = one.open(f"{BRIEFING}&present=yes&slide=4")
    page.wait_for_selector(SHOW, timeout=30_000)
    assert at(page) == "4"
    title = page.locator(f"{SHOW} h2").inner_text()
    other = visit().open(f"{BRIEFING}&present=yes&slide=4")
    other.wait_for_selector(SHOW, timeout=30_000)
    assert other.locator(f"{SHOW} h2").inner_text() == title


@pytest.mark.parametrize("slide", ["0", "99", "x", "-1"])
def test_a_view_that_is_not_there_opens_one_that_is(visit, slide):
    page = visit().open(f"{BRIEFING}&present=yes&slide={slide}")
    page.wait_for_selector(SHOW, timeout=30_000)
    last = page.locator(f"{SHOW} .bar span").inner_text().split("/")[1].strip()
    assert at(page) in ("1", last)


# What is done on a change of size has been done when the frame after it is drawn.
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
SCREENS = [(1366, 768), (1920, 1080), (683, 768), (960, 540)]


def test_every_view_stays_inside_its_frame_with_letters_of_the_size_asked(visit):
    page = visit().open(f"{BRIEFING}&present=yes")
    page.wait_for_selector(SHOW, timeout=30_000)
    count = int(page.locator(f"{SHOW} .bar span").inner_text().split("/")[1])
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(FRAMES)
        page.keyboard.press("Home")
        for view in range(1, count + 1):
            assert at(page) == str(view)
            box = page.locator(f"{SHOW} .stage").bounding_box()
            assert box["x"] >= -1
            assert box["y"] >= -1
            assert box["x"] + box["width"] <= width + 1
            assert box["y"] + box["height"] <= height + 1
            assert max(box["width"] / width, box["height"] / height) > 0.85  # as large as it can be
            assert fits(page)
            sizes = page.locator(f"{SHOW} .body p, {SHOW} .body li, {SHOW} .body td").evaluate_all(
                "(nodes) => nodes.map((node) => parseFloat(getComputedStyle(node).fontSize))"
            )
            assert all(size >= 28 for size in sizes)  # on a stage of 1920 by 1080
            page.keyboard.press("ArrowRight")


def test_presenter_mode_has_no_serious_barrier(visit, barriers):
    one = visit()
    page = one.open(f"{BRIEFING}&present=yes&slide=6")
    page.wait_for_selector(SHOW, timeout=30_000)
    assert not barriers(page)


@pytest.mark.parametrize("subject", ["country=ISR", "country=RUS"])
def test_the_code_of_the_first_view_is_whole_under_a_long_headline(visit, subject):
    page = visit(width=1366, height=768).open(f"/briefing?{subject}&present=yes")
    page.wait_for_selector(SHOW, timeout=60_000)
    assert fits(page)
    code = page.locator(f"{SHOW} .code").bounding_box()
    assert code["y"] + code["height"] <= page.locator(f"{SHOW} .foot").bounding_box()["y"] + 1
