"""An engine could answer otherwise than the file, and a reader could meet half a file or another's rows."""

import ast
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from ewdash.data import event_engines, events, store
from ewdash.data.event_engines import COLUMNS
from ewdash.data.events import Events, crossing
from ewdash.data.record import Record
from ewdash.data.store import Made
from ewdash.model.errors import DatasetDamagedError, EventsUnreachableError

FIRST, LAST = pd.Timestamp("2016-01-01"), pd.Timestamp("2026-04-30")
ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = {
    "rows": lambda e: e.rows("SDN", first=FIRST, last=LAST),
    "columns": lambda e: e.rows("MEX", columns=["deaths_best", "admin1"]),
    "largest": lambda e: e.rows("UKR", columns=["date", "deaths_best"], largest=7),
    "largest of each month": lambda e: e.rows(
        None,
        columns=["iso3", "month", "event_id"],
        only=lambda t: t.deaths_best > 20,
        largest=1,
        per=["iso3", "month"],
    ),
    "crossing": lambda e: e.rows("ETH", columns=["event_id", "date_end"], only=crossing),
    "months": lambda e: e.months(),
    "months of two": lambda e: e.months(["YEM", "SDN"]),
    "areas": lambda e: e.areas("MMR", first=FIRST, last=LAST),
    "places": lambda e: e.places("MEX", first=FIRST, precision=3, most=500),
    "extent": lambda e: pd.DataFrame([e.extent("LKA")]),
    "extent of nothing": lambda e: pd.DataFrame([e.extent("XXX")]),
    "preliminary areas": lambda e: e.areas("MMR", first=FIRST, last=LAST, of=["26.0.4"]),
    "releases": lambda e: e.releases("MMR", first=FIRST, last=LAST),
    "no such country": lambda e: e.areas("XXX"),
}  # fmt: skip


@pytest.fixture(scope="module")
def frame():
    return store.load("conflict_event")


@pytest.fixture(scope="module")
def postgres(tmp_path_factory):
    """The address of a PostgreSQL server of this test's own, which holds the events."""
    if not shutil.which("postgres") or not shutil.which("initdb"):
        pytest.skip("postgres is not installed")
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    folder = tmp_path_factory.mktemp("postgres")
    user = {"user": "postgres"} if os.getuid() == 0 else {}  # it refuses to run as root
    if user:
        for path in (folder, *folder.parents):
            if path.owner() == "root" and path != Path("/tmp") and path.is_relative_to("/tmp"):
                path.chmod(path.stat().st_mode | 0o011)
        shutil.chown(folder, "postgres")
    data = folder / "data"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder, **user}
    made = ["initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C"]
    subprocess.run(made, check=True, **quiet)
    server = subprocess.Popen(["postgres", "-D", data, "-k", folder, "-c", "listen_addresses="], **quiet)
    address = f"postgresql://tester@/postgres?host={folder}"
    try:
        for _ in range(100):
            try:
                assert event_engines.copied(address) == store.card("conflict_event").rows
                break
            except EventsUnreachableError:
                time.sleep(0.2)
        else:
            pytest.fail("the server did not start")
        yield address
    finally:
        event_engines._table.cache_clear()
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    """The address of Spark on this machine, which reads the file itself."""
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    file = tmp_path_factory.mktemp("spark") / "events.parquet"
    event_engines.arranged(store.path("conflict_event"), file)
    yield f"pyspark://?spark.ui.enabled=false&spark.sql.shuffle.partitions=2#{file}"
    event_engines._table.cache_clear()


@pytest.fixture(params=["postgres", "spark"])
def engine(request, monkeypatch):
    """Events asked at an engine elsewhere."""
    monkeypatch.setenv(event_engines.ADDRESS, request.getfixturevalue(request.param))
    return Events(Path("/nowhere"))


@pytest.mark.parametrize("asked", QUESTIONS)
def test_every_engine_answers_as_the_file_does(engine, asked, monkeypatch):
    answer = QUESTIONS[asked](engine)
    monkeypatch.delenv(event_engines.ADDRESS)
    expected = QUESTIONS[asked](Events())
    assert len(expected) or asked == "no such country"
    pd.testing.assert_frame_equal(answer, expected, check_exact=False, rtol=0, atol=2e-4)


