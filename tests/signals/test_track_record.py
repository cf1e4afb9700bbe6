"""The published record could drift from the code, the floor of other rules, or the installed tables."""

import functools

import numpy as np
import pandas as pd
import pytest

from ewdash.__main__ import main
from ewdash.analysis import alerts, onsets, scores, skill, surprise
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


def value(record, rule, measure, series="all"):
    rows = record[(record["part"] == "rules") & (record["series"] == series) & (record["rule"] == rule)]
    return float(rows.set_index("measure")["value"][measure])


def test_training_sees_nothing_after_2009(panel):
    """Later months may be anything: the fitted score stays the same."""
    later = np.asarray(panel.months >= pd.Timestamp(2010, 1, 1))
    wild = {name: np.where(later[:, None], grid * 7 + 3, grid) for name, grid in panel.counts.items()}
    changed = type(panel)(panel.months, panel.iso3, wild)
    ours, theirs = (training.fitted(part, scores.SHORT)[0] for part in (panel, changed))
    np.testing.assert_allclose(ours.weight, theirs.weight)
    assert (ours.alert, ours.strong) == (theirs.alert, theirs.strong)


def test_the_onsets_are_those_of_the_reference(panel):
    """135 and 23 with all zeros filled; one fewer here, before a country was covered."""
    inside = panel.between(*PERIOD)
    begins, hard = onsets.onsets(panel.deaths)
    assert ((begins & inside).sum(), (hard & inside).sum()) == (134, 22)
    filled, quiet = onsets.onsets(np.nan_to_num(panel.deaths))
    assert ((filled & inside).sum(), (quiet & inside).sum()) == (135, 23)


@pytest.mark.parametrize(
    ("rule", "precision", "recall"), [("hdx", 0.38, 0.44), ("rise", 0.43, 0.85), ("sharp", 0.47, 0.84)]
)
def test_the_fixed_rules_score_as_in_the_reference(record, rule, precision, recall):
    assert value(record, rule, "precision") == pytest.approx(precision, abs=0.02)
    assert value(record, rule, "recall") == pytest.approx(recall, abs=0.02)


def test_our_score_beats_every_fixed_rule_that_finds_as_much(record):
    ours = {name: value(record, "score", name) for name in ("precision", "recall", "per_month")}
    for rule in ("rise", "sharp", "ears"):
        assert ours["precision"] > value(record, rule, "precision")
        assert ours["recall"] > value(record, rule, "recall")
    assert ours["per_month"] < value(record, "rise", "per_month")


def test_nominal_surprise_fires_about_as_often_as_it_says(record):
    rows = record[(record["part"] == "surprise") & (record["measure"] == "0.05")]
    assert rows["value"].between(0.035, 0.065).all()


def test_the_fan_beats_the_last_year_at_every_horizon_and_its_bands_hold(record):
    rows = record[record["part"] == "forecast"].set_index(["series", "scope", "rule", "measure"])["value"]
    for series in ("all", "civilians"):
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


def test_final_and_preliminary_months_are_never_in_one_comparison():
    """The first preliminary months have no change: the year before belongs to the final record."""
    signals = LOAD("signal_month")
    early = signals[(signals["vintage"] != "final") & (signals["month"] < "2026-01-01")]
    assert early["change"].isna().all()
    after_a_year = signals[(signals["vintage"] == "candidate") & (signals["month"] == "2026-01-01")]
    assert after_a_year["change"].notna().all()


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
    """Each row of its table: alerts a month, precision with its interval, recall, quiet countries."""
    text = (store.DATA.parent / "README.md").read_text(encoding="utf-8")
    named = {"hdx": "Rule of HDX Signals", "rise": "Rise", "sharp": "Sharp rise", "score": "our score"}
    for rule, name in (named | {"score_strong": "our score, strong alerts"}).items():
        rows = record[(record["part"] == "rules") & (record["series"] == "all") & (record["rule"] == rule)]
        found = rows.set_index("measure")
        values = [
            f"{found['value'][part]:.2f}" for part in ("per_month", "precision", "recall", "hard_recall")
        ]
        span = "–".join(f"{found[end]['precision']:.2f}" for end in ("low", "high"))
        assert f"| {name} | {values[0]} | {values[1]} ({span}) | {values[2]} | {values[3]} |" in text
