"""A comparison could join what must stay apart, cover its own names, or draw silence as zero."""

import itertools

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.text import Text

from ewdash.analysis.comparisons import courses as comparisons_of
from ewdash.charts import axes, comparisons, lanes, small_multiples, theme
from ewdash.charts.figures import Figure
from ewdash.charts.label_placement import Label, spread
from ewdash.model.lanes import CLASSES, LANES
from ewdash.render import figure as renderer
from ewdash.render import render

PERIOD = (pd.Timestamp("2020-01-01"), pd.Timestamp("2026-02-28"))
OVER = comparisons.Axes(span=("2020-01-01", "2026-02-28"), x_title="", y_title="Deaths")


def course(iso3, values, *, first="2020-01-01", vintage="final"):
    month = pd.date_range(first, periods=len(values), freq="MS")
    return pd.DataFrame({"iso3": iso3, "month": month, "vintage": vintage, "value": map(float, values)})


def courses(*parts):
    """Return courses as they are drawn, by iso3."""
    found = {}
    for code, one in comparisons_of(pd.concat(parts), "value").items():
        days = np.datetime_as_string(one.months.astype("datetime64[D]")).tolist()
        words, since = ["told"] * len(days), list(range(len(days)))
        found[code] = comparisons.Drawn(one, one.deaths.tolist(), since, days, words)
    return found


def acts(**changed):
    row = {
        "iso3": "AAA",
        "x": "2021-05-05",
        "council": "hrc",
        "act_class": "text",
        "label": "L",
        "symbol": None,
        "date": pd.Timestamp("2021-05-05"),
        "instrument_status": "n/a",
        "verified": True,
    }
    return [row | changed]


def entries(*codes):
    return [comparisons.Entry(code, f"Country {code}", "no acts") for code in codes]


def drawn(*parts, done=None, codes=("AAA", "BBB"), over=OVER):
    return comparisons.compared(
        courses(*parts), acts() if done is None else done, entries(*codes), over=over
    ).validated()


def with_values(figure):
    return [trace for trace in figure.data if trace.yaxis in (None, "y") and trace.x != (None,)]


def test_preliminary_months_are_open_marks_never_part_of_the_line():
    parts = course("AAA", [1] * 60), course("AAA", [2] * 3, first="2025-12-01", vintage="candidate")
    line, marks = with_values(drawn(*parts))
    assert (line.mode, marks.mode) == ("lines", "markers")
    assert max(line.x) == "2024-12-01"
    assert marks.marker.symbol == "circle-open"


def test_a_missing_month_breaks_the_line():
    (line,) = with_values(drawn(course("AAA", [1, 2, 3, 4]).drop(index=1)))
    assert line.y == (1.0, None, 3.0, 4.0)


def test_a_situation_without_a_course_has_lanes_and_no_line():
    figure = drawn(course("AAA", [1, 2]), done=acts(iso3="BBB"))
    assert len(with_values(figure)) == 1
    assert any("Country BBB" in str(note.text) for note in figure.layout.annotations)
    assert any(trace.name == "Country BBB" and trace.x == ("2021-05-05",) for trace in figure.data)


def test_a_lane_without_acts_says_so():
    figure = drawn(course("AAA", [1, 2]), codes=("AAA",))
    words = [trace for trace in figure.data if trace.mode == "text"]
    assert [trace.y for trace in words] == [(comparisons.LANES.index("sc"),)]
    assert "no act on record" in words[0].text[0]


@pytest.mark.parametrize(("verified", "symbol"), [(True, "circle"), (False, "circle-open")])
def test_an_unverified_act_is_hollow(verified, symbol):
    figure = drawn(course("AAA", [1, 2]), done=acts(verified=verified), codes=("AAA",))
    (mark,) = (trace for trace in figure.data if trace.name == "Country AAA")
    assert mark.marker.symbol == (symbol,)


def test_without_any_course_the_picture_says_so_and_keeps_the_lanes():
    figure = drawn(course("AAA", []), codes=("AAA",))
    assert any("No course can be drawn" in str(note.text) for note in figure.layout.annotations)


def test_every_class_of_both_councils_has_a_mark():
    kinds = {name for lane in ("hrc", "sc") for name in CLASSES[lane]} - {"review", "visit"}
    assert kinds <= set(comparisons.NAME_OF)
    assert kinds <= set(lanes.MARKS)