@pytest.mark.parametrize(
    "code", ["SDN' OR '1'='1", "SDN'; DROP TABLE conflict_event; --", 'SDN"', "SDN\\' OR 1=1 -- "]
)
def test_a_code_of_the_address_is_a_value_on_every_engine(engine, code, monkeypatch):
    assert engine.rows(code).empty
    assert engine.count(code) == 0
    assert engine.count() == store.card("conflict_event").rows
    monkeypatch.delenv(event_engines.ADDRESS)
    assert Events().rows(code).empty
    assert Events().areas(code).empty


def test_a_column_that_is_none_is_refused():
    with pytest.raises(ValueError, match="no such columns"):
        Events().rows("SDN", columns=["1; DROP TABLE conflict_event"])


def test_columns_are_those_of_the_table(frame):
    from ewdash.data.tables import conflict_event

    assert [*COLUMNS] == [*conflict_event.SCHEMA.columns] == [*frame.columns]


def test_rows_are_those_of_the_table(frame):
    expected = frame[frame["iso3"].eq("YEM") & frame["month"].between(FIRST, LAST)].sort_values(
        ["date", "event_id"]
    )
    answer = Events().rows("YEM", first=FIRST, last=LAST)
    pd.testing.assert_frame_equal(answer, expected.astype(dict(COLUMNS)).reset_index(drop=True))


def test_sums_of_a_month_are_those_of_its_events(frame):
    answer = Events().months().set_index(["iso3", "month", "type"])
    end = frame["date_end"].dt.to_period("M").dt.to_timestamp()
    rows = frame.assign(
        deaths_crossing=frame["deaths_best"].where(end > frame["month"], 0),
        review=frame["deaths_best"]
        .where(frame["review_status"].ne("Clear"), 0)
        .where(frame["review_status"].notna()),
    )
    by = rows.groupby(["iso3", "month", "type"])
    assert answer.index.equals(by.size().index)
    assert answer["events"].tolist() == by.size().tolist()
    for name in ("deaths_best", "deaths_low", "deaths_high", "deaths_crossing"):
        assert answer[name].tolist() == by[name].sum().tolist()
    assert answer["deaths_largest_event"].tolist() == by["deaths_best"].max().tolist()
    review = by["review"].sum(min_count=1)
    assert answer["deaths_under_review"].isna().tolist() == review.isna().tolist()
    assert answer["deaths_under_review"].sum() == review.sum() > 0
    assert answer["deaths_crossing"].sum() > 0


def test_sums_of_areas_add_up_to_the_country(frame):
    rows = frame[frame["iso3"].eq("SDN") & frame["month"].between(FIRST, LAST)]
    areas = Events().areas("SDN", first=FIRST, last=LAST)
    assert areas["admin1"].isna().sum() == 1
    assert areas["events"].sum() == len(rows)
    for name in ("deaths_best", "deaths_low", "deaths_high"):
        assert areas[name].sum() == rows[name].sum()
    darfur = areas.set_index("admin1").loc["North Darfur state"]
    known = rows[rows["admin1"].eq("North Darfur state") & rows["where_prec"].le(4)]
    middle = (known["latitude"] * known["deaths_best"]).sum() / known["deaths_best"].sum()
    assert darfur["latitude"] == pytest.approx(middle, abs=1e-4)
    assert darfur["last_event"] == rows.loc[rows["admin1"].eq("North Darfur state"), "date"].max()


def test_of_the_largest_events_equals_are_taken_from_the_newest(frame):
    rows = frame[frame["iso3"] == "MEX"].sort_values(["deaths_best", "date", "event_id"]).tail(40)
    assert set(Events().rows("MEX", columns=["event_id"], largest=40)["event_id"]) == set(rows["event_id"])


@pytest.mark.parametrize("few", [1_000_000, 0], ids=["without an engine", "with one"])
@pytest.mark.parametrize(
    ("largest", "per"), [(None, ()), (1, ("iso3", "month")), (3, ("review_status",)), (9, ())]
)
def test_events_of_all_countries_are_the_same_without_an_engine(monkeypatch, few, largest, per):
    def only(event):
        placed = event.release.isin(["25.1", "26.0.4"]) & (event.where_prec <= 3)
        return (placed | (event.dataset == "candidate")) & ~crossing(event) & (event.deaths_best > 2)

    asked = {"columns": ["iso3", "month", "review_status"], "only": only, "largest": largest, "per": per}
    monkeypatch.setattr(events, "FEW", few)
    found = Events().notable(**asked)
    assert len(found) > (largest or 100) - 1
    pd.testing.assert_frame_equal(found, Events().rows(None, **asked))


