"""A comparison for papers and screens: courses that keep their height, or two pictures of it."""

import re

from ewdash.charts import axes, comparisons
from ewdash.charts.figures import Figure

LANES_LEAST, COURSES_LEAST = 0.3, 0.42  # of the height, where lanes take no more than they need


def laned(figure: Figure) -> bool:
    """Tell whether a figure is one of `compared`, with courses over lanes."""
    return comparisons.LANES_BELOW in figure.layout.get("meta", {})


def parted(figure: Figure) -> tuple[Figure, ...]:
    """Return courses and lanes as figures of their own, for a screen that cannot hold both.

    Any other figure is returned as it is.
    """
    if not laned(figure):
        return (figure,)
    found = []
    for whole, own in ((figure, True), (heightened(figure, share=1.0), False)):
        layout = {**whole.layout, "meta": {}}
        layout["annotations"] = [
            note for note in whole.layout["annotations"] if (note.get("yref") == "y") is own
        ]
        layout["shapes"] = [
            line for line in whole.layout["shapes"] if (line.get("yref") == "y domain") is own
        ]
        if own:
            layout["yaxis"] = layout["yaxis"] | {"domain": [0, 1]}
            # Over the lanes their axis says what both count; alone, the courses say it themselves.
            layout["xaxis"] = layout["xaxis"] | {"title": layout["xaxis2"]["title"]}
        layout["height"] = comparisons.LINES if own else layout["height"] - comparisons.LINES
        traces = [trace for trace in whole.data if (trace.get("yaxis", "y") == "y") is own]
        found.append(Figure(traces, layout))
    return tuple(found)


def heightened(figure: Figure, *, share: float = LANES_LEAST) -> Figure:
    """Return a comparison whose lanes take another part of its height, the courses the rest.

    Any other figure is returned as it is.

    Args:
        figure: Of `compared`.
        share: Of the height, for the lanes and what stands over them.
    """
    if not laned(figure):
        return figure
    factor = share / figure.layout["meta"][comparisons.LANES_BELOW]
    new = Figure(figure.data, figure.layout)
    for name, axis in new.layout.items():
        if re.fullmatch(r"yaxis\d+", name):
            axis["domain"] = [min(edge * factor, 1) for edge in axis["domain"]]
    for note in new.layout["annotations"]:
        if note.get("yref") == "paper" and "name" not in note:
            note["y"] *= factor
    new.layout["meta"] = {**figure.layout["meta"], axes.MIN_HEIGHT: COURSES_LEAST}
    new.layout["yaxis"]["domain"] = [min(share + comparisons.GAP / figure.layout["height"], 1), 1]
    return new
