"""A figure could join what must stay apart, or say nothing where nothing is known."""

import pandas as pd
import pytest

from ewdash.charts import axes, theme, timelines, trends
from ewdash.charts.maps import view_state
from ewdash.charts.worldmap import world_map

PERIOD = (pd.Timestamp("2020-01-01"), pd.Timestamp("2026-05-31"))
LANES = {"hrc": ["text"], "sc": []}


def months(first, count, vintage):
    return pd.DataFrame(
        {
            "month": pd.date_range(first, periods=count, freq="MS"),
            "vintage": vintage,
            "deaths_best": pd.array(range(count), dtype="Int64"),
            "deaths_dated": pd.array(range(count), dtype="Int64"),
            "deaths_low": pd.array([0] * count, dtype="Int64"),
            "deaths_high": pd.array([99] * count, dtype="Int64"),
            "deaths_civilians": pd.array([0] * count, dtype="Int64"),
        }
    )


def acts(**changed):
    row = {
        "date": pd.Timestamp("2021-05-05"),
        "lane": "hrc",
        "act_class": "text",
        "action_type": "resolution",
        "instrument_status": "n/a",
        "label": "L",
        "symbol": None,
        "verified": True,
    }
    return pd.DataFrame([row | changed])


def drawn(record, done=None):
    levels = record[["month", "vintage"]].assign(level=pd.array([2] * len(record), dtype="Int8"))
    done = acts() if done is None else done
    return timelines.escalation(record, levels, done, lanes=LANES, period=PERIOD).validated()


def named(figure, name):
    return [trace for trace in figure.data if trace.name == name]


def test_preliminary_months_are_marks_never_part_of_the_line():
    figure = drawn(pd.concat([months("2023-01-01", 24, "final"), months("2025-01-01", 12, "candidate")]))
    (line,) = named(figure, "Final record, best estimate")
    (marks,) = named(figure, "Preliminary (Candidate)")
    assert line.mode == "lines"
    assert max(line.x) == "2024-12-01"
    assert marks.mode == "markers"
    assert min(marks.x) == "2025-01-01"


def test_a_record_without_preliminary_months_has_no_row_for_them():
    figure = drawn(months("2023-01-01", 24, "final"))
    assert list(figure.layout.yaxis2.ticktext) == ["Final"]


def test_a_lane_whose_kinds_had_no_act_says_so_and_keeps_their_names():
    figure = drawn(months("2023-01-01", 24, "final"), acts().iloc[:0])
    said = [trace for trace in figure.data if trace.yaxis == "y3" and trace.mode == "text"]
    assert [list(trace.text) for trace in said] == [["no act on record in this period"]]
    assert len(figure.layout.yaxis3.ticktext) == 1


def test_final_and_preliminary_levels_stand_in_two_rows():
    figure = drawn(pd.concat([months("2023-01-01", 24, "final"), months("2025-01-01", 12, "candidate")]))
    rows = {trace.name: tuple(trace.y) for trace in figure.data if trace.type == "heatmap"}
    assert rows == {"Final": (1,), "Preliminary": (0,)}


def test_the_name_of_a_level_stands_in_the_middle_of_its_months_the_first_included():
    record = months("2021-01-01", 41, "final")
    (text,) = (trace for trace in drawn(record).data if trace.type == "scatter" and trace.yaxis == "y2")
    assert list(text.x) == [f"{record['month'][20].date()}"]


def test_an_unverified_act_is_hollow():
    figure = drawn(months("2023-01-01", 24, "final"), acts(verified=False))
    (mark,) = named(figure, "Other texts")
    assert mark.marker.symbol[0].endswith("-open")


def test_an_empty_lane_says_that_nothing_is_recorded():
    figure = drawn(months("2023-01-01", 24, "final"))
    assert any("no act on record" in str(trace.text) for trace in figure.data)


def test_a_place_without_record_of_deaths_shows_lanes_only():
    figure = drawn(months("2023-01-01", 24, "final").head(0))
    assert not named(figure, "Final record, best estimate")
    assert named(figure, "Other texts")


def test_a_preliminary_year_is_hatched():
    years = pd.DataFrame(
        {"year": [2024, 2025], "type": "one_sided", "deaths_best": [5, 4], "preliminary": [False, True]}
    )
    figure = trends.deaths_by_type(years).validated()
    assert [bool(trace.marker.pattern.shape) for trace in figure.data] == [False, True]


def test_a_year_without_estimate_is_a_gap_not_a_zero():
    years = pd.DataFrame({"year": [2020, 2021, 2022], "refugees": pd.array([1, None, 3], dtype="Int64")})
    (line,) = trends.displacement(years, ["refugees"]).validated().data
    assert line.y == (1, None, 3)
    assert line.connectgaps is False


