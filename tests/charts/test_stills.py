"""A picture could leave something out, cut a word, or be another one than the page shows."""

import functools
import itertools
import re
import struct
from xml.etree import ElementTree

import pandas as pd
import plotly.graph_objects as go
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import Collection
from matplotlib.lines import Line2D
from matplotlib.text import Text

from ewdash.charts import theme
from ewdash.charts.captions import signed
from ewdash.charts.figures import Figure, stacked
from ewdash.data import own_file
from ewdash.model.errors import EwdashError
from ewdash.render import NoRoomError, NotDrawnError, canvas, render
from ewdash.render.figure import drawn
from ewdash.views import cases, council_overview, due, situation, track, violence
from ewdash.views.block import Block
from ewdash.views.pictures import drawable, picture
from tests.reading import installed

MONTH = pd.Timestamp("2024-12-01")
DESIGNATIONS = "do not imply official endorsement or acceptance by the United Nations"
SLIDE = (1920, 1080)
READ = {"record": installed()}


def situations():
    """Yield the timeline and every section of a few situations, each for a reason of its own."""
    whole = ("SDN", "NGA")  # all sections; joint and separate figures
    for country, years in (("SDN", None), ("NGA", 10), ("SYR", None), ("ISL", 5), ("PSE", 10), ("GBR", 5)):
        yield (
            f"{country}-escalation",
            functools.partial(violence.escalation, country=country, month=MONTH, years=years),
        )
        for make in itertools.chain(*(situation.SECTIONS.values() if country in whole else ())):
            yield (
                f"{country}-{make.__name__}",
                functools.partial(make, country=country, month=MONTH, years=years),
            )


def pages():
    """Yield every figure of the other pages."""
    threshold = track.frozen(**READ)
    yield "rules", functools.partial(track.rules, threshold=threshold)
    for make in itertools.chain(*track.SECTIONS.values()):
        yield make.__name__, make
    for make in itertools.chain(*council_overview.SECTIONS.values()):
        yield make.__name__, functools.partial(make, region=None, group=None)
    for day in ("2026-11-26", "2025-11-01"):  # few things, and many
        yield f"due-{day}", functools.partial(due.ahead, day=pd.Timestamp(day), region=None, group=None)
    for case in cases.ORDER:
        last = pd.Timestamp(f"{cases.months(case=case, **READ)[-1]}-01")
        yield f"{case}-replay", functools.partial(replay, case=case, month=last)


def replay(**chosen):
    return cases.replay(**chosen).block


@functools.cache
def makers():
    return dict([*situations(), *pages()])


