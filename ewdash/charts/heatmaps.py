"""Tables of shares as tiles: darker is more often, and every tile carries its count."""

from collections.abc import Mapping

import pandas as pd

from ewdash.analysis.precedents import INSTRUMENTS
from ewdash.charts import theme
from ewdash.charts.figures import Figure
from ewdash.i18n import translate

TILE = 34  # pixels of a row
# The ink that stays readable on each of `theme.SHARES`.
INKS = (theme.MUTED, theme.INK, theme.INK, theme.INK, theme.INK, theme.PAPER)
EDGES = (0.0, 1e-9, 0.05, 0.15, 0.3, 0.5)  # share of episodes from which each shade begins


def precedents(instruments: pd.DataFrame, episodes: Mapping[int, int]) -> Figure:
    """Draw in how many episodes of each stage each instrument was used.

    Args:
        instruments: `ewdash.analysis.precedents.instruments`.
        episodes: How many episodes each stage holds.

    Returns:
        A figure with a tile and a count for each instrument and stage; none used is said as 0.
    """
    uses = instruments.set_index(["council", "act_class", "stage"])["used"]
    pairs = set(zip(instruments["council"], instruments["act_class"], strict=True))
    kinds = [
        (council, kind)
        for council, names in INSTRUMENTS.items()
        for kind in names
        if (council, kind) in pairs
    ]
    cells = [
        (column, len(kinds) - 1 - row, int(uses.get((*kind, stage), 0)), total)
        for row, kind in enumerate(kinds)
        for column, (stage, total) in enumerate(sorted(episodes.items()))
    ]
    shades = [
        max(place for place, edge in enumerate(EDGES) if count >= edge * total)
        for _, _, count, total in cells
    ]
    figure = Figure(layout=theme.LAYOUT)
    figure.update_layout(height=TILE * len(kinds) + 130, margin={"l": 250, "r": 16, "t": 20, "b": 96})
    for (x, y, _, _), place in zip(cells, shades, strict=True):
        figure.add_shape(
            type="rect",
            x0=x - 0.47,
            x1=x + 0.47,
            y0=y - 0.43,
            y1=y + 0.43,
            line={"width": 0},
            fillcolor=theme.SHARES[place],
            layer="below",
        )
    figure.add_scatter(
        name=translate("column-used"),
        x=[x for x, _, _, _ in cells],
        y=[y for _, y, _, _ in cells],
        text=[translate("n-of-m", used=count, of=total) for _, _, count, total in cells],
        mode="text",
        textfont={"size": 14, "color": [INKS[place] for place in shades]},
        hoverinfo="skip",
        showlegend=False,
    )
    plain = theme.AXIS | {"showgrid": False, "zeroline": False}
    figure.update_xaxes(**plain, range=[-0.5, len(episodes) - 0.5])
    figure.update_xaxes(
        tickvals=list(range(len(episodes))),
        ticktext=[translate(f"stage-{stage}").replace(" ", "<br>") for stage in sorted(episodes)],
    )
    figure.update_yaxes(**plain, range=[-0.5, len(kinds) - 0.5])
    figure.update_yaxes(
        tickvals=list(range(len(kinds)))[::-1],
        ticktext=[
            translate(
                "tile-row",
                lane=translate(f"lane-tag-{council}"),
                kind=translate(f"class-{kind.replace('_', '-')}"),
            )
            for council, kind in kinds
        ],
    )
    return figure
