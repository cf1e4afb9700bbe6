"""Treaties as tiles: one for each treaty and protocol, with its status and year in words."""

import pandas as pd

from ewdash.charts import theme
from ewdash.charts.figures import Figure
from ewdash.i18n import translate

COLUMNS, TILE = 6, 64  # tiles in a row, and pixels of one
# Ground and edge of a tile by status; the words in it tell them apart, too.
GROUNDS = {
    "party": (theme.SHARES[2], theme.SHARES[2]),
    "signed": (theme.PAPER, theme.SHARES[4]),
    "none": (theme.PAPER, theme.RULE),
    "earlier": (theme.PAPER, theme.RULE),
    "unknown": (theme.SILENT, theme.SILENT),
}


def treaties(cells: pd.DataFrame) -> Figure:
    """Draw a tile for each treaty.

    Args:
        cells: One State: ``treaty`` (its abbreviation), ``status`` (a key of `GROUNDS`), ``year`` (of
            becoming a party, NA where it is none), in the order of the tiles.

    Returns:
        A figure with two lines of words in each tile.
    """
    rows = -(-len(cells) // COLUMNS)
    places = [(place % COLUMNS, rows - 1 - place // COLUMNS) for place in range(len(cells))]
    figure = Figure(layout=theme.LAYOUT)
    figure.update_layout(height=TILE * rows + 24, margin={"l": 16, "r": 16, "t": 12, "b": 12})
    for (x, y), status in zip(places, cells["status"], strict=True):
        ground, edge = GROUNDS[status]
        figure.add_shape(
            type="rect",
            x0=x - 0.47,
            x1=x + 0.47,
            y0=y - 0.44,
            y1=y + 0.44,
            line={"width": 1, "color": edge},
            fillcolor=ground,
            layer="below",
        )
    words = [
        translate(f"tile-{status}", year="" if pd.isna(year) else f"{year:.0f}")
        for status, year in zip(cells["status"], cells["year"], strict=True)
    ]
    for name, texts, shift, size, color in (
        (translate("coop-part-treaty"), cells["treaty"].tolist(), 0.17, 14, theme.INK),
        (translate("column-coop-status"), words, -0.2, 13, theme.MUTED),
    ):
        figure.add_scatter(
            name=name,
            x=[x for x, _ in places],
            y=[y + shift for _, y in places],
            text=texts,
            mode="text",
            textfont={"size": size, "color": color},
            hoverinfo="skip",
            showlegend=False,
        )
    plain = theme.AXIS | {"showgrid": False, "zeroline": False, "showticklabels": False, "showline": False}
    figure.update_xaxes(**plain, range=[-0.5, COLUMNS - 0.5])
    figure.update_yaxes(**plain, range=[-0.5, rows - 0.5])
    return figure
