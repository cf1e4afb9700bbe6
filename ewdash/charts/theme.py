"""Colours, type and layout of every figure, once."""

import re
from typing import Any, Literal

Form = Literal["png", "svg"]  # what a picture can be taken away as
# Blue counts, red is for harm only, grey for ground and for what is not comparable.
BLUE, DEEP_BLUE, RED = "#009EDB", "#1862D8", "#C44536"
INK, MUTED, RULE, GROUND, PAPER = "#1F2933", "#52606D", "#D9DEE4", "#EEF1F4", "#FFFFFF"
# Greys of what is no data, from dark to light: edges, what is second to it, lines that lead, hatching.
EDGE, FAINT, PALE, HATCH = "#7B8794", "#9AA5B1", "#B8C0C8", "#D3D9DF"
ALERT = INK  # the mark of an alert: told from every class by lightness and shape, in any vision
SILENT = "#F4F6F8"  # the ground of an area without a value
LINK, FOCUS, BAR = "#1454B8", "#0B2545", "#F3F6F9"  # of pages: links, what has the focus, a row of buttons
ALERT_GROUND, SINCE_GROUND, NOTICE_GROUND = "#FBF1EF", "#FFF8E6", "#EAF3FB"
# One hue from light to dark; each step differs in lightness so that it survives greyscale.
LEVELS = ("#EFE7DC", "#F6D5C3", "#E9A083", "#C44536", "#711A10")
# Stages 0 to 5 deepen in a hue of their own, so that none is taken for a level; de-escalation (6) leaves
# the scale: green, because it goes the other way.
STAGES = ("#EEF1F4", "#E3DDEF", "#C6B7E0", "#9D83C8", "#6C4BA4", "#37195F", "#9FD0B8")
STAGE_INK = (INK, INK, INK, INK, "#FFFFFF", "#FFFFFF", INK)
LEVEL_INK = (INK, INK, INK, "#FFFFFF", "#FFFFFF")
# Okabe-Ito: told apart with every common colour vision.
OKABE_BLUE, VERMILION, GREEN, PURPLE, AMBER, SKY = LINES = (
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9",
)  # fmt: skip
TYPES = {"state_based": OKABE_BLUE, "non_state": AMBER, "one_sided": PURPLE}
# Whose act a response is; what is of neither Council is grey.
SC = "#A86400"
COUNCILS = {"hrc": DEEP_BLUE, "sc": SC, "mechanism": GREEN}
# What a user brings, from alleged to verified: a hue of no official measure.
OWN = ("#B5D6CB", "#7DB5A3", "#3F8A73", "#125C48")
SHARES = ("#F5F7F9", "#EAF1FA", "#CFE0F4", "#A6C6EA", "#6FA3DB", "#1862D8")  # of a heatmap, from none
PRESIDENCY = "#CFE3F7"
MAP_HEIGHT = 480  # pixels of a map of events on a page
FONT = "Source Sans, Noto Sans, Arial, sans-serif"

LAYOUT: dict[str, Any] = {
    # Lines are ink unless they say otherwise. No template: Plotly draws a figure that has one twice.
    "colorway": [INK],
    "font": {"family": FONT, "size": 14, "color": INK},
    "paper_bgcolor": PAPER,
    "plot_bgcolor": PAPER,
    "margin": {"l": 64, "r": 16, "t": 16, "b": 40},
    "hoverlabel": {"bgcolor": PAPER, "font": {"color": INK, "size": 14}},
    "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "xanchor": "left"},
    "bargap": 0.15,
    "modebar": {"color": MUTED, "activecolor": DEEP_BLUE, "bgcolor": "rgba(255,255,255,0)"},
}
AXIS: dict[str, Any] = {
    "gridcolor": RULE,
    "linecolor": RULE,
    "zerolinecolor": RULE,
    "tickfont": {"color": MUTED},
    "title": {"font": {"color": MUTED, "size": 13}},
    "fixedrange": True,
}


def coloured(text: str) -> str:
    """Return a style sheet or script with each ``theme.NAME`` replaced by that colour.

    Raises:
        KeyError: If there is none of this name.
    """
    return re.sub(r"theme\.([A-Z_]+)", lambda found: str(globals()[found[1]]), text)


def rgba(colour: str, opacity: float) -> str:
    """Return a hex colour with an opacity, as CSS."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"
