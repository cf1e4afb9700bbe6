"""Lanes of Council action: one row per class of act, and the lines that join the two Councils."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from ewdash import i18n
from ewdash.charts import theme
from ewdash.charts.figures import Figure
from ewdash.i18n import translate
from ewdash.model.lanes import NAMED

ROW = 26  # pixels for one class of act: a mark and air around it
# The mark of each class of act, wherever it is drawn: Plotly's symbol, and the sign a printed key has for
# it. Two classes of one lane never share a mark.
MARKS: dict[str, tuple[str, str]] = {
    "special_sitting": ("star", "★"),
    "investigation": ("triangle-up", "▲"),
    "accountability": ("triangle-up", "▲"),
    "country_mandate": ("diamond", "◆"),
    "technical_cooperation": ("star-diamond", "✦"),
    "review": ("pentagon", "⬟"),
    "visit": ("square", "■"),
    "text": ("circle", "●"),
    "meeting": ("square", "■"),
    "peace_operation": ("triangle-right", "▶"),
    "sanctions": ("cross", "✚"),
    "veto": ("triangle-down", "▼"),
    "briefing": ("bowtie", "⧓"),
    "arria": ("hexagon", "⬢"),
    "citation": ("diamond", "◆"),
    "forwarded": ("triangle-right", "▶"),
    "letter": ("square", "■"),
    "assembly_secretariat": ("circle", "●"),
    "court": ("diamond", "◆"),
    "peacebuilding": ("star", "★"),
}
OTHERS = ("circle", "diamond", "square", "triangle-up", "star", "pentagon", "hexagon", "bowtie")
ENDED = "x"  # in every class: something came to an end
# What opens or ends something stands out from what goes on, so that 300 acts stay readable.
SIZES = {"created": 13, "ended": 10, "renewed": 7, "n/a": 9}
# The lines to the lanes of the two Councils; nothing joins where one of them is not drawn.
JOINED = ("hrc", "sc")


def lane(
    figure: Figure,
    actions: Sequence["Act"],
    classes: Sequence[str],
    *,
    row: int,
    period: tuple[pd.Timestamp, pd.Timestamp],
) -> None:
    """Draw one lane into a row of the figure: filled marks are verified, hollow ones are not.

    A lane without acts says that nothing is recorded.

    Args:
        figure: Changed in place.
        actions: The lane's acts.
        classes: The lane's classes, top first.
        row: Row of the figure.
        period: First and last day of the axis.
    """
    if not actions:
        nothing(figure, row=row, period=period, height=max(len(classes) - 1, 0) / 2)
    ranks = {name: len(classes) - 1 - place for place, name in enumerate(classes)}
    _acts(figure, actions, ranks, row)
    figure.update_yaxes(
        tickvals=list(ranks.values()),
        ticktext=[translate(f"class-{name.replace('_', '-')}") for name in classes],
        range=[-0.7, max(len(classes), 1) - 0.3],
        row=row,
        col=1,
    )


def single_row(
    figure: Figure,
    actions: Sequence["Act"],
    name: str,
    classes: Sequence[str],
    *,
    row: int,
    period: tuple[pd.Timestamp, pd.Timestamp],
) -> None:
    """Draw one lane with all its classes in a single row; arguments as of `lane`, ``name`` is the lane's."""
    if not actions:
        nothing(figure, row=row, period=period)
    _acts(figure, actions, dict.fromkeys(classes, 0), row)
    figure.update_yaxes(
        tickvals=[0],
        ticktext=[translate(f"lane-short-{name}")],
        range=[-0.6, 0.6],
        showgrid=False,
        row=row,
        col=1,
    )


def printed_key(actions: Sequence["Act"], classes: Sequence[str]) -> str:
    """Return the sign and the short name of each class that a lane's acts hold."""
    held = {act.kind for act in actions}
    return "   ".join(
        f"{MARKS[name][1]} " + translate(f"kind-{name.replace('_', '-')}") for name in classes if name in held
    )


class Act(NamedTuple):
    """What a mark says."""

    kind: str
    lane: str
    verified: bool
    day: pd.Timestamp
    status: str
    label: str
    symbol: str
    vote: str
    type: str


