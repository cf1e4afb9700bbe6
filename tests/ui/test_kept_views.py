"""A view could be made twice for two readers, or be kept although it failed for a reason that passes."""

import gc
import threading
import traceback
from types import SimpleNamespace

import pytest

from ewdash.data.record import UNUSABLE, opened
from ewdash.model.errors import DatasetDamagedError, NotCoveredError, PaperOutdatedError
from ewdash.ui import cache, usual

MADE: list[str] = []


def whole(record, *, name, viewer=None):
    MADE.append(name)
    return object()


def uncovered(record, *, name):
    MADE.append(name)
    raise NotCoveredError(table="a", country=name)


def damaged(record, *, name):
    MADE.append(name)
    raise DatasetDamagedError(table="geometry")


def locked(record, *, name):
    MADE.append(name)
    UNUSABLE.get().append("override")
    return object()


def test_a_view_made_later_is_that_of_the_page_or_none(monkeypatch):
    later, own = cache.later(whole, name="later"), cache.later(whole, name="later", viewer="A")
    assert later() is cache.view(whole, name="later")
    monkeypatch.setattr(cache, "own_state", lambda: -1)
    assert later()
    with pytest.raises(PaperOutdatedError):
        own()
    monkeypatch.setattr(cache, "record", lambda: SimpleNamespace(state="another"))
    with pytest.raises(PaperOutdatedError):
        later()


def test_a_view_is_made_once_for_a_selection_and_shared():
    first = cache.view(whole, name="once")
    assert cache.view(whole, name="once") is first
    assert cache.view(whole, name="other") is not first
    assert MADE.count("once") == 1


def test_that_nothing_is_on_record_is_kept_and_its_trace_does_not_grow():
    lengths = []
    for _ in range(3):
        with pytest.raises(NotCoveredError) as caught:
            cache.view(uncovered, name="nothing")
        lengths.append(len(traceback.extract_tb(caught.value.__traceback__)))
    assert MADE.count("nothing") == 1
    assert len(set(lengths)) == 1


@pytest.mark.parametrize("make", [damaged, locked])
def test_what_may_pass_is_tried_again(make):
    for _ in range(2):
        if make is damaged:
            with pytest.raises(DatasetDamagedError):
                cache.view(make, name=make.__name__)
        else:
            cache.view(make, name=make.__name__)
    assert MADE.count(make.__name__) == 2


def test_who_asks_while_a_view_is_made_waits_for_it():
    begun, go = threading.Event(), threading.Event()

    def slow(record):
        MADE.append("slow")
        begun.set()
        assert go.wait(10)
        return object()

    found = []
    readers = [threading.Thread(target=lambda: found.append(cache.view(slow))) for _ in range(3)]
    readers[0].start()
    assert begun.wait(10)
    for reader in readers[1:]:
        reader.start()
    go.set()
    for reader in readers:
        reader.join(10)
    assert MADE.count("slow") == 1
    assert len(found) == 3
    assert len(set(map(id, found))) == 1


def test_only_the_last_used_views_stay(monkeypatch):
    monkeypatch.setattr(cache, "VIEWS", 2)
    cache._VIEWS.clear()
    for number in range(5):
        cache.view(whole, name=f"view {number}")
        assert len(cache._VIEWS) <= 2
    cache.view(whole, name="view 4")
    cache.view(whole, name="view 0")
    assert (MADE.count("view 4"), MADE.count("view 0")) == (1, 2)


def test_tables_that_stay_are_not_searched_for_garbage_until_the_data_change(monkeypatch, tmp_path):
    def nothing(*_, **__):
        raise DatasetDamagedError(table="geometry")

    monkeypatch.setattr(cache, "view", nothing)  # what is prepared is not the matter here
    try:
        usual.prepare()
        assert gc.get_freeze_count() > 0
        opened(tmp_path)
        assert gc.get_freeze_count() == 0
    finally:
        gc.unfreeze()
