"""What was used in situations like one: precedents, counted and named, never prescribed."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ewdash.analysis.council_acts import meetings
from ewdash.model.lanes import act_class, council_of
from ewdash.model.vocabulary import BRIEFINGS

# Classes of act that are instruments; texts and first meetings are not one of their kind.
INSTRUMENTS = {
    "hrc": ("special_sitting", "investigation", "country_mandate", "technical_cooperation"),
    "sc": ("peace_operation", "sanctions", "accountability", "briefing", "arria"),
}
MIN_MONTHS = 3  # months in a stage before it counts as an episode
# Work formats of resolution 45/31, paragraph 7 -> the acts that are one. Two have no kind of act in the
# record: nothing can be counted of them.
FORMATS: dict[str, tuple[str, ...]] = {
    "special_session": ("special_session",),
    "urgent_debate": ("urgent_debate",),
    "enhanced_dialogue": (),
    "briefing": BRIEFINGS,
    "item10": ("item10_technical_cooperation",),
    "good_offices": (),
}
MIN_EPISODES = 10  # of a region; with fewer, those of the world are counted
MIN_CASES = 5  # with fewer, cases are told by name instead of a median
RANGE = (0.1, 0.9)  # quantiles of the days between which eight in ten lie
ATTENTION = 365  # days before an episode in which an act is earlier attention
DEBATE_DAYS = 10  # days after an urgent debate within which a text is taken for its own
SESSION = r"/(S-\d+)$"  # the symbol of a special session ends so, and its texts hold it


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
    firsts = inside(spells, acts).groupby(["stage", "council", "act_class", "spell"])["days"].min()
    out = firsts.groupby(["stage", "council", "act_class"]).agg(["size", "median"]).reset_index()
    out = out.rename(columns={"size": "used"})
    return out.assign(of=out["stage"].map(spells.groupby("stage").size()))


def inside(spells: pd.DataFrame, acts: pd.DataFrame) -> pd.DataFrame:
    """Return the acts that fall into an episode of their situation.

    Args:
        spells: `episodes`.
        acts: ``iso3``, ``date`` and what else an act has.

    Returns:
        The acts with the episode's ``stage``, ``start`` and ``end``, its number ``spell``, and ``days``
        from its start; an act in none is left out.
    """
    of_country: dict[str, list[int]] = {}
    for number, code in enumerate(spells["iso3"].tolist()):
        of_country.setdefault(code, []).append(number)
    starts, ends, dates = (
        column.to_numpy().astype("datetime64[ns]").astype(int).tolist()
        for column in (spells["start"], spells["end"], acts["date"])
    )
    pairs = [
        (place, number)
        for place, (code, day) in enumerate(zip(acts["iso3"].tolist(), dates, strict=True))
        for number in of_country.get(code, ())
        if starts[number] <= day <= ends[number]
    ]
    places, numbers = np.array(pairs, dtype=int).reshape(-1, 2).T
    episode = {name: spells[name].array[numbers] for name in spells.columns if name != "iso3"}
    joined = acts.take(places).reset_index(drop=True).assign(**episode, spell=numbers)
    return joined.assign(days=(joined["date"] - joined["start"]).dt.days)


def attention(actions: pd.DataFrame) -> dict[str, np.ndarray]:
    """Return the days on which the human-rights side acted on each situation, in order.

    Args:
        actions: ``iso3``, ``date``, ``body``.
    """
    acts = actions.loc[actions["body"].map(council_of).eq("hrc"), ["iso3", "date"]].dropna()
    return {
        str(code): np.sort(days.to_numpy().astype("datetime64[D]"))
        for code, days in acts.groupby("iso3")["date"]
    }


def had_attention(days: np.ndarray | None, start: pd.Timestamp) -> bool:
    """Tell whether an act was in the year before a day; one on the day itself is none before.

    Args:
        days: A situation's of `attention`; None where it has none.
        start: The day.
    """
    if days is None:
        return False
    day = start.to_datetime64().astype("datetime64[D]")
    first, last = np.searchsorted(days, [day - np.timedelta64(ATTENTION, "D"), day])
    return bool(last > first)


def with_attention(spells: pd.DataFrame, acted: Mapping[str, np.ndarray]) -> pd.DataFrame:
    """Return the episodes with whether the human-rights side had acted in the year before each.

    Args:
        spells: `episodes`.
        acted: `attention`.

    Returns:
        ``spells`` with ``held`` (bool).
    """
    pairs = zip(spells["iso3"], spells["start"], strict=True)
    held = [had_attention(acted.get(code), start) for code, start in pairs]
    return spells.assign(held=np.array(held, dtype=bool))


def known_by(spells: pd.DataFrame, *, until: pd.Timestamp, country: str) -> pd.DataFrame:
    """Return the episodes that were known on a day, without the one that a situation is in.

    Args:
        spells: `episodes`.
        until: The day. An episode that runs on ends here, and is none before its third month.
        country: The situation asked about, whose own last episode is not a precedent for itself.
    """
    start, end = spells["start"].to_numpy(), spells["end"].to_numpy()
    last = min(until, spells["end"].max()).to_datetime64()
    present = spells["iso3"].eq(country).to_numpy() & (end >= last)
    end = np.minimum(end, until.to_datetime64())
    lasted = (end.astype("datetime64[M]") - start.astype("datetime64[M]")).astype(int) + 1
    known = (start <= until.to_datetime64()) & ~present & (lasted >= MIN_MONTHS)
    kept: pd.DataFrame = spells.assign(end=end)[known].reset_index(drop=True)
    return kept


def alike(
    spells: pd.DataFrame, *, stage: int, held: bool, region: Collection[str]
) -> tuple[pd.DataFrame, bool]:
    """Return the episodes like a situation: its stage, its earlier attention, its region.

    Args:
        spells: `with_attention`.
        stage: The situation's stage.
        held: Whether the human-rights side had acted on it in the year before.
        region: Codes of its region.

    Returns:
        The episodes, and whether they are the region's: with fewer than `MIN_EPISODES` there, those
        of the world.
    """
    same = spells["stage"].eq(stage) & spells["held"].eq(held)
    near = same & spells["iso3"].isin(region)
    return (spells[near], True) if near.sum() >= MIN_EPISODES else (spells[same], False)


def uses(actions: pd.DataFrame) -> pd.DataFrame:
    """Return each use of a work format on a situation, with the text that came of it.

    A special session's texts bear its number. An urgent debate's is the text of its own symbol, or the
    first text on the situation within `DEBATE_DAYS`. A text under item 10 is its own. A briefing has none,
    and two of one meeting are one use.

    Args:
        actions: Acts and crossings: ``iso3``, ``situation``, ``date``, ``body``, ``action_type``,
            ``symbol``, ``label``, ``confidence``.

    Returns:
        One row per use and text: ``format``, ``iso3``, ``date``, ``symbol``, ``label``, ``confidence``
        and ``text`` (symbol; NA where none is on record), oldest first.
    """
    kinds = {kind: name for name, types in FORMATS.items() for kind in types}
    rows = actions.dropna(subset=["iso3", "date"])
    rows = meetings(rows.assign(format=rows["action_type"].map(kinds)).dropna(subset=["format"]))
    texts = actions[actions["symbol"].str.contains("/(?:RES|DEC|PRST)/", na=False)]
    of_session = texts.assign(number=texts["symbol"].str.extract(r"/(S-\d+)/", expand=False))
    of_session = of_session.assign(organ=of_session["symbol"].str.split("/").str[:2].str.join("/"))
    of_session = of_session.dropna(subset=["number"]).drop_duplicates("symbol")
    symbol = rows["symbol"].astype("str")
    rows = rows.assign(
        number=symbol.str.extract(SESSION, expand=False), organ=symbol.str.split("/").str[:2].str.join("/")
    )
    columns = {"symbol": "text"}
    rows = rows.merge(
        of_session[["organ", "number", "symbol"]].rename(columns=columns), on=["organ", "number"], how="left"
    )
    own = rows["format"].isin(["urgent_debate", "item10"])
    rows["text"] = rows["text"].where(~own, rows["symbol"])
    debates = rows["format"].eq("urgent_debate") & rows["text"].isna()
    after = [_text_after(row, texts) for row in rows[debates][["iso3", "date"]].to_dict("records")]
    rows.loc[debates, "text"] = pd.Series(after, index=rows.index[debates], dtype=rows["text"].dtype)
    keys = ["format", "iso3", "date", "symbol", "label", "confidence", "text"]
    named = rows["symbol"].where(rows["symbol"].notna(), rows["label"])
    first = ~pd.DataFrame(
        {
            "format": rows["format"],
            "iso3": rows["iso3"],
            "date": rows["date"],
            "of": named,
            "text": rows["text"],
        }
    ).duplicated()
    return rows.loc[first, keys].sort_values("date", kind="stable", ignore_index=True)


def _text_after(debate: dict[Hashable, Any], texts: pd.DataFrame) -> object:
    """Return the first text of the Human Rights Council on a situation soon after a debate, or NA."""
    days = (texts["date"] - debate["date"]).dt.days
    near = texts[texts["iso3"].eq(debate["iso3"]) & texts["body"].eq("HRC") & days.between(0, DEBATE_DAYS)]
    return near.sort_values("date", kind="stable")["symbol"].iloc[0] if len(near) else pd.NA


@dataclass(frozen=True)
class Cell:
    """In how many episodes a format was used, and after how long."""

    used: int
    of: int  # episodes
    median: int | None  # days to the first use in an episode; None where fewer than `MIN_CASES` had one
    low: int | None
    high: int | None


def cells(spells: pd.DataFrame, used: pd.DataFrame) -> dict[str, Cell]:
    """Return, for each format with a kind of act in the record, its uses in episodes.

    Args:
        spells: The episodes counted.
        used: `inside` of them: ``format``, ``spell``, ``days``.
    """
    first: dict[str, dict[int, int]] = {name: {} for name, types in FORMATS.items() if types}
    for name, spell, day in zip(used["format"], used["spell"].tolist(), used["days"].tolist(), strict=True):
        first[name][spell] = min(day, first[name].get(spell, day))
    return {name: _cell([*soonest.values()], len(spells)) for name, soonest in first.items()}


def _cell(days: list[int], of: int) -> Cell:
    if len(days) < MIN_CASES:
        return Cell(len(days), of, None, None, None)
    middle, low, high = np.quantile(days, [0.5, *RANGE]).round().astype(int).tolist()
    return Cell(len(days), of, middle, low, high)
