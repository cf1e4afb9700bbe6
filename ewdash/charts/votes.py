"""How texts were voted on: one bar for each text of a situation, and the share by vote for each year."""

from collections.abc import Sequence

import pandas as pd

from ewdash import i18n
from ewdash.charts import theme
from ewdash.charts.figures import Figure
from ewdash.i18n import translate

SEATS = 47  # of the Human Rights Council
HEIGHT, MARGIN = 360, {"l": 118, "r": 16, "t": 64, "b": 40}
STRIP = -5  # height of the marks of texts without counts, under the bars
OVER = 51  # height of the marks of drafts that were not adopted, over the bars
GAP = 16  # parts of the axis: years named nearer to each other than one of them would touch
MAX_NUMBERED = 16  # texts up to which a bar carries its numbers
MIN_NUMBERED = 3  # votes from which a part of a bar has room for its number
MAX_WIDTH = 0.7  # of a bar, in texts
MIN_TEXTS = 6  # texts for which the axis has room at least, so that a single bar stays a bar
# Counts in the order in which they are stacked: colour, ink of the number, hatching.
PARTS = {
    "yes": (theme.DEEP_BLUE, theme.PAPER, None),
    "abstain": (theme.PALE, theme.INK, "/"),
    "no": (theme.AMBER, theme.INK, None),
}
# Texts without counts: shape, and where the mark stands.
MARKS = {
    "without_vote": ("diamond", STRIP, theme.DEEP_BLUE),
    "open": ("circle-open", STRIP, theme.MUTED),
    "not_adopted": ("x", OVER, theme.INK),
}
SHARES = {"by_vote": (theme.DEEP_BLUE, theme.PAPER, None), "without_vote": (theme.PALE, theme.INK, "/")}


def margins(texts: pd.DataFrame) -> Figure:
    """Draw each text as a bar of its votes, stacked from the bottom: yes, abstentions, no.

    Texts stand in the order of their dates, at equal distances. What was adopted without a vote, and what
    has no vote on record, is a mark under the axis: it is no bar of zero. A cross over a bar says that the
    draft was not adopted.

    Args:
        texts: By date: ``date``, ``symbol``, ``label``, ``outcome`` (NA where none is on record), ``yes``,
            ``no``, ``abstain`` (votes, NA where not known), ``vote`` (in words).

    Returns:
        A figure with a trace for each of yes, abstentions and no, and one for each kind of mark.
    """
    rows = texts.reset_index(drop=True)
    told = [
        "<br>".join([i18n.day(row["date"]), row["label"], str(row["symbol"]), row["vote"]])
        for row in rows.to_dict("records")
    ]
    figure = Figure(layout=theme.LAYOUT)
    figure.update_layout(height=HEIGHT, margin=MARGIN, barmode="stack", legend_traceorder="normal")
    counted = rows[rows["yes"].notna()]
    for name, (color, ink, shape) in PARTS.items():
        values = [int(value) for value in counted[name]]
        figure.add_bar(
            name=translate(f"series-{name}"),
            x=counted.index.tolist(),
            y=values,
            width=MAX_WIDTH,
            text=_numbers(values) if len(rows) <= MAX_NUMBERED else None,
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": ink},
            marker={"color": color, "pattern": _pattern(shape)},
            customdata=[told[place] for place in counted.index],
            hovertemplate="%{customdata}<extra></extra>",
        )
    for name, (symbol, height, color) in MARKS.items():
        part = rows[_marked(rows, name)]
        if len(part):
            figure.add_scatter(
                name=translate(f"series-{name.replace('_', '-')}"),
                x=part.index.tolist(),
                y=[height] * len(part),
                mode="markers",
                marker={
                    "symbol": symbol,
                    "size": 9,
                    "color": color,
                    "line": {"width": 1.5 if symbol.endswith("open") else 0, "color": color},
                },
                customdata=[told[place] for place in part.index],
                hovertemplate="%{customdata}<extra></extra>",
            )
    places, years = _years(rows["date"])
    spare = max(MIN_TEXTS - len(rows), 0) / 2
    figure.update_xaxes(
        **theme.AXIS, showgrid=False, zeroline=False, range=[-0.7 - spare, len(rows) - 0.3 + spare]
    )
    figure.update_xaxes(tickvals=places, ticktext=years)
    figure.update_yaxes(**theme.AXIS, range=[STRIP - 4, OVER + 4], title_text=translate("axis-votes"))
    figure.update_yaxes(
        tickvals=[STRIP, 0, 10, 20, 30, 40, SEATS],
        ticktext=[translate("axis-no-bar"), *(str(value) for value in (0, 10, 20, 30, 40, SEATS))],
    )
    return figure


def shares(years: pd.DataFrame) -> Figure:
    """Draw for each year the share of texts adopted by vote and without, each part with its number.

    Args:
        years: ``year``, ``by_vote``, ``without_vote`` (texts).

    Returns:
        A figure with a trace for each of the two.
    """
    figure = Figure(layout=theme.LAYOUT)
    figure.update_layout(height=HEIGHT, margin=MARGIN | {"l": 64}, barmode="stack")
    figure.update_layout(legend_traceorder="normal")
    total = years[[*SHARES]].sum(axis=1)
    for name, (color, ink, shape) in SHARES.items():
        figure.add_bar(
            name=translate(f"series-{name.replace('_', '-')}"),
            x=years["year"].tolist(),
            y=(years[name] / total).tolist(),
            text=[str(value) if value else "" for value in years[name]],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": ink},
            marker={"color": color, "pattern": _pattern(shape)},
            customdata=[
                translate("share-told", texts=int(part), of=int(of))
                for part, of in zip(years[name], total, strict=True)
            ],
            hovertemplate="%{x}: %{customdata}<extra>%{fullData.name}</extra>",
        )
    figure.update_xaxes(**theme.AXIS, tickformat="d", showgrid=False)
    figure.update_yaxes(**theme.AXIS, range=[0, 1], tickformat=".0%", title_text=translate("axis-texts"))
    return figure


def _marked(rows: pd.DataFrame, name: str) -> pd.Series:
    """Tell which texts carry a kind of mark."""
    if name == "open":
        return rows["yes"].isna() & rows["outcome"].fillna("").ne("without_vote")
    return rows["outcome"].fillna("").eq(name)


def _numbers(values: Sequence[int]) -> list[str]:
    return [str(value) if value >= MIN_NUMBERED else "" for value in values]


def _pattern(shape: str | None) -> dict[str, object] | None:
    if shape is None:
        return None
    return {"shape": shape, "fgcolor": theme.PAPER, "solidity": 0.25, "fillmode": "overlay"}


def _years(dates: pd.Series) -> tuple[list[int], list[str]]:
    """Return where years are named: at their first text, where the name before it leaves room."""
    least = max(len(dates), MIN_TEXTS) / GAP
    places: list[int] = []
    for place in dates.index[~dates.dt.year.duplicated()]:
        if not places or place - places[-1] >= least:
            places.append(int(place))
    return places, [str(dates[place].year) for place in places]