def by_lane(actions: pd.DataFrame) -> dict[str, list[Act]]:
    """Return the acts of each lane as plain values: a lane has many traces, and pandas is slow.

    Args:
        actions: ``date``, ``lane``, ``act_class``, ``label``, ``symbol``, ``instrument_status``,
            ``verified``; ``vote`` in words, where it is on record; ``action_type`` of crossings.
    """
    columns = (
        actions["act_class"],
        actions["lane"],
        actions["verified"].astype(bool),
        actions["date"],
        actions["instrument_status"].fillna("n/a"),
        actions["label"],
        actions["symbol"].fillna(""),
        actions["vote"].fillna("") if "vote" in actions else pd.Series("", actions.index),
        actions["action_type"] if "action_type" in actions else pd.Series("", actions.index),
    )
    lanes: dict[str, list[Act]] = {}
    for values in zip(*(column.tolist() for column in columns), strict=True):
        act = Act(*values)
        lanes.setdefault(act.lane, []).append(act)
    return lanes


def _acts(figure: Figure, actions: Sequence[Act], ranks: Mapping[str, int], row: int) -> None:
    parts: dict[tuple[str, bool], list[Act]] = {}
    for act in actions:
        parts.setdefault((act.kind, act.verified), []).append(act)
    for place, (name, rank) in enumerate(ranks.items()):
        symbol = MARKS[name][0] if name in MARKS else OTHERS[place % len(OTHERS)]
        for verified in (False, True):
            if (name, verified) in parts:
                _act_marks(figure, name, parts[name, verified], symbol, verified, rank, row)


def nothing(
    figure: Figure, *, row: int, period: tuple[pd.Timestamp, pd.Timestamp], height: float = 0
) -> None:
    """Say in a lane's row that nothing is recorded in the period, which is a fact to show."""
    middle = period[0] + (period[1] - period[0]) / 2
    figure.add_scatter(
        x=[f"{middle:%Y-%m-%d}"],
        y=[height],
        mode="text",
        text=[translate("lane-empty")],
        textfont={"color": theme.MUTED, "size": 13},
        hoverinfo="skip",
        showlegend=False,
        row=row,
        col=1,
    )


def _act_marks(
    figure: Figure, name: str, part: list[Act], symbol: str, verified: bool, rank: int, row: int
) -> None:
    """Draw the acts of one class and confidence as one trace at a height of the row."""
    hue = theme.COUNCILS.get(part[0].lane, theme.MUTED)
    shapes = [ENDED if act.status == "ended" else symbol for act in part]
    figure.add_scatter(
        name=translate(f"class-{name.replace('_', '-')}"),
        x=[f"{act.day:%Y-%m-%d}" for act in part],
        y=[rank] * len(part),
        mode="markers",
        marker={
            "symbol": [shape if verified else f"{shape}-open" for shape in shapes],
            "size": [SIZES[act.status] for act in part],
            "color": hue,
            "opacity": 0.8,
            "line": {"width": 0.5 if verified else 1.5, "color": hue},
        },
        text=[
            "<br>".join([i18n.day(act.day), act.label, act.symbol, *filter(None, [act.vote])]) for act in part
        ],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
        row=row,
        col=1,
    )


def crossings(figure: Figure, actions: Sequence[Act], places: Mapping[str, int]) -> None:
    """Draw a line between the two Councils' lanes on each day of a crossing.

    Args:
        figure: Changed in place.
        actions: The crossings. A text that only names the other side is none.
        places: Row of each lane.
    """
    if not set(JOINED) <= set(places):
        return
    top, bottom = (figure.domain(places[lane]) for lane in JOINED)
    received: dict[pd.Timestamp, bool] = {}  # whether one of the day's crossings is verified
    for act in actions:
        if act.type != NAMED:
            received[act.day] = received.get(act.day, False) or act.verified
    for day, verified in sorted(received.items()):
        figure.add_shape(
            type="line",
            x0=f"{day:%Y-%m-%d}",
            x1=f"{day:%Y-%m-%d}",
            xref="x",
            yref="paper",
            y0=bottom[1],
            y1=top[0],
            line={"color": theme.MUTED, "width": 1, "dash": "solid" if verified else "dot"},
            layer="below",
        )
