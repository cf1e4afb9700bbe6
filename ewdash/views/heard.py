"""When Geneva was heard in New York: meetings a year, by country, the sample beside them, and texts."""

from dataclasses import replace

import pandas as pd

from ewdash import i18n
from ewdash.analysis import responses
from ewdash.analysis.council_acts import meetings
from ewdash.charts import hearings as pictures
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model import heard
from ewdash.model.errors import CopyDamagedError, NotCoveredError
from ewdash.views import debates, record_reach
from ewdash.views.block import Block, block

FIRST_TEXTS = 1989  # before it, at most one resolution a year names anything
OWN_SIDE, RELATED = heard.SIDES
LANE = "mandates"  # of the timeline: the related mandates, a class each
CLASSES = [f"mandate_{speaker}" for speaker in heard.GROUPS[RELATED]]


def spoke(record: Record, side: str = OWN_SIDE) -> pd.DataFrame:
    """Return the rows of `sc_heard` of one side."""
    rows = record.table("sc_heard")
    return rows[rows["side"] == side]


def mandates_of(record: Record, country: str) -> pd.DataFrame:
    """Return the meetings on a country in which a related mandate spoke, in the columns of its lane.

    They stand beside the acts and are none of them.
    """
    rows = pd.concat([record.of("sc_heard", code) for code in record.places.held(country)])
    rows = rows[rows["side"] == RELATED]
    return pd.DataFrame(
        {
            "date": rows["date"],
            "body": "SG",
            "action_type": "",
            "lane": LANE,
            "act_class": [f"mandate_{speaker}" for speaker in rows["speaker"]],
            "label": rows["office"],
            "symbol": rows["symbol"],
            "instrument_status": "n/a",
            "verified": rows["confidence"].eq("verified"),
        }
    ).sort_values("date", kind="stable", ignore_index=True)


def years(record: Record, *, region: str | None, group: str | None, mandates: bool = False) -> Block:
    """Draw the formal meetings a year in which the human-rights side spoke, of all meetings held.

    The table has a row a year, ``hr_meetings`` being those of the human-rights side.

    Args:
        record: The installed tables.
        region: Not asked for: meetings held are known of all situations only.
        group: Likewise.
        mandates: Whether the Secretary-General's related mandates are drawn, in a row of their own.
    """
    del region, group
    sittings = record.table("sc_sitting_year")
    shown = heard.SIDES if mandates else (OWN_SIDE,)
    rows = pd.concat([spoke(record, side) for side in shown])
    counts = (
        rows.groupby([rows["date"].dt.year.rename("year"), "speaker"])["symbol"]
        .nunique()
        .unstack("speaker")
        .reindex(index=sittings["year"], columns=[s for side in shown for s in heard.GROUPS[side]])
        .fillna(0)
        .astype(int)
    )
    own = spoke(record).drop_duplicates("symbol")
    by_year = own["date"].dt.year.value_counts().reindex(sittings["year"], fill_value=0)
    table = pd.DataFrame({"year": sittings["year"], "hr_meetings": by_year.to_numpy()})
    table = table.assign(sittings=sittings["sittings"], **counts.reset_index(drop=True))
    most = int(by_year.max())
    return block(
        "heard-years",
        pictures.meetings(
            counts.reset_index().melt(id_vars="year", value_name="meetings"),
            sittings,
            sides={side: heard.GROUPS[side] for side in shown},
            places=5,
        ),
        table,
        record.card("sc_heard"),
        record.card("sc_sitting_year"),
        notes=(translate("heard-related"),) if mandates else (),
        meetings=len(own),
        sittings=int(sittings["sittings"].sum()),
        most=most,
        year=str(by_year.idxmax()),
        thematic=int(own["iso3"].isna().sum()),
        first=str(int(sittings["year"].min())),
        last=str(int(sittings["year"].max())),
        place=translate("scope-world"),
    )


def countries(record: Record, *, region: str | None, group: str | None, mandates: bool = False) -> Block:
    """List by country the formal meetings in which the human-rights side spoke, 1995 to 2020.

    Raises:
        NotCoveredError: If it spoke on none of the countries chosen.
    """
    places = record.places
    inside = places.within(region=region, group=group)
    rows = spoke(record)
    rows = rows[rows["iso3"].isin(inside)]
    if rows.empty:
        raise NotCoveredError(
            table=translate("section-heard"), country=places.scope_name(region=region, group=group)
        )
    table = rows.groupby("iso3").agg(
        hr_meetings=("symbol", "nunique"),
        first_heard=("date", "min"),
        last_heard=("date", "max"),
        who=("office", lambda offices: i18n.listing(sorted(set(offices)))),
    )
    if mandates:
        related = spoke(record, RELATED).groupby("iso3")["symbol"].nunique()
        table["related"] = related.reindex(table.index, fill_value=0)
    table = table.sort_values(["hr_meetings", "last_heard"], ascending=False).reset_index()
    table = table.assign(
        country=[places.name(code) for code in table["iso3"]],
        first_heard=table["first_heard"].dt.date,
        last_heard=table["last_heard"].dt.date,
    )
    columns = [
        "country",
        "hr_meetings",
        *(["related"] if mandates else []),
        "first_heard",
        "last_heard",
        "who",
    ]
    return block(
        "heard-countries",
        None,
        table[columns],
        record.card("sc_heard"),
        countries=len(table),
        scope=places.scope_name(region=region, group=group),
    )


