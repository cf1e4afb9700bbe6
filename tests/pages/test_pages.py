"""A page could stop, stay silent, or show a figure it cannot support."""

import hashlib
import re
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from ewdash import i18n
from ewdash.data import overrides, own_file, store
from tests.reading import installed

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT = 60


def opened(page, **address):
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=TIMEOUT)
    for name, value in address.items():
        at.query_params[name] = value
    if page != "app.py":
        at.switch_page(page)
    at.run()
    assert not at.exception
    return at


def said(at):
    return " ".join(
        str(entry.value)
        for kind in ("title", "header", "markdown", "info", "warning", "error", "caption")
        for entry in at.get(kind)
    )


def charts(at):
    return at.get("plotly_chart")


@pytest.mark.parametrize(
    "page",
    [
        "app.py",
        "pages/situation.py",
        "pages/region.py",
        "pages/compare.py",
        "pages/councils.py",
        "pages/track_record.py",
        "pages/data.py",
        "pages/sources.py",
    ],
)
def test_each_page_opens_with_a_sentence(page):
    at = opened(page)
    assert len(at.title) == 1
    assert "not a United Nations product" in said(at)


def test_the_world_page_says_that_preliminary_months_are_preliminary():
    assert "Only alerts and stages run from final into preliminary months" in said(
        opened("app.py", month="2026-02")
    )
    assert "must not be read as a fall" not in said(opened("app.py", month="2024-12"))


def test_the_world_page_says_where_gaza_is_filed_when_it_is_in_view():
    assert "Gaza and the West Bank under Israel" in said(opened("app.py", month="2024-12"))
    assert "Gaza and the West Bank" not in said(opened("app.py", month="2024-12", region="americas"))


def test_lower_bounds_are_called_lower_bounds():
    assert "lower bounds" in said(opened("app.py", month="2026-05"))


@pytest.mark.parametrize("month", ["1200-01", "2024-13", "now", "2024-12'; --"])
def test_an_unknown_or_incomparable_month_is_told_and_the_page_goes_on(month):
    at = opened("app.py", month=month)
    assert len(at.warning) == 1
    assert "not a month of the record" in at.warning[0].value
    assert len(at.title) == 1


def test_a_month_whose_year_joins_two_states_of_the_record_is_told_as_such():
    at = opened("app.py", month="2025-06")
    assert "join final and preliminary figures" in at.warning[0].value


@pytest.mark.parametrize("country", ["XYZ", "", "999", "../../etc", "<script>alert(1)</script>"])
def test_an_unknown_country_is_told_and_a_choice_is_offered(country):
    at = opened("pages/situation.py", country=country)
    assert "is not a country or territory" in at.warning[0].value
    assert at.selectbox(key="country").value is None


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("app.py", "since"),
        ("app.py", "month"),
        ("pages/situation.py", "country"),
        ("pages/compare.py", "countries"),
    ],
)
def test_a_long_address_is_told_in_short(page, name):
    at = opened(page, **{name: "x" * 5000})
    assert re.search(r"x{79}…", at.warning[0].value)
    assert "x" * 80 not in at.warning[0].value


@pytest.mark.parametrize("name", ["since", "country", "month"])
def test_what_an_address_holds_is_no_markup(name):
    given = "[x](http://evil.example) :red[y] :material/home: $z$\n# w"
    told = opened("pages/situation.py", **{name: given}).warning[0].value
    assert "\\[x\\]" in told
    assert "\\$z\\$" in told
    for markup in ("http://", ":red", ":material", "\n"):
        assert markup not in told


def test_a_situation_shows_deaths_and_both_councils_on_one_axis():
    at = opened("pages/situation.py", country="SDN", month="2024-12")
    assert "Sudan" in said(at)
    spec = charts(at)[0].proto.spec
    for trace in ("Final record, best estimate", "Preliminary (Candidate)", "Sanctions, embargo"):
        assert trace in spec


def test_a_country_without_any_event_reads_as_none_recorded_not_as_an_error():
    at = opened("pages/situation.py", country="ISL", month="2024-12")
    assert "no death in organised violence is recorded" in said(at)
    assert not at.error


@pytest.mark.parametrize(("country", "other"), [("PSE", "Israel"), ("ESH", "Morocco")])
def test_a_place_filed_under_another_is_never_shown_as_zero(country, other):
    at = opened("pages/situation.py", country=country)
    assert f"files its events under {other}" in said(at)
    assert not at.metric or all(entry.value != "0" for entry in at.metric)


def test_a_territory_without_a_shape_says_so_instead_of_a_map():
    at = opened("pages/situation.py", country="XKX", section="where")
    assert not at.get("deck_gl_json_chart")
    assert not at.error


@pytest.mark.parametrize(
    "section",
    [
        "outlook",
        "stages",
        "bridge",
        "violence",
        "rights",
        "displacement",
        "where",
    ],
)
@pytest.mark.parametrize("country", ["SDN", "ISR", "PSE", "NGA", "FRA", "GRL", "YUG"])
def test_each_section_shows_its_figures_or_one_sentence(section, country):
    at = opened("pages/situation.py", country=country, section=section, years="all")
    assert not at.error


