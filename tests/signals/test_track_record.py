"""The published record could drift from the code, the floor of other rules, or the installed tables."""

import functools

import numpy as np
import pandas as pd
import pytest

from ewdash.__main__ import main
from ewdash.analysis import alerts, onsets, panels, skill, surprise
from ewdash.data import store
from ewdash.model.datasets import DERIVED
from ewdash.model.errors import StaleSignalsError
from ewdash.signals import compute, evaluation, inputs, run, training

LOAD = functools.cache(store.load)
PERIOD = evaluation.FIRST, evaluation.LAST


@pytest.fixture(scope="module")
def panel():
    return inputs.final(LOAD)


@pytest.fixture(scope="module")
def record():
    return LOAD("track_record")


def value(record, rule, measure, series="dated"):
    rows = record[(record["part"] == "rules") & (record["series"] == series) & (record["rule"] == rule)]
    return float(rows.set_index("measure")["value"][measure])


def test_training_sees_nothing_after_2009(panel):
    """Later months may be anything: the thresholds stay the same, and are those in use."""
    later = np.asarray(panel.months >= pd.Timestamp(2010, 1, 1))
    wild = {name: np.where(later[:, None], grid * 7 + 3, grid) for name, grid in panel.counts.items()}
    changed = type(panel)(panel.months, panel.iso3, wild)
    assert training.chosen(panel) == training.chosen(changed) == (alerts.ALERT, alerts.STRONG)


def test_the_risk_is_fitted_on_nothing_after_2009(panel):
    later = np.asarray(panel.months >= pd.Timestamp(2010, 1, 1))[:, None]
    grids = {"a": np.log1p(np.nan_to_num(panel.deaths)), "b": np.nan_to_num(panel.counts["events"])}
    wild = {name: np.where(later, 9.0, grid) for name, grid in grids.items()}
    changed = type(panel)(
        panel.months, panel.iso3, {n: np.where(later, 0.0, g) for n, g in panel.counts.items()}
    )
    ours, theirs = training.quiet_fitted(panel, grids), training.quiet_fitted(changed, wild)
    assert ours.weight.tolist() == theirs.weight.tolist()


def test_the_onsets_are_those_of_the_reference(panel):
    """132 and 23 with all zeros filled; one fewer here, before a country was covered."""
    inside = panel.between(*PERIOD)
    for deaths, counts in ((panel.deaths, (131, 22)), (np.nan_to_num(panel.deaths), (132, 23))):
        begins, hard = onsets.onsets(deaths)
        assert ((begins & inside).sum(), (hard & inside).sum()) == counts


@pytest.mark.parametrize(
    ("rule", "precision", "recall", "per_month"),
    [("rise", 0.480, 0.864, 1.62), ("sharp", 0.542, 0.818, 1.26)],
)
def test_the_fixed_rules_score_as_in_the_reference(panel, rule, precision, recall, per_month):
    """With zeros before a country was covered, and a mute that a higher level does not break."""
    filled = type(panel)(
        panel.months, panel.iso3, {name: np.nan_to_num(grid) for name, grid in panel.counts.items()}
    )
    (fixed,) = (each for each in alerts.FIXED if each.key == rule)
    flat = np.zeros_like(filled.deaths)  # no level to go up
    card = skill.scorecard(alerts.muted(alerts.fires(filled.deaths, fixed), flat), filled, *PERIOD)
    assert card.precision == pytest.approx(precision, abs=0.01)
    assert card.recall == pytest.approx(recall, abs=0.01)
    assert card.per_month == pytest.approx(per_month, abs=0.07)


def test_our_alerts_are_right_more_often_than_every_fixed_rule(record):
    """And fewer; the price is recall, which a test must not hide."""
    ours = {name: value(record, "alert", name) for name in ("precision", "either", "per_month")}
    for rule in ("rise", "sharp", "hdx", "ears", "poisson"):
        assert ours["precision"] > value(record, rule, "precision")
        assert ours["either"] > value(record, rule, "either")
    assert ours["per_month"] < value(record, "sharp", "per_month")
    assert value(record, "alert", "recall") < value(record, "rise", "recall")
    assert value(record, "strong", "precision") > ours["precision"]


def test_deaths_dated_to_their_month_make_every_rule_righter(record):
    for rule in ("alert", "strong", "rise", "sharp"):
        assert value(record, rule, "precision") > value(record, rule, "precision", "all") + 0.05


def test_chance_is_far_below_and_the_higher_multiple_is_near_the_best_of_random_ones(record):
    rows = record[record["part"] == "placebo"].set_index(["rule", "measure"])
    ours = {name: value(record, "alert", name) for name in ("precision", "either")}
    assert rows["high"]["random", "precision"] < ours["precision"] / 2
    assert rows["high"]["random", "either"] < ours["either"] / 2
    assert rows["high"]["raised", "precision"] < ours["precision"]


