"""A mechanism could seem to have worked because two kinds of figures, or two situations, were mixed."""

import pandas as pd
import pytest

from ewdash.analysis import accountability, signals_at
from ewdash.signals import standing
from tests.reading import installed

RECORD = installed()
CREATED = pd.Timestamp("2011-03-15")


def months(iso3="AAA", first="2009-01-01", deaths=(0,) * 60, vintage="final"):
    """Return `vintages.series` of one place: a month for each number."""
    return pd.DataFrame(
        {
            "iso3": iso3,
            "month": pd.date_range(first, periods=len(deaths), freq="MS"),
            "vintage": vintage,
            "deaths_dated": pd.array(deaths, dtype="Int64"),
            "deaths_civilians": pd.array(deaths, dtype="Int64"),
        }
    )


def acts(*rows):
    """Return acts from (date, iso3, body, type)."""
    frame = pd.DataFrame(rows, columns=["date", "iso3", "body", "action_type"])
    return frame.assign(
        date=pd.to_datetime(frame["date"]).astype("datetime64[us]"),
        label=frame["action_type"] + frame["date"],
        symbol="A/HRC/RES/16/9",
        confidence="verified",
        instrument_status="created",
    )


def mechanism(**changes):
    """Return one row of `hrc_mechanism`."""
    row = {
        "mechanism": "Commission on Aaa",
        "iso3": "AAA",
        "type": "commission_of_inquiry",
        "body": "HRC",
        "established": CREATED,
        "established_by": "A/HRC/RES/S-16/1",
        "renewed": pd.NaT,
        "ended": pd.NaT,
        "status": "active",
        "confidence": "verified",
    }
    return pd.DataFrame([row | changes]).astype(
        dict.fromkeys(("established", "renewed", "ended"), "datetime64[us]")
    )


NO_ACTS = acts(("2000-01-01", "ZZZ", "HRC", "resolution")).iloc[:0]
BODIES = accountability.bodies(mechanism(), NO_ACTS)


def test_a_rapporteur_is_no_investigative_body_and_an_act_alone_is_one():
    created = acts(("2011-05-01", "BBB", "HRC", "fact_finding_mission_created"))
    rows = accountability.bodies(mechanism(type="special_rapporteur"), created)
    assert rows["iso3"].tolist() == ["BBB"]
    assert rows["key"].tolist() == ["16-9"]
    assert rows["known"].tolist() == [False]


def test_the_act_that_created_a_body_does_not_make_it_twice():
    created = acts(("2011-03-15", "AAA", "HRC", "commission_of_inquiry_created"))
    rows = accountability.bodies(mechanism(), created.assign(symbol="A/HRC/RES/S-16/1"))
    assert len(rows) == 1
    assert rows["key"].tolist() == ["s-16-1"]


def test_a_body_whose_end_is_not_on_record_is_taken_to_live_a_year_after_its_last_text():
    rows = accountability.bodies(mechanism(status="ended", renewed=pd.Timestamp("2013-03-22")), NO_ACTS)
    assert rows["ended"].tolist() == [pd.Timestamp("2014-03-22")]
    assert BODIES["ended"].isna().all()


def test_the_months_around_are_twenty_four_on_either_side():
    window = accountability.around(months(), CREATED, until=pd.Timestamp("2030-01-01"))
    assert window["offset"].tolist() == list(range(-24, 25))
    assert window.loc[window["offset"] == 0, "month"].tolist() == [pd.Timestamp("2011-03-01")]


def test_a_preliminary_month_never_continues_a_final_one():
    both = pd.concat(
        [months(deaths=(1,) * 30), months(first="2011-07-01", deaths=(9,) * 30, vintage="candidate")]
    )
    window = accountability.around(both, CREATED, until=pd.Timestamp("2030-01-01"))
    assert window["offset"].max() == 3
    assert set(window["deaths_dated"]) == {1}
    late = accountability.around(both, pd.Timestamp("2011-08-02"), until=pd.Timestamp("2030-01-01"))
    assert set(late["vintage"]) == {"candidate"}
    assert late["offset"].min() == -1


