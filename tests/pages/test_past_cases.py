"""A replay could show what came later, or claim a document that is not in the table."""

import pandas as pd
import pytest

from ewdash.i18n import translate
from ewdash.model.vocabulary import DOCUMENT_KINDS
from ewdash.views import cases
from tests.pages.test_pages import opened, said
from tests.reading import Reading, installed

KEPT = {"record": installed()}
SOURCE = KEPT["record"].card("conflict_month").provenance


@pytest.mark.parametrize("case", cases.ORDER)
def test_no_month_holds_anything_later(case):
    steps = cases.months(case=case, **KEPT)
    for step in (steps[0], steps[len(steps) // 2], steps[-1]):
        month = pd.Timestamp(step)
        end = month + pd.offsets.MonthEnd(0)
        view = cases.replay(case=case, month=month, **KEPT)
        assert all(pd.Timestamp(day) <= end for day in view.block.table["date"])
        drawn = [
            trace
            for trace in view.block.figure.validated().data
            if "mode" not in trace or trace.mode != "text"
        ]
        for trace in drawn:
            assert all(pd.Timestamp(day) <= end for day in trace.x or () if day)
        assert bool(view.closing) == (step == steps[-1])


def test_a_later_month_changes_no_earlier_one():
    """Deaths after the month may be anything: the month's view says the same."""
    month = pd.Timestamp(2016, 6, 1)
    before = cases.replay(case="BDI", month=month, **KEPT)

    def other(table):
        rows = KEPT["record"].table(table)
        if table != "conflict_month":
            return rows
        later = (rows["iso3"] == "BDI") & (rows["month"] > month)
        return rows.assign(deaths_best=rows["deaths_best"].mask(later, 9999))

    after = cases.replay(case="BDI", month=month, record=Reading(other))
    assert (before.headline, before.news, before.gaps) == (after.headline, after.news, after.gaps)


# The day by which a row of each table that a replay reads was on record.
ON_RECORD = {
    "conflict_month": "month",
    "conflict_month_recent": "month",
    "signal_month": "month",
    "council_action": "date",
    "council_crossing": "date",
    "upr_review": "session_opened",
    "sc_meeting": "date",
}


def truncated(month):
    """Return a loader of tables that end with the month; the case keeps its period."""
    end = month + pd.offsets.MonthEnd(0)

    def load(table):
        rows = KEPT["record"].table(table)
        if table == "case":
            # The period travels with the documents: later ones become others, far in the future.
            later = rows["public"].fillna(rows["date"]) > end
            return rows.assign(
                date=rows["date"].mask(later, pd.Timestamp("2100-01-01")),
                public=rows["public"].mask(later),
                document=rows["document"].mask(later, "Not written yet"),
                symbol=rows["symbol"].mask(later),
            )
        return rows[rows[ON_RECORD[table]] <= end] if table in ON_RECORD else rows

    return load


@pytest.mark.parametrize(
    ("case", "step"),
    [
        ("RWA", "1993-01"),
        ("RWA", "1993-12"),
        ("RWA", "1994-04"),
        ("LKA", "2008-06"),
        ("LKA", "2009-03"),
        ("LKA", "2011-03"),
        ("LKA", "2015-12"),
        ("BDI", "2014-03"),
        ("BDI", "2015-12"),
        ("MMR", "2012-06"),
        ("MMR", "2017-08"),
        ("MMR", "2018-12"),
    ],
)
def test_tables_that_end_with_the_month_give_the_same_replay(case, step):
    """Deaths, signs, acts, reviews and documents after the month leave no trace in it."""
    month = pd.Timestamp(step)
    whole = cases.replay(case=case, month=month, **KEPT)
    cut = cases.replay(case=case, month=month, record=Reading(truncated(month)))
    assert (whole.headline, whole.news, whole.gaps) == (cut.headline, cut.news, cut.gaps)
    pd.testing.assert_frame_equal(whole.block.table, cut.block.table, check_dtype=False)
    assert whole.block.figure.to_dict() == cut.block.figure.to_dict()


def test_every_table_a_replay_reads_is_cut_or_has_no_time():
    read = set()

    def load(table):
        read.add(table)
        return KEPT["record"].table(table)

    cases.replay(case="MMR", month=pd.Timestamp(2017, 9, 1), record=Reading(load))
    assert read - set(ON_RECORD) == {"case", "country", "vote"}  # a vote stands with its act alone


def test_an_internal_cable_is_unknown_until_it_is_public():
    january = cases.replay(case="RWA", month=pd.Timestamp(1994, 1, 1), **KEPT)
    assert not any("able" in line and "UNAMIR to Headquarters" in line for line in january.news)
    march, april = (
        " ".join(cases.replay(case="BDI", month=pd.Timestamp(2014, number, 1), **KEPT).news)
        for number in (3, 4)
    )
    assert "Cable of BNUB" not in march
    assert "9 April 2014, public by this day, dated 3 April 2014: Cable of BNUB" in april
    last = cases.replay(case="RWA", month=pd.Timestamp(1994, 12, 1), **KEPT)
    (told,) = [line for line in last.closing if "commander of UNAMIR" in line]
    assert told.startswith("Of 11 January 1994, but public only after the case")


def test_documents_have_a_lane_of_their_own_with_a_row_for_each_voice():
    view = cases.replay(case="LKA", month=pd.Timestamp(2009, 3, 1), **KEPT)
    titles = [note.text for note in view.block.figure.validated().layout.annotations]
    assert translate("lane-document") in titles
    voices = [translate(f"class-{kind.replace('_', '-')}") for kind in DOCUMENT_KINDS]
    assert any(list(axis.ticktext or ()) == voices for axis in view.block.figure.validated().select_yaxes())
    (spoken,) = [trace for trace in view.block.figure.validated().data if trace.name == "High Commissioner"]
    assert list(spoken.x) == ["2008-01-15", "2009-01-29", "2009-03-13"]


def test_what_is_a_document_and_an_act_is_told_once():
    told = cases.replay(case="BDI", month=pd.Timestamp(2015, 11, 1), **KEPT).news
    assert len([line for line in told if line.startswith("9 November 2015")]) == 1
    told = cases.replay(case="MMR", month=pd.Timestamp(2017, 9, 1), **KEPT).news
    assert len([line for line in told if "S/2017/753" in line]) == 1


def test_gaps_are_counted_from_both_first_signs_and_to_the_first_act_of_the_security_council():
    lines = cases.replay(case="RWA", month=pd.Timestamp(1994, 6, 1), **KEPT).gaps
    alert, hrc, sc, paper, *after, first = lines
    assert alert.startswith("First alert in the months of this case: January 1993")
    assert "508 days later, on 24 May 1994" in hrc
    assert "70 days later, on 12 March 1993" in sc
    assert "11 August 1993" in paper
    assert "E/CN.4/1994/7/Add.1" in paper
    assert "286 days later, on 24 May 1994" in after[0]
    assert "30 days later, on 10 September 1993" in after[1]
    assert "70 days after the first alert" in first
    assert "152 days before the first document" in first


def closing(case):
    last = pd.Timestamp(cases.months(case=case, **KEPT)[-1])
    return cases.replay(case=case, month=last, **KEPT).closing


@pytest.mark.parametrize("case", cases.ORDER)
def test_the_closing_panel_gives_the_band_and_the_source_of_all_deaths_and_splits_them_by_no_act(case):
    lines = closing(case)
    assert "hindsight" in lines[-1]
    rows = KEPT["record"].table("case")
    first, last = rows.loc[rows["iso3"] == case, ["period_from", "period_to"]].iloc[0]
    deaths = KEPT["record"].table("conflict_month")
    deaths = deaths[(deaths["iso3"] == case) & deaths["month"].between(first, last)]
    best, low, high = (f"{int(deaths[f'deaths_{name}'].sum()):,}" for name in ("best", "low", "high"))
    assert f"deaths recorded {best} ({low}–{high})" in lines[0]
    assert f"{SOURCE.producer}, {SOURCE.version}" in lines[0]
    assert not any("that month" in line for line in lines)


def test_a_month_of_a_case_gives_its_deaths_with_their_band_and_source():
    said_first = cases.replay(case="RWA", month=pd.Timestamp(1994, 4, 1), **KEPT).headline
    assert "(332,413–1,568,628)" in said_first
    assert "110,679 of them in events that end later" in said_first
    assert f"{SOURCE.producer}, {SOURCE.version}" in said_first


def period(case):
    rows = KEPT["record"].table("case")
    first, last = rows.loc[rows["iso3"] == case, ["period_from", "period_to"]].iloc[0]
    return first, last


@pytest.mark.parametrize("case", cases.ORDER)
def test_alerts_and_stages_are_the_installed_ones(case):
    """Situation shows the same: Sri Lanka has no alert, Rwanda in January 1993 a strong one in stage 4."""
    rows = KEPT["record"].table("signal_month")
    first, last = period(case)
    for _, row in rows[(rows["iso3"] == case) & rows["month"].between(first, last)].iterrows():
        told = cases.replay(case=case, month=row["month"], **KEPT)
        assert f"stage {translate('stage-' + str(int(row['stage'])))}" in told.headline
        words = {1: "An alert.", 2: "A strong alert."}
        assert [line for line in told.news if line in words.values()] == (
            [words[row["alert"]]] if row["alert"] > 0 else []
        )
        assert any("not on record" in line for line in told.news) == pd.isna(row["alert"])


def test_a_case_without_an_alert_says_so_and_one_is_one():
    lines = cases.replay(case="LKA", month=pd.Timestamp(2015, 12, 1), **KEPT)
    assert lines.gaps[0] == (
        "No alert in the months of this case so far. The last one before them was in December 2007."
    )
    assert "; no alert, 18 documents" in lines.closing[0]
    early = cases.replay(case="MMR", month=pd.Timestamp(2012, 8, 1), **KEPT).gaps[0]
    assert "for 2 months it cannot be told" in early
    one, more = (
        translate(
            "case-shows", country="", deaths="", source="", alerts=n, open=0, papers=1, recalled=0, acts=""
        )
        for n in (1, 3)
    )
    assert "; one alert, " in one
    assert "; 3 alerts, " in more


@pytest.mark.parametrize("case", ["RWA", "BDI", "MMR"])
def test_the_days_from_the_first_alert_are_those_of_the_response_clock(case):
    first, last = period(case)
    clocks = KEPT["record"].table("response_clock")
    clocks = clocks[(clocks["sign"] == "alert") & (clocks["iso3"] == case)]
    clocks = clocks[clocks["date"].between(first, last)]
    days = clocks[clocks["date"] == clocks["date"].min()].set_index("body")["days"]
    _, hrc, sc, *_ = cases.replay(case=case, month=last.replace(day=1), **KEPT).gaps
    assert f"first verified act {int(days['hrc']):,} days later" in hrc
    assert f"first verified act {int(days['sc']):,} days later" in sc


def test_a_routine_meeting_and_an_informal_dialogue_are_attention_and_no_act():
    january = cases.replay(case="BDI", month=pd.Timestamp(2014, 1, 1), **KEPT)
    assert january.headline.endswith("one text counted once: none.")
    assert "Attention and no act: one on record, of 28 January 2014" in january.gaps[-1]
    assert any(
        line.startswith("28 January 2014, Security Council, attention and no act") for line in january.news
    )
    march = cases.replay(case="LKA", month=pd.Timestamp(2009, 3, 1), **KEPT)
    assert march.headline.endswith("one text counted once: none.")
    assert "Attention and no act: one on record, of 26 March 2009" in march.gaps[-1]
    lines = closing("BDI")
    assert "Security Council 24 days" in lines[1]


def test_the_first_formal_meeting_of_the_security_council_is_shown_in_every_case():
    rows = KEPT["record"].table("sc_meeting")
    for case in cases.ORDER:
        first, last = period(case)
        days = rows.loc[(rows["iso3"] == case) & rows["date"].between(first, last), "date"]
        step = pd.Timestamp(cases.months(case=case, **KEPT)[-1])
        table = cases.replay(case=case, month=step, **KEPT).block.table
        labels = {translate("case-first-meeting"), "First meeting found since January 1989: Rwanda"}
        found = table[table["label"].isin(labels)]
        assert found["date"].tolist() == ([days.min().date()] if len(days) else [])
    lines = " ".join(cases.replay(case="MMR", month=pd.Timestamp(2018, 12, 1), **KEPT).gaps)
    assert "Security Council: first verified act 1,928 days later, on 6 November 2017" in lines


def test_the_acts_of_a_case_are_counted_by_body():
    assert "4 of the Human Rights Council, 3 of the High Commissioner’s Office" in closing("BDI")[0]
    rwanda = closing("RWA")[0]
    assert "of the Commission on Human Rights" in rwanda
    assert "of the Human Rights Council" not in rwanda


def test_burundi_in_december_2015_names_the_special_session():
    view = cases.replay(case="BDI", month=pd.Timestamp(2015, 12, 1), **KEPT)
    assert any("A/HRC/S-24" in line for line in view.news)


def test_what_is_recalled_is_marked_so():
    view = cases.replay(case="MMR", month=pd.Timestamp(2018, 9, 1), **KEPT)
    (decision,) = [line for line in view.news if "Pre-Trial Chamber" in line]
    assert "unverified" in decision
    view = cases.replay(case="LKA", month=pd.Timestamp(2009, 5, 1), **KEPT)
    (session,) = [line for line in view.news if "Special session 11" in line]
    assert "unverified" not in session


def test_rwanda_in_april_1994_is_high_intensity():
    view = cases.replay(case="RWA", month=pd.Timestamp(1994, 4, 1), **KEPT)
    assert "5 High intensity" in view.headline


def test_the_page_steps_on_and_back():
    at = opened("pages/past_cases.py", case="LKA", step="2009-03")
    assert "Sri Lanka, March 2009" in said(at)
    next(button for button in at.button if button.label == "Next month").click().run()
    assert "Sri Lanka, April 2009" in said(at)
    next(button for button in at.button if button.label == "Month before").click().run()
    assert "Sri Lanka, March 2009" in said(at)
    assert not at.exception


@pytest.mark.parametrize("step", ["1800-01", "x", "2009-99"])
def test_an_unknown_month_shows_the_whole_case(step):
    at = opened("pages/past_cases.py", case="LKA", step=step)
    assert "Sri Lanka, December 2015" in said(at)


def test_a_case_shown_whole_plays_from_its_start_and_stays_at_its_end_when_stopped():
    at = opened("pages/past_cases.py", case="LKA")
    assert "Sri Lanka, December 2015" in said(at)
    at.toggle(key="playing").set_value(True).run()
    assert "Sri Lanka, January 2008" in said(at)
    at.query_params["step"] = "2015-12"
    at.toggle(key="playing").set_value(False).run()
    assert "Sri Lanka, December 2015" in said(at)
