"""Lags and gaps computed by hand on chains whose dates are public record."""

import pandas as pd
import pytest

from ewdash.analysis import connections, responses
from ewdash.analysis.council_acts import number, texts
from ewdash.signals import standing
from ewdash.views import record_reach
from ewdash.views.country_councils import verified_acts
from tests.reading import installed

RECORD = installed()
LOAD = RECORD.table
ENDS = record_reach.ends(RECORD)


@pytest.fixture(scope="module")
def done():
    return verified_acts(installed())


def days(done, iso3, sign):
    starts = pd.DataFrame({"iso3": [iso3], "date": [pd.Timestamp(sign)]})
    return responses.clock(starts, done, ends=ENDS).set_index("body")["days"].to_dict()


@pytest.mark.parametrize(
    ("iso3", "symbol", "date"),
    [
        ("LBY", "A/HRC/RES/S-15/1", "2011-02-25"),
        ("LBY", "S/RES/1970 (2011)", "2011-02-26"),
        ("LBY", "S/RES/1973 (2011)", "2011-03-17"),
        ("SYR", "A/HRC/S-16", "2011-04-29"),
        ("SYR", "A/HRC/RES/S-17/1", "2011-08-23"),
        ("BDI", "A/HRC/S-24", "2015-12-17"),
        ("BDI", "A/HRC/RES/33/24", "2016-09-30"),
        ("MMR", "A/HRC/RES/34/22", "2017-03-24"),
        ("CIV", "A/HRC/RES/16/25", "2011-03-25"),
        ("PRK", "A/HRC/RES/22/13", "2013-03-21"),
        ("CAF", "A/HRC/S-20", "2014-01-20"),
    ],
)
def test_the_chains_stand_on_their_dates(done, iso3, symbol, date):
    rows = done[(done["iso3"] == iso3) & (done["symbol"] == symbol)]
    assert len(rows), symbol
    assert pd.Timestamp(date) in set(rows["date"])


@pytest.mark.parametrize(
    ("iso3", "sign", "hrc", "sc", "mechanism"),
    [
        # 25 February (S-15 and its commission of inquiry), 26 February (resolution 1970).
        ("LBY", "2011-02-01", 24, 25, 24),
        ("LBY", "2011-02-26", 111, 0, 1490),  # next: 17/17 on 17 June 2011, 28/30 on 27 March 2015
        # S-16 on 29 April 2011; the statement of 3 August (renewals on the Golan are no answer).
        ("SYR", "2011-04-01", 28, 124, 28),
        # The High Commissioner briefed on 18 August; S-17 opened on 22 August, its commission of inquiry
        # dates from 23 August; the statement of 21 March 2012: the vetoes before it are no acts.
        ("SYR", "2011-08-04", 14, 230, 19),
        # Resolution 1962 on 20 December, S-14 on 23 December, the commission of inquiry on 25 March.
        ("CIV", "2010-12-01", 22, 19, 114),
        # Resolution 2094 on 7 March, the commission of inquiry on 21 March.
        ("PRK", "2013-03-01", 20, 6, 20),
        # Resolution 2127 on 5 December, S-20 on 20 January; no new HRC mechanism after.
        ("CAF", "2013-12-01", 50, 4, None),
        # The expert of 27 September; BINUCA reinforced on 10 October.
        ("CAF", "2013-09-01", 26, 39, 26),
        # S-24 on 17 December 2015.
        ("BDI", "2015-12-01", 16, None, 16),
        # The fact-finding mission of 24 March 2017.
        ("MMR", "2017-03-01", 23, None, 23),
    ],
)
def test_lags_are_those_counted_by_hand(done, iso3, sign, hrc, sc, mechanism):
    found = days(done, iso3, sign)
    assert found["hrc"] == hrc
    assert sc is None or found["sc"] == sc
    assert pd.isna(found["mechanism"]) if mechanism is None else found["mechanism"] == mechanism