def test_what_stood_at_an_opening_is_counted_by_hand():
    months = pd.date_range("2008-01-01", periods=60, freq="MS")
    deaths = np.zeros((60, 2))
    deaths[30:36, 0] = 30  # an onset in July 2010, known on 20 August
    rows = {"iso3": np.repeat(["AAA", "BBB"], 60), "month": [*months] * 2, "deaths_best": deaths.T.ravel()}
    small = panels.panel(pd.DataFrame(rows))
    alert = np.zeros((60, 2), dtype=bool)
    alert[30, 0] = alert[24, 1] = True  # that of January 2010 is known from 20 February to 19 August
    openings = pd.DatetimeIndex(["2010-08-19", "2010-08-20", "2011-03-01"])
    table = skill.at_openings(alert, small, openings, "2010-01", "2011-12")
    assert (table.met, table.onsets, table.sessions) == (1, 1, 3)
    assert table.alerts == pytest.approx((1 + 1 + 0) / 3)


def test_nominal_surprise_fires_about_as_often_as_it_says(record):
    rows = record[(record["part"] == "surprise") & (record["measure"] == "0.05")]
    assert rows["value"].between(0.035, 0.065).all()


def test_the_fan_beats_the_last_year_at_every_horizon_and_its_bands_hold(record):
    rows = record[record["part"] == "forecast"].set_index(["series", "scope", "rule", "measure"])["value"]
    for series in ("dated", "civilians"):
        for scope in ("h1", "h3", "h6"):
            assert rows[series, scope, "pool", "crps"] < rows[series, scope, "last_year", "crps"]
            assert 0.45 <= rows[series, scope, "pool", "within_50%"] <= 0.55
            assert 0.86 <= rows[series, scope, "pool", "within_90%"] <= 0.94


def test_a_scorecard_counts_by_hand():
    months = pd.date_range("2008-01-01", periods=60, freq="MS")
    deaths = np.zeros((60, 2))
    deaths[30:36, 0] = 30  # an onset in July 2010
    rows = pd.DataFrame(
        {
            "iso3": np.repeat(["AAA", "BBB"], 60),
            "month": list(months) * 2,
            "deaths_best": deaths.T.ravel(),
        }
    )
    from ewdash.analysis.panels import panel as made

    small = made(rows)
    alert = np.zeros((60, 2), dtype=bool)
    alert[31, 0] = alert[40, 1] = True
    card = skill.scorecard(alert, small, "2010-01", "2012-06")
    assert (card.recall, card.hard_recall, card.delay) == (1, 1, 1)
    assert card.precision == 0.5
    assert card.per_month == pytest.approx(2 / 30)


def test_no_alert_stands_below_twenty_five_deaths():
    signals = LOAD("signal_month")
    assert signals[signals["alert"] > 0]["deaths_month"].min() >= alerts.FLOOR


def test_a_preliminary_month_says_what_it_was_judged_against_and_adds_up_no_two_states():
    signals = LOAD("signal_month")
    recent = signals[signals["vintage"] == "candidate"].set_index("month").sort_index()
    assert set(recent.loc["2025-01-01", "against"]) == {"final"}
    assert set(recent.loc["2025-02-01":"2025-12-01", "against"]) == {"mixed"}
    assert set(recent.loc["2026-01-01":, "against"]) == {"preliminary"}
    assert recent.loc[:"2025-11-01", ["deaths_12", "level"]].isna().all(axis=None)
    assert recent.loc["2025-12-01":, "deaths_12"].notna().all()


@pytest.mark.parametrize(
    ("country", "month", "deaths"),
    [
        ("COD", "2025-01-01", 3699),
        ("IRN", "2025-06-01", 1190),
        ("SDN", "2025-10-01", 4592),
        ("IRN", "2026-01-01", 19894),
        ("VEN", "2026-01-01", 84),
        ("IRQ", "2026-03-01", 105),
    ],
)
def test_what_every_reader_remembers_of_2025_is_an_alert(country, month, deaths):
    row = signal(country, month, "candidate")
    assert (row["deaths_month"], row["alert"]) == (deaths, 2)


def signal(country, month, vintage):
    signals = LOAD("signal_month")
    rows = signals[(signals["iso3"] == country) & (signals["vintage"] == vintage)]
    return rows[rows["month"] == month].iloc[0]


