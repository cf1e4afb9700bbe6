"""A reader could take a sequence for an effect, or find nothing where the record has something."""

import re

import pandas as pd
import pytest

from ewdash.analysis.accountability import STEPS
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.views import accountability, mechanisms
from tests.reading import Reading, installed

RECORD = installed()
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
    assert none["Human-rights side cited"] == (
        "Not in a resolution up to 23 December 2015, to which these were read for such names, "
        "nor in the sample of other texts; the last before the creation: 3 August 2011"
    )
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
    created = pd.to_datetime(listed["date"])
    five = created + pd.DateOffset(years=5)
    # Speakers are whole to the end of 2020, texts to the last one of the table of resolutions, and names of
    # the human-rights side to the last resolution read for them.
    spoken, written, read = (
        listed[five <= pd.Timestamp(day)] for day in ("2020-12-31", "2026-01-27", "2015-12-23")
    )
    assert RECORD.table("sc_text_mention")["date"].max() == pd.Timestamp("2015-12-23")
    assert (len(spoken), len(written), len(read)) == (22, 32, 7)
    # Five years hold at most two leap days.
    heard = int((spoken["days_heard"] <= 5 * 365 + 1).sum())
    cited = int((read["days_cited"] <= 5 * 365 + 1).sum())
    sanctioned = int((written["days_sanctions"] <= 5 * 365 + 1).sum())
    rows = drawn.table[drawn.table["years_after"] == 5].set_index("step")[["bodies", "followed_by_step"]]
    assert rows.loc["Human-rights side heard"].tolist() == [22, heard]
    assert rows.loc["Human-rights side cited"].tolist() == [7, cited]
    assert rows.loc["Sanctions or embargo"].tolist() == [32, sanctioned]
    (answer,) = drawn.notes
    assert answer.startswith(f"{len(listed)} investigative bodies were created since June 2006. For 22 of")
    assert "before 31 December 2020, to which formal meetings are whole." in answer
    assert (
        f"as having heard the human-rights side after {heard} of these. Other hearings are a sample" in answer
    )
    assert "so that this is a floor" in answer
    assert "For 7, the 5 years after lie before 23 December 2015, to which resolutions were read" in answer
    assert f"The Council cited it after {cited} of these." in answer
    assert (
        "For 32, 5 years of other texts are on record. "
        f"The Council imposed or widened sanctions or an arms embargo after {sanctioned}, and" in answer
    )
    assert answer.endswith("Whether the bodies deterred, the record cannot show.")
    assert "citations in resolutions to 23 December 2015, other texts to 27 January 2026" in drawn.caption
    assert "Not shown: citations after 23 December 2015; hearings outside a sample" in drawn.caption
    assert "citations of 7, other texts of 32" in str(drawn.figure.to_dict())
    whole = mechanisms.investigations(**world)
    assert "formal meetings to 31 December 2020" in whole.caption
    assert "so that their number is a floor" in whole.more


def test_the_first_act_of_the_court_is_the_first_on_record_and_says_how_sure_it_is():
    rows = mechanisms.investigations(region=None, group=None, record=RECORD).table.set_index("symbol")
    court = rows[["days_court", "court_confidence"]]
    recalled, verified = "recalled, unverified", "verified"
    # Darfur: created on 13 December 2006 and 30 March 2007; the first warrants are of 27 April 2007.
    darfur = {
        str(day): tuple(pair) for day, *pair in rows[rows["country"] == "Sudan"][["date", *court]].values
    }
    assert darfur["2006-12-13"] == (135, recalled)
    assert darfur["2007-03-30"] == (28, recalled)
    assert court.loc["A/HRC/RES/S-15/1"].tolist() == [6, recalled]  # Libya: 25 February to 3 March 2011
    myanmar = court.loc["A/HRC/RES/39/2"]
    assert myanmar.tolist() == [413, recalled]  # 27 September 2018 to 14 November 2019
    assert set(rows.loc[rows["country"] == "Burundi", "court_confidence"]) == {recalled}
    assert set(rows.loc[rows["country"].str.startswith("Venezuela"), "court_confidence"]) == {recalled}
    assert verified in set(court["court_confidence"])
    assert (rows["days_court"].isna() == rows["court_confidence"].eq("")).all()


def test_no_window_of_hearings_is_told_where_every_body_is_too_young():
    rows = RECORD.table("hrc_mechanism").query("established >= '2021-06-01'")

    def load(name):
        return rows if name == "hrc_mechanism" else RECORD.table(name)

    acts = RECORD.table("council_action")
    young = acts[~acts["action_type"].str.endswith("_created") | acts["date"].ge("2021-06-01")]
    record = Reading(lambda name: young if name == "council_action" else load(name))
    (answer,) = mechanisms.uptake(region=None, group=None, record=record).notes
    assert "Of none is a whole year of formal meetings on record." in answer


def test_hearings_after_the_whole_record_are_called_a_sample():
    ethiopia = accountability.sequence(country="ETH", body="s-33-1", years=None, **LATEST)
    silent = ethiopia.table[ethiopia.table["step"] == "Human-rights side heard"]
    assert silent["label"].iloc[0].startswith("Not in the sample of hearings after 31 December 2020")
    assert (
        "is on record after the creation. Formal meetings are whole to 31 December 2020; other hearings"
        in ethiopia.notes[0]
    )
    then = accountability.sequence(
        country="LBY", body="s-15-1", years=None, **LATEST | {"month": pd.Timestamp("2011-04-01")}
    )
    assert "sample" not in then.notes[0]