def test_unknown_civilians_are_not_drawn():
    record = months("2025-01-01", 3, "candidate").assign(deaths_civilians=pd.array([None] * 3, dtype="Int64"))
    names = [trace["name"] for trace in trends.civilians(record, period=PERIOD).data]
    assert names == ["All deaths, preliminary"]


def test_each_rights_chart_says_which_direction_is_better():
    values = pd.DataFrame({"year": [2020], "indicator": ["v2x_clphy"], "value": [0.5]})
    figure = trends.rights(values, ["v2x_clphy"], better_up={"v2x_clphy": False}).validated()
    assert "higher is worse" in figure.layout.annotations[0].text


def test_the_map_counts_its_classes_and_carries_the_boundary_note():
    values = {"SDN": 1, "TCD": 1, "NER": 0}
    classes = [{"label": "none", "colour": theme.LEVELS[0]}, {"label": "some", "colour": theme.LEVELS[1]}]
    spec = world_map(
        values, classes=classes, labels={"SDN": "Sudan: some"}, title="t", legend="l", source="s"
    )
    assert [kind["count"] for kind in spec["classes"]] == [1, 2]
    assert "do not imply official endorsement" in spec["note"]
    assert "GRL" not in spec["values"]
    assert spec["extent"] is None


@pytest.mark.parametrize(
    "extent", [(21.8, 8.6, 38.6, 22.2), (7.4, 43.7, 7.5, 43.8), (26.0, 41.0, 190.0, 81.0)]
)
def test_the_view_holds_the_extent(extent):
    view = view_state(*extent)
    assert extent[0] <= view.longitude <= extent[2]
    assert extent[1] <= view.latitude <= extent[3]
    assert view.zoom < 11


def test_a_saved_picture_carries_title_and_source():
    from ewdash.charts.captions import signed

    figure = signed(
        trends.civilians(months("2023-01-01", 24, "final").assign(deaths_civilians=1), period=PERIOD),
        title="Sudan: deaths",
        source="Source: UCDP, GED 25.1",
    ).validated()
    assert any("Sudan: deaths" in note.text for note in figure.layout.annotations)
    assert any("GED 25.1" in note.text for note in figure.layout.annotations)


def test_a_day_on_which_one_council_heard_the_other_joins_their_lanes():
    lanes = {"hrc": ["text"], "between": ["briefing"], "sc": []}
    record = months("2023-01-01", 24, "final")
    levels = record[["month", "vintage"]].assign(level=pd.array([2] * len(record), dtype="Int8"))
    heard = acts(lane="between", act_class="briefing", date=pd.Timestamp("2023-06-01"))
    figure = timelines.escalation(record, levels, heard, lanes=lanes, period=PERIOD).validated()
    (line,) = figure.layout.shapes
    assert line.x0 == line.x1 == "2023-06-01"
    upper, between, lower = (figure.layout[f"yaxis{row}"].domain for row in (3, 4, 5))
    assert line.y0 == lower[1] < between[0] < between[1] < line.y1 == upper[0]
    silent = timelines.escalation(record, levels, acts(), lanes=lanes, period=PERIOD)
    assert "shapes" not in silent.layout


def test_what_opened_stands_out_and_what_ended_is_a_cross():
    states = ["created", "renewed", "ended", "n/a"]
    done = pd.concat([acts(instrument_status=state) for state in states])
    (mark,) = named(drawn(months("2023-01-01", 24, "final"), done), "Other texts")
    sizes = dict(zip(states, mark.marker.size, strict=True))
    assert sizes["created"] > sizes["n/a"] > sizes["renewed"]
    assert [shape == "x" for shape in mark.marker.symbol] == [False, False, True, False]


def test_stages_and_alerts_stand_on_the_time_axis():
    record = months("2023-01-01", 24, "final")
    levels = record[["month", "vintage"]].assign(level=pd.array([2] * len(record), dtype="Int8"))
    stages = record[["month", "vintage"]].assign(
        stage=4, alert=[0] * 23 + [2], unjudged=None, deaths_month=record["deaths_dated"]
    )
    figure = timelines.escalation(
        record, levels, acts(), lanes=LANES, period=PERIOD, stages=stages
    ).validated()
    assert any("4 Active crisis" in str(trace.text) for trace in figure.data)
    (alert,) = named(figure, "Alert")
    assert alert.x == ("2024-12-01",)


def test_a_band_is_open_where_months_have_none():
    rows = pd.DataFrame(
        {
            "month": pd.date_range("2020-01-01", periods=5, freq="MS"),
            "deaths_low": pd.array([1, 2, None, 4, None], dtype="Int64"),
            "deaths_high": pd.array([3, 4, None, 6, None], dtype="Int64"),
        }
    )
    days, deaths = axes.band(rows)
    assert days[:4] == ["2020-01-01", "2020-02-01", "2020-02-01", "2020-01-01"]
    assert deaths == [3, 4, 2, 1, None, 6, 6, 4, 4]
    assert days[5:7] == ["2020-03-17", "2020-04-16"]