def test_only_the_marks_that_are_drawn_are_named():
    figure = drawn(course("AAA", [1, 2]), done=acts(instrument_status="ended"), codes=("AAA",))
    (legend,) = (trace for trace in figure.data if trace.mode == "markers+text")
    assert [text.strip() for text in legend.text] == ["Other texts", "Ended"]


def test_names_are_moved_apart_in_the_order_of_the_lines_and_stay_inside():
    labels = [Label(300.0, 40, 1.0), Label(298.0, 40, 1.0), Label(299.0, 20, 1.0), Label(10.0, 20, 1.0)]
    middles = spread(labels, room=330)
    placed = sorted(zip(middles, labels, strict=True), key=lambda pair: pair[0])
    assert [label.middle for _, label in placed] == [10.0, 298.0, 299.0, 300.0]
    for (upper, above), (lower, below) in itertools.pairwise(placed):
        assert lower - upper >= (above.tall + below.tall) / 2
    assert placed[-1][0] + placed[-1][1].tall / 2 <= 330


def test_names_far_apart_along_the_axis_keep_their_place():
    assert spread([Label(100.0, 20, 0.2), Label(100.0, 20, 0.9)], room=330) == [100.0, 100.0]


def test_a_logarithmic_axis_holds_zero_at_its_foot():
    assert axes.logged(pd.Series([0, 9, 99])).round(6).tolist() == [0.0, 1.0, 2.0]
    positions, names = axes.log_ticks(500)
    assert names == ["0", "10", "100", "1,000"]
    assert positions[0] == 0


def test_an_axis_is_cut_only_where_a_few_months_are_far_above_the_rest():
    assert axes.cut([1, 2, 3, 4, 5, 6]) is None
    assert axes.cut([100, 5, 5, 5, 4]) == 5
    assert axes.cut([100, 0, 0, 0, 0]) is None
    assert axes.cut([7]) is None


def test_a_line_that_leads_to_a_name_does_not_look_like_data():
    (name,) = (
        note for note in drawn(course("AAA", [1, 2])).layout.annotations if note.showarrow is not False
    )
    assert name.arrowcolor == theme.PALE not in theme.LINES
    page = renderer.drawn(drawn(course("AAA", [1, 2])), title="t", lines=())
    (led,) = (line for line in page.figure.findobj(Line2D) if line.is_dashed())
    assert to_hex(led.get_color()).upper() == theme.PALE


def six():
    codes = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF"]
    kinds = ("text", "meeting", "veto")
    done = [act for code in codes for kind in kinds for act in acts(iso3=code, act_class=kind)]
    parts = [course(code, [0, 0, 9 if code == "AAA" else 0]) for code in codes]
    return comparisons.compared(courses(*parts), done, entries(*codes), over=OVER)


def test_on_paper_the_courses_have_the_height_and_every_name_stays_inside():
    figure = comparisons.heightened(six()).validated()
    page = renderer.drawn(figure, title="t", lines=(), size=(1600, 1400), text=24.0, heading=False)
    lines = [line for line in page.figure.findobj(Line2D) if (line.get_gid() or "").startswith("line-")]
    tallest = max(np.ptp(line.get_ydata()) for line in lines)
    assert tallest > 0.35 * 1400
    names = [text for text in page.figure.findobj(Text) if "Country" in text.get_text()]
    assert len(names) == 12
    assert all(0 < text.get_position()[1] < 1400 for text in names)


def test_on_a_screen_courses_and_lanes_stand_apart_and_nothing_is_lost():
    figure = six().validated()
    courses, lanes = (part.validated() for part in comparisons.parted(six()))
    assert len(courses.data) + len(lanes.data) == len(figure.data)
    assert len(courses.layout.annotations) + len(lanes.layout.annotations) == len(figure.layout.annotations)
    assert courses.layout.yaxis.domain == (0, 1)
    assert max(lanes.layout[f"yaxis{place}"].domain[1] for place in range(2, 9)) > 0.9
    alone = Figure()
    assert comparisons.parted(alone) == (alone,)
    for part in (courses, lanes):
        assert render(part, title="t", lines=(), size=(1800, 760), form="svg", heading=False)


