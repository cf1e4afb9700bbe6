"""What each Council did, as marks on a time axis."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

import pandas as pd

from ewdash.model.lanes import BODIES, LANES, act_class, council_of, lane_of
from ewdash.model.vocabulary import BRIEFINGS

# What a Council did not take: drafts that failed, and meetings of its members that are not its own.
NOT_TAKEN = ("draft_rejected", "veto", "arria_formula_meeting", "arria_formula_other", "informal_dialogue")
Key: TypeAlias = tuple[int, str, str]  # of a text or event: day, body, and symbol or label
RARE_CLASSES = ("special_sitting", "veto", "meeting")  # a turn in themselves, whatever they led to


def acts(actions: pd.DataFrame) -> pd.DataFrame:
    """Return the acts of one country with the lane and class in which each stands.

    Args:
        actions: Rows of `council_action` and `council_crossing`: ``date``, ``body``,
            ``action_type``, ``label``, ``symbol``, ``confidence``.

    Returns:
        The rows sorted by date plus ``council`` (whose act it is), ``act_class``, ``lane`` (the lane
        it is drawn in) and ``verified``.
    """
    pairs = list(zip(actions["body"], actions["action_type"], strict=True))
    councils, classes = [council_of(body) for body, _ in pairs], [act_class(*pair) for pair in pairs]
    return actions.assign(
        council=councils,
        act_class=classes,
        lane=[lane_of(*pair) for pair in zip(councils, classes, strict=True)],
        verified=actions["confidence"].eq("verified"),
    ).sort_values("date", kind="stable", ignore_index=True)


def turning_points(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the acts that opened or ended something, and the rare ones: sittings and vetoes.

    Args:
        rows: `acts`, with ``instrument_status``.
    """
    status_changes = rows["instrument_status"].isin(["created", "ended"])
    return rows[status_changes | rows["act_class"].isin(RARE_CLASSES)]


def taken(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the acts that a Council took: a text, a sitting or a mandate.

    A veto or a draft that failed is attention, and so is an Arria-formula meeting or an informal
    dialogue: the Council as such did nothing.

    Args:
        rows: Acts: ``action_type``.
    """
    return rows[~rows["action_type"].isin(NOT_TAKEN)]


def texts(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the first row of each text or event, which has a row for each of its effects and countries.

    Acts are counted by these rows, wherever they are counted.

    Args:
        rows: Acts: ``date``, ``body``, ``symbol``, ``label``. What has no symbol is told by its label.
    """
    return rows.take(_first(rows))


def until(rows: pd.DataFrame, at: pd.Timestamp) -> pd.DataFrame:
    """Return the rows up to a day, of rows in order of date."""
    return rows.iloc[: int(rows["date"].searchsorted(at, side="right"))]


def number(rows: pd.DataFrame) -> int:
    """Return how many `texts` rows hold."""
    return len(set(keys(rows)))


def meetings(rows: pd.DataFrame) -> pd.DataFrame:
    """Return hearings with each meeting of the Security Council once, whoever spoke in it.

    Briefings of one day on one situation are one meeting, unless their symbols say that they are two.

    Args:
        rows: Acts: ``date``, ``iso3``, ``situation``, ``action_type``, ``symbol``, ``label``,
            ``confidence``.

    Returns:
        The first row of each, with the symbol of any, their labels joined, verified where one of them
        is, and ``kinds`` (its types of act, with spaces between).
    """
    briefing = rows["action_type"].isin(BRIEFINGS)
    place = rows["iso3"].where(rows["iso3"].notna(), rows["situation"])
    same = [rows["date"], place, briefing]
    symbols = rows.groupby(same, dropna=False)["symbol"].transform("nunique")
    # A row that is no briefing, or of a day with two numbered meetings, stands for itself.
    own = pd.Series(range(len(rows)), index=rows.index)
    first = own.groupby(same, dropna=False).transform("min").where(briefing & symbols.le(1), own)
    joined = rows.assign(kinds=rows["action_type"]).groupby(first, sort=False)
    found = {
        "symbol": joined["symbol"].first(),
        "label": joined["label"].agg(lambda labels: "; ".join(dict.fromkeys(labels))),
        "confidence": joined["confidence"].max(),  # verified comes after recalled
        "kinds": joined["kinds"].agg(lambda kinds: " ".join(dict.fromkeys(kinds))),
    }
    single = rows[first.eq(own)]
    values = {name: column.loc[own[first.eq(own)]].to_numpy() for name, column in found.items()}
    return single.assign(**values).astype({"symbol": rows["symbol"].dtype})


def keys(rows: pd.DataFrame) -> list[Key]:
    """Return what tells each row's text or event from others: its day, its body, and its symbol or label.

    Args:
        rows: Acts: ``date``, ``body``, ``symbol``, ``label``. What has no symbol is told by its label.
    """
    symbols, labels = rows["symbol"].tolist(), rows["label"].tolist()
    names = [
        symbol if isinstance(symbol, str) else label for symbol, label in zip(symbols, labels, strict=True)
    ]
    return list(zip(rows["date"].to_numpy().tolist(), rows["body"].tolist(), names, strict=True))


def _first(rows: pd.DataFrame) -> list[int]:
    """Return where the first row of each text or event stands."""
    first: dict[Key, int] = {}
    for place, key in enumerate(keys(rows)):
        first.setdefault(key, place)
    return list(first.values())


def by_body(rows: pd.DataFrame) -> dict[str, int]:
    """Count `texts` by the body whose they are, in the order of bodies; those without one are left out."""
    return counted(keys(rows))


def counted(texts: Iterable[Key]) -> dict[str, int]:
    """Count texts by body, as `by_body` does, by their `keys`."""
    counts = Counter(body for _, body, _ in set(texts))
    return {body: counts[body] for group in BODIES.values() for body in group if body in counts}


def present(rows: pd.DataFrame) -> dict[str, list[str]]:
    """Return the drawn lanes and classes that hold an act, in their order.

    Both Councils keep their lane even when it is empty: that nothing is recorded is a fact to show.

    Args:
        rows: `acts`.
    """
    pairs = set(zip(rows["lane"], rows["act_class"], strict=True))
    classes = {lane: [kind for kind in kinds if (lane, kind) in pairs] for lane, kinds in LANES.items()}
    return {lane: kinds for lane, kinds in classes.items() if kinds or lane in ("hrc", "sc")}