@functools.cache
def made(name):
    """Return the block of a name, made once; None where there is nothing to tell."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(own_file.PLACE, "no-notes-of-anybody")
        try:
            return makers()[name](**READ)
        except EwdashError:
            return None


def names(*ends, of):
    return [f"{of}-{end}" for end in ends]


PARTS = ("escalation", "margin", "treaties", "before_after", "fan", "base_rates", "by_type", "civilians")
PARTS = (*PARTS, "indices", "stocks")
# Every chart and map of the pages that has a picture.
CHARTS = [
    *names(*PARTS, of="SDN"),
    *names(*PARTS, of="NGA"),
    *(f"{country}-escalation" for country in ("SYR", "ISL", "PSE", "GBR")),
    *("rules", "onsets", "quiet_calibration", "clocks", "by_stage", "uptake", "years", "texts", "shares"),
    *("calendar", "due-2026-11-26", "due-2025-11-01"),
    *(f"{case}-replay" for case in ("RWA", "LKA", "BDI", "MMR")),
]
MAPS = [*names("where", "provinces", of="SDN"), *names("where", "provinces", of="NGA")]


def test_every_block_that_has_a_picture_is_drawn_here():
    blocks = {name: made(name) for name in makers()}
    found = {name: block for name, block in blocks.items() if block is not None and drawable(block)}
    assert sorted(found) == sorted([*CHARTS, *MAPS])
    assert sorted(CHARTS) == sorted(name for name in found if isinstance(found[name].figure, Figure))


def size(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


PAGES = {}


@functools.cache
def pictured(name, form):
    """Return a block's picture; what it is written from is drawn once for both forms and for `page`."""

    def once(figure, **asked):
        key = name, asked["size"]
        if key not in PAGES:
            PAGES[key] = drawn(figure, **asked)
        return PAGES[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ewdash.render.figure.drawn", once)
        return picture(made(name), form=form)


def page(name):
    pictured(name, "png")
    return PAGES[name, SLIDE].figure


def page_of(block):
    with canvas.alone():
        return drawn(block.figure.validated(), title=block.title, lines=block.small_print).figure


def of_trace(figure, kind, place):
    return [artist for artist in figure.get_children() if artist.get_gid() == f"{kind}-{place}"]


def words_of(figure):
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


def bare(figure, **more):
    return render(figure, title="t", lines=[], form="png", heading=False, **more)


@pytest.mark.parametrize("name", [*CHARTS, *MAPS])
def test_each_figure_is_a_slide_with_its_title_source_and_boundary_note(name):
    block = made(name)
    assert size(pictured(name, "png")) == SLIDE
    root = ElementTree.fromstring(pictured(name, "svg").decode())
    assert (root.get("width"), root.get("height")) == ("1920", "1080")
    told = {child.tag.rpartition("}")[2]: child.text for child in root}
    assert told["title"] == block.title
    assert block.source in told["desc"]
    assert DESIGNATIONS in told["desc"]


@pytest.mark.parametrize("name", CHARTS)
def test_no_word_is_cut_too_small_or_over_another(name):
    figure = page(name)
    canvas = FigureCanvasAgg(figure)
    texts = [text for text in figure.findobj(Text) if text.get_text()]
    places = [(text.get_text(), text.get_window_extent(canvas.get_renderer())) for text in texts]
    assert min(text.get_fontsize() for text in texts) >= 18
    assert max(text.get_fontsize() for text in texts) == 36
    for words, box in places:
        assert box.x0 >= 0, words
        assert box.y0 >= 0, words
        assert box.x1 <= SLIDE[0], words
        assert box.y1 <= SLIDE[1], words
    for (one, a), (other, b) in itertools.combinations(places, 2):
        apart = a.x1 <= b.x0 + 1 or b.x1 <= a.x0 + 1 or a.y1 <= b.y0 + 5 or b.y1 <= a.y0 + 5
        assert apart, f"{one} / {other}"


@pytest.mark.parametrize("name", CHARTS)
def test_every_bar_and_mark_of_the_page_is_in_the_picture(name):
    block = made(name)
    figure = page(name)
    for place, trace in enumerate(block.figure.validated().data):
        if trace.type == "bar":
            values = trace.x if trace.orientation == "h" else trace.y
            bars = of_trace(figure, "bars", place)
            expected = sum(value is not None for value in values)
            assert sum(len(artist.get_paths()) for artist in bars) == expected
        elif trace.type == "scatter" and "markers" in (trace.mode or "markers"):
            marks = of_trace(figure, "marks", place)
            expected = sum(x is not None and y is not None for x, y in zip(trace.x, trace.y, strict=True))
            assert sum(len(artist.get_xdata()) for artist in marks) == expected
        elif trace.type == "heatmap":
            assert of_trace(figure, "cells", place)


@pytest.mark.parametrize("name", ["SYR-escalation", "SDN-civilians", "SDN-where", "SDN-base_rates"])
@pytest.mark.parametrize("form", ["png", "svg"])
def test_the_same_figure_gives_the_same_bytes(name, form):
    assert pictured(name, form) == picture(made(name), form=form)


def test_title_and_source_of_the_page_are_not_written_twice():
    block = made("SDN-by_type")
    words = words_of(page_of(block))
    assert sum(block.title in line for line in words) == 1
    assert sum(line.startswith("Source:") for line in words) == 1


def test_the_page_itself_is_left_as_it_is():
    block = made("SDN-fan")
    before = block.figure.validated().to_json()
    picture(block, form="png")
    assert block.figure.validated().to_json() == before


def test_nothing_of_the_drawing_stays_behind():
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    picture(made("SDN-fan"), form="svg")
    assert dict(mpl.rcParams) == before


def test_what_is_of_no_use_in_a_picture_is_not_in_it():
    block = made("SDN-escalation")
    assert "double click" in block.handling
    assert "double click" not in " ".join(block.small_print)


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        (go.Figure(go.Pie(values=[1])), "pie"),
        (go.Figure(go.Scatter(x=[1], y=[1], error_y={"array": [1]})), "error_y"),
        (go.Figure(go.Scatter(x=[1], y=[1], mode="markers", marker={"symbol": "arrow"})), "arrow"),
        (go.Figure(go.Scatter(x=[1], y=[1]), {"yaxis": {"type": "log"}}), "log"),
        (go.Figure(go.Bar(x=[1], y=[1]), {"yaxis": {"tickformat": "$.2e"}}), "tickformat"),
        (go.Figure(go.Heatmap(z=[[1]], x=[1], y=[1])), "showscale"),
    ],
)
def test_what_cannot_be_drawn_is_refused_by_name_not_left_out(figure, reason):
    with pytest.raises(NotDrawnError, match=reason):
        bare(figure)