def test_marks_of_the_lanes_are_told_apart_by_shape():
    round_ones = {"circle", "hexagon", "hexagon2", "pentagon", "octagon"}
    compared = {name: comparisons._shape(kind) for kind, name in comparisons.NAME_OF.items()}
    for shapes in (
        list(compared.values()),
        *([lanes.MARKS[kind][0] for kind in kinds] for kinds in LANES.values()),
    ):
        assert len(set(shapes)) == len(shapes)
        assert len(round_ones & set(shapes)) <= 1


def months(iso3, deaths, *, vintage="final", first="2023-01-01"):
    return pd.DataFrame(
        {
            "iso3": iso3,
            "month": pd.date_range(first, periods=len(deaths), freq="MS"),
            "vintage": vintage,
            "deaths_dated": pd.array(deaths, dtype="Int64"),
        }
    )


def small(rows, panels, scale="common"):
    courses = small_multiples.courses(rows, scale)
    return small_multiples.small_multiples(courses, panels, period=PERIOD, scale=scale).validated()


def cut(rows):
    return small_multiples.cut(small_multiples.points(rows), "common")


PANELS = [small_multiples.Panel("AAA", "A", "a"), small_multiples.Panel("BBB", "B", "b")]


@pytest.mark.parametrize(("scale", "same"), [("common", True), ("log", True), ("own", False)])
def test_small_charts_have_one_scale_unless_each_has_its_own(scale, same):
    both = pd.concat([months("AAA", [500] * 12), months("BBB", [50] * 12)])
    figure = small(both, PANELS, scale)
    assert (figure.layout.yaxis.range == figure.layout.yaxis2.range) is same


def test_small_charts_keep_preliminary_months_apart():
    both = pd.concat([months("AAA", [5] * 12), months("AAA", [4], vintage="candidate", first="2025-01-01")])
    figure = small(both, PANELS[:1])
    assert [(trace.mode, len(trace.x)) for trace in figure.data] == [("lines", 12), ("markers", 1)]


def test_months_beyond_a_cut_axis_are_written_and_the_rest_readable():
    figure = small(pd.concat([months("AAA", [10] * 11 + [9000]), months("BBB", [8] * 12)]), PANELS)
    assert figure.layout.yaxis.range[1] < 20
    (gone,) = (note for note in figure.layout.annotations if "9,000" in str(note.text))
    assert (gone.yref, gone.y, gone.yanchor) == ("y domain", 1, "top")
    assert figure.data[0].y[-1] == 9000


def test_a_month_just_over_the_others_is_a_mark_on_the_axis_and_not_a_figure_over_it():
    rows = months("", [10] * 9 + [14, 16, 9000])
    assert cut(rows) == 16
    assert cut(months("", [10] * 9 + [16, 26, 41])) is None


def test_figures_over_a_cut_axis_stand_clear_of_marks_and_preliminary_ones_are_open():
    rows = pd.concat(
        [
            months("", [10] * 10 + [9000], first="2023-01-01"),
            months("", [10, 8000, 7000], vintage="candidate", first="2025-01-01"),
        ]
    )
    rows["deaths_low"] = rows["deaths_high"] = rows["deaths_dated"]
    figure = small_multiples.together(rows, period=PERIOD).validated()
    first, last = sorted(figure.layout.annotations, key=lambda note: note.x)
    assert (first.text, first.y, first.yref) == ("9,000 ▲", 1, "y domain")
    assert last.text == "8,000 ⇧  7,000 ⇧"
    high = figure.layout.yaxis.range[1]
    lines = (
        2 * small_multiples.STEP / small_multiples.TOGETHER_HEIGHT * high
    )  # what the two lines of figures take
    assert high - lines >= axes.HEADROOM * 10 * 0.999


def test_all_together_stand_between_their_bounds_and_preliminary_months_have_none():
    rows = pd.concat([months("", [5] * 12), months("", [4], vintage="candidate", first="2025-01-01")])
    rows["deaths_low"] = rows["deaths_dated"].where(rows["vintage"] == "final")
    rows["deaths_high"] = rows["deaths_low"] * 2
    band, line, marks = small_multiples.together(rows, period=PERIOD).validated().data
    assert len(band.x) == 24
    assert max(band.y) == 10
    assert (line.mode, marks.mode) == ("lines", "markers")