@pytest.mark.parametrize(
    ("iso3", "symbol", "days"),
    [
        # S-15 on Libya on 25 February 2011; resolution 1970 of the next day cites its text, which is no
        # hearing: the High Commissioner briefed on 19 August.
        ("LBY", "A/HRC/RES/S-15/1", 175),
        # S-16 on Syria on 29 April 2011; the statement of 3 August cites OHCHR, the High Commissioner
        # briefed on 18 August.
        ("SYR", "A/HRC/RES/S-16/1", 111),
        # The commission of inquiry on the DPRK of 21 March 2013, heard on 17 April 2014.
        ("PRK", "A/HRC/RES/22/13", 392),
        # The fact-finding mission on Myanmar of 24 March 2017, heard on 24 October 2018.
        ("MMR", "A/HRC/RES/34/22", 579),
        # The investigation on Burundi of 17 December 2015; the High Commissioner on 18 March 2016.
        ("BDI", "A/HRC/RES/S-24/1", 92),
        # The commission of inquiry on Côte d’Ivoire of 25 March 2011; resolution 1975 of 30 March cites it,
        # the High Commissioner spoke on 13 April (S/PV.6513).
        ("CIV", "A/HRC/RES/16/25", 19),
        ("CIV", "A/HRC/RES/17/21", None),
    ],
)
def test_days_from_a_mechanism_to_the_first_hearing_are_those_counted_by_hand(done, iso3, symbol, days):
    rows = responses.heard_after(done, ends=ENDS).query("iso3 == @iso3 and symbol == @symbol")
    found = rows["days"].iloc[0]
    assert pd.isna(found) if days is None else found == days


def test_the_dprk_came_onto_the_security_councils_agenda_on_22_december_2014(done):
    rows = LOAD("council_action").query("iso3 == 'PRK' and action_type == 'sc_agenda_added'")
    assert rows["date"].dt.strftime("%Y-%m-%d").tolist() == ["2014-12-22"]


@pytest.mark.parametrize(
    ("mechanism", "day", "symbol", "ended"),
    [
        ("Commission of Inquiry on Burundi", "2016-09-30", "A/HRC/RES/33/24", "2021-10-08"),
        ("Independent Investigative Mechanism for Myanmar (IIMM)", "2018-09-27", "A/HRC/RES/39/2", None),
        ("Independent International Fact-Finding Mission on Myanmar", "2017-03-24", "A/HRC/RES/34/22", None),
    ],
)
def test_mechanisms_are_created_and_ended_on_their_days(mechanism, day, symbol, ended):
    row = LOAD("hrc_mechanism").query("mechanism == @mechanism").iloc[0]
    assert f"{row['established']:%Y-%m-%d}" == day
    assert row["established_by"] == symbol
    assert pd.isna(row["ended"]) if ended is None else f"{row['ended']:%Y-%m-%d}" == ended


def test_earlier_attention_looks_back_one_year_and_not_at_the_sign_itself():
    act = {"iso3": "AAA", "body": "SC", "action_type": "resolution", "label": "x", "symbol": "S/RES/1"}
    acts = pd.DataFrame([act | {"date": pd.Timestamp(day)} for day in ("2019-01-01", "2021-06-01")])
    starts = pd.DataFrame(
        {"iso3": "AAA", "date": pd.to_datetime(["2019-01-01", "2019-12-31", "2020-01-02", "2021-06-01"])}
    )
    rows = responses.clock(starts, acts, ends=ENDS).query("body == 'sc'")
    assert rows["held"].tolist() == [False, True, False, False]
    assert not responses.clock(starts, acts, ends=ENDS).query("body == 'hrc'")["held"].any()


def council_acts(*rows):
    """Return acts on AAA from (day, body, type, symbol)."""
    frame = pd.DataFrame(rows, columns=["date", "body", "action_type", "symbol"])
    return frame.assign(iso3="AAA", date=pd.to_datetime(frame["date"]), label=frame["action_type"])


def clocked_from(day, *rows):
    starts = pd.DataFrame({"iso3": ["AAA"], "date": [pd.Timestamp(day)]})
    return responses.clock(starts, council_acts(*rows), ends=ENDS).set_index("body")


@pytest.mark.parametrize(
    "attempt", ["draft_rejected", "veto", "arria_formula_meeting", "arria_formula_other", "informal_dialogue"]
)
def test_what_no_council_took_neither_answers_a_sign_nor_is_earlier_attention(attempt):
    row = clocked_from(
        "2020-01-01",
        ("2019-06-01", "SC", attempt, "S/2019/1"),
        ("2020-01-05", "SC", attempt, "S/2020/1"),
        ("2020-01-20", "SC", "resolution", "S/RES/1 (2020)"),
    ).loc["sc"]
    assert (row["act"], row["days"], row["held"]) == ("resolution", 19, False)