def test_events_that_cross_a_months_end_are_the_same_without_an_engine():
    asked = {"columns": [*COLUMNS], "only": crossing}
    found = Events().notable(**asked)
    assert found["date_end"].dt.to_period("M").gt(found["date"].dt.to_period("M")).all()
    pd.testing.assert_frame_equal(found, Events().rows(None, **asked))


def test_a_country_of_the_record_is_not_read_with_all_others(monkeypatch):
    monkeypatch.setattr(store, "content", lambda *_, **__: pytest.fail("the whole table was read"))
    assert Record().of("conflict_event", "SDN")["iso3"].eq("SDN").all()


def test_no_page_reads_the_whole_table():
    rooms = [ROOT / "ewdash" / room for room in ("views", "signals", "ui", "exports")]
    texts = {path: path.read_text(encoding="utf-8") for room in rooms for path in room.rglob("*.py")}
    asked = [
        path.name
        for path, text in texts.items()
        if 'table("conflict_event")' in text or 'load("conflict_event")' in text
    ]
    assert asked == []


def test_a_folder_may_have_any_name(tmp_path):
    root = tmp_path / "it's [a] *folder?"
    shutil.copytree(store.DATA / "conflict_event", root / "conflict_event")
    other = tmp_path / "it's a xfolder1"  # which a pattern would find, too
    shutil.copytree(store.DATA / "conflict_event", other / "conflict_event")
    assert Events(root).count() == store.card("conflict_event").rows


def test_many_threads_ask_at_once():
    answers, faults = [], []

    def ask():
        try:
            answers.append(Events().months(["SDN"])["deaths_best"].sum())
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=ask) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(set(answers)) == 1
    assert len(answers) == 12


def test_an_engine_that_does_not_answer_is_named_without_its_password(monkeypatch):
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    monkeypatch.setenv(event_engines.ADDRESS, "postgresql://reader:secret@127.0.0.1:9/none")
    with pytest.raises(EventsUnreachableError) as caught:
        Events().count("SDN")
    assert "secret" not in str(caught.value) + caught.value.advice


def test_an_engine_without_the_table_is_told(tmp_path, monkeypatch):
    with duckdb.connect(str(tmp_path / "empty.duckdb")):
        pass
    monkeypatch.setenv(event_engines.ADDRESS, f"duckdb:///{tmp_path / 'empty.duckdb'}")
    with pytest.raises(EventsUnreachableError):
        Events().count("SDN")


def installed(root, rows):
    """Write a table of events as a release does."""
    provenance = store.card("conflict_event").provenance
    made = Made("conflict_event", store.parquet_bytes(rows), len(rows), "conflict_event.parquet", provenance)
    store.save([made], root=root)


def running(code, *arguments):
    """Start a program of a test."""
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


READER = """
    import sys, time
    from pathlib import Path
    from ewdash.data.events import Events
    events = Events(Path(sys.argv[1]))
    print("ready", flush=True)
    stop, seen = time.monotonic() + 30, set()
    while time.monotonic() < stop and len(seen) < 2:
        months = events.months()
        seen.add((int(months["events"].sum()), int(months["deaths_best"].sum())))
    print(sorted(seen))
"""
WRITER = """
    import sys
    from pathlib import Path
    from pyarrow.parquet import read_metadata
    from ewdash.data import store
    root, parts = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    made = [(part.read_bytes(), read_metadata(part).num_rows, "conflict_event.parquet") for part in parts]
    provenance = store.card("conflict_event").provenance
    print("ready", flush=True)
    for turn in range(1000):
        store.save([store.Made("conflict_event", *made[turn % 2], provenance)], root=root)
        print(turn, flush=True)
"""


@pytest.fixture(scope="module")
def parts(tmp_path_factory, frame):
    """Return the files of two countries, which a writer writes in turn."""
    folder = tmp_path_factory.mktemp("parts")
    files = [folder / code for code in ("SDN", "YEM")]
    for file in files:
        file.write_bytes(store.parquet_bytes(frame[frame["iso3"] == file.name]))
    return files


