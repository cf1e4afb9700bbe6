"""Releases brought in from files and from a server: all of it is shown, or nothing is changed."""

import shutil
from datetime import date

import pandas as pd
import pytest

from ewdash.analysis import verdicts
from ewdash.data import fetching, home, indicator_releases, releases, store
from ewdash.data.record import opened
from ewdash.model.errors import EwdashError, HomeUnusableError, ReleaseRefusedError, UpdateRunningError
from ewdash.signals import refresh, run
from ewdash.views import release_news, since
from tests import ucdp_files
from tests.data.test_fetching import send, server

TODAY = date(2026, 11, 26)


@pytest.fixture
def july():
    return ucdp_files.moved(ucdp_files.candidate("2026-04"), 3)


@pytest.fixture
def no_signals(monkeypatch):
    monkeypatch.setattr(run, "update", lambda **given: [])


def install(tmp_path, rows, name="GEDEvent_v26_0_7.csv", **given):
    file = tmp_path / name
    file.write_bytes(rows if isinstance(rows, bytes) else ucdp_files.write(rows, **given))
    return refresh.install([file], today=TODAY)


def test_a_new_month_is_shown_with_its_signals_and_the_old_record_can_return(tmp_path, july):
    report = install(tmp_path, july)
    assert report.versions == ("26.0.7",)
    record = opened()
    recent = record.table("conflict_month_recent")
    month = recent[recent["vintage"].eq("candidate") & recent["month"].eq(pd.Timestamp(2026, 7, 1))]
    assert (
        month["deaths_best"].sum() == july.loc[july["month"] == pd.Timestamp(2026, 7, 1), "deaths_best"].sum()
    )
    assert len(month) == 196  # covered countries without an event are zeros
    signals = record.current("signal_month")
    assert signals["month"].max() == pd.Timestamp(2026, 7, 1)
    manifest = record.table("release")
    own = manifest[manifest["origin"] == "own"].iloc[0]
    assert (own["version"], own["events"]) == ("26.0.7", len(july))
    assert report.file is not None
    assert len(pd.read_csv(report.file)) == len(report.changes["26.0.7"])
    with home.changing():
        home.forget_everything()
    assert opened().root == store.DATA


def test_the_months_of_the_repository_come_out_of_their_events_as_they_are():
    with home.changing():
        state = home.begin()
        releases.write(state, [], [])
    made, built_in = (store.load("conflict_month_recent", root=root) for root in (state, store.DATA))
    columns = [name for name in made.columns if name != "release"]
    pd.testing.assert_frame_equal(made[columns], built_in[columns])


def test_a_later_release_wins_for_an_event_and_adds_what_was_late(tmp_path, july, no_signals):
    first = ucdp_files.candidate("2026-01").head(1)
    revised = pd.concat([july, first.assign(deaths_best=first["deaths_best"] + 500)], ignore_index=True)
    install(tmp_path, revised)
    before, after = (
        store.load("conflict_month_recent", root=root).query("vintage == 'candidate'")
        for root in (store.DATA, home.shown())
    )
    month = pd.Timestamp(2026, 1, 1)
    sums = [rows.loc[rows["month"] == month, "deaths_best"].sum() for rows in (before, after)]
    assert sums[1] - sums[0] == 500
    months, archive = [store.load("vintage_month", root=home.shown())[name] for name in ("month", "release")]
    assert set(months[archive == "26.0.7"]) >= {month, pd.Timestamp(2026, 7, 1)}


