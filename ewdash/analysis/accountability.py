"""What stood before and after an investigative body of the human-rights side was created.

Sequence, never cause. Bodies are created where violence is worst, so that a fall after it is to be
expected without any of them (regression to the mean): comparable situations without one stand
beside it, and show how much of such a fall they had, too.
"""

from collections.abc import Collection, Mapping

import pandas as pd

from ewdash.analysis.vintages import most_complete
from ewdash.model.lanes import NAMED, act_class, council_of

# Types of `hrc_mechanism` that establish facts or keep evidence; a database of enterprises does not.
INVESTIGATIVE = (
    "commission_of_inquiry",
    "fact_finding_mission",
    "expert_group",
    "investigative_mechanism",
    "ohchr_mission",
    "ohchr_investigation",
    "ohchr_accountability_project",
)
MONTHS = 24  # on either side of the month of creation
MIN_SIDE = 12  # months on either side for sums to be told
YEARS = 2  # on either side of the year of creation
MIN_REGION = 5  # comparable situations of one region; with fewer the world is taken
WITHIN = (1, 3, 5)  # years after creation
ASSUMED_YEARS = 1  # that a body lives after its last text, where its end is not on record
CREATED = "_created"
LIVED = ("investigative_body_renewed", "investigative_body_ended")
# What can follow, in the order of the table -> the types of act that are it.
STEPS: dict[str, tuple[str, ...]] = {
    "heard": ("hc_briefing_to_sc", "hrc_mechanism_briefing", "arria_formula_meeting"),
    "cited": ("sc_cites_hrc", NAMED),
    "inquiry": (
        "commission_of_inquiry_created",
        "fact_finding_mission_created",
        "investigative_mechanism_created",
        "expert_group_created",
        "inquiry_created",
    ),
    "sanctions": ("sanctions_imposed", "arms_embargo"),
    "referral": ("referral_to_icc",),
    "tribunal": ("tribunal_created",),
    "investigation": ("investigation_opened",),
    "warrant": ("arrest_warrant",),
}
OF_SC = ("heard", "cited", "sanctions", "referral")  # steps of the Security Council, for the shares
_FIRST = ["date", "body", "action_type", "label", "symbol", "confidence"]


def bodies(mechanisms: pd.DataFrame, actions: pd.DataFrame) -> pd.DataFrame:
    """Return the investigative bodies of the human-rights side, each once, oldest first.

    Args:
        mechanisms: `hrc_mechanism`.
        actions: Acts: ``iso3``, ``date``, ``body``, ``action_type``, ``symbol``, ``label``,
            ``confidence``, ``instrument_status``.

    Returns:
        ``key`` (end of the symbol of its creation, lower case), ``iso3``, ``mechanism``, ``body``,
        ``created``, ``symbol``, ``ended`` (NaT: alive), ``known`` (whether the end is on record
        rather than a year after the last text) and ``confidence``. An act that created one and
        stands in no row of ``mechanisms`` counts with its label as name.
    """
    rows = mechanisms[mechanisms["type"].isin(INVESTIGATIVE)]
    last = rows[["established", "renewed"]].max(axis=1) + pd.DateOffset(years=ASSUMED_YEARS)
    active = rows["status"].eq("active")
    known = rows["ended"].notna() | active
    named = rows.assign(
        created=rows["established"],
        symbol=rows["established_by"],
        ended=rows["ended"].where(known, last),
        known=known,
    )
    acts = actions[_creations(actions) & actions["body"].map(council_of).eq("hrc")].dropna(
        subset=["iso3", "symbol"]
    )
    on_record = set(zip(named["iso3"], named["symbol"], strict=True))
    new = [pair not in on_record for pair in zip(acts["iso3"], acts["symbol"], strict=True)]
    extra = acts[pd.Series(new, index=acts.index, dtype=bool)].drop_duplicates(["iso3", "symbol"])
    extra = extra.assign(
        mechanism=extra["label"],
        created=extra["date"],
        ended=extra["date"] + pd.DateOffset(years=ASSUMED_YEARS),
        known=False,
    )
    columns = ["iso3", "mechanism", "body", "created", "symbol", "ended", "known", "confidence"]
    out = pd.concat([part[columns] for part in (named, extra) if len(part)] or [named[columns]])
    key = out["symbol"].str.extract(r"(?:RES|DEC)/(.+)$")[0].fillna(out["symbol"])
    out.insert(0, "key", key.str.lower().str.replace("/", "-"))
    return out.sort_values(["created", "iso3", "symbol"], ignore_index=True)


