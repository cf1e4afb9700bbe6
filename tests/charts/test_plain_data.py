"""Our plain figures could say something else than Plotly's own would."""

import plotly.graph_objects as go
import pytest
from plotly.subplots import make_subplots

from ewdash.charts import theme
from ewdash.charts.figures import Figure, stacked

GRIDS = (
    {"rows": 5, "cols": 1, "row_heights": [280, 60, 30, 78, 104], "vertical_spacing": 0.07},
    {"rows": 3, "cols": 1, "row_heights": [0.7, 0.2, 0.1], "vertical_spacing": 0.045},
    {"rows": 2, "cols": 3, "vertical_spacing": 0.2, "horizontal_spacing": 0.03, "shared_yaxes": True},
    {"rows": 1, "cols": 1, "vertical_spacing": 0},
)


def without_template(figure):
    found = figure.to_dict()
    found["layout"].pop("template", None)
    return found


@pytest.mark.parametrize("grid", GRIDS)
def test_a_grid_of_plots_is_plotlys_own(grid):
    titles = ["", *(f"T{place}" for place in range(1, grid["rows"] * grid["cols"]))]
    ours = stacked(**grid, subplot_titles=titles).validated()
    theirs = make_subplots(**grid, subplot_titles=titles, shared_xaxes=True)
    assert without_template(ours) == without_template(theirs)


def test_the_same_verbs_give_the_same_figure():
    def drawn(figure):
        figure.update_layout({**theme.LAYOUT, "height": 300})
        figure.update_layout(margin={"l": 90}, legend_traceorder="normal", showlegend=True)
        figure.update_xaxes(**theme.AXIS, type="date")
        figure.update_yaxes(**theme.AXIS, title_text="Deaths")
        figure.update_yaxes(row=2, col=1, range=[0, 5], title_font={"size": 9})
        figure.add_scatter(name="a", x=[1], y=[1], line={"width": 2}, line_color="red", row=2, col=1)
        figure.add_bar(x=[1], y=[2], marker={"color": ["#000000"]}, row=1, col=1)
        figure.add_heatmap(z=[[1]], x=[1], y=[1], showscale=False, row=2, col=1)
        figure.add_vline(x="2020-01-01", line={"width": 1}, row=2, col=1)
        figure.add_shape(type="rect", x0=0, x1=1, y0=0, y1=1, line={"width": 0})
        figure.add_annotation({"showarrow": False, "x": 0}, text="w", font={"size": 9})
        figure.update_annotations(font={"color": "#123456"}, yshift=3)
        return figure

    grid = {"rows": 2, "cols": 1, "subplot_titles": ["", "B"], "vertical_spacing": 0.1}
    ours = drawn(stacked(**grid)).validated()
    theirs = drawn(make_subplots(**grid, shared_xaxes=True))
    assert without_template(ours) == without_template(theirs)


def test_what_goes_in_is_not_changed_later():
    layout = {"margin": {"l": 1}}
    figure = Figure(layout=layout)
    figure.update_layout(margin={"l": 2})
    assert layout == {"margin": {"l": 1}}
    assert figure.layout["margin"] == {"l": 2}


def test_a_property_that_plotly_does_not_have_is_refused_where_it_is_checked():
    with pytest.raises(ValueError, match="width"):
        Figure().add_scatter(x=[1], y=[1], widht=3).validated()
    checked = Figure().add_scatter(x=[1], y=[1]).validated()
    assert isinstance(checked, go.Figure)
    assert checked.layout.template.data.bar == ()  # Plotly's own template gives bars an edge
    assert checked.layout.template.data.scatter[0].marker.line.width == 0


def test_what_a_page_sends_is_drawn_once():
    """Plotly draws a figure anew that has a template or something of our own, or tells no revision."""
    figure = Figure(layout={**theme.LAYOUT, "meta": {"own": 1}})
    figure.add_scatter(x=[1], y=[1], mode="lines")
    figure.add_scatter(x=[1], y=[1], mode="markers", marker={"size": [4], "line": {"color": "red"}})
    figure.add_scatter(x=[1], y=[1], mode="markers", marker={"line": {"width": 2}})
    sent = figure.as_drawn()
    assert not {"template", "meta"} & set(sent["layout"])
    assert [trace.get("marker", {}).get("line") for trace in sent["data"]] == [
        None,
        {"width": 0, "color": "red"},
        {"width": 2},
    ]
    assert figure.data[1]["marker"] == {"size": [4], "line": {"color": "red"}}
    same, other = Figure(figure.data, figure.layout), Figure(figure.data, figure.layout)
    other.update_xaxes(ticktext=["other"])
    assert same.as_drawn() == sent
    assert other.as_drawn()["layout"]["datarevision"] != sent["layout"]["datarevision"]
