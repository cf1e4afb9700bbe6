"""The response clock as curves: what share of triggers was followed by an act, day by day."""

import pandas as pd

from ewdash.charts import theme
from ewdash.charts.figures import Figure, stacked
from ewdash.i18n import translate

ROW = 210  # pixels of a row of panels
DASHES = {"hrc": "solid", "sc": "dash", "mechanism": "dot"}
QUARTERS = (0, 90, 180, 270, 365)


def response_curves(curves: pd.DataFrame) -> Figure:
    """Draw the share of triggers followed by an act: a column a kind of trigger, a row a kind of situation.

    Args:
        curves: `responses.curve` of each kind of trigger: ``sign``, ``body``, ``held``, ``cases``,
            ``days``, ``share``.

    Returns:
        A figure with one trace per trigger, body and kind of situation.
    """
    triggers = curves["sign"].drop_duplicates().tolist()
    names = {trigger: translate(f"sign-of-{trigger}") for trigger in triggers}
    titles = [
        translate(
            "clock-panel", sign=names[trigger], held=translate("clock-held" if on_agenda else "clock-new")
        )
        for on_agenda in (True, False)
        for trigger in triggers
    ]
    figure = stacked(
        rows=2,
        cols=len(triggers),
        shared_yaxes=True,
        subplot_titles=titles,
        vertical_spacing=0.2,
        horizontal_spacing=0.03,
    )
    ordered = curves.sort_values(
        "body", key=lambda names: names.map(list(theme.COUNCILS).index), kind="stable"
    )
    for keys, part in ordered.groupby(["sign", "body", "held"], sort=False):
        trigger, body, on_agenda = str(keys[0]), str(keys[1]), bool(keys[2])
        figure.add_scatter(
            name=translate(f"clock-{body}"),
            legendgroup=body,
            showlegend=trigger == triggers[0] and on_agenda,
            x=part["days"].tolist(),
            y=part["share"].tolist(),
            mode="lines",
            line={"color": theme.COUNCILS[body], "width": 3, "dash": DASHES[body], "shape": "hv"},
            customdata=part["cases"].tolist(),
            hovertemplate="%{x}: %{y:.0%} (%{customdata})<extra>%{fullData.name}</extra>",
            row=1 if on_agenda else 2,
            col=triggers.index(trigger) + 1,
        )
    figure.update_layout({**theme.LAYOUT, "height": 2 * ROW + 150})
    figure.update_layout(margin={"l": 64, "r": 16, "t": 104, "b": 56})
    figure.update_layout(legend={**theme.LAYOUT["legend"], "y": 1.16})
    figure.update_xaxes(**theme.AXIS, tickvals=list(QUARTERS), range=[0, QUARTERS[-1]])
    figure.update_xaxes(title_text=translate("axis-days-after"), row=2)
    figure.update_yaxes(**theme.AXIS, range=[0, 1.02], tickformat=".0%")
    figure.update_annotations(font={"size": 14, "color": theme.INK})
    return figure
