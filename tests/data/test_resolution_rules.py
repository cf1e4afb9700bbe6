"""A rule could type a text it does not know, two rules the same one, or a text get lost on the way."""

import os
from pathlib import Path

import pandas as pd
import pytest

from ewdash.data import store
from ewdash.data.tables import council_action, council_review, councils, resolution_rules, un_names
from ewdash.i18n import translate
from ewdash.model.errors import HandLineError


@pytest.fixture(scope="module")
def acts():
    return store.load("council_action")


# Counted by hand in the list of resolutions.
@pytest.mark.parametrize(
    ("rules", "iso3", "texts"),
    [
        (("unifil-1", "unifil-2"), "LBN", 36 + 17),
        (("unficyp-1", "unficyp-2", "unficyp-3"), "CYP", 27 + 19 + 24),
        (("minurso",), "ESH", 66),
        (("minustah",), "HTI", 16),
        (("unoci",), "CIV", 23),
        (("unmil-1", "unmil-2", "unmil-3"), "LBR", 13 + 2 + 1),
        (("unmee",), "ETH", 18),
        (("eufor",), "BIH", 20),
        (("dprk-panel",), "PRK", 13),
        (("unami-1", "unami-2"), "IRQ", 1 + 19),
    ],
)
def test_the_renewals_of_an_operation_or_panel_are_typed(acts, rules, iso3, texts):
    rows = acts[acts["rule"].isin(rules) & (acts["iso3"] == iso3)]
    assert rows["symbol"].nunique() == len(rows) == texts
    assert len(set(rows["action_type"])) == 1


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("S/RES/1701 (2006)", "peacekeeping_mandate"),
        ("S/RES/1832 (2008)", "peacekeeping_mandate"),
        ("S/RES/1852 (2008)", "investigative_body_renewed"),
        ("S/RES/1664 (2006)", "resolution"),
        ("S/RES/2177 (2014)", "resolution"),
        ("S/RES/2722 (2024)", "resolution"),
        ("S/RES/1218 (1998)", "resolution"),
        ("S/RES/1116 (1997)", "mission_closed"),
        ("S/RES/1157 (1998)", "peacekeeping_mandate"),
        ("S/RES/1011 (1995)", "sanctions_ended"),
        ("S/RES/2697 (2023)", "investigative_body_ended"),
    ],
)
def test_known_texts_have_their_type(acts, number, kind):
    compiled = acts[acts["origin"] == "compiled"]  # a further effect added by hand takes no rule
    assert set(compiled.loc[compiled["symbol"] == number, "action_type"]) == {kind}


def test_each_rule_types_what_it_says_and_each_typed_row_names_a_rule(acts):
    rules = resolution_rules.read().set_index("rule")
    for column in councils.TEXTS:  # a rule speaks of the source, the table of the United Nations’ names
        rules[column] = un_names.un_named(rules[column])
    typed = acts[acts["rule"].notna()]
    assert set(typed["rule"]) == set(rules.index)
    for column in ("action_type", "instrument_status", "label", "situation"):
        told = pd.Series(rules.loc[typed["rule"], column].to_numpy(), typed.index)
        if column in councils.TEXTS:
            told = un_names.of_the_time(told, typed["date"])
        assert (typed[column] == told).all()
    assert set(typed["body"]) == {"SC"}
    assert set(typed["origin"]) == {"compiled"}


def test_no_act_stands_there_twice(acts):
    """A text typed by rule must not repeat a narrower row the compilers gave it."""
    texts = acts.dropna(subset=["symbol"])
    typed = texts[texts["rule"].notna()]
    key = ["symbol", "iso3", "action_type", "situation"]
    assert not texts[texts.duplicated(key, keep=False)].index.isin(typed.index).any()


def test_the_card_says_how_many_texts_are_typed_and_how_many_are_not(acts):
    untyped = acts[(acts["body"] == "SC") & (acts["action_type"] == "resolution")]
    left = untyped["label"].str.startswith(resolution_rules.PLAIN_LABEL).sum()
    told = translate("card-council-action.caveat-3")
    assert f"{acts['rule'].notna().sum():,} rows" in told
    assert f"{left} rows" in told
    assert f"{left} rows" in translate("chart-precedents.more")


@pytest.mark.skipif("EWDASH_SOURCES" not in os.environ, reason="the source files are not at hand")
def test_typing_loses_no_act():
    folder = Path(os.environ["EWDASH_SOURCES"])
    rows = councils.read_acts(folder, council_action.FILE)
    before = council_review.corrected(folder, council_action.FILE, rows, review=council_review.decisions())
    after = resolution_rules.applied(before, resolution_rules.read())
    same = ["date", "iso3", "situation", "body", "symbol", "source", "confidence"]
    pd.testing.assert_frame_equal(before[same], after[same])


ACTS = pd.DataFrame(
    {
        "date": ["1990-01-31", "1990-07-31", "1990-08-01", "1991-01-30"],
        "situation": "Lebanon",
        "body": "SC",
        "action_type": "resolution",
        "symbol": [f"S/RES/{number} (1990)" for number in (648, 659, 660, 684)],
        "label": [f"{resolution_rules.PLAIN_LABEL}: Lebanon"] * 3 + ["Read by the compilers"],
        "instrument_status": "n/a",
    }
)
RULE = {
    "rule": "r",
    "situation": "Lebanon",
    "date_from": "1990-01-01",
    "date_to": "1991-12-31",
    "months": "1 7",
    "only": "",
    "except": "",
    "action_type": "peacekeeping_mandate",
    "instrument_status": "renewed",
    "label": "UNIFIL extended",
    "reason": "because",
}


def applied(folder, *changes):
    pd.DataFrame([{**RULE, **change} for change in changes]).to_csv(
        folder / resolution_rules.FILE, index=False, columns=resolution_rules.COLUMNS
    )
    return resolution_rules.applied(ACTS, resolution_rules.read(folder))


def test_a_rule_takes_its_months_and_leaves_rows_that_have_a_label(tmp_path):
    assert applied(tmp_path, {})["rule"].isna().tolist() == [False, False, True, True]


def test_a_rule_takes_a_labelled_row_only_by_number(tmp_path):
    assert applied(tmp_path, {"only": "684"})["rule"].isna().tolist() == [True, True, True, False]


@pytest.mark.parametrize(
    ("changes", "line", "column"),
    [
        ([{"situation": "Chad"}], 2, "rule"),
        ([{}, {"rule": "s"}], 3, "rule"),
        ([{}, {}], 3, "rule"),
        ([{"only": "999"}], 2, "only"),
        ([{"except": "660"}], 2, "except"),
        ([{"except": "648", "only": "659"}], 2, "except"),
        ([{"months": "13"}], 2, "months"),
        ([{"date_to": "1990-02-30"}], 2, "date_to"),
        ([{"date_to": "1989-02-28"}], 2, "date_to"),
        ([{"action_type": "special_session"}], 2, "action_type"),
        ([{"action_type": "resolution"}], 2, "action_type"),
        ([{"instrument_status": "extended"}], 2, "instrument_status"),
        ([{"reason": ""}], 2, "reason"),
    ],
)
def test_a_rule_that_is_not_sure_is_refused_by_line_and_column(tmp_path, changes, line, column):
    with pytest.raises(HandLineError, match=rf"resolution_rule\.csv, line {line}, column {column}:"):
        applied(tmp_path, *changes)
