"""A page could fail only in a browser: reach for the network, log errors, or lose the reader's way."""

import pytest

pytestmark = pytest.mark.browser

FOCUS = "(document.activeElement?.shadowRoot?.activeElement || document.activeElement)?.dataset?.id"
NAME = "document.activeElement?.innerText || document.activeElement?.getAttribute('aria-label') || ''"
MAP = ".ew-map[data-drawn]"
CHART = ".js-plotly-plot .main-svg"
EVENTS = "[data-testid='stDeckGlJsonChart'] canvas"
PAGES = {
    "/": MAP,
    "/?month=2026-05&group=asia_pacific": MAP,
    "/?layer=stage&month=2024-12&region=africa": MAP,
    "/situation": "h1",
    "/situation?country=SDN": CHART,
    "/situation?country=SDN&section=rights&years=all": CHART,
    "/situation?country=SDN&section=records": "h1",
    "/data": "h1",
    "/situation?country=SDN&section=where": EVENTS,
    "/situation?country=SDN&section=stages": CHART,
    "/situation?country=SDN&section=bridge&since=SC-2025-10&acts=veto": CHART,
    "/situation?country=UKR&month=2022-03&section=outlook": CHART,
    "/situation?country=XKX&section=where": "h1",
    "/region?region=americas&month=2024-12": CHART,
    "/region?group=eastern_european&month=2026-05&back=6&scale=own": CHART,
    "/compare?countries=SDN,SSD,ETH,MMR,UKR,ISR&month=2024-12&by=onset&axis=log": CHART,
    "/compare?countries=PSE,XKX,SYR,ISL&measure=per_million": CHART,
    "/councils?part=clocks&region=africa": CHART,
    "/councils?part=precedents": CHART,
    "/councils?part=members": CHART,
    "/briefing": "h1",
    "/briefing?country=GBR&since=HRC-60": "h1",
    "/briefing?of=comparison&countries=COD,BOL,VEN,IRN,GBR,LAO": "h1",
    "/since?since=HRC-60&region=africa": "h1",
    "/due?from=2026-11-26": CHART,
    "/due?from=2026-11-26&region=africa&body=sc&horizon=6": CHART,
    "/situation?country=HTI&section=due": CHART,
    "/past_cases?case=MMR&step=2017-08": CHART,
    "/track_record": CHART,
    "/track_record?part=said&threshold=0.60": CHART,
    "/data?part=own-records": "[data-testid='stFileUploader']",
    "/data?part=copies": "h1",
    "/data?table=conflict_event&country=SDN&first=2024&type=one_sided": "h1",
    "/sources": "h2",
}


def healthy(one):
    assert not one.faults
    text = one.text()
    assert "Traceback" not in text
    assert "Error:" not in text
    assert one.page.locator("[data-testid='stException']").count() == 0


@pytest.mark.parametrize("path", PAGES)
def test_each_page_opens_by_deep_link_fits_each_screen_and_has_no_serious_barrier(visit, barriers, path):
    one = visit()
    page = one.open(path)
    page.wait_for_selector(PAGES[path], timeout=30_000)
    page.wait_for_selector("text=not a United Nations product")  # the page has run to its end
    healthy(one)
    for width in (1920, 683, 1366):
        page.set_viewport_size({"width": width, "height": 768})
        page.wait_for_timeout(500)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    assert not barriers(page)


def test_selections_stand_in_the_address_and_survive_a_reload_and_a_shared_link(visit):
    one = visit()
    page = one.open("/situation?country=UKR&month=2024-12&years=5&section=rights")
    headline = page.inner_text("h1")
    assert headline.startswith("Ukraine")
    page.reload()
    one.settled()
    page.wait_for_selector("h1:has-text('Ukraine')")
    assert page.inner_text("h1") == headline
    assert "country=UKR" in page.url
    other = visit()
    assert other.open(page.url.removeprefix(other.address)).inner_text("h1") == headline


def test_choosing_a_country_on_the_map_opens_its_situation(visit):
    one = visit()
    page = one.open("/?month=2024-12")
    page.wait_for_selector(MAP)
    page.locator("path[data-id='SDN']").click()
    page.wait_for_selector("h1:has-text('Sudan')", timeout=15_000)
    assert "/situation" in page.url
    assert "country=SDN" in page.url
    assert "month=2024-12" in page.url
    healthy(one)