def test_a_month_in_two_vintages_is_read_in_the_final_one():
    both = pd.concat([months(), months(deaths=(9,) * 60, vintage="candidate")])
    window = accountability.around(both, CREATED, until=pd.Timestamp("2030-01-01"))
    assert set(window["deaths_dated"]) == {0}


def test_months_after_a_gap_are_not_looked_at():
    rows = months()
    window = accountability.around(
        rows[rows["month"] != "2011-06-01"], CREATED, until=pd.Timestamp("2030-01-01")
    )
    assert window["offset"].max() == 2


def test_a_creation_in_a_month_that_is_not_on_record_has_no_window():
    assert accountability.around(months(), pd.Timestamp("2020-01-01"), until=pd.Timestamp("2030-01-01")).empty
    empty = accountability.around(months().iloc[:0], CREATED, until=pd.Timestamp("2030-01-01"))
    assert accountability.halves(empty, accountability.aligned(months(), pd.DataFrame(), empty)) == {}


PLACES = ["BBB", "CCC", "DDD", "EEE", "FFF", "GGG"]
WINDOW = accountability.around(months(), CREATED, until=pd.Timestamp("2030-01-01"))
ALL = pd.concat([months(), *(months(name) for name in PLACES)])
REGIONS = {"AAA": "africa", **dict.fromkeys(PLACES[:5], "africa"), "GGG": "asia"}


def stages(months_of=("2011-03-01", "2011-05-01"), stage=4.0, vintage="final"):
    rows = [(name, pd.Timestamp(month)) for name in ["AAA", *PLACES] for month in months_of]
    return pd.DataFrame(rows, columns=["iso3", "month"]).assign(stage=stage, vintage=vintage)


def spans(*rows):
    frame = pd.DataFrame(rows, columns=["iso3", "start", "end"])
    return frame.astype({"start": "datetime64[us]", "end": "datetime64[us]"})


def compared(rows=None, occupied=None, of=ALL, window=WINDOW):
    return accountability.comparable(
        stages() if rows is None else rows,
        spans() if occupied is None else occupied,
        of,
        window,
        place="AAA",
        regions=REGIONS,
    )


def test_each_place_stands_once_with_its_nearest_month_and_the_place_itself_not_at_all():
    cases, scope = compared()
    assert cases["iso3"].tolist() == PLACES[:5]
    assert set(cases["month"]) == {pd.Timestamp("2011-03-01")}
    assert scope == "region"


def test_with_fewer_than_five_of_the_region_the_world_is_taken():
    occupied = spans(("BBB", "2012-01-01", "2012-06-01"))
    cases, scope = compared(occupied=occupied)
    assert scope == "world"
    assert cases["iso3"].tolist() == ["CCC", "DDD", "EEE", "FFF", "GGG"]


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [
        ("2005-01-01", None, False),  # alive throughout
        ("2005-01-01", "2009-02-28", True),  # ended 25 months before
        ("2005-01-01", "2009-03-01", False),  # 24 months before
        ("2013-03-31", None, False),  # 24 months after
        ("2013-06-01", None, True),  # 27 months after
    ],
)
def test_a_body_within_two_years_on_either_side_takes_a_place_out(start, end, kept):
    rows = stages(months_of=("2011-03-01",))
    cases, _ = compared(rows, spans(("BBB", start, end)))
    assert ("BBB" in set(cases["iso3"])) is kept


def test_another_stage_vintage_or_decade_is_not_comparable():
    own = stages(months_of=("2011-03-01",)).query("iso3 == 'AAA'")
    for other in (
        stages(months_of=("2011-03-01",), stage=5.0),
        stages(months_of=("2011-03-01",), vintage="candidate"),
        stages(months_of=("2009-12-01",)),
    ):
        cases, _ = compared(pd.concat([own, other.query("iso3 != 'AAA'")]))
        assert cases.empty