def _creations(actions: pd.DataFrame) -> pd.Series:
    """Tell which acts of any organ created an investigative body."""
    pairs = zip(actions["body"], actions["action_type"], strict=True)
    found = [
        kind.endswith(CREATED)
        and kind != "tribunal_created"
        and act_class(body, kind) in ("investigation", "accountability", "assembly_secretariat")
        and kind != "institution_created"
        for body, kind in pairs
    ]
    return pd.Series(found, index=actions.index, dtype=bool)


def spans(investigative: pd.DataFrame, actions: pd.DataFrame) -> pd.DataFrame:
    """Return when each place had an investigative body of any organ.

    Args:
        investigative: `bodies`.
        actions: Acts, as in `bodies`.

    Returns:
        ``iso3``, ``start`` and ``end`` (NaT: alive). Of bodies of other organs the end is taken to be
        a year after the last text on record, by which an organ created, renewed or wound up a
        body: a text that winds one up lets it live on for months. A renewal belongs to the body that its
        organ created last on the place. Every place under which the text of a creation stands has the
        body, too.
    """
    own = investigative.rename(columns={"created": "start", "ended": "end"})
    columns = ["iso3", "start", "end", "symbol"]
    found = pd.concat([own[columns], _of_others(actions)[columns]], ignore_index=True)
    filed = actions[["symbol", "iso3"]].dropna().drop_duplicates()
    under = found.drop(columns="iso3").dropna(subset=["symbol"]).merge(filed, on="symbol")
    every = pd.concat([found, under], ignore_index=True)
    return every[["iso3", "start", "end"]].drop_duplicates(ignore_index=True)


def under_text(actions: pd.DataFrame, symbol: object) -> list[str]:
    """Return the places (iso3) under which a text stands in the record of acts; none without a symbol."""
    if not isinstance(symbol, str):
        return []
    return sorted(set(actions.loc[actions["symbol"].eq(symbol), "iso3"].dropna()))


def _of_others(actions: pd.DataFrame) -> pd.DataFrame:
    """Return the bodies of other organs: ``iso3``, ``symbol`` of the creation, ``start`` and ``end``."""
    creates = _creations(actions)
    texts = actions.assign(creates=creates)[creates | actions["action_type"].isin(LIVED)]
    texts = texts[texts["body"].map(council_of).ne("hrc")].dropna(subset=["iso3"])
    texts = texts.sort_values("date", kind="stable")
    life = texts.groupby(["iso3", "body"])["creates"].cumsum()
    lives = texts.groupby(["iso3", "body", life.rename("life")])
    out = lives.agg(symbol=("symbol", "first"), start=("date", "min"), end=("date", "max")).reset_index()
    return out.assign(end=out["end"] + pd.DateOffset(years=ASSUMED_YEARS))


def around(months: pd.DataFrame, created: pd.Timestamp, *, until: pd.Timestamp) -> pd.DataFrame:
    """Return the months around a creation, in the one vintage that its month stands in.

    Args:
        months: One place of `vintages.series`: each month is read in its most complete vintage.
        created: The day of creation.
        until: The last month that is looked at.

    Returns:
        ``offset`` (months since that of creation), ``month``, ``vintage``, ``deaths_dated`` and
        ``deaths_civilians`` (people): at most `MONTHS` on either side, cut where the record ends
        or its vintage changes; no row where the month itself is not on record.
    """
    columns = ["offset", "month", "vintage", "deaths_dated", "deaths_civilians"]
    start = created.to_period("M").to_timestamp()
    rows = most_complete(months[months["month"] <= until], ["month"]) if len(months) else months
    rows = rows.assign(offset=_months(rows["month"]) - _month(start))
    rows = rows[rows["offset"].between(-MONTHS, MONTHS)].sort_values("offset", kind="stable")
    at = rows[rows["offset"] == 0]
    if at.empty:
        return rows.reindex(columns=columns).iloc[:0]
    rows = rows[rows["vintage"] == at["vintage"].iloc[0]]
    # Only the run of months that holds the creation: a gap or another vintage ends it.
    run = (rows["offset"].diff().ne(1)).cumsum()
    run_of = run[rows["offset"] == 0].iloc[0]
    kept: pd.DataFrame = rows.loc[run == run_of, columns]
    return kept.reset_index(drop=True)