def test_an_alert_says_why_and_how_often_such_alerts_came_true():
    at = opened("pages/situation.py", country="SDN", month="2023-06")
    text = said(at)
    for label in ("Why", "How unusual", "How big", "What agreed", "How often such alerts came true"):
        assert f"**{label}.**" in text
    assert any("Strong alert for the Sudan in April 2023" in entry.label for entry in at.expander)


def test_the_page_for_the_next_month_of_the_council_is_offered_beside_the_newest_month_alone():
    offered = {
        month: said(opened("pages/situation.py", country="SDN", month=month))
        for month in ("2026-04", "1994-04")
    }
    assert "On record in Geneva on the Sudan" in offered["2026-04"]
    assert "On record in Geneva" not in offered["1994-04"]


def test_a_country_without_an_alert_says_what_alerts_miss():
    at = opened("pages/situation.py", country="FRA", month="2024-12")
    assert any("No alert stands for France" in entry.label for entry in at.expander)
    assert "27 came without one" in said(at)


def test_the_map_by_stage_is_in_the_address():
    at = opened("app.py", month="2024-12", layer="stage")
    assert "A stage opens at once" in said(at)
    assert at.selectbox(key="layer").value == "stage"


def test_the_stage_stands_among_the_figures_and_on_the_time_axis():
    at = opened("pages/situation.py", country="SDN", month="2024-12")
    assert any(entry.value == "5 High intensity" for entry in at.metric)
    assert "5 High intensity" in charts(at)[0].proto.spec


def test_an_analysts_stage_stands_beside_the_computed_one():
    overrides.save(iso3="SDN", month=pd.Timestamp(2023, 1, 1), stage=3, reason="<b>seen</b>", author="")
    at = opened("pages/situation.py", country="SDN", month="2024-12")
    assert "Analyst’s reading from January 2023: 3 Acute risk" in said(at)
    spec = charts(at)[0].proto.spec
    assert '"Analyst"' in spec
    assert any(entry.value == "5 High intensity" for entry in at.metric)


def test_a_damaged_file_of_the_analysts_is_told_beside_the_stages():
    own_file.place().parent.mkdir()
    own_file.place().write_bytes(b"not a database at all")
    at = opened("pages/situation.py", country="SDN", month="2024-12", section="stages")
    assert "own stages and notes cannot be read" in said(at)
    assert "5 High intensity" in charts(at)[0].proto.spec
    assert not at.error
    next(button for button in at.button if button.label == "Remove all for this country").click().run()
    assert not at.exception
    assert "cannot be read or kept" in at.error[0].value


def test_an_override_without_a_reason_is_refused_and_one_with_is_kept():
    at = opened("pages/situation.py", country="SDN", month="2024-12", section="stages")
    save = next(button for button in at.button if button.label == "Save")
    save.click().run()
    assert "cannot be used" in at.error[0].value
    assert store.load("override").empty
    at.text_input[0].set_value("reports of mobilisation")
    next(button for button in at.button if button.label == "Save").click().run()
    assert not at.exception
    assert store.load("override")["reason"].tolist() == ["reports of mobilisation"]


@pytest.mark.parametrize("part", ["missed", "burden", "said", "quiet", "forecasts", "peers"])
def test_each_part_of_the_track_record_opens(part):
    at = opened("pages/track_record.py", part=part)
    assert not at.error
    assert "onsets had an alert in time" in said(at)


@pytest.mark.parametrize("part", ["matrix", "gaps", "clocks", "precedents", "mechanisms", "members"])
@pytest.mark.parametrize("region", ["africa", "oceania", "nowhere"])
def test_each_part_of_the_councils_page_opens(part, region):
    at = opened("pages/councils.py", part=part, region=region)
    assert not at.error
    assert "stand before both" in said(at)


def test_the_alert_budget_moves_with_the_address_and_ignores_nonsense():
    few = said(opened("pages/track_record.py", threshold="6"))
    assert (
        "At **6.0 times** the monthly mean of the year before, and 8.0 times in the first two months" in few
    )
    assert "At **3.0 times**" in said(opened("pages/track_record.py", threshold="9; drop"))


@pytest.mark.parametrize("kind", ["missing", "tampered"])
@pytest.mark.parametrize("table", ["signal_month", "track_record"])
def test_without_signals_the_pages_still_show_deaths(own_data, table, kind):
    spoilt(own_data / table / f"{table}.parquet", kind)
    world = opened("app.py", month="2024-12")
    assert table in said(world)
    assert not world.error
    assert len(world.title) == 1
    situation = opened("pages/situation.py", country="SDN", month="2024-12")
    assert charts(situation)