def test_of_one_day_the_text_is_named_before_what_has_no_symbol():
    row = clocked_from(
        "2020-01-01",
        ("2020-01-05", "SC", "sc_meeting", None),
        ("2020-01-05", "SC", "presidential_statement", "S/PRST/2020/1"),
    ).loc["sc"]
    assert row["symbol"] == "S/PRST/2020/1"


def test_an_act_after_the_day_to_which_texts_are_whole_has_no_days():
    row = clocked_from("2026-01-01", ("2026-03-11", "SC", "resolution", "S/RES/2817 (2026)")).loc["sc"]
    assert row["symbol"] == "S/RES/2817 (2026)"
    assert pd.isna(row["days"])
    inside = clocked_from("2026-01-01", ("2026-01-27", "SC", "resolution", "S/RES/2813 (2026)")).loc["sc"]
    assert inside["days"] == 26


def test_on_iran_the_failed_drafts_are_no_acts(done):
    starts = pd.DataFrame({"iso3": "IRN", "date": pd.to_datetime(["2025-06-01", "2026-01-01"])})
    rows = responses.clock(starts, done, ends=ENDS).query("body == 'sc'")
    assert rows["symbol"].tolist() == ["S/RES/2817 (2026)"] * 2
    assert rows["days"].isna().all()


def test_a_clock_read_at_a_past_day_knows_no_later_act_and_no_year_that_was_not_over():
    later = clocked_from("2020-01-01", ("2020-03-01", "SC", "resolution", "S/RES/1 (2020)")).reset_index()
    then = responses.known_at(later, pd.Timestamp("2020-02-29")).set_index("body").loc["sc"]
    assert then[["act", "symbol", "acted", "days"]].isna().all()
    assert then["covered_to"] == pd.Timestamp("2020-02-29")
    assert responses.counted(responses.known_at(later, pd.Timestamp("2020-02-29")), first="2006-06-19").empty
    assert responses.known_at(later, pd.Timestamp("2020-03-01")).set_index("body").loc["sc", "days"] == 60
    assert responses.known_at(later, pd.Timestamp("2019-12-31")).empty


def test_a_curve_never_falls_and_ends_at_the_share_of_the_year(done):
    clocks = responses.clock(responses.triggers(LOAD("signal_month"), "alert"), done, ends=ENDS)
    spread = responses.distribution(clocks, first="2006-06-19", by=("body", "held")).set_index(
        ["body", "held"]
    )
    for keys, part in responses.curve(clocks, first="2006-06-19").groupby(["body", "held"]):
        assert part["share"].is_monotonic_increasing
        assert part["share"].iloc[-1] == pytest.approx(spread.loc[keys, "within_365"])
        assert part["cases"].iloc[0] == spread.loc[keys, "cases"]


def test_a_situation_apart_is_left_out_of_its_countrys_clock(done):
    assert not done["situation"].isin(responses.GOLAN).any()
    assert LOAD("council_action")["situation"].isin(responses.GOLAN).sum() > 100


def test_what_is_not_recorded_is_unknown_and_not_zero(done):
    found = responses.clock(
        pd.DataFrame({"iso3": ["ISL"], "date": [pd.Timestamp(2020, 1, 1)]}), done, ends=ENDS
    )
    assert found["days"].isna().all()
    assert set(found["covered_to"].dt.strftime("%Y-%m-%d")) == {"2026-03-31", "2026-01-27"}


def test_an_act_before_the_sign_never_counts(done):
    assert days(done, "LBY", "2011-02-27")["sc"] == 18  # resolution 1973, not 1970


