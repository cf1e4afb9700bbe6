"""What is prepared could hold up the reader it is prepared for, or wait for ever in a full room."""

import threading
from types import SimpleNamespace

import pytest

from ewdash.ui import cache, readers, usual
from ewdash.ui.readers import LONGEST, QUIET, Readers


@pytest.fixture
def clock(monkeypatch):
    """Return a clock that goes on only while somebody sleeps; `then` happens at each sleep."""
    clock = SimpleNamespace(now=1000.0, then=lambda: None)

    def sleep(seconds):
        clock.now += seconds
        clock.then()

    monkeypatch.setattr(readers, "time", SimpleNamespace(monotonic=lambda: clock.now, sleep=sleep))
    return clock


def test_without_a_reader_nothing_waits(clock):
    Readers().let_pass()
    assert clock.now == 1000.0


def test_a_reader_who_came_has_the_processor_for_a_while(clock):
    someone = Readers()
    someone.came()
    someone.let_pass()
    assert clock.now - 1000 == pytest.approx(QUIET, abs=0.1)
    someone.let_pass()
    assert clock.now - 1000 == pytest.approx(QUIET, abs=0.1)


def test_who_waits_for_a_view_is_waited_for_and_then_for_a_while(clock):
    someone = Readers()
    view = someone.served()
    view.__enter__()

    def made():
        if clock.now > 1002.5 and someone._served:
            view.__exit__(None, None, None)

    clock.then = made
    someone.let_pass()
    assert clock.now - 1000 == pytest.approx(2.5 + QUIET, abs=0.2)


def test_in_a_full_room_a_step_waits_no_longer_than_the_longest(clock):
    someone = Readers()
    someone.came()
    clock.then = someone.came
    someone.let_pass()
    assert clock.now - 1000 == pytest.approx(LONGEST, abs=0.1)


def test_a_view_made_for_a_reader_counts_and_one_made_ahead_does_not(monkeypatch):
    someone = Readers()
    monkeypatch.setattr(cache, "READERS", someone)
    counts = []

    def counted(record, *, name):
        counts.append(someone._served)
        return name

    def page():
        cache.look()
        cache.view(counted, name="for a reader")

    for run in (page, lambda: cache.view(counted, name="ahead")):
        thread = threading.Thread(target=run)
        thread.start()
        thread.join(30)
    assert counts == [1, 0]
    assert someone._served == 0


def test_each_step_but_those_to_world_lets_readers_pass(monkeypatch):
    order = []
    monkeypatch.setattr(usual.READERS, "let_pass", lambda: order.append("pass"))
    monkeypatch.setattr(usual, "_world", lambda record: [lambda: order.append("world")] * 2)
    monkeypatch.setattr(usual, "_others", lambda record: [lambda: order.append("other")] * 2)
    monkeypatch.setattr(usual.gc, "freeze", lambda: None)
    usual.prepare()
    assert order == ["world", "world", "pass", "pass", "other", "pass", "other"]