def test_signals_of_other_tables_are_not_shown(own_data):
    card = own_data / "conflict_month_recent" / "card.toml"
    text = card.read_text(encoding="utf-8")
    kept = store.card("conflict_month_recent").sha256
    other = own_data / "conflict_month_recent" / "conflict_month_recent.parquet"
    frame = pd.read_parquet(other)
    content = store.parquet_bytes(frame.iloc[:-1])
    other.write_bytes(content)
    card.write_text(text.replace(kept, hashlib.sha256(content).hexdigest()), encoding="utf-8")
    assert "computed from other figures" in said(opened("app.py", month="2024-12"))


def spoilt(path, kind):
    if kind == "missing":
        path.unlink()
    elif kind == "truncated":
        path.write_bytes(path.read_bytes()[:-50])
    elif kind == "card":
        card = path.parent / "card.toml"
        text = card.read_text(encoding="utf-8")
        card.write_text(re.sub(r"(?m)^covers_to = .*$", 'covers_to = "2026"', text), encoding="utf-8")
    elif kind == "tampered":
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
    else:
        card = path.parent / "card.toml"
        text = card.read_text(encoding="utf-8")
        card.write_text(re.sub(r"(?m)^layout = \d+$", "layout = 9", text), encoding="utf-8")


@pytest.mark.parametrize("kind", ["missing", "truncated", "tampered", "wrong-version", "card"])
@pytest.mark.parametrize(
    ("table", "page", "section"),
    [
        ("conflict_month", "app.py", None),
        ("council_action", "pages/situation.py", "rights"),
        ("rights_year", "pages/situation.py", "rights"),
        ("conflict_event", "pages/situation.py", "where"),
        ("population_year", "pages/sources.py", None),
    ],
)
def test_a_spoilt_table_gives_one_sentence_and_the_rest_stays(own_data, table, page, section, kind):
    spoilt(own_data / table / f"{table}.parquet", kind)
    at = opened(page, **({"country": "SDN", "section": section} if section else {}))
    assert at.error
    assert table in at.error[0].value
    assert "Restore" in at.error[0].value or "Update" in at.error[0].value
    assert "not a United Nations product" in said(at)
    if table == "rights_year":
        assert at.metric, "the answer stays"


def test_the_acts_drawn_are_chosen_in_the_address():
    at = opened("pages/situation.py", country="SYR", years="all", acts="veto,nonsense")
    spec = charts(at)[0].proto.spec
    assert '"Veto"' in spec
    assert '"Sanctions, embargo"' not in spec
    assert "hidden by the choice above" in said(at)


def test_turning_points_leave_renewals_out():
    everything = charts(opened("pages/situation.py", country="SYR", years="all"))[0].proto.spec
    turning = charts(opened("pages/situation.py", country="SYR", years="all", turning="yes"))[0].proto.spec
    assert "UNDOF" in everything
    assert turning.count("UNDOF") < everything.count("UNDOF")


def test_the_list_holds_each_act_drawn_in_order_of_time():
    from ewdash.views.violence import escalation

    view = escalation(country="SYR", month=pd.Timestamp(2024, 12, 1), years=None, record=installed())
    lines = [line for _, year in view.reading for line in year]
    drawn = sum(
        len(trace.x)
        for trace in view.figure.validated().data
        if trace.type == "scatter" and trace.mode == "markers" and trace.text is not None
    )
    assert len(lines) == drawn > 250
    years = [int(heading) for heading, _ in view.reading]
    assert years == sorted(years)
    assert any("recalled, unverified" in line for line in lines)


def test_the_watch_list_names_alerts_that_no_council_act_followed():
    from ewdash.views.watchlists import unanswered

    shown = {"region": None, "group": None, "record": installed()}
    quiet = unanswered(month=pd.Timestamp(2026, 2, 1), **shown)
    assert "PNG" in set(quiet.rows["iso3"])
    assert "SDN" not in set(quiet.rows["iso3"])
    assert (quiet.rows["month"] <= "2025-02").all()


def test_without_the_acts_the_other_lists_stay(own_data):
    spoilt(own_data / "council_action" / "council_action.parquet", "missing")
    at = opened("app.py", month="2024-12")
    assert not at.error
    assert len(at.title) == 1


@pytest.mark.parametrize(
    ("month", "first", "last"), [("2019-06", "1989-12", "2024-12"), ("2026-04", "2025-12", "2026-04")]
)
def test_the_map_plays_only_months_of_the_same_kind_of_figure(month, first, last):
    at = opened("app.py", month=month)
    slider = at.select_slider(key="played")
    assert slider.value == month
    assert (slider.options[0], slider.options[-1]) == (month_name(first), month_name(last))


def test_a_step_on_the_slider_is_a_step_of_the_whole_page():
    at = opened("app.py", month="2019-06")
    slider = at.select_slider(key="played")
    at = slider.set_value("2019-07").run()
    assert at.query_params["month"] == "2019-07"
    assert at.selectbox(key="month").value == "2019-07"
    assert "July 2019" in said(at)


def month_name(month):
    return i18n.month(pd.Timestamp(month))