def sample(record: Record, *, region: str | None, group: str | None, mandates: bool = False) -> Block:
    """List who was heard outside what is whole: closed and informal formats, and all meetings since 2021.

    Formal meetings of a corpus of debates that a user brought stand among them, marked as user upload.

    Args:
        record: The installed tables.
        region: M49 number or set of countries; None is the world.
        group: Regional group.
        mandates: Whether that file's meetings with a related mandate are listed, too; the record's own
            are whole for formal meetings to 2020, and not looked for elsewhere.

    Raises:
        NotCoveredError: If none is on record for the selection.
    """
    places = record.places
    columns = ["date", "iso3", "situation", "action_type", "label", "symbol", "confidence"]
    rows = pd.concat(
        [record.table(table)[columns] for table in ("council_action", "council_crossing")], ignore_index=True
    )
    rows = rows[rows["action_type"].isin(responses.HEARD) & ~rows["symbol"].isin(spoke(record)["symbol"])]
    rows = meetings(rows)
    rows = rows.assign(
        recalled=rows["confidence"].ne("verified"),
        format=[
            "; ".join(translate(f"action-{kind.replace('_', '-')}") for kind in kinds.split())
            for kinds in rows["kinds"]
        ],
        confidence=[translate(f"confidence-{value}") for value in rows["confidence"]],
        own=False,
    )
    own, notes, source = _brought(record, mandates=mandates)
    if len(own):
        rows = pd.concat([rows, own.assign(own=True, recalled=False)], ignore_index=True)
    if region is not None or group is not None:
        rows = rows[rows["iso3"].isin(places.within(region=region, group=group))]
    if rows.empty:
        raise NotCoveredError(
            table=translate("section-heard"), country=places.scope_name(region=region, group=group)
        )
    rows = rows.sort_values("date", ascending=False, kind="stable")
    table = pd.DataFrame(
        {
            "date": rows["date"].dt.date,
            "situation": [
                places.name(code) if isinstance(code, str) else situation
                for code, situation in zip(rows["iso3"], rows["situation"], strict=True)
            ],
            **{name: rows[name] for name in ("format", "label", "symbol", "confidence")},
        }
    )
    recorded = rows.loc[~rows["own"], "date"]
    later = recorded > pd.Timestamp(heard.WHOLE_TO)
    made = block(
        "heard-sample",
        None,
        table.reset_index(drop=True),
        record.card("council_crossing"),
        record.card("council_action"),
        notes=notes,
        recalled=int(rows["recalled"].sum()),
        later=int(later.sum()),
        earlier=int((~later).sum()),
        own=int(rows["own"].sum()),
        brought="yes" if source else "no",
        scope=places.scope_name(region=region, group=group),
        day=i18n.day(record_reach.ends(record)["sc"]),
    )
    return replace(made, source=" ".join(filter(None, (made.source, source))))


def _brought(record: Record, *, mandates: bool) -> tuple[pd.DataFrame, tuple[str, ...], str]:
    """Return the meetings of a corpus of debates that a user brought, what must be said, and its source.

    A file that is damaged is told, and the rest is listed without it.
    """
    try:
        note = debates.note(record)
        rows = debates.meetings(record, mandates=mandates)
        return rows, ((note,) if note else ()), debates.source(record)
    except CopyDamagedError as error:
        return pd.DataFrame(columns=debates.COLUMNS), (f"{error} {error.advice}",), ""


def texts(record: Record, *, region: str | None, group: str | None, mandates: bool = False) -> Block:
    """Draw the share of a year's resolutions that say “human rights”, and that name the human-rights side."""
    del region, group, mandates
    rows = record.table("sc_text_mention").drop_duplicates("symbol")
    rows = rows.assign(year=rows["date"].dt.year, n_human_rights=rows["n_human_rights"] > 0)
    rows = rows[rows["year"] >= FIRST_TEXTS]
    shares = rows.groupby("year").agg(
        resolutions=("symbol", "size"),
        n_human_rights=("n_human_rights", "sum"),
        names_side=("names_side", "sum"),
    )
    shares = shares.reset_index()
    words = {name: translate(f"series-{name.replace('_', '-')}") for name in pictures.TEXTS}
    first, last = shares.iloc[0], shares.iloc[-1]
    return block(
        "heard-texts",
        pictures.naming(shares, words),
        shares,
        record.card("sc_text_mention"),
        named=int(shares["names_side"].sum()),
        resolutions=int(shares["resolutions"].sum()),
        first=str(first["year"]),
        last=str(last["year"]),
        first_said=int(first["n_human_rights"]),
        first_all=int(first["resolutions"]),
        last_said=int(last["n_human_rights"]),
        last_all=int(last["resolutions"]),
        place=translate("scope-world"),
    )