def _months(days: pd.Series) -> pd.Series:
    months: pd.Series = days.dt.year * 12 + days.dt.month
    return months


def _month(day: pd.Timestamp) -> int:
    return day.year * 12 + day.month


def comparable(
    stages: pd.DataFrame,
    occupied: pd.DataFrame,
    months: pd.DataFrame,
    window: pd.DataFrame,
    *,
    place: str,
    shared: Collection[str] = (),
    regions: Mapping[str, str],
) -> tuple[pd.DataFrame, str]:
    """Return situations in the same stage, without an investigative body in two years on either side.

    One month stands for each place: of those in the same stage, vintage and decade whose
    months are on record over the whole window, the one nearest to the month of creation (the earlier
    of two equally near). The place itself is left out.

    Args:
        stages: `signals_at.of_each_month`.
        occupied: `spans`, under the place where deaths are filed.
        months: `vintages.series` of all places.
        window: `around`.
        place: Where the deaths of the situation are filed.
        shared: Places under which the text of the creation stands, too (`under_text`): left out at any time.
        regions: iso3 -> M49 region.

    Returns:
        ``iso3`` and ``month`` of each, and whether they are of the same ``region`` or, where there
        are fewer than `MIN_REGION`, of the ``world``; ``none`` where the situation has no stage.
    """
    columns = ["iso3", "month"]
    at = window[window["offset"] == 0]
    own = stages[(stages["iso3"] == place) & stages["month"].isin(at["month"])]
    if at.empty or own.empty:
        return stages.reindex(columns=columns).iloc[:0], "none"
    month, vintage = at["month"].iloc[0], at["vintage"].iloc[0]
    pool = stages[
        (stages["stage"] == own["stage"].iloc[0])
        & (stages["vintage"] == vintage)
        & (stages["month"].dt.year // 10 == month.year // 10)
        & ~stages["iso3"].isin([place, *shared])
    ]
    pool = pool[columns].reset_index(drop=True)
    pool = pool[~_near(pool, occupied) & _whole(pool, months[months["vintage"] == vintage], window)]
    apart = (_months(pool["month"]) - _month(month)).abs()
    nearest = pool.assign(apart=apart).sort_values(["iso3", "apart", "month"]).drop_duplicates("iso3")
    same = nearest["iso3"].map(regions).eq(regions.get(place, ""))
    enough = int(same.sum()) >= MIN_REGION
    chosen = nearest[same] if enough else nearest
    return chosen[columns].reset_index(drop=True), "region" if enough else "world"


def _near(pool: pd.DataFrame, occupied: pd.DataFrame) -> pd.Series:
    """Tell which months have an investigative body within `MONTHS` on either side."""
    pairs = pool.reset_index().merge(occupied, on="iso3")
    month = _months(pairs["month"])
    begins = _months(pairs["start"]) <= month + MONTHS
    lasts = pairs["end"].isna() | (_months(pairs["end"].fillna(pairs["month"])) >= month - MONTHS)
    return pd.Series(pool.index.isin(pairs.loc[begins & lasts, "index"]), index=pool.index)


def _whole(pool: pd.DataFrame, months: pd.DataFrame, window: pd.DataFrame) -> pd.Series:
    """Tell which months have a record over the whole window around them."""
    ends = months.groupby("iso3")["month"].agg(["min", "max"])
    month = _months(pool["month"])
    first = month + int(window["offset"].min()) >= _months(pool["iso3"].map(ends["min"]))
    return first & (month + int(window["offset"].max()) <= _months(pool["iso3"].map(ends["max"])))


def aligned(months: pd.DataFrame, cases: pd.DataFrame, window: pd.DataFrame) -> pd.DataFrame:
    """Return the deaths of comparable situations, month by month, on the matching month.

    Args:
        months: `vintages.series` of all places.
        cases: `comparable`.
        window: `around`.

    Returns:
        ``iso3``, ``offset`` and ``deaths_dated`` (people), of the offsets of the window.
    """
    columns = ["iso3", "offset", "deaths_dated"]
    if cases.empty:
        return pd.DataFrame({name: pd.Series(dtype=object) for name in columns})
    rows = months[(months["vintage"] == window["vintage"].iloc[0]) & months["iso3"].isin(cases["iso3"])]
    matching = rows["iso3"].map(cases.set_index("iso3")["month"])
    rows = rows.assign(offset=_months(rows["month"]) - _months(matching))
    kept: pd.DataFrame = rows.loc[rows["offset"].isin(window["offset"]), columns]
    return kept.reset_index(drop=True)


def band(cases: pd.DataFrame) -> pd.DataFrame:
    """Return the median and quartiles of comparable situations by month.

    Args:
        cases: `aligned`.

    Returns:
        ``offset``, ``low``, ``median``, ``high`` (deaths) and ``cases`` (situations with a number).
    """
    known = cases.dropna(subset=["deaths_dated"]).astype({"deaths_dated": float})
    grouped = known.groupby("offset")["deaths_dated"]
    quarters = {"low": 0.25, "median": 0.5, "high": 0.75}
    out = pd.DataFrame({name: grouped.quantile(share) for name, share in quarters.items()})
    return out.assign(cases=grouped.size()).rename_axis("offset").reset_index()


def halves(window: pd.DataFrame, cases: pd.DataFrame) -> dict[str, int]:
    """Return deaths before and after, over equally many months, and how many comparable ones fell.

    Args:
        window: `around`.
        cases: `aligned`.

    Returns:
        ``months`` (on each side; the month of creation belongs to neither), ``before``, ``after``;
        ``cases`` and ``fewer`` (of them, those with fewer deaths after); empty where a side has
        fewer than `MIN_SIDE` months or a number is not known.
    """
    months = int(min(-window["offset"].min(), window["offset"].max())) if len(window) else 0
    own = _sums(window.assign(iso3=""), months)
    if months < MIN_SIDE or own.empty:
        return {}
    others = _sums(cases, months)
    return {
        "months": months,
        "before": int(own["before"].iloc[0]),
        "after": int(own["after"].iloc[0]),
        "cases": len(others),
        "fewer": int((others["after"] < others["before"]).sum()),
    }


def _sums(rows: pd.DataFrame, months: int) -> pd.DataFrame:
    """Return the sums of each place over so many months before and after, where all are known."""
    known = rows.dropna(subset=["deaths_dated"]).astype({"deaths_dated": float})
    spans_of = {"before": known["offset"].between(-months, -1), "after": known["offset"].between(1, months)}
    sides = {name: known[inside].groupby("iso3")["deaths_dated"] for name, inside in spans_of.items()}
    whole = {name: side.sum()[side.size() == months] for name, side in sides.items()}
    return pd.DataFrame(whole).dropna()


def rights_around(values: pd.DataFrame, created: pd.Timestamp) -> pd.DataFrame:
    """Return rights indices from two years before to two after the year of creation.

    Args:
        values: One place and release of `rights_year`: ``year``, ``indicator``, ``value``.
        created: The day of creation.

    Returns:
        The rows with ``offset`` (years); a year that is not coded has none.
    """
    rows = values.assign(offset=values["year"] - created.year)
    return rows[rows["offset"].between(-YEARS, YEARS)].sort_values(["indicator", "offset"])


def firsts(investigative: pd.DataFrame, actions: pd.DataFrame) -> pd.DataFrame:
    """Return for each body and step the first act after its creation, and the last before it.

    An act counts where it is on the same place, whether or not it speaks of the body.

    Args:
        investigative: `bodies`.
        actions: Acts and crossings, as in `bodies`.

    Returns:
        One row per body and `STEPS`: ``key``, ``iso3``, ``created``, ``step``; ``date``, ``body``,
        ``action_type``, ``label``, ``symbol``, ``confidence`` of the first act on or after the day
        (NA where none is on record), ``days`` to it, and ``earlier`` (the last before the day, NaT
        where none). Of inquiries those of other organs count.
    """
    starts = investigative[["key", "iso3", "created"]].sort_values("created", kind="stable")
    starts = starts.astype({"created": "datetime64[ns]"})
    parts = []
    for step, kinds in STEPS.items():
        acts = actions[actions["action_type"].isin(kinds)].dropna(subset=["iso3", "date"])
        if step == "inquiry":
            acts = acts[acts["body"].map(council_of).ne("hrc")]
        # An embargo renewed is nothing new; sanctions that are not new are widened.
        again = acts["action_type"].eq("arms_embargo") & acts["instrument_status"].eq("renewed")
        acts = acts[~again]
        acts = acts[["iso3", *_FIRST]].sort_values("date", kind="stable").astype({"date": "datetime64[ns]"})
        acts = acts.astype({"iso3": starts["iso3"].dtype})
        joined = pd.merge_asof(
            starts, acts, left_on="created", right_on="date", by="iso3", direction="forward"
        )
        before = pd.merge_asof(
            starts,
            acts[["iso3", "date"]].rename(columns={"date": "earlier"}),
            left_on="created",
            right_on="earlier",
            by="iso3",
            allow_exact_matches=False,
        )
        days = (joined["date"] - joined["created"]).dt.days.astype("Int64")
        parts.append(joined.assign(step=step, days=days, earlier=before["earlier"]))
    columns = ["key", "iso3", "created", "step", *_FIRST, "days", "earlier"]
    out = pd.concat(parts, ignore_index=True)[columns]
    order = {step: place for place, step in enumerate(STEPS)}
    return out.sort_values(
        ["created", "iso3", "key", "step"],
        key=lambda column: column.map(order) if column.name == "step" else column,
        ignore_index=True,
    )


def presented(reports: pd.DataFrame, sessions: pd.DataFrame) -> pd.DataFrame:
    """Return reports with the day on which each came before the Human Rights Council.

    Args:
        reports: `mechanism_report`.
        sessions: `session`.

    Returns:
        The rows with ``date``: the session's first day, or that of issue where it is later, oldest
        first.
    """
    opened = reports["session"].map(sessions.set_index("session")["start"])
    late = reports["issued"].notna() & (reports["issued"] > opened)
    return reports.assign(date=opened.where(~late, reports["issued"])).sort_values(
        ["date", "symbol"], ignore_index=True
    )


def confidence_of(actions: pd.DataFrame, *, iso3: str, symbol: object, day: pd.Timestamp, step: str) -> str:
    """Return how sure the act is that created, renewed or ended a body: recalled where none is on record.

    Args:
        actions: Acts of any confidence, as in `bodies`.
        iso3: The body's place.
        symbol: The act's; an end may have none.
        day: The act's.
        step: ``created``, ``renewed`` or ``ended``. That a text of the symbol was adopted does not say
            that it did so: only acts of that kind count. An end without such an act is as sure
            as the one that created the body which took its place on that day.
    """
    here = actions[actions["iso3"].eq(iso3)]
    of_symbol = here["symbol"].eq(symbol) if isinstance(symbol, str) else here["symbol"].isna() & False
    if step == "created":
        choices = [of_symbol & _creations(here)]
    else:
        choices = [(of_symbol | here["date"].eq(day)) & here["action_type"].str.endswith(f"_{step}")]
    if step == "ended":
        choices.append(here["date"].eq(day) & _creations(here))
    for choice in choices:
        found = here.loc[choice, "confidence"]
        if len(found):
            return "verified" if found.eq("verified").any() else "recalled"
    return "recalled"


def shares(steps: pd.DataFrame, *, until: Mapping[str, pd.Timestamp]) -> pd.DataFrame:
    """Return the share of bodies that each step of the Security Council followed within 1, 3 and 5 years.

    Args:
        steps: `firsts`, of verified acts.
        until: Step -> the last day up to which its acts are on record as a whole.

    Returns:
        ``step`` (`OF_SC`), ``years``, ``cases`` (bodies whose so many years after their creation
        lie before that day), ``followed`` and ``share``; no row without a case.
    """
    out = []
    for years in WITHIN:
        over = steps["created"] + pd.DateOffset(years=years)
        for step in OF_SC:
            rows = steps[(steps["step"] == step) & over.le(until[step])]
            if len(rows):
                followed = int((rows["date"] <= rows["created"] + pd.DateOffset(years=years)).sum())
                out.append((step, years, len(rows), followed, followed / len(rows)))
    return pd.DataFrame(out, columns=["step", "years", "cases", "followed", "share"])