def test_shares_need_a_year_of_coverage():
    acts = pd.DataFrame(
        {
            "iso3": ["AAA"],
            "date": [pd.Timestamp(2020, 1, 31)],
            "body": ["SC"],
            "action_type": ["resolution"],
            "label": ["x"],
            "symbol": ["S/RES/1 (2020)"],
        }
    )
    starts = pd.DataFrame({"iso3": ["AAA", "AAA"], "date": pd.to_datetime(["2020-01-01", "2025-12-01"])})
    spread = responses.distribution(responses.clock(starts, acts, ends=ENDS), first="2006-06-19").set_index(
        "body"
    )
    assert spread.loc["sc", "cases"] == 1  # the second sign has no year behind it yet
    assert spread.loc["sc", "within_30"] == 1
    assert spread.loc["sc", "median"] == 30
    assert pd.isna(spread.loc["hrc", "median"])


def test_an_unknown_sign_is_refused():
    with pytest.raises(ValueError, match="whim"):
        responses.triggers(LOAD("signal_month"), "whim")


def test_a_stage_opens_once_and_again_only_after_it_closed():
    rows = pd.DataFrame(
        {
            "iso3": "AAA",
            "month": pd.date_range("2020-01-01", periods=6, freq="MS"),
            "vintage": "final",
            "alert": 0,
            "stage": [0, 4, 5, 6, 4, 4],
        }
    )
    found = responses.triggers(rows, "crisis")["date"].dt.month.tolist()
    assert found == [2, 5]


def test_acts_on_a_place_also_answer_where_its_deaths_are_filed(done):
    own = LOAD("council_action").query("iso3 == 'ISR' and confidence == 'verified'")
    crossings = LOAD("council_crossing").query("iso3 == 'ISR' and confidence == 'verified'")
    filed = done[done["iso3"] == "PSE"]
    assert len(filed) > 200
    assert len(done[done["iso3"] == "ISR"]) == len(own) + len(crossings) + len(filed)


@pytest.fixture(scope="module")
def matrix(done):
    at = pd.Timestamp(2026, 3, 31)
    tables = (LOAD(name) for name in ("hrc_mechanism", "sc_agenda", "sc_meeting"))
    return connections.matrix(done, *tables, at=at).set_index("iso3")


def test_the_matrix_counts_what_is_on_record(matrix):
    assert matrix.loc["SDN", "mechanisms"] == 2 or matrix.loc["SDN", "mechanisms"] == 1
    assert matrix.loc["AFG", "agenda"] == 1980
    assert matrix.loc["PRK", "heard"] == 8
    living = LOAD("hrc_mechanism").query("status == 'active'")
    assert matrix["mechanisms"].sum() == len(living)


@pytest.mark.parametrize(
    ("iso3", "heard", "last"),
    [
        # Burundi: 18 March 2016 last; resolution 2303 of 29 July cites OHCHR, and nobody spoke.
        ("BDI", 3, "2016-03-18"),
        ("BIH", 1, None),
        ("CIV", 1, None),
        ("LBY", 3, None),
        ("SYR", 13, None),
        ("YEM", 1, None),
    ],
)
def test_a_text_that_cites_the_human_rights_side_is_no_hearing(iso3, heard, last):
    row = LOAD("connection").set_index("iso3").loc[iso3]
    assert row["heard"] == heard
    assert last is None or row["last_heard"] == pd.Timestamp(last)


def test_the_gaps_are_three_and_each_holds_what_it_says(matrix, done):
    clocks = responses.clock(responses.triggers(LOAD("signal_month"), "alert"), done, ends=ENDS)
    found = connections.gaps(matrix.reset_index(), clocks, at=pd.Timestamp(2026, 3, 31))
    assert set(found["gap"]) == set(connections.GAPS)
    for iso3 in found[found["gap"] == "unheard"]["iso3"]:
        assert matrix.loc[iso3, "mechanisms"] > 0
        assert matrix.loc[iso3, "heard"] == 0
    for iso3 in found[found["gap"] == "mission_alone"]["iso3"]:
        assert matrix.loc[iso3, "hrc_texts"] == 0


def clocked(day, hrc, sc):
    """Two rows of a clock: days to the first act of each Council, None where none is recorded."""
    covered = pd.Timestamp(2026, 1, 27)
    return pd.DataFrame(
        {
            "iso3": "AAA",
            "date": pd.Timestamp(day),
            "body": ["hrc", "sc"],
            "days": pd.array([hrc, sc], dtype="Int64"),
            "covered_to": covered,
        }
    )