def test_a_bare_chart_has_the_size_asked_for_and_no_words_of_its_own():
    figure = go.Figure(go.Bar(x=["a", "b"], y=[1, 2]), theme.LAYOUT)
    assert size(bare(figure, size=(900, 500), text=12)) == (900, 500)
    with canvas.alone():
        page = drawn(figure, title="Never written", lines=[], heading=False)
    assert "Never written" not in words_of(page.figure)


def test_words_that_leave_no_room_are_refused():
    figure = go.Figure(go.Bar(x=["a"], y=[1]))
    with pytest.raises(NoRoomError):
        render(figure, title="t", lines=["word " * 2000], form="png")


def test_a_long_title_is_broken_not_cut():
    figure = signed(
        go.Figure(go.Bar(x=["a"], y=[1]), {"height": 300, "margin": {"l": 1, "t": 1, "b": 1}}),
        title="t",
        source="s",
    )
    with canvas.alone():
        page = drawn(figure, title="United Kingdom of Great Britain and Northern Ireland " * 4, lines=[])
    titles = [text for text in page.figure.findobj(Text) if text.get_fontsize() == 36]
    assert len(titles) == 2
    assert page.room.top < 1080 - 2 * 36


def test_a_formula_in_a_name_is_written_as_it_is():
    figure = go.Figure(go.Scatter(x=[1], y=[1], text=["$x^2$ & <b>y</b>"], mode="text"))
    with canvas.alone():
        words = words_of(drawn(figure, title="t", lines=[]).figure)
    assert {"$x^2$ &", "y"} <= set(words)


def test_a_title_is_text_in_the_file_never_markup():
    svg = render(go.Figure(go.Bar(x=["a"], y=[1])), title="<script>", lines=["a & b"], form="svg").decode()
    assert "<title>&lt;script&gt;</title>" in svg
    assert "<script>" not in svg


def test_letters_are_outlines_so_that_no_font_is_needed():
    svg = pictured("SDN-fan", "svg").decode()
    assert "<text" not in svg
    assert not re.search(r"font-family|https?://(?!www\.w3\.org)", svg.partition("</desc>")[2])


def colours(collection):
    return {tuple(round(float(part), 3) for part in colour) for colour in collection.get_facecolor()}


def test_stacked_bars_stand_on_each_other_and_a_gap_stays_a_gap():
    figure = go.Figure(layout={"barmode": "stack"})
    figure.add_bar(x=[1, 2], y=[10, None])
    figure.add_bar(x=[1, 2], y=[5, 7])
    with canvas.alone():
        page = drawn(figure, title="t", lines=[]).figure
    (under,), (over,) = of_trace(page, "bars", 0), of_trace(page, "bars", 1)
    assert len(under.get_paths()) == 1
    top = under.get_paths()[0].get_extents()
    first, second = (path.get_extents() for path in over.get_paths())
    assert first.y0 == pytest.approx(top.y1)
    assert second.y0 == pytest.approx(top.y0)
    assert (first.y1 - first.y0) / (top.y1 - top.y0) == pytest.approx(0.5)


def test_a_line_stops_where_a_year_is_missing():
    figure = go.Figure(go.Scatter(x=[2020, 2021, 2022], y=[1, None, 3], mode="lines", line={"width": 1}))
    with canvas.alone():
        (line,) = of_trace(drawn(figure, title="t", lines=[]).figure, "line", 0)
    assert isinstance(line, Line2D)
    assert pd.isna(line.get_ydata()[1])
    assert line.get_linewidth() >= 3