def states(frame):
    parts = {code: frame[frame["iso3"] == code] for code in ("SDN", "YEM")}
    return {(len(part), int(part["deaths_best"].sum())) for part in parts.values()}


def test_two_readers_see_whole_states_while_one_writes(tmp_path, frame, parts):
    installed(tmp_path, frame[frame["iso3"] == "YEM"])
    readers = [running(READER, tmp_path) for _ in range(2)]
    assert all(reader.stdout.readline() == "ready\n" for reader in readers)
    writer = running(WRITER, tmp_path, *parts)
    seen = [ast.literal_eval(reader.communicate(timeout=60)[0]) for reader in readers]
    assert writer.poll() is None, "it wrote all the time"
    writer.kill()
    writer.communicate()
    assert [reader.returncode for reader in readers] == [0, 0]
    assert [set(one) for one in seen] == [states(frame)] * 2


@pytest.mark.parametrize("moment", [0.0, 0.01, 0.03, 0.06, 0.1])
def test_a_write_that_is_killed_leaves_a_whole_state(tmp_path, frame, parts, moment):
    installed(tmp_path, frame[frame["iso3"] == "YEM"])
    writer = running(WRITER, tmp_path, *parts)
    assert writer.stdout.readline() == "ready\n"
    time.sleep(moment)
    os.kill(writer.pid, signal.SIGKILL)
    writer.communicate()
    months = Events(tmp_path).months()
    assert (int(months["events"].sum()), int(months["deaths_best"].sum())) in states(frame)


def test_who_has_the_file_open_reads_it_to_its_end(tmp_path, frame):
    installed(tmp_path, frame[frame["iso3"] == "YEM"])
    path = store.path("conflict_event", root=tmp_path)
    with duckdb.connect() as reader:
        answer = reader.execute("SELECT event_id FROM read_parquet($path)", {"path": str(path)})
        first = answer.fetchmany(10)
        installed(tmp_path, frame[frame["iso3"] == "SDN"])
        rest = answer.fetchall()
    assert len(first) + len(rest) == len(frame[frame["iso3"] == "YEM"])


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-30], lambda data: b"no Parquet" * 100, lambda data: b""]
)
@pytest.mark.parametrize("sealed", [1 << 30, 0])
def test_a_spoilt_file_is_named_whether_it_is_small_or_large(tmp_path, monkeypatch, spoil, sealed):
    monkeypatch.setattr(event_engines, "SEALED", sealed)
    shutil.copytree(store.DATA / "conflict_event", tmp_path / "conflict_event")
    file = tmp_path / "conflict_event" / "conflict_event.parquet"
    file.write_bytes(spoil(file.read_bytes()))
    with pytest.raises(DatasetDamagedError):
        Events(tmp_path).count()


def test_a_large_file_is_known_by_its_rows(tmp_path, monkeypatch, frame):
    monkeypatch.setattr(event_engines, "SEALED", 0)
    installed(tmp_path, frame[frame["iso3"] == "YEM"])
    assert Events(tmp_path).count() == len(frame[frame["iso3"] == "YEM"])
    file = store.path("conflict_event", root=tmp_path)
    file.write_bytes(store.parquet_bytes(frame.head(7)))
    with pytest.raises(DatasetDamagedError):
        Events(tmp_path).count()


def test_events_are_arranged_so_that_a_country_stands_together(tmp_path, frame):
    shuffled, target = tmp_path / "shuffled.parquet", tmp_path / "events.parquet"
    shuffled.write_bytes(store.parquet_bytes(frame.sample(frac=1, random_state=1)))
    assert event_engines.arranged(shuffled, target) == len(frame)
    found = pd.read_parquet(target)
    assert found["iso3"].is_monotonic_increasing
    assert found.groupby("iso3")["date"].apply(lambda days: days.is_monotonic_increasing).all()
    assert [path.name for path in tmp_path.iterdir() if event_engines.ARRANGED in path.name] == []
    before = target.read_bytes()
    shuffled.write_bytes(b"no Parquet")
    with pytest.raises(DatasetDamagedError):
        event_engines.arranged(shuffled, target)
    assert target.read_bytes() == before


def test_nothing_of_the_network_is_asked_of_the_file():
    settings = (
        "SELECT current_setting('autoinstall_known_extensions'), current_setting('autoload_known_extensions')"
    )
    assert event_engines._memory().cursor().execute(settings).fetchone() == (False, False)
