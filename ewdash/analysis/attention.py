"""What each Council did, as marks on a time axis."""

import pandas as pd

from ewdash.model.lanes import CLASSES, class_of, lane_of


def acts(actions: pd.DataFrame) -> pd.DataFrame:
    """Return the acts of one country with the lane and class in which each stands.

    Args:
        actions: Rows of `council_action` and `council_crossing`: ``date``, ``body``,
            ``action_type``, ``label``, ``symbol``, ``confidence``.

    Returns:
        The rows sorted by date plus ``lane``, ``class_`` and ``verified``.
    """
    pairs = list(zip(actions["body"], actions["action_type"], strict=True))
    return actions.assign(
        lane=[lane_of(body) for body, _ in pairs],
        class_=[class_of(body, kind) for body, kind in pairs],
        verified=actions["confidence"].eq("verified"),
    ).sort_values("date", kind="stable", ignore_index=True)


def resolutions(actions: pd.DataFrame) -> int:
    """Count resolutions: distinct symbols, because one text has a row for each of its effects."""
    texts = actions["symbol"].dropna()
    return int(texts[texts.str.contains("/RES/")].nunique())


def present(done: pd.DataFrame) -> dict[str, list[str]]:
    """Return the lanes and classes that hold an act, in their order.

    Both Councils keep their lane even when it is empty: that nothing is recorded is a fact to show.

    Args:
        done: `acts`.
    """
    found = {
        lane: [kind for kind in kinds if ((done["lane"] == lane) & (done["class_"] == kind)).any()]
        for lane, kinds in CLASSES.items()
    }
    return {lane: kinds for lane, kinds in found.items() if kinds or lane in ("hrc", "sc")}