def test_a_final_release_takes_the_place_of_the_one_before(tmp_path, no_signals):
    rows = ucdp_files.final()
    file = tmp_path / "GEDEvent_v26_1.csv"
    file.write_bytes(ucdp_files.write(rows))
    with pytest.raises(ReleaseRefusedError, match="events where about 385,918"):
        refresh.install([file], today=TODAY)
    report = refresh.install([file], today=TODAY, accept=True)
    record = opened()
    months = record.table("conflict_month")
    assert months["deaths_best"].sum() == rows["deaths_best"].sum() == 3_957_143 + 160_900
    assert record.card("conflict_month").provenance.version == "GED 26.1"
    assert record.card("conflict_month").provenance.covers_to == date(2025, 12, 31)
    years = record.table("conflict_year_settled")
    assert sorted(years["year"].unique()) == [2024, 2025]
    assert years.groupby("year")["deaths_best"].sum().tolist() == [160_900, 160_900]
    archive = record.table("vintage_month")
    assert {"25.1", "26.1"} <= set(archive["release"])  # nothing is thrown away
    change = report.changes["26.1"]
    assert change.loc[change["before_status"] == "preliminary", "difference"].isna().all()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda rows: rows.iloc[::2], "events a month where about|events where about"),
        (lambda rows: rows[rows["iso3"] != "UKR"], "UKR"),
        (lambda rows: rows.assign(deaths_best=-1), "are wrong, the first in row 2"),
        (lambda rows: ucdp_files.moved(rows, 12), "are wrong|begin after"),
        (lambda rows: rows.assign(deaths_best=0, deaths_low=0), "it holds 0 deaths where about"),
        (lambda rows: rows.assign(deaths_best=rows["deaths_best"] * 50), "deaths where about"),
        (lambda rows: ucdp_files.moved(rows, -1), "its events are those of release 26.0.6"),
    ],
    ids=["half", "country", "negative", "next-year", "no-deaths", "many-deaths", "yesterday"],
)
def test_a_release_that_cannot_be_is_refused_and_the_old_one_stays(spoil, words, tmp_path, july, no_signals):
    with pytest.raises(ReleaseRefusedError, match=words) as refused:
        install(tmp_path, spoil(july))
    assert "What was shown stays" in refused.value.advice
    assert home.current() is None
    assert releases.held() == []


def test_the_same_file_under_another_name_is_refused(tmp_path, july, no_signals):
    install(tmp_path, july, name="july.csv")
    with pytest.raises(ReleaseRefusedError, match=r"its events are those of release 26\.0\.7"):
        install(tmp_path, july, name="GEDEvent_v26_0_8.csv")


def test_a_column_of_another_name_is_refused(tmp_path, july):
    content = ucdp_files.write(july).replace(b"date_start", b"start", 1)
    with pytest.raises(EwdashError, match="date_start"):
        install(tmp_path, content)


def test_one_change_at_a_time(tmp_path, july):
    with home.changing(), pytest.raises(UpdateRunningError):
        install(tmp_path, july)
    assert home.current() is None


def test_an_update_asks_for_what_is_newer_and_only_for_that(tmp_path, july, monkeypatch, no_signals):
    files = {"/candidateged/GEDEvent_v26_0_7.csv": ucdp_files.write(july)}

    def answer(handler):
        body = files.get(handler.path)
        send(handler, body or b"none", status=200 if body else 404)

    with server(answer) as (address, asked):
        monkeypatch.setenv(fetching.PLACE, address.rsplit("/", 1)[0])
        monkeypatch.setenv(fetching.UNHCR_PLACE, address.rsplit("/", 1)[0])
        assert refresh.update(today=TODAY).versions == ("26.0.7",)
        paths = [path for path, _ in asked]
        assert "/candidateged/GEDEvent_v26_0_4.csv" not in paths  # at hand
        assert "/candidateged/GEDEvent_v25_01_25_12.csv" not in paths
        again = refresh.update(today=TODAY)
    assert again.versions == ()
    assert again.lines() == ["Nothing new: the releases at hand are the newest there are."]


def test_a_release_that_is_loaded_is_new_in_the_data(tmp_path, july, no_signals):
    install(tmp_path, july)
    news = since.news(opened(), since="2026-11-25", scope=("SDN",))
    assert "release 26.0.7 of UCDP loaded on this machine" in " ".join(news.table["what"])
    options = release_news.options(opened())
    assert options["26.0.7"] == "26.0.7, preliminary: Jul 2026"
    block = release_news.changes(opened(), release="26.0.7", scope=("SDN",))
    assert block.table["month"].tolist() == ["2026-07"]
    assert block.table["earlier_deaths"].isna().all()  # no release told of the month before: not zero