def test_what_cannot_be_told_is_never_no_alert():
    """Tanzania in October 2025: 227 of 228 deaths in events that run into November."""
    row = signal("TZA", "2025-10-01", "candidate")
    assert row["unjudged"] == "crossing"
    assert pd.isna(row["alert"])
    signals = LOAD("signal_month")
    late = signals[signals["month"] >= "2026-05-01"]
    assert set(late.loc[late["alert"].isna(), "unjudged"]) == {"partial"}
    assert late.loc[late["alert"].notna(), "iso3"].tolist() == ["HTI"]  # a lower bound can show a yes
    behind = signals[signals["vintage"] == "final"].groupby("iso3").cumcount()
    final = signals[signals["vintage"] == "final"]
    assert set(final.loc[behind < 12, "unjudged"]) == {"short"}


def test_an_open_month_silences_no_later_one():
    """Yemen 2021: February, June and October hold events across their ends that leave an alert open."""
    assert signal("YEM", "2021-06-01", "final")["unjudged"] == "crossing"
    assert signal("ETH", "2022-09-01", "final")["unjudged"] == "crossing"


def test_stages_run_through_from_final_to_preliminary():
    signals = LOAD("signal_month")
    last = signals[(signals["vintage"] == "final") & (signals["month"] == "2024-12-01")].set_index("iso3")
    first = signals[(signals["vintage"] == "candidate") & (signals["month"] == "2025-01-01")]
    first = first.set_index("iso3").reindex(last.index)
    both = last["stage"].notna() & first["stage"].notna()
    assert both.sum() > 180
    assert (last["stage"][both] == first["stage"][both]).mean() > 0.9
    assert (first["stage_months"] > 12)[both].any()


def test_lower_bounds_of_months_that_have_more_repeat_their_alerts():
    signals = LOAD("signal_month")
    keys = ["iso3", "month"]
    pairs = signals[signals["vintage"] == "candidate"].merge(
        signals[signals["vintage"] == "lower_bound"], on=keys, suffixes=("", "_bound")
    )
    pd.testing.assert_series_equal(pairs["alert"], pairs["alert_bound"], check_names=False)


def test_a_new_month_is_computed_without_touching_the_final_ones():
    kept = LOAD("signal_month").query("vintage == 'final'")
    recent = LOAD("conflict_month_recent")
    added = recent[recent["month"] == "2026-06-01"].assign(month=pd.Timestamp(2026, 7, 1))
    grown = pd.concat([recent, added], ignore_index=True)
    signals = compute.signals(
        lambda table: grown if table == "conflict_month_recent" else LOAD(table), final_rows=kept
    )
    assert signals["month"].max() == pd.Timestamp(2026, 7, 1)
    assert len(signals) == len(LOAD("signal_month")) + len(added)


def test_signals_from_other_tables_are_refused():
    card = store.card("signal_month")

    def describe(table):
        from dataclasses import replace

        found = store.card(table)
        return replace(found, sha256="0" * 64) if table == "conflict_month" else found

    with pytest.raises(StaleSignalsError, match="computed from other figures"):
        store.current(card, describe=describe)
    for table in DERIVED:
        assert not store.outdated(store.card(table))


def test_the_command_recomputes_what_changed(tmp_path, monkeypatch, capsys):
    import shutil

    shutil.copytree(store.DATA, tmp_path / "data")
    before = store.card("signal_month", root=tmp_path / "data").sha256
    cards = run.update(root=tmp_path / "data")
    assert [card.table for card in cards] == [
        "signal_month",
        "forecast_month",
        "level_month",
        "verdict_year",
        "response_clock",
        "connection",
    ]
    assert cards[0].sha256 == before
    assert main(["check"]) == 0
    assert "signal_month" in capsys.readouterr().out


def test_a_surprise_needs_a_year_behind_it(panel):
    found = surprise.surprise(panel.deaths)
    assert np.isnan(found[:12]).all()


def test_the_readme_prints_the_record(record):
    """Each row: alerts a month, precision with its interval, by both yardsticks, recall, quiet countries."""
    text = (store.DATA.parent / "README.md").read_text(encoding="utf-8")
    named = {"hdx": "Rule of HDX Signals", "rise": "Rise", "sharp": "Sharp rise", "alert": "our alerts"}
    for rule, name in (named | {"strong": "our strong alerts"}).items():
        rows = record[(record["part"] == "rules") & (record["rule"] == rule)]
        rows = rows[rows["series"] == "dated"]
        found = rows.set_index("measure")
        values = [
            f"{found['value'][part]:.2f}"
            for part in ("per_month", "precision", "either", "recall", "hard_recall")
        ]
        span = "–".join(f"{found[end]['precision']:.2f}" for end in ("low", "high"))
        assert f"| {name} | {values[0]} | {values[1]} ({span}) | {' | '.join(values[2:])} |" in text
