"""The world map as a specification: what each area is worth, and the words around it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from ewdash.charts import theme
from ewdash.i18n import translate

FILLED = 2  # strength of an alert whose ring is filled: a strong one
# What the map says of itself, by name.
WORDS = ("keys", "open", "choose", "all", "alert", "stage", "hrc", "sc")


def world_map(
    values: Mapping[str, int],
    *,
    classes: Sequence[Mapping[str, str]],
    labels: Mapping[str, str],
    title: str,
    legend: str,
    source: str,
    notes: Sequence[str] = (),
    inside: Collection[str] | None = None,
    alerts: Mapping[str, int] | None = None,
    rings: Sequence[str] = (),
    cards: Mapping[str, Sequence[object]] | None = None,
    states: Sequence[Mapping[str, object]] = (),
) -> dict[str, Any]:
    """Describe a map of classes; an area without a value is hatched as not covered.

    Args:
        values: Place in ``classes`` of each covered area, by iso3.
        classes: ``label`` and ``colour`` of each class, lowest first.
        labels: What is said of each area, by iso3.
        title: Title of the picture.
        legend: What the classes are.
        source: Source line under the picture.
        notes: Further notes on boundaries in view.
        inside: Codes of the selection; what is outside is blank, and the view frames the covered
            ones. None is the world.
        alerts: Strength of each alert by iso3: 1 is drawn as a ring, `FILLED` as a filled one.
        rings: What a ring and a filled ring are, in words; nothing where no alert is shown.
        cards: What is known at a glance, by iso3: stage, alert, deaths by month (None where there is no
            data), the highest in words, last act of the human-rights side and of the Security Council.
        states: Where in the months each state of the record begins: ``start`` and ``key``.

    Returns:
        A dictionary of plain values: ``values``, ``classes`` (with ``count``), ``labels``,
        ``inside``, ``extent``, ``alerts``, ``rings`` (``label`` and ``count``), ``cards``,
        ``states``, ``title``, ``source``, ``note`` and ``words``.
    """
    strengths = list((alerts or {}).values())
    counts = Counter(values.values())
    return {
        "values": dict(values),
        "classes": [{**kind, "count": counts[place]} for place, kind in enumerate(classes)],
        "labels": dict(labels),
        "inside": sorted(inside) if inside is not None else None,
        "extent": None if inside is None else sorted(values),
        "alerts": dict(alerts or {}),
        "rings": [
            {"label": label, "strength": strength, "count": strengths.count(strength)}
            for strength, label in enumerate(rings, start=1)
        ],
        "title": title,
        "source": source,
        "note": " ".join([translate("boundary-note"), *notes]),
        "silent": {"label": translate("map-silent")},
        "disputed": {"label": translate("map-disputed")},
        "cards": dict(cards or {}),
        "states": [{"start": state["start"], "key": state["key"]} for state in states],
        "words": {
            "legend": legend,
            "shown": translate("map-shown", shown="{shown}", all="{all}"),
            **_words(),
        },
        "font": theme.FONT,
    }


def _words() -> dict[str, str]:
    said = {name: translate(f"map-{name}") for name in WORDS}
    return said | {"shown": translate("map-shown", shown="{shown}", all="{all}")}  # filled by the browser