def test_a_place_whose_record_does_not_hold_the_whole_window_is_left_out():
    short = pd.concat([ALL[ALL["iso3"] != "BBB"], months("BBB", first="2009-06-01")])
    assert "BBB" not in set(compared(of=short)[0]["iso3"])


def test_without_a_stage_nothing_is_comparable():
    cases, scope = compared(stages().query("iso3 != 'AAA'"))
    assert cases.empty
    assert scope == "none"


def test_the_band_is_aligned_on_the_matching_month():
    cases = pd.DataFrame(
        {"iso3": ["BBB", "CCC", "DDD"], "month": pd.to_datetime(["2011-03-01", "2011-04-01", "2011-03-01"])}
    )
    numbers = [0] * 60
    numbers[26], numbers[27] = 10, 30  # March and April 2011
    rows = pd.concat([months(name, deaths=numbers) for name in ("BBB", "CCC", "DDD")])
    band = accountability.band(accountability.aligned(rows, cases, WINDOW)).set_index("offset")
    # At the matching month: 10, 30 and 10; a month later: 30, 0 and 30; one before: 0, 10 and 0.
    assert band.loc[0, ["low", "median", "high"]].tolist() == [10, 10, 20]
    assert band.loc[1, ["low", "median", "high"]].tolist() == [15, 30, 30]
    assert band.loc[-1, "median"] == 0
    assert band["cases"].eq(3).all()


def test_an_unknown_number_is_no_zero_in_the_band():
    rows = months("BBB")
    rows.loc[26, "deaths_dated"] = pd.NA
    cases = pd.DataFrame({"iso3": ["BBB"], "month": [pd.Timestamp("2011-03-01")]})
    band = accountability.band(accountability.aligned(rows, cases, WINDOW))
    assert 0 not in set(band["offset"])


def test_sums_are_over_equally_many_months_without_that_of_creation():
    numbers = [1] * 26 + [500] + [2] * 15  # 26 months before, March 2011, and 15 after
    window = accountability.around(months(deaths=numbers), CREATED, until=pd.Timestamp("2030-01-01"))
    others = pd.concat([months("BBB", deaths=numbers), months("CCC", deaths=[3] * 27 + [1] * 15)])
    cases = pd.DataFrame({"iso3": ["BBB", "CCC"], "month": [pd.Timestamp("2011-03-01")] * 2})
    halves = accountability.halves(window, accountability.aligned(others, cases, window))
    assert halves == {"months": 15, "before": 15, "after": 30, "cases": 2, "fewer": 1}


def test_fewer_than_twelve_months_on_a_side_give_no_sums():
    window = accountability.around(months(deaths=[1] * 38), CREATED, until=pd.Timestamp("2030-01-01"))
    assert window["offset"].max() == 11
    assert accountability.halves(window, pd.DataFrame(columns=["iso3", "offset", "deaths_dated"])) == {}


def test_the_first_act_after_counts_from_the_day_itself_and_the_last_before_is_told():
    rows = acts(
        ("2011-03-14", "AAA", "OHCHR", "hc_briefing_to_sc"),
        ("2011-03-15", "AAA", "SC", "sc_cites_hrc"),
        ("2011-06-23", "AAA", "SC", "arria_formula_meeting"),
        ("2011-04-01", "BBB", "SC", "sanctions_imposed"),
        ("2011-05-01", "AAA", "HRC", "fact_finding_mission_created"),
        ("2012-03-15", "AAA", "GA", "investigative_mechanism_created"),
    )
    steps = accountability.firsts(BODIES, rows).set_index("step")
    assert list(steps.index) == list(accountability.STEPS)
    assert steps.loc["heard", "days"] == 100
    assert steps.loc["heard", "earlier"] == pd.Timestamp("2011-03-14")
    assert steps.loc["cited", "days"] == 0
    assert pd.isna(steps.loc["sanctions", "days"])
    assert steps.loc["inquiry", "days"] == 366  # of another organ: the Council's own is no uptake


