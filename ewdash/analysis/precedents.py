"""What each Council has used at each stage: precedents, counted, never prescribed."""

import pandas as pd

from ewdash.model.lanes import act_class, council_of

# Classes of act that are instruments; texts and first meetings are not one of their kind.
INSTRUMENTS = {
    "hrc": ("special_sitting", "investigation", "country_mandate", "technical_cooperation"),
    "sc": ("peace_operation", "sanctions", "accountability", "briefing", "arria"),
}
MIN_MONTHS = 3  # months in a stage before it counts as an episode


def episodes(signals: pd.DataFrame, *, first: str) -> pd.DataFrame:
    """Return the stretches that situations spent in one stage, final record only.

    Args:
        signals: `signal_month`.
        first: First month from which an episode may begin.

    Returns:
        ``iso3``, ``stage``, ``start`` and ``end`` (last day); stretches under three months are
        left out.
    """
    rows = signals[(signals["vintage"] == "final") & signals["stage"].notna()].sort_values(["iso3", "month"])
    run = (rows["stage"].ne(rows["stage"].shift()) | rows["iso3"].ne(rows["iso3"].shift())).cumsum()
    spells = rows.groupby(run).agg(
        iso3=("iso3", "first"), stage=("stage", "first"), start=("month", "first"), end=("month", "last")
    )
    spells["months"] = rows.groupby(run).size()
    spells = spells[(spells["months"] >= MIN_MONTHS) & (spells["start"] >= first)]
    return (
        spells.assign(end=spells["end"] + pd.offsets.MonthEnd(0))
        .drop(columns="months")
        .reset_index(drop=True)
    )


def counts(spells: pd.DataFrame) -> dict[int, int]:
    """Return how many episodes each stage holds, in order of stage."""
    sizes = spells["stage"].astype(int).value_counts().sort_index()
    return dict(zip(sizes.index.tolist(), sizes.tolist(), strict=True))


def instruments(spells: pd.DataFrame, actions: pd.DataFrame) -> pd.DataFrame:
    """Return, per stage and instrument, in how many episodes it was used and how soon.

    Args:
        spells: `episodes`.
        actions: ``iso3``, ``date``, ``body``, ``action_type``.

    Returns:
        ``stage``, ``council``, ``act_class``, ``used`` (episodes with the instrument), ``of``
        (episodes in the stage) and ``median`` (days from the episode's start to its first use).
    """
    pairs = list(zip(actions["body"], actions["action_type"], strict=True))
    acts = actions.assign(
        council=[council_of(body) for body, _ in pairs], act_class=[act_class(*pair) for pair in pairs]
    )
    index = pd.MultiIndex.from_tuples(
        [(council, kind) for council, kinds in INSTRUMENTS.items() for kind in kinds]
    )
    acts = acts[pd.MultiIndex.from_frame(acts[["council", "act_class"]]).isin(index)]
    numbered = spells.assign(spell=range(len(spells)))
    inside = acts.merge(numbered, on="iso3")
    inside = inside[inside["date"].between(inside["start"], inside["end"])]
    inside = inside.assign(days=(inside["date"] - inside["start"]).dt.days)
    firsts = inside.groupby(["stage", "council", "act_class", "spell"])["days"].min()
    out = firsts.groupby(["stage", "council", "act_class"]).agg(["size", "median"]).reset_index()
    out = out.rename(columns={"size": "used"})
    return out.assign(of=out["stage"].map(spells.groupby("stage").size()))