@pytest.mark.parametrize(
    ("day", "hrc", "sc", "listed"),
    [
        ("2024-06-01", None, None, True),
        ("2024-06-01", 400, None, True),  # later than a year is no answer within it
        ("2024-06-01", 400, 20, False),
        ("2024-06-01", 0, None, False),
        ("2025-06-01", None, None, False),  # the year after has not passed by then
        ("2023-01-01", None, None, False),  # longer ago than two years
    ],
)
def test_an_alert_is_unanswered_only_when_a_full_year_went_by_without_any_act(day, hrc, sc, listed):
    found = connections.unanswered(clocked(day, hrc, sc), at=pd.Timestamp(2025, 12, 31))
    assert found["iso3"].tolist() == (["AAA"] if listed else [])


@pytest.mark.parametrize("at", ["1996-05-31", "2017-08-31", "2100-01-01"])
def test_one_clock_is_known_on_a_day_as_all_of_them_are(at):
    day = pd.Timestamp(at)
    rows = LOAD("response_clock").astype({"days": "Int64"})
    rows = rows[rows["date"] <= day]
    ones = [responses.one_known_at(row, day) for row in rows.to_dict("records")]
    every = responses.known_at(rows, day).reset_index(drop=True)
    assert len(every)
    pd.testing.assert_frame_equal(pd.DataFrame(ones).astype(every.dtypes.to_dict()), every)


def test_texts_are_numbered_as_they_are_listed(done):
    for _, rows in done.groupby("iso3"):
        assert number(rows) == len(texts(rows))


def test_a_year_that_the_record_does_not_cover_leaves_no_gap():
    found = connections.unanswered(clocked("2025-03-01", None, None), at=pd.Timestamp(2026, 3, 31))
    assert found.empty


def test_a_mechanism_is_known_as_it_stood_and_today_as_its_table_says():
    table, acts = LOAD("hrc_mechanism"), LOAD("council_action")
    known = connections.renewing(table, acts)
    now = connections.known_by(table, known, pd.Timestamp("2100-01-01"))
    now = now.drop(columns="renewed_confidence")
    pd.testing.assert_frame_equal(now, table[table["established"].notna()], check_dtype=False)
    then = connections.known_by(table, known, pd.Timestamp("2019-12-31")).set_index("mechanism")
    row = then.loc["Commission of Inquiry on Burundi"]
    # Renewed by 42/26 on 27 September 2019 and once more later; ended on 8 October 2021.
    assert (row["renewed_by"], row["status"]) == ("A/HRC/RES/42/26", "active")
    assert pd.isna(row["ended"])
    assert "Independent International Commission of Inquiry on Ukraine" not in then.index
    early = connections.known_by(table, known, pd.Timestamp("1993-12-31"))
    assert len(early)
    assert early["renewed"].isna().any()
    assert connections.known_by(table, known, pd.Timestamp("1900-01-01")).empty
    assert then["renewed"].max() <= pd.Timestamp("2019-12-31")


@pytest.mark.parametrize(
    ("iso3", "sittings", "recalled"),
    # The State of Palestine: S-1, S-3, S-6, S-9, S-12, S-21, S-28, S-30 and the urgent debate of 2010.
    [("PSE", 9, 4), ("HTI", 1, 1), ("COD", 2, 1), ("UKR", 2, 1), ("AFG", 2, 1), ("SYR", 8, 1), ("TLS", 0, 0)],
)
def test_special_sittings_are_all_on_record_of_the_council_itself(iso3, sittings, recalled):
    rows = LOAD("connection").set_index("iso3").reindex(columns=["special", "special_recalled"])
    assert rows.reindex([iso3], fill_value=0).loc[iso3].tolist() == [sittings, recalled]
    assert (rows["special_recalled"] <= rows["special"]).all()


def test_a_recalled_sitting_after_the_day_is_not_counted(done):
    tables = [LOAD(name) for name in ("hrc_mechanism", "sc_agenda", "sc_meeting")]
    recalled = standing.recalled_acts(LOAD)
    then = connections.matrix(done, *tables, at=pd.Timestamp("2009-12-31"), recalled=recalled)
    # S-1, S-3, S-6, S-9 and S-12, of which the first, third and last are recalled.
    row = then.set_index("iso3").loc["PSE"]
    assert row[["special", "special_recalled"]].tolist() == [5, 3]