def test_shares_count_only_bodies_with_the_whole_window_on_record():
    early = mechanism(established=pd.Timestamp("2009-01-01"), established_by="A/HRC/RES/9/9", iso3="BBB")
    two = accountability.bodies(pd.concat([mechanism(), early]), NO_ACTS)
    rows = acts(
        ("2009-12-31", "BBB", "OHCHR", "hc_briefing_to_sc"), ("2011-09-01", "AAA", "SC", "sanctions_imposed")
    )
    steps = accountability.firsts(two, rows)
    until = dict.fromkeys(accountability.STEPS, pd.Timestamp("2012-03-15"))
    shares = accountability.shares(steps, until=until).set_index(["step", "years"])
    assert shares.loc[("heard", 1)].tolist() == [2, 1, 0.5]
    assert shares.loc[("sanctions", 1)].tolist() == [2, 1, 0.5]
    assert shares.loc[("heard", 3)].tolist() == [1, 1, 1.0]
    assert ("heard", 5) not in shares.index


def test_each_step_counts_only_bodies_whose_window_lies_in_its_own_record():
    early = mechanism(established=pd.Timestamp("2009-01-01"), established_by="A/HRC/RES/9/9", iso3="BBB")
    two = accountability.bodies(pd.concat([mechanism(), early]), NO_ACTS)
    steps = accountability.firsts(
        two,
        acts(("2011-04-01", "AAA", "OHCHR", "hc_briefing_to_sc"), ("2011-04-01", "AAA", "SC", "resolution")),
    )
    until = dict.fromkeys(accountability.STEPS, pd.Timestamp("2016-01-01"))
    until["heard"] = pd.Timestamp("2011-12-31")
    shares = accountability.shares(steps, until=until).set_index(["step", "years"])
    # The body of March 2011 has a year of texts behind it, and no whole year of hearings.
    assert shares.loc[("heard", 1), ["cases", "followed"]].tolist() == [1, 0]
    assert shares.loc[("sanctions", 1), "cases"] == 2


def test_an_embargo_that_is_renewed_is_no_new_sanction():
    renewed = acts(("2011-04-01", "AAA", "SC", "arms_embargo")).assign(instrument_status="renewed")
    new = acts(("2012-04-01", "AAA", "SC", "arms_embargo"))
    steps = accountability.firsts(BODIES, pd.concat([renewed, new])).set_index("step")
    assert steps.loc["sanctions", "date"] == pd.Timestamp("2012-04-01")


def test_an_act_is_as_sure_as_its_row_and_one_that_is_not_on_record_is_recalled():
    day = pd.Timestamp("2021-10-07")
    rows = pd.concat(
        [
            acts(("2021-10-07", "AAA", "HRC", "investigative_body_ended")).assign(
                confidence="recalled", symbol=None
            ),
            acts(("2021-10-07", "AAA", "HRC", "resolution")).assign(symbol="A/HRC/RES/48/1"),
        ]
    )

    def sure(**changes):
        asked = {"iso3": "AAA", "symbol": None, "day": day, "step": "ended"} | changes
        return accountability.confidence_of(rows, **asked)

    assert sure() == "recalled"  # the act that ended it is on record, and recalled
    assert sure(iso3="BBB") == "recalled"  # nothing on record
    # That the text was adopted is verified; that it renewed or created the body is not on record.
    assert sure(step="renewed", symbol="A/HRC/RES/48/1") == "recalled"
    assert sure(step="created", symbol="A/HRC/RES/48/1") == "recalled"


@pytest.mark.parametrize(
    ("step", "kind"),
    [("renewed", "investigative_body_renewed"), ("created", "ohchr_investigation_created")],
)
@pytest.mark.parametrize("confidence", ["recalled", "verified"])
def test_a_step_is_as_sure_as_the_act_that_took_it_not_as_its_text(step, kind, confidence):
    text = acts(("2021-10-07", "AAA", "HRC", "resolution"))
    rows = pd.concat([text, acts(("2021-10-07", "AAA", "HRC", kind)).assign(confidence=confidence)])
    found = accountability.confidence_of(
        rows, iso3="AAA", symbol="A/HRC/RES/16/9", day=pd.Timestamp("2021-10-07"), step=step
    )
    assert found == confidence