def test_cells_keep_their_colours_and_a_missing_month_stays_blank():
    months = ["2024-01-01", "2024-02-01", "2024-03-01", "2024-06-01"]
    scale = [[0, "#ff0000"], [0.5, "#ff0000"], [0.5, "#0000ff"], [1, "#0000ff"]]
    figure = go.Figure(
        go.Heatmap(x=months, y=[0], z=[[0, 0, 1, 1]], colorscale=scale, zmin=-0.5, zmax=1.5, showscale=False)
    )
    figure.update_layout(xaxis={"range": ["2024-01-01", "2024-12-31"]}, yaxis={"range": [-0.5, 0.5]})
    with canvas.alone():
        (cells,) = of_trace(drawn(figure, title="t", lines=[]).figure, "cells", 0)
    assert isinstance(cells, Collection)
    red, blue, later = (path.get_extents() for path in cells.get_paths())
    assert colours(cells) == {(1.0, 0.0, 0.0, 1.0), (0.0, 0.0, 1.0, 1.0)}
    assert red.x1 == pytest.approx(blue.x0)
    assert later.x0 > blue.x1


def test_a_hollow_mark_stays_hollow_and_a_hatched_bar_hatched():
    figure = go.Figure(
        go.Scatter(x=[1, 2], y=[1, 1], mode="markers", marker={"symbol": ["star-open", "star"]})
    )
    figure.add_bar(x=[1], y=[1], marker={"pattern": {"shape": "/"}})
    with canvas.alone():
        page = drawn(figure, title="t", lines=[]).figure
    hollow, full = of_trace(page, "marks", 0)
    assert hollow.get_markerfacecolor() != full.get_markerfacecolor()
    (bar,) = of_trace(page, "bars", 1)
    assert bar.get_hatch()


def test_an_axis_of_years_names_each_year_once():
    figure = go.Figure(go.Scatter(x=["2023-01-01", "2025-12-31"], y=[1, 2], mode="lines"))
    figure.update_xaxes(tickformat="%Y", nticks=4)
    with canvas.alone():
        words = words_of(drawn(figure, title="t", lines=[]).figure)
    assert [words.count(year) for year in ("2023", "2024", "2025")] == [1, 1, 1]


def test_names_tied_to_the_ends_of_lines_make_room_for_each_other():
    figure = go.Figure()
    for name, value in (("One", 1.0), ("Two", 1.0), ("Three", 1.01), ("Four", 9.0)):
        figure.add_scatter(x=[1, 2], y=[0, value], mode="lines", showlegend=False)
        figure.add_annotation(
            x=2,
            y=value,
            text=f"<span style='color:#C44536'>●</span> {name}",
            xanchor="left",
            ax=16,
            arrowhead=0,
        )
    with canvas.alone():
        page = drawn(figure, title="t", lines=[]).figure
    names = {text.get_text(): text for text in page.findobj(Text)}
    heights = [names[name].get_position()[1] for name in ("Four", "Three", "One", "Two")]
    assert all(upper - lower >= 18 for upper, lower in itertools.pairwise(heights))
    right = FigureCanvasAgg(page).get_renderer()
    assert all(names[name].get_window_extent(right).x1 <= SLIDE[0] for name in ("One", "Three"))
    assert names["●"].get_color().upper() == "#C44536"


def test_a_figure_of_very_many_parts_gets_a_taller_page_not_smaller_letters():
    figure = stacked(rows=40, cols=1, subplot_titles=["Country"] * 40, vertical_spacing=0.01)
    for row in range(40):
        figure.add_scatter(x=[1, 2], y=[1, 2], mode="lines", row=row + 1, col=1)
    block = Block("many", "t", "", "c", "s", figure, pd.DataFrame())
    wide, tall = size(picture(block, form="png"))
    assert wide == SLIDE[0]
    assert tall > SLIDE[1]


def test_numbers_alone_have_no_picture():
    block = Block("table", "t", "", "c", "s", None, pd.DataFrame())
    assert not drawable(block)
    with pytest.raises(ValueError, match="table"):
        picture(block, form="png")