def test_the_map_can_be_used_with_the_keyboard_alone(visit):
    one = visit()
    page = one.open("/?month=2024-12")
    page.wait_for_selector(MAP)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUS):
            break
    before = page.evaluate(FOCUS)
    assert before
    page.keyboard.press("ArrowRight")
    after = page.evaluate(FOCUS)
    assert after != before
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/situation?*country={after}*", timeout=15_000)
    healthy(one)


def test_the_menu_can_be_reached_with_the_keyboard(visit):
    one = visit()
    page = one.open("/")
    page.wait_for_selector(MAP)
    seen = []
    for _ in range(15):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(NAME))
    assert any("Situation" in text for text in seen)
    assert any("month" in text.lower() or "twelve" in text.lower() for text in seen)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/situation?country=ZZZ", "is not a country or territory"),
        ("/situation?country=%3Cscript%3E", "is not a country or territory"),
        ("/?month=1066-10", "is not a month of the record"),
        ("/?since=HRC-99", "is not a session, a month of the Security Council or a day on record"),
    ],
)
def test_an_unknown_address_is_told_in_one_sentence(visit, path, sentence):
    one = visit()
    one.open(path)
    one.page.wait_for_selector(f"text={sentence}")
    healthy(one)


# What a page must not do -> the directive of the server's policy that forbids it.
FOREIGN = {
    "document.head.append(Object.assign(document.createElement('script'), {text: '0'}))": "script-src",
    "setTimeout('0')": "script-src",
    "document.body.append(Object.assign(new Image(), {src: '//192.0.2.1/a.png'}))": "img-src",
    "fetch('http://192.0.2.1/').catch(() => 0)": "connect-src",
    "document.body.append(Object.assign(document.createElement('iframe'), {src: '/'}))": "frame-src",
}


def test_a_page_is_kept_from_what_is_not_ours_and_these_tests_would_hear_of_it(visit):
    one = visit()
    page = one.open("/sources")
    healthy(one)
    for act, directive in FOREIGN.items():
        with page.expect_console_message(lambda message, of=directive: f"forbidden: {of}" in message.text):
            page.evaluate(f"() => {{ {act}; }}")
    assert len([fault for fault in one.faults if "forbidden: " in fault]) == len(FOREIGN)


def test_what_no_reader_asks_for_is_closed(visit):
    one = visit()
    for path in ("metrics", "agent/openapi.json", "script-health-check"):
        assert one.context.request.get(f"{one.address}/_stcore/{path}").status == 404