def test_a_body_of_another_organ_lives_a_year_after_its_last_renewal():
    rows = acts(
        ("2010-01-10", "BBB", "SC", "commission_of_inquiry_created"),
        ("2017-09-21", "BBB", "SC", "investigative_mechanism_created"),
        ("2019-09-20", "BBB", "SC", "investigative_body_renewed"),
        ("2023-09-15", "BBB", "SC", "investigative_body_ended"),
        ("2018-01-01", "BBB", "GA", "investigative_mechanism_created"),
        ("2019-01-01", "BBB", "HRC", "investigative_body_renewed"),
    ).assign(symbol=list("ABCDEF"))
    found = accountability.spans(BODIES.iloc[:0], rows).sort_values(["start"])
    days = zip(found["start"].dt.strftime("%F"), found["end"].dt.strftime("%F"), strict=True)
    assert list(days) == [
        ("2010-01-10", "2011-01-10"),
        ("2017-09-21", "2024-09-15"),
        ("2018-01-01", "2019-01-01"),
    ]


def test_a_place_under_the_text_that_created_a_body_has_the_body_too():
    rows = acts(("2011-03-15", "BBB", "HRC", "resolution"), ("2011-03-15", "CCC", "HRC", "resolution"))
    rows["symbol"] = ["A/HRC/RES/S-16/1", "A/HRC/RES/16/7"]
    found = accountability.spans(BODIES, rows)
    assert sorted(found["iso3"]) == ["AAA", "BBB"]
    assert found["end"].isna().all()
    assert accountability.under_text(rows, "A/HRC/RES/S-16/1") == ["BBB"]
    assert accountability.under_text(rows, None) == []
    cases, _ = accountability.comparable(
        stages(), spans(), ALL, WINDOW, place="AAA", shared=["BBB"], regions=REGIONS
    )
    assert cases["iso3"].tolist() == ["CCC", "DDD", "EEE", "FFF", "GGG"]


def test_a_report_comes_before_the_council_on_the_first_day_of_its_session_or_when_it_is_out():
    reports = pd.DataFrame(
        {
            "symbol": ["A/HRC/25/63", "A/HRC/6/19", "A/HRC/5/6"],
            "session": ["HRC 25", "HRC 6", "HRC 5"],
            "issued": pd.to_datetime(["2014-02-07", "2007-11-28", None]),
        }
    )
    days = accountability.presented(reports, RECORD.table("session")).set_index("symbol")["date"]
    assert days["A/HRC/25/63"] == pd.Timestamp("2014-03-03")
    assert days["A/HRC/6/19"] == pd.Timestamp("2007-11-28")
    assert days["A/HRC/5/6"] == pd.Timestamp("2007-06-11")


def test_rights_are_those_of_two_years_on_either_side_and_a_gap_stays_one():
    values = pd.DataFrame({"year": [2008, 2009, 2010, 2012, 2013, 2014], "indicator": "a", "value": 0.5})
    assert accountability.rights_around(values, CREATED)["offset"].tolist() == [-2, -1, 1, 2]


# --- on the record -----------------------------------------------------------------------------


def recorded():
    every = pd.concat([RECORD.table("council_action"), RECORD.table("council_crossing")])
    rows = accountability.bodies(RECORD.table("hrc_mechanism"), every)
    return rows, accountability.firsts(rows, standing.situations_acts(RECORD.table)).set_index(
        ["key", "step"]
    )


ROWS, FIRSTS = recorded()