def test_a_file_that_was_refused_is_fetched_anew(tmp_path, july, monkeypatch, no_signals):
    half, whole = (ucdp_files.write(rows) for rows in (july.iloc[::2], july))
    bodies = [half, whole]

    def answer(handler):
        here = handler.path == "/candidateged/GEDEvent_v26_0_7.csv"
        send(handler, bodies.pop(0) if here else b"none", status=200 if here else 404)

    with server(answer) as (address, _):
        monkeypatch.setenv(fetching.PLACE, address.rsplit("/", 1)[0])
        with pytest.raises(ReleaseRefusedError):
            refresh.update(today=TODAY)
        (home.place() / f"{refresh.READING}killed").mkdir()
        assert refresh.update(today=TODAY).versions == ("26.0.7",)
    assert not list(home.place().glob(f"{refresh.READING}*"))


def test_a_file_that_was_cut_is_refused(tmp_path, july):
    content = ucdp_files.write(july)
    with pytest.raises(ReleaseRefusedError, match="its last row is not whole"):
        install(tmp_path, content[:-40])


def test_a_release_that_says_something_else_under_its_name_is_only_taken_when_told_so(
    tmp_path, july, no_signals
):
    install(tmp_path, july)
    again = july.assign(deaths_best=july["deaths_best"] + 1)
    with pytest.raises(ReleaseRefusedError, match=r"release 26\.0\.7 is at hand with other content"):
        install(tmp_path, again)
    file = tmp_path / "GEDEvent_v26_0_7.csv"
    first, second = (refresh.install([file], today=TODAY, accept=True).file for _ in range(2))
    assert first != second  # no report takes the place of an earlier one


def test_a_final_release_that_is_built_in_is_not_loaded_again(tmp_path, no_signals):
    rows = ucdp_files.final()
    old = rows[rows["date"].dt.year <= 2024]
    with pytest.raises(ReleaseRefusedError, match=r"holds the final release 25\.1 or a newer one"):
        install(tmp_path, old, name="GEDEvent_v25_1.csv")


def test_a_damaged_release_is_named(tmp_path, july, no_signals):
    install(tmp_path, july)
    (releases.folder() / "26.0.7.json").write_text("{", encoding="utf-8")
    with pytest.raises(HomeUnusableError, match=r"26\.0\.7\.json is damaged"):
        releases.held()
    figures = releases.folder() / indicator_releases.FOLDER
    figures.mkdir()
    (figures / "unhcr-2025.json").write_text("[]", encoding="utf-8")
    with pytest.raises(HomeUnusableError, match=r"unhcr-2025\.json is damaged"):
        indicator_releases.held()


def test_what_rests_on_older_tables_of_the_repository_is_set_aside(tmp_path, july, monkeypatch, no_signals):
    install(tmp_path, july)
    state = home.current()
    assert home.set_aside(state) == ""
    monkeypatch.setattr(store, "outdated", lambda card, describe: True)
    shutil.copytree(store.DATA / "level_month", state / "level_month")
    assert home.set_aside(state) == "stale"
    assert opened().root == store.DATA


def test_twelve_months_are_of_one_state_and_no_verdict_joins_two(tmp_path):
    """After a final release the preliminary year before the newest months stays what it was."""
    months = pd.date_range("2024-05-01", periods=24, freq="MS")
    rows = pd.DataFrame({"iso3": "SDN", "month": months, "deaths_best": 100, "deaths_excepted": 0})
    rows["vintage"] = ["final"] * 20 + ["candidate"] * 4
    past = pd.DataFrame({"iso3": ["TCD"], "size": [7.0], "ratio": [0.5]})
    assert verdicts.verdict(rows, months[-1], past).reason == "part-final"