@pytest.mark.parametrize(("country", "body"), [("ETH", "s-33-1"), ("YEM", "36-31")])
def test_an_end_is_as_sure_as_the_act_that_ended_the_body(country, body):
    rows = sequence(country, body).set_index("step")
    assert rows.loc["Ended", "confidence"] == "recalled, unverified"
    assert rows.loc["Last renewal", "confidence"] == "verified"
    assert rows.loc["Created", "confidence"] == "verified"


def test_the_last_renewal_of_a_past_month_is_the_last_by_then():
    def renewed(month):
        rows = sequence("UKR", "49-1", month=pd.Timestamp(month))
        return rows.loc[rows["step"] == "Last renewal", "symbol"].tolist()

    assert renewed("2022-04-01") == []
    assert renewed("2022-06-01") == ["A/HRC/RES/S-34/1"]
    assert renewed("2023-12-01") == ["A/HRC/RES/52/32"]
    assert renewed("2026-04-01") == ["A/HRC/RES/61/29"]
    assert sequence("ETH", "s-33-1", month=pd.Timestamp("2023-06-01"))["step"].eq("Ended").sum() == 0


def test_comparable_situations_of_a_past_month_know_no_later_month():
    then = accountability.before_after(
        country="UKR", body="49-1", years=None, **LATEST | {"month": pd.Timestamp("2022-06-01")}
    )
    last = int(then.table["months_since_creation"].max())
    assert last == 3
    rows = accountability.bodies(RECORD).query("key == '49-1'").iloc[0]
    assert rows["created"] == pd.Timestamp("2022-03-04")
    names = re.findall(r"\((\w+ \d{4})\)", then.more)
    assert len(names) == 12  # without Iraq, whose body of the Security Council was renewed in 2021
    for name in names:
        month = pd.Timestamp(name)
        assert month + pd.DateOffset(months=last) <= pd.Timestamp("2022-06-01")
    # A body created afterwards takes no situation out: what is compared is what could be then.
    known = accountability._occupied(RECORD, pd.Timestamp("2022-06-30"))
    assert known["start"].max() <= pd.Timestamp("2022-06-30")
    assert known["end"].dropna().max() <= pd.Timestamp("2023-06-30")


@pytest.mark.parametrize(
    ("country", "body"), [("UKR", "49-1"), ("PSE", "s-30-1"), ("IRN", "s-35-1"), ("AFG", "60-2")]
)
def test_iraq_with_a_body_of_the_security_council_is_no_situation_without_one(country, body):
    block = accountability.before_after(country=country, body=body, years=None, **LATEST)
    assert "Iraq" not in block.more
    of_iraq = accountability._occupied(RECORD, pd.Timestamp("2026-04-30")).query("iso3 == 'IRQ'")
    assert of_iraq["end"].max() == pd.Timestamp("2024-09-15")  # UNITAD: last text, 15 September 2023


def test_countries_under_the_text_that_created_a_body_are_no_controls_of_it():
    block = accountability.before_after(country="NGA", body="s-23-1", years=None, **LATEST)
    names = block.more.split("They are: ")[1]
    assert "Mali (" in names
    assert not [name for name in ("Cameroon", "Niger (", "Chad") if name in names]
    occupied = set(accountability._occupied(RECORD, pd.Timestamp("2026-04-30"))["iso3"])
    assert {"CMR", "NER", "TCD", "NGA"} <= occupied
    assert "no investigative body of any organ is on record" in block.more


@pytest.mark.parametrize(
    ("country", "body", "step"), [("SYR", "s-17-1", "Last renewal"), ("NGA", "s-23-1", "Created")]
)
def test_a_recalled_renewal_or_creation_is_not_called_verified(country, body, step):
    rows = sequence(country, body).set_index("step")
    assert rows.loc[step, "confidence"] == "recalled, unverified"


def test_rights_of_a_year_that_was_not_over_are_not_told():
    past = {"month": pd.Timestamp("2022-06-01")}
    then = accountability.rights(country="UKR", body="49-1", years=None, **LATEST | past).table
    assert then["one_before"].notna().all()
    assert then["in_year"].isna().all()


def test_a_region_without_an_investigative_body_is_told_so():
    for make in (mechanisms.uptake, mechanisms.investigations):
        with pytest.raises(NotCoveredError):
            make(region="oceania", group=None, record=RECORD)


def test_that_no_text_cites_the_human_rights_side_is_known_only_as_far_as_texts_were_read():
    """Myanmar 2017: resolutions are read for such names to 2015, so a later citation may be missing."""
    silent = sequence("MMR", "34-22")
    silent = silent[silent["date"].isna()].set_index("step")["label"]
    assert silent["Human-rights side cited"] == (
        "Not in the sample of texts after 23 December 2015, to which resolutions were read for such names"
    )
    assert silent["Referral to the ICC"].startswith("Not on record up to 27 January 2026")
    method = translate("method-accountability.text")
    assert "cites the human-rights side is so to 23 December 2015" in method


def test_a_resolution_that_names_the_human_rights_side_counts_as_citing_it():
    read = RECORD.table("sc_text_mention").query("names_side & iso3.notna()")
    acts = pd.concat([RECORD.table("council_crossing"), RECORD.table("council_action")])
    counted = acts[acts["action_type"].isin(STEPS["cited"])]
    assert set(zip(read["symbol"], read["iso3"], strict=True)) <= set(
        zip(counted["symbol"], counted["iso3"], strict=True)
    )