@pytest.mark.parametrize(
    ("key", "iso3", "created", "reports", "step", "day", "days"),
    [
        # S-17/1, 23 August 2011; briefing of 12 December 2011.
        ("s-17-1", "SYR", "2011-08-23", "A/HRC/S-17/2/Add.1", "heard", "2011-12-12", 111),
        # 34/22, 24 March 2017; the mission's chair spoke on 24 October 2018 (S/PV.8381).
        ("34-22", "MMR", "2017-03-24", "A/HRC/39/64", "heard", "2018-10-24", 579),
        # 22/13, 21 March 2013; Arria-formula meeting of 17 April 2014.
        ("22-13", "PRK", "2013-03-21", "A/HRC/25/63", "heard", "2014-04-17", 392),
        # S-15/1, 25 February 2011; resolution 1970 of the next day referred the situation.
        ("s-15-1", "LBY", "2011-02-25", "A/HRC/17/44", "referral", "2011-02-26", 1),
        # S-24/1, 17 December 2015; the High Commissioner briefed on 18 March 2016.
        ("s-24-1", "BDI", "2015-12-17", "A/HRC/33/37", "heard", "2016-03-18", 92),
        # 54/2, 11 October 2023: the referral on record is of 2005, before it.
        ("54-2", "SDN", "2023-10-11", "A/HRC/57/23", "referral", None, None),
    ],
)
def test_bodies_checked_by_hand(key, iso3, created, reports, step, day, days):
    row = ROWS.set_index("key").loc[key]
    assert (row["iso3"], row["created"]) == (iso3, pd.Timestamp(created))
    of_it = RECORD.table("mechanism_report").query("mechanism == @row.mechanism")
    assert reports in set(of_it["symbol"])
    first = FIRSTS.loc[(key, step)]
    if day is None:
        assert pd.isna(first["date"])
        assert first["earlier"] == pd.Timestamp("2005-03-31")
    else:
        assert (first["date"], first["days"]) == (pd.Timestamp(day), days)


def test_every_creation_on_the_human_rights_side_is_one_body():
    assert not ROWS.duplicated(["iso3", "symbol"]).any()
    assert not ROWS.duplicated(["iso3", "key"]).any()
    acts_of = RECORD.table("council_action")
    created = acts_of[
        acts_of["action_type"].str.endswith("_created")
        & acts_of["action_type"].str.contains("inquiry|fact_finding|investigat|expert_group")
        & acts_of["body"].isin(["HRC", "CHR", "OHCHR"])
    ]
    assert set(zip(created["iso3"], created["symbol"], strict=True)) == set(
        zip(ROWS["iso3"], ROWS["symbol"], strict=True)
    )


def test_no_window_of_the_record_mixes_final_and_preliminary_months():
    every = standing.country_months(RECORD.table)
    filed = RECORD.places.filed_under
    for row in ROWS.to_dict("records"):
        place = filed(row["iso3"]) or row["iso3"]
        window = accountability.around(
            every[every["iso3"] == place], row["created"], until=pd.Timestamp("2100-01-01")
        )
        assert len(set(window["vintage"])) <= 1
        assert window["offset"].diff().dropna().eq(1).all()


def test_no_comparable_situation_had_an_investigative_body_near():
    signals = signals_at.of_each_month(RECORD.table("signal_month"))
    every = standing.country_months(RECORD.table)
    acts_of = pd.concat([RECORD.table("council_action"), RECORD.table("council_crossing")])
    occupied = accountability.spans(ROWS, acts_of)
    row = ROWS.set_index("key").loc["s-17-1"]
    window = accountability.around(
        every[every["iso3"] == "SYR"], row["created"], until=pd.Timestamp("2100-01-01")
    )
    regions = RECORD.table("country").set_index("iso3")["region"].to_dict()
    cases, scope = accountability.comparable(signals, occupied, every, window, place="SYR", regions=regions)
    assert scope == "region"
    assert len(cases) >= accountability.MIN_REGION
    assert not {"SYR", "PRK", "LKA", "IRQ"} & set(cases["iso3"][cases["month"].dt.year >= 2013])
    assert {regions[code] for code in cases["iso3"]} == {"asia"}
