"""A page could keep out who has no mouse, no large screen, no sharp sight, or asks for no motion."""

import pytest

pytestmark = pytest.mark.browser

MAP = ".ew-map svg"
CHART = ".js-plotly-plot .nsewdrag"
PICTURE = ".js-plotly-plot"  # with its legend
SCREENS = [(390, 844), (683, 768), (960, 540)]
OUTLINE = """() => { let node = document.activeElement;
  while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  for (let one = node; one && one.tagName !== 'BODY'; one = one.parentElement) {
    const style = getComputedStyle(one);
    if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 3) return style.outlineColor;
  }
  return node.outerHTML.slice(0, 200); }"""


def ready(visit, path, **size):
    page = visit(**size).open(path)
    page.wait_for_selector("[role='navigation']")
    return page


def test_the_headline_is_the_first_heading_and_none_stops_the_tab_key(visit):
    page = ready(visit, "/situation?country=SDN")
    page.wait_for_selector(CHART)
    levels = page.locator("h1, h2, h3, h4, h5, h6").evaluate_all("(all) => all.map((one) => one.tagName)")
    assert levels.count("H1") == 1
    assert levels[0] == "H1"
    assert levels[1] == "H2"
    assert page.locator(":is(h1, h2, h3, h4) a, :is(h1, h2, h3, h4)[tabindex='0']").count() == 0


def test_the_first_stop_leads_past_the_menu_which_names_its_page(visit):
    page = ready(visit, "/region?region=africa")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "ew-skip"
    assert page.locator("#ew-skip").evaluate("(node) => getComputedStyle(node).clipPath") == "none"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    menu = page.locator("[role='navigation'][aria-label]")
    assert menu.locator("[aria-current='page']").inner_text() == "Region"


def test_what_has_the_focus_has_an_outline(visit):
    page = ready(visit, "/situation?country=SDN")
    page.wait_for_selector(CHART)
    for _ in range(45):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        assert page.evaluate(OUTLINE) == "rgb(11, 37, 69)"  # 15 to 1 on white


@pytest.mark.parametrize(
    ("path", "picture"),
    [
        ("/", MAP),
        ("/situation?country=SDN", PICTURE),
        ("/region?region=africa", CHART),
        ("/compare?countries=SDN,UKR", CHART),
    ],
)
def test_a_small_screen_begins_with_the_answer_and_a_picture(visit, path, picture):
    page = ready(visit, path, width=SCREENS[0][0], height=SCREENS[0][1])
    page.wait_for_selector(picture)
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(500)
        answer = page.locator("h1").bounding_box()
        assert answer["y"] < 120, width
        assert page.locator(picture).first.bounding_box()["y"] < height - 20, width
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width


def test_menu_and_filters_unfold(visit):
    page = ready(visit, "/?month=2024-12", width=390, height=844)
    link = page.get_by_role("link", name="Situation", exact=True)
    assert link.is_hidden()
    page.get_by_role("button", name="Menu").click()
    assert link.is_visible()
    assert page.get_by_role("button", name="Menu").get_attribute("aria-expanded") == "true"
    month = page.locator(".st-key-month")
    assert month.is_hidden()
    page.get_by_role("button", name="Filters").click()
    assert month.is_visible()
    link.click()
    page.wait_for_url("**/situation**")


def test_a_table_has_a_name(visit):
    page = ready(visit, "/region?region=americas&month=2024-12")
    page.locator(".stDataFrame").first.scroll_into_view_if_needed()  # it is drawn when it is reached
    canvas = page.locator(".stDataFrame canvas").first
    page.wait_for_selector(".stDataFrame canvas[aria-label]", state="attached")
    titles = page.locator("h2").all_inner_texts()
    assert canvas.get_attribute("aria-label") in titles


def test_who_asks_for_no_motion_steps_through_a_case(visit):
    one = visit()
    one.page.emulate_media(reduced_motion="reduce")
    page = one.open("/past_cases?case=LKA&step=2009-03")
    page.wait_for_selector("h1:has-text('March 2009')")
    assert page.get_by_text("Play", exact=True).is_hidden()
    page.emulate_media(reduced_motion="no-preference")
    assert page.get_by_text("Play", exact=True).is_visible()


def test_a_chart_on_a_phone_is_moved_sideways_instead_of_squeezed(visit):
    page = visit(width=390, height=844).open("/situation?country=SDN")
    page.wait_for_selector(".main-svg[width='700']", timeout=30_000)
    frame = page.locator(
        "[data-testid='stVerticalBlock']:has(> [data-testid='stElementContainer'] .main-svg)"
    )
    assert frame.first.evaluate("frame => frame.scrollWidth - frame.clientWidth") > 300
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
