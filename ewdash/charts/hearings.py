"""How often the human-rights side was heard in New York a year, and how often texts there name it."""

from collections.abc import Mapping, Sequence

import pandas as pd

from ewdash.charts import theme
from ewdash.charts.figures import Figure, stacked
from ewdash.i18n import translate

HEIGHTS = {"human_rights": 230, "related_mandate": 150, "sittings": 120}  # pixels of a row of bars
GAP = 46
SPEAKERS = {
    "high_commissioner": (theme.DEEP_BLUE, ""),
    "deputy_high_commissioner": (theme.SKY, "/"),
    "assistant_secretary_general": (theme.SKY, ""),
    "special_procedure": (theme.GREEN, ""),
    "investigative_body": (theme.GREEN, "/"),
    "prevention": (theme.PURPLE, ""),
    "sexual_violence": (theme.AMBER, ""),
    "children": (theme.FAINT, ""),
}
TEXTS = {"n_human_rights": (theme.MUTED, "dash"), "names_side": (theme.SC, "solid")}


def meetings(
    spoke: pd.DataFrame, sittings: pd.DataFrame, *, sides: Mapping[str, Sequence[str]], places: int
) -> Figure:
    """Draw meetings a year by who spoke, over the meetings held; each on a scale of its own.

    Args:
        spoke: ``year``, ``speaker``, ``meetings``: a row for each year and speaker, zeros among them.
        sittings: ``year``, ``sittings``.
        sides: Side -> its speakers, top first; each side has a row of its own and is never added.
        places: Of each year, how many labels fit: every so many years one is written.

    Returns:
        A figure with one trace per speaker and one of the meetings held.
    """
    rows = [*sides, "sittings"]
    heights = [HEIGHTS[row] for row in rows]
    titles = [translate(f"heard-row-{row.replace('_', '-')}") for row in rows]
    whole = sum(heights) + GAP * (len(rows) - 1)
    figure = stacked(
        rows=len(rows), cols=1, row_heights=heights, vertical_spacing=GAP / whole, subplot_titles=titles
    )
    figure.update_annotations(x=0, xanchor="left", font={"size": 13, "color": theme.INK, "weight": 600})
    for row, speakers in enumerate(sides.values(), start=1):
        for speaker in speakers:
            part = spoke[spoke["speaker"] == speaker]
            if not part["meetings"].any():
                continue
            colour, hatch = SPEAKERS[speaker]
            figure.add_bar(
                name=translate(f"speaker-{speaker.replace('_', '-')}"),
                x=part["year"].tolist(),
                y=part["meetings"].tolist(),
                marker={
                    "color": colour,
                    "line": {"width": 0},
                    "pattern": {"shape": hatch} if hatch else None,
                },
                hovertemplate="%{x}: %{y}<extra>%{fullData.name}</extra>",
                row=row,
                col=1,
            )
    figure.add_bar(
        name=translate("heard-row-sittings"),
        x=sittings["year"].tolist(),
        y=sittings["sittings"].tolist(),
        marker={"color": theme.PALE, "line": {"width": 0}},
        showlegend=False,
        hovertemplate="%{x}: %{y}<extra>%{fullData.name}</extra>",
        row=len(rows),
        col=1,
    )
    figure.update_layout({**theme.LAYOUT, "height": whole + 150, "barmode": "stack", "bargap": 0.25})
    figure.update_layout(margin={"l": 56, "r": 16, "t": 84, "b": 40}, showlegend=True)
    figure.update_layout(
        legend={**theme.LAYOUT["legend"], "y": 1 + 60 / whole, "yanchor": "bottom", "traceorder": "normal"}
    )
    figure.update_xaxes(**theme.AXIS, tickformat="d", dtick=places)
    figure.update_yaxes(**theme.AXIS, rangemode="tozero", tickformat="d", nticks=5)
    return figure


def naming(shares: pd.DataFrame, words: Mapping[str, str]) -> Figure:
    """Draw the share of a year's resolutions that name something, in 100.

    Args:
        shares: ``year``, ``resolutions`` and, for each of `TEXTS`, how many.
        words: Name of each line.

    Returns:
        A figure with one trace per line.
    """
    figure = Figure(layout=theme.LAYOUT)
    for name, (colour, dash) in TEXTS.items():
        figure.add_scatter(
            name=words[name],
            x=shares["year"].tolist(),
            y=(shares[name] / shares["resolutions"]).tolist(),
            mode="lines+markers",
            line={"color": colour, "width": 2.5, "dash": dash},
            marker={"size": 6},
            customdata=shares[[name, "resolutions"]].to_numpy().tolist(),
            hovertemplate="%{x}: %{customdata[0]} / %{customdata[1]}<extra>%{fullData.name}</extra>",
        )
    figure.update_layout(height=360, margin={"l": 64, "r": 24, "t": 48, "b": 40})
    figure.update_xaxes(**theme.AXIS, tickformat="d")
    figure.update_yaxes(**theme.AXIS, rangemode="tozero", tickformat=".0%")
    return figure
