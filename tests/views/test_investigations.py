"""A reader could take a sequence for an effect, or find nothing where the record has something."""

import re

import pandas as pd
import pytest

from ewdash.data.record import Record
from ewdash.model.errors import NotCoveredError
from ewdash.views import accountability, mechanisms

RECORD = Record()
LATEST = {"month": pd.Timestamp("2026-04-01"), "record": RECORD}
BLOCKS = (accountability.sequence, accountability.before_after, accountability.rights)
QUALIFIED = re.compile("genocide|crimes? against humanity|war crime", re.IGNORECASE)
CAUSES = re.compile("because|thanks to|led to|due to|resulted", re.IGNORECASE)


def sequence(country, body, **more):
    table = accountability.sequence(country=country, body=body, years=None, **LATEST | more).table
    return table.set_index("symbol", drop=False)


def test_the_newest_body_stands_first_and_is_shown_first():
    offered = accountability.options(country="MMR", **LATEST)
    assert list(offered) == ["39-2", "34-22"]
    assert offered["34-22"].endswith("(2017)")
    newest = sequence("MMR", None)
    assert newest["symbol"].iloc[0] == "A/HRC/RES/39/2"
    assert sequence("MMR", "s-17-1")["symbol"].iloc[0] == "A/HRC/RES/39/2"  # a body of another country


def test_the_syrian_sequence_is_as_read_in_its_documents():
    rows = sequence("SYR", "s-17-1")
    assert rows.loc["A/HRC/S-17/2/Add.1", "days_since"] == 101  # 23 August to 2 December 2011
    assert (
        rows.loc["A/HRC/S-17/2/Add.1", "label"]
        == "Report before the Council at HRC S-18, dated 23 November 2011"
    )
    assert rows.loc["S/RES/2235 (2015)", "days_since"] == 1445
    heard = rows[rows["step"] == "Human-rights side heard"]
    assert heard["days_since"].tolist() == [111]
    none = rows[rows["date"].isna()].set_index("step")["label"]
    assert none["Referral to the ICC"] == "Not on record up to 27 January 2026"
    assert none["Human-rights side cited"].endswith("; the last before the creation: 3 August 2011")
    assert none["ICC warrant"] == "Not in our selection of the Court’s acts"
    dated = rows.dropna(subset=["date"])
    assert dated["date"].is_monotonic_increasing
    assert (dated["days_since"] >= 0).all()


def test_a_view_of_the_past_knows_nothing_later():
    rows = sequence("SYR", "s-17-1", month=pd.Timestamp("2012-06-01"))
    assert rows["date"].dropna().max() < pd.Timestamp("2012-07-01").date()
    assert "A/HRC/21/50" not in rows.index
    none = rows[rows["date"].isna()].set_index("step")["label"]
    assert none["Referral to the ICC"] == "Not on record up to 30 June 2012"
    months = accountability.before_after(
        country="SYR", body="s-17-1", years=None, **LATEST | {"month": pd.Timestamp("2012-06-01")}
    )
    assert months.table["months_since_creation"].max() == 10
    with pytest.raises(NotCoveredError):
        accountability.options(country="SYR", **LATEST | {"month": pd.Timestamp("2011-03-01")})


@pytest.mark.parametrize("make", BLOCKS)
def test_a_country_without_an_investigative_body_is_told_so(make):
    with pytest.raises(NotCoveredError, match=r"Investigative bodies.*France"):
        make(country="FRA", years=None, **LATEST)


def test_deaths_that_no_source_holds_are_no_zeros():
    with pytest.raises(NotCoveredError):
        accountability.before_after(country="TLS", body="1999-s-4-1", years=None, **LATEST)
    assert len(sequence("TLS", "1999-s-4-1"))


def test_deaths_filed_elsewhere_are_those_and_it_is_said():
    of_palestine = accountability.before_after(country="PSE", body="s-9-1", years=None, **LATEST)
    of_israel = accountability.before_after(country="ISR", body="s-9-1", years=None, **LATEST)
    assert of_palestine.table["deaths_dated"].sum() == of_israel.table["deaths_dated"].sum() > 0
    assert any("under Israel" in note for note in of_palestine.boundaries)


def test_preliminary_months_stand_alone_and_short_windows_give_no_sums():
    late = accountability.before_after(country="AFG", body="60-2", years=None, **LATEST)
    assert set(late.table["vintage"]) == {"preliminary (Candidate)"}
    assert any("withheld" in note for note in late.notes)
    assert any("beyond, figures of another kind" in note for note in late.notes)
    whole = accountability.before_after(country="SYR", body="s-17-1", years=None, **LATEST)
    assert set(whole.table["vintage"]) == {"final"}
    assert len(whole.table) == 49
    assert any("1,550 deaths are dated, in the 24 after it 89,510" in note for note in whole.notes)


def test_no_body_is_qualified_or_given_an_effect_in_our_words():
    for row in accountability.bodies(RECORD).to_dict("records"):
        arguments = {"country": row["iso3"], "body": row["key"], "years": None, **LATEST}
        block = accountability.sequence(**arguments)
        assert not QUALIFIED.search(" ".join(block.table["label"]))
        assert not CAUSES.search(
            " ".join([block.caption, *block.notes]).replace("whether one step led to", "")
        )


def test_every_report_names_a_body_that_is_shown():
    named = RECORD.table("mechanism_report")[["mechanism", "iso3"]].drop_duplicates()
    shown = accountability.bodies(RECORD)[["mechanism", "iso3"]]
    assert len(named.merge(shown)) == len(named)


def test_the_councils_answer_counts_what_the_list_shows():
    world = {"region": None, "group": None, "record": RECORD}
    listed = mechanisms.investigations(**world).table
    drawn = mechanisms.uptake(**world)
    assert listed["date"].is_monotonic_decreasing
    assert listed["date"].min() >= pd.Timestamp("2006-06-19").date()
    full = listed[pd.to_datetime(listed["date"]) + pd.DateOffset(years=5) <= pd.Timestamp("2026-01-27")]
    # Five years hold at most two leap days.
    heard = int((full["days_heard"] <= 5 * 365 + 1).sum())
    row = drawn.table[(drawn.table["years_after"] == 5) & (drawn.table["step"] == "Human-rights side heard")]
    assert row[["bodies", "followed_by_step"]].to_numpy().tolist() == [[len(full), heard]]
    answer = drawn.notes[0]
    assert answer.startswith(
        f"{len(listed)} investigative bodies were created since June 2006; {len(full)} of"
    )
    assert f"heard the human-rights side on the situation after {heard} of these" in answer
    assert answer.endswith("Whether the bodies deterred, the record cannot show.")


def test_a_region_without_an_investigative_body_is_told_so():
    for make in (mechanisms.uptake, mechanisms.investigations):
        with pytest.raises(NotCoveredError):
            make(region="oceania", group=None, record=RECORD)