def test_a_first_visit_to_the_world_stays_under_its_bytes(visit):
    one = visit(first=True)
    sizes = []
    network = one.context.new_cdp_session(one.page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    one.open("/").wait_for_selector(MAP)
    assert 0 < sum(sizes) < 1_500_000


def test_the_geometry_is_fetched_once_by_a_browser(visit):
    one = visit(first=True)
    fetched = []
    one.page.on(
        "response", lambda answer: fetched.append(answer.url) if "/ewdash/world-" in answer.url else None
    )
    page = one.open("/")
    page.wait_for_selector(MAP)
    page.get_by_text("Situation", exact=True).click()
    page.wait_for_url("**/situation*")
    page.get_by_text("World", exact=True).click()
    page.wait_for_selector(MAP)
    assert len(fetched) == 1


@pytest.mark.parametrize(
    ("path", "drawn", "file"),
    [
        ("/?month=2024-12", MAP, "level-of-violence-by-country-twelve-months-to-december-2024-the-world"),
        ("/situation?country=CIV&section=rights", CHART, "cote-d-ivoire-six-rights-indices"),
        ("/situation?country=CIV", CHART, "cote-d-ivoire-deaths-stages-and-council-acts"),
        ("/situation?country=SDN&section=where", EVENTS,
         "sudan-where-events-were-recorded"),
    ],
)  # fmt: skip
def test_each_figure_can_be_taken_away_as_a_picture(visit, path, drawn, file):
    one = visit()
    page = one.open(path)
    page.wait_for_selector(drawn)
    page.wait_for_selector("text=not a United Nations product")
    found = {}
    for kind in ("PNG", "SVG"):
        button = page.get_by_role("button", name=f"Picture ({kind})")
        with page.expect_download() as saved:
            button.first.click()
        assert saved.value.suggested_filename == f"{file}.{kind.lower()}"
        found[kind] = saved.value.path().read_bytes()
    header = found["PNG"][:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(header[16:20], "big"), int.from_bytes(header[20:24], "big")) == (1920, 1080)
    assert b"official endorsement or acceptance by the United Nations" in found["SVG"]
    healthy(one)


def test_a_timeline_can_be_stretched_and_its_camera_is_gone(visit):
    page = visit().open("/situation?country=SDN")
    page.wait_for_selector(CHART)
    shown = "document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range.join()"
    before = page.evaluate(shown)
    buttons = page.locator(".modebar-btn")
    buttons.first.wait_for(state="attached")
    assert [one.get_attribute("data-title") for one in buttons.all()] == ["Zoom in", "Zoom out", "Reset axes"]
    buttons.first.click(force=True)
    page.wait_for_function(f"{shown} !== '{before}'")


def test_the_numbers_behind_a_chart_can_be_taken_away(visit):
    one = visit()
    page = one.open("/situation?country=SDN&month=2024-12")
    page.wait_for_selector(CHART)
    page.get_by_text("The numbers behind this picture").first.click()
    with page.expect_download() as saved:
        page.locator(".st-key-escalation-csv button").click()
    content = saved.value.path().read_text(encoding="utf-8-sig")
    assert content.startswith("Country or territory,Month,Final or preliminary,")
    assert "Deaths, best estimate (people)" in content
    assert "Uppsala Conflict Data Program" in content


def test_a_country_found_by_name_opens_and_the_way_back_leads_to_the_same_view(visit):
    one = visit()
    page = one.open("/?month=2024-12&region=asia")
    before = page.inner_text("h1")
    page.get_by_label("Open a situation").first.click()
    page.keyboard.type("myan")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('Myanmar')")
    page.go_back()
    page.wait_for_selector("h1:has-text('Asia')")
    assert page.inner_text("h1") == before
    healthy(one)


def test_a_name_of_the_watch_list_is_a_link_to_its_situation(visit):
    one = visit()
    page = one.open("/?month=2024-12")
    link = page.locator(".ew-watch[data-drawn] .wide a").first
    assert "/situation?" in link.get_attribute("href")
    link.click()
    page.wait_for_url("**/situation?**country=RUS**")  # of the strong alerts, the one with most deaths
    page.wait_for_selector(CHART)
    healthy(one)


def test_the_map_shows_a_card_and_its_legend_shows_a_class_alone(visit):
    one = visit()
    page = one.open("/?month=2024-12")
    page.wait_for_selector(MAP)
    stop = page.locator(".ew-map [tabindex='0'][data-id]")
    stop.focus()
    card = page.locator(".ew-map .card")
    assert "Human-rights side" in card.inner_text()
    page.keyboard.press("Escape")
    assert card.is_hidden()
    choice = page.locator(".ew-map .legend button").nth(4)
    assert choice.get_attribute("aria-pressed") == "false"
    choice.focus()
    page.keyboard.press("Enter")
    assert choice.get_attribute("aria-pressed") == "true"
    shown = page.locator(".ew-map [role='button']:not([aria-hidden])")
    assert 0 < shown.count() < 40
    assert "countries shown" in page.locator(".ew-map [role='status']").inner_text()
    healthy(one)


def test_the_card_opens_its_situation_when_pressed(visit):
    one = visit()
    page = one.open("/?month=2024-12")
    page.wait_for_selector(MAP)
    page.locator(".ew-map [tabindex='0'][data-id]").focus()
    page.locator(".ew-map .card button").click()
    page.wait_for_url("**/situation?**country=**")
    healthy(one)


def test_a_section_chosen_stands_in_the_address(visit):
    one = visit()
    page = one.open("/situation?country=HTI&month=2024-12")
    page.wait_for_selector(CHART)
    page.get_by_text("Displacement", exact=True).click()
    page.wait_for_url("**section=displacement**")
    page.reload()
    page.wait_for_selector("text=people displaced")
    healthy(one)


def test_a_case_plays_on_by_itself_until_stopped(visit):
    one = visit()
    page = one.open("/past_cases?case=LKA&step=2009-03")
    page.wait_for_selector("h1:has-text('March 2009')")
    page.get_by_text("Play", exact=True).click()
    page.wait_for_selector("h1:has-text('May 2009')", timeout=20_000)
    page.get_by_text("Play", exact=True).click()
    healthy(one)


def test_a_case_steps_with_the_keyboard(visit):
    one = visit()
    page = one.open("/past_cases?case=LKA&step=2009-03")
    page.wait_for_selector("h1:has-text('March 2009')")
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("h1:has-text('April 2009')")
    page.wait_for_url("**step=2009-04**")
    healthy(one)


def test_a_move_of_the_review_opens_its_situation(visit):
    one = visit()
    page = one.open("/region?region=americas&month=2024-12")
    page.locator(".st-key-moves").get_by_text("Haiti", exact=True).click()
    page.wait_for_url("**/situation?**country=HTI**")
    assert "month=2024-12" in page.url
    healthy(one)


def test_situations_compared_stand_in_the_address_and_travel_through_the_menu(visit):
    one = visit()
    page = one.open("/compare?countries=SDN,UKR&month=2024-12")
    page.wait_for_selector(CHART)
    headline = page.inner_text("h1")
    page.get_by_text("Region", exact=True).click()
    page.wait_for_url("**/region?**")
    page.get_by_text("Compare", exact=True).click()
    page.wait_for_url("**/compare?**countries=SDN%2CUKR**")
    page.wait_for_selector("h1:has-text('Ukraine has the most')")
    assert page.inner_text("h1") == headline
    page.get_by_label("Up to six situations").first.click()
    page.keyboard.type("myan")
    page.keyboard.press("Enter")
    page.wait_for_url("**countries=SDN%2CUKR%2CMMR**")
    healthy(one)


def test_a_moment_chosen_is_kept_from_page_to_page_and_marked(visit):
    one = visit()
    page = one.open("/situation?country=SDN&month=2024-12")
    page.get_by_role("button", name="New since").click()
    page.get_by_label("New since").last.click()
    page.keyboard.type("HRC 57")
    page.keyboard.press("Enter")
    page.wait_for_url("**since=HRC-57**")
    page.wait_for_selector("text=New since HRC 57")
    page.get_by_role("link", name="Region").click()
    page.wait_for_url("**/region?**since=HRC-57**")
    page.wait_for_selector(".st-key-since-box")
    healthy(one)


@pytest.mark.parametrize("path", ["/situation?country=SDN", "/situation?country=HTI&since=HRC-60"])
def test_the_answer_its_parts_and_the_picture_stand_on_the_first_screen(visit, path):
    page = visit(width=1366, height=768).open(path)
    page.wait_for_selector(CHART)
    headline, parts, plot = (
        page.locator(selector).first.bounding_box()
        for selector in ("h1", ".st-key-parts [role='radiogroup']", ".js-plotly-plot .nsewdrag")
    )
    assert headline["y"] + headline["height"] < parts["y"] < parts["y"] + parts["height"] < plot["y"]
    assert plot["y"] + 120 < 768


@pytest.mark.parametrize(
    ("path", "picture"),
    [
        ("/region?region=sahel", ".js-plotly-plot .nsewdrag"),
        ("/compare", ".js-plotly-plot .nsewdrag"),
        ("/since", "[data-testid='stDataFrame']"),
        ("/councils", "[data-testid='stDataFrame']"),
        ("/past_cases", ".js-plotly-plot .nsewdrag"),
        ("/track_record", ".js-plotly-plot .nsewdrag"),
        ("/how_to_read", ".reading .rules"),
    ],
)
def test_headline_and_picture_begin_on_the_first_screen_of_each_page(visit, path, picture):
    page = visit(width=1366, height=768).open(path)
    page.wait_for_selector(picture, timeout=30_000)
    headline, drawn = (page.locator(selector).first.bounding_box() for selector in ("h1", picture))
    assert headline["y"] + headline["height"] < drawn["y"] < 768 - 100


@pytest.mark.parametrize("path", ["/", "/?layer=stage&since=HRC-61"])
def test_headline_map_and_new_alerts_stand_on_the_first_screen(visit, path):
    page = visit(width=1366, height=768).open(path)
    page.wait_for_selector(MAP)
    page.wait_for_selector(".ew-watch[data-drawn] .bare a")
    places = ("h1", ".ew-map svg", ".ew-map .legend .ring", ".ew-watch .bare tr >> nth=3")
    for place in places:
        box = page.locator(place).first.bounding_box()
        assert box["y"] + box["height"] < 768, place


def test_acts_are_filtered_and_read_as_a_list_with_the_keyboard(visit):
    one = visit()
    page = one.open("/situation?country=SYR&years=20")
    page.wait_for_selector(CHART)
    page.get_by_role("button", name="Acts: all").click()
    page.get_by_label("Council acts drawn").click()
    page.keyboard.type("Veto")
    page.keyboard.press("Enter")
    page.wait_for_url("**acts=veto**")
    page.wait_for_selector("text=hidden by the choice above")
    page.locator("summary", has_text="What is drawn, as a list").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("li:has-text('vetoed')")
    healthy(one)


def test_a_stretch_of_time_is_drawn_closer_in_every_lane_and_the_whole_comes_back(visit):
    ranges = """() => { const layout = document.querySelector('.js-plotly-plot').layout;
      const axes = Object.keys(layout).filter((key) => key.startsWith('xaxis'));
      return axes.map((key) => layout[key].range.join()); }"""
    one = visit(height=1400)
    page = one.open("/situation?country=SYR&years=20")
    page.wait_for_selector(CHART)
    page.wait_for_timeout(1000)
    (whole,) = set(page.evaluate(ranges))
    box = page.locator(".js-plotly-plot .nsewdrag").first.bounding_box()
    page.mouse.move(box["x"] + 200, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 400, box["y"] + 105, steps=6)
    page.mouse.up()
    page.wait_for_function(f"({ranges})()[0] !== {whole!r}")
    (closer,) = set(page.evaluate(ranges))
    assert closer > whole  # it begins later
    page.locator('.modebar-btn[data-title*="Reset"]').first.click()
    page.wait_for_function(f"({ranges})()[0] === {whole!r}")
    healthy(one)


def test_a_picture_that_a_choice_does_not_change_is_not_drawn_again(visit):
    one = visit()
    page = one.open("/region?region=western-africa&month=2024-12")
    kept = ".st-key-together .js-plotly-plot .main-svg"
    page.wait_for_selector(kept)
    page.evaluate(f"document.querySelectorAll('{kept}').forEach((node) => {{ node.kept = true; }})")
    before = page.inner_text("h1")
    page.get_by_label("Compared with", exact=False).first.click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_url("**back=6**")
    one.settled()
    assert page.inner_text("h1") != before
    nodes = page.evaluate(f"[...document.querySelectorAll('{kept}')].map((node) => node.kept === true)")
    assert nodes
    assert all(nodes)
    healthy(one)


# Plotly keeps what it has computed of a chart with it, and throws it away when it draws anew.
DRAWN_AGAIN = """
window.__again = [];
Object.defineProperty(HTMLElement.prototype, "calcdata", {
  get() { return this.__calcdata; },
  set(found) {
    const again = found === undefined && this.__calcdata;
    if (again) window.__again.push(this.closest("[class*=st-key-]").className);
    this.__calcdata = found;
  },
});
"""


@pytest.mark.parametrize(
    "path", ["/situation?country=SYR", "/region", "/compare", "/councils?part=votes", "/track_record"]
)
def test_a_chart_is_drawn_once_in_an_answer(visit, path):
    one = visit()
    one.page.add_init_script(DRAWN_AGAIN)
    page = one.open(path)
    page.wait_for_selector(".js-plotly-plot .main-svg", state="attached")
    page.wait_for_timeout(500)
    assert page.evaluate("[...document.querySelectorAll('.js-plotly-plot')].filter((c) => c.calcdata).length")
    assert page.evaluate("window.__again") == []


@pytest.mark.parametrize("path", ["/situation?country=SYR", "/region"])
def test_a_table_below_the_first_screen_can_fill_the_screen(visit, path):
    one = visit()
    page = one.open(path)
    table = page.locator(".stDataFrame").first
    table.scroll_into_view_if_needed()
    table.hover()
    page.locator("[aria-label^=Fullscreen]").first.click()
    close = page.locator("[aria-label^='Close fullscreen']").first
    close.wait_for()
    # Tables come in any order: the first button need not be the first table's.
    wide = "(button) => button.closest('.stDataFrame').getBoundingClientRect().width > 1300"
    page.wait_for_function(wide, arg=close.element_handle())
    close.click()
    healthy(one)


def test_a_card_is_sent_when_it_is_opened(visit):
    page = visit().open("/sources")
    card = page.locator("details").filter(has_text="People displaced per country and year")
    assert page.locator("code").count() == 0
    card.locator("summary").click()
    card.locator("code").wait_for()
    assert "UNHCR" in card.locator("code").inner_text()
